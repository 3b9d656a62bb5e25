"""A large table in parts by province, for programs that need a few regions of it.

A part: {"bentuk", "dataset", "tabel", "provinsi", "jumlah", "kolom": [names], "baris": [[cells in their order], …]}
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from lintas.model import Dataset, Resource
from lintas.model.shards import FORM
from lintas.tables.reading import Cells, cells

NOWHERE = "tanpa-kode"  # the part of rows that name no region
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?")  # as JSON writes it
_PROVINCE = re.compile(r"\d\d(?![0-9])")


def code_field(resource: Resource) -> str:
    """The first column with Kemendagri codes, of whatever level; "" for a table without one."""
    return next((field.name for field in resource.fields if field.region_system == "kemendagri"), "")


def split(place: tuple[Path, Dataset], name: str, rows: int) -> dict[str, tuple[int, bytes]]:
    """Code of a province → number of its rows and the part itself, in the order of the codes."""
    resource = next(item for item in place[1].resources if item.name == name)
    read = cells(place, name, rows)
    where = read.names.index(code_field(resource))
    grouped: dict[str, list[int]] = defaultdict(list)
    for row, code in enumerate(read.columns[where]):
        grouped[code[:2] if code and _PROVINCE.match(code) else NOWHERE].append(row)
    texts = _written(read, resource)
    names = json.dumps(read.names, ensure_ascii=False, separators=(",", ":"))
    made = {}
    for code in sorted(grouped):
        head = {"bentuk": FORM, "dataset": place[1].slug, "tabel": name, "provinsi": code, "jumlah": len(grouped[code])}
        opening = json.dumps(head, ensure_ascii=False, separators=(",", ":"))[:-1]
        lines = ",".join("[" + ",".join(column[row] for column in texts) + "]" for row in grouped[code])
        text = f'{opening},"kolom":{names},"baris":[{lines}]}}\n'
        made[code] = len(grouped[code]), text.encode("utf-8", "replace")
    return made


def _written(read: Cells, resource: Resource) -> list[list[str]]:
    """The columns as JSON: numbers with every digit of the source, all else as text, null where a value is missing."""
    numeric = {field.name for field in resource.fields if field.type in ("integer", "number")}
    quoted: Callable[[str], str] = json.encoder.encode_basestring
    columns = []
    for index, (name, column) in enumerate(zip(read.names, read.columns, strict=True)):
        if name in numeric:
            plain = ["null" if cell is None else read.plain(index, cell) for cell in column]
            columns.append([text if text == "null" or _NUMBER.fullmatch(text) else quoted(text) for text in plain])
        else:
            columns.append(["null" if cell is None else quoted(cell) for cell in column])
    return columns
