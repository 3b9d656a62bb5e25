"""A table for the explorer in the reader's browser: what its columns are, and files of the cells of some columns each.

A large column has a file of its own, so that only columns that are looked at are fetched; small ones share a file. The
first part is the index {"baris", "tampil", "awal", "kolom": [{"nama", "berkas", "letak", "jenis", …}]}: `awal` holds
the first rows of the columns that are shown first. The others are lists of columns, each
{"kamus": distinct values in order, "isi": the number of its value for each row, -1 for none} or
{"angka": whole numbers of 10^-skala, null for none}. In place of a list `…_beda` says what each adds to the one before,
and `sama` with `akhir` how many characters a value shares with the one before, and how it goes on.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from lintas.model import Dataset, Field
from lintas.tables import descriptors
from lintas.tables.encoding import Described, encoded
from lintas.tables.reading import cells

SHOWN = 12  # columns that are shown until a reader chooses
FIRST = 50  # rows that stand on the page
_FILE = 48_000  # characters after which a file takes no more columns

Json = dict[str, Any]
_KINDS = {
    "integer": "bilangan", "number": "bilangan", "year": "tahun", "date": "tanggal", "datetime": "waktu",
    "boolean": "ya",
}  # fmt: skip


def explorable(place: tuple[Path, Dataset], name: str) -> tuple[bytes, ...]:
    """The index, then the files, of a table that has passed `check`."""
    read, schema = cells(place, name), _schema(place, name)
    fields = {f.name: f for f in next(item for item in place[1].resources if item.name == name).fields}
    heads: list[Json] = []
    files: list[list[str]] = []
    first: list[tuple[str | None, ...]] = []
    for index, key in enumerate(read.names):
        described = _described(fields[key], schema.get(key, {}))
        column: tuple[str | None, ...] = read.columns[index]
        if described.kind in ("bilangan", "tahun"):
            column = tuple(None if cell is None else read.plain(index, cell) for cell in column)
        made = encoded(column, described, FIRST)
        text = _dumped(made.data)
        if not files or sum(map(len, files[-1])) + len(text) > _FILE:
            files.append([])
        heads.append({"nama": key, "berkas": len(files), "letak": len(files[-1]), **made.head})
        files[-1].append(text)
        first += [made.texts] if index < SHOWN else []
    rows = len(read.columns[0]) if read.columns else 0
    index_ = {"baris": rows, "tampil": len(first), "awal": list(zip(*first, strict=True)), "kolom": heads}
    return tuple(f"{text}\n".encode("utf-8", "replace") for text in (_dumped(index_), *map(_joined, files)))


def _joined(columns: list[str]) -> str:
    return "[" + ",\n".join(columns) + "]"


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _schema(place: tuple[Path, Dataset], name: str) -> dict[str, Json]:
    root, dataset = place
    _, resources = descriptors.read(root, dataset)
    resource = next(item for item in resources if item["name"] == name)
    fields = descriptors.schema_of(root, dataset.path.rpartition("/")[0], resource).get("fields")
    listed = fields if isinstance(fields, list) else []
    return {str(field.get("name")): field for field in listed if isinstance(field, dict)}


def _described(field: Field, schema: Json) -> Described:
    if field.region_system:
        return Described("kode")
    kind, true = _KINDS.get(field.type, "teks"), schema.get("trueValues")
    standard = Described(kind, str(schema.get("format") or "default"))
    return Described(kind, standard.form, tuple(map(str, true))) if isinstance(true, list) else standard
