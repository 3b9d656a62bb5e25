"""The page that explores a table: where it stands, its first rows, and what its script is told."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from lintas.model import ColumnFiles, Field, Resource
from lintas.packages import file_name
from lintas.relate import Himpunan
from lintas.rendering import data_block
from lintas.views.explorer_texts import SCRIPT
from lintas.views.parts import Cell, Column, DataTable
from lintas.wording import Words

Json = dict[str, Any]
_RESERVED = frozenset("grafik kolom sematan sitasi v".split())  # folders that a dataset has for other things
_CELL = 300  # characters of a cell that are shown
_RATIO = re.compile(
    r"%|‰|°|/|\b(?:per|per(?:sen|mil)\w*|indeks|rasio|derajat|rata|skor|poin|tingkat|laju|skala"
    r"|percent\w*|index|ratio|rate|average|score|degrees?|points?)\b",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"%|‰|\b(?:persen|percent|permil)", re.IGNORECASE)


def addresses(item: Himpunan) -> dict[str, str]:
    """Resource → address of its page, for tables that a browser can hold. Folders that mean something else, and names
    that are those of files, get an addition."""
    made: dict[str, str] = {}
    names = [columns.resource for columns in item.facts.explorable]
    files = {file_name(resource) for resource in item.dataset.resources}
    taken = {*_RESERVED, *files, *names}
    for name in names:
        segment = name
        if name in _RESERVED or name in files or not re.fullmatch(r"[a-z0-9_-]+", name):
            segment = re.sub(r"[^a-z0-9_-]+", "-", name).strip("-") + "-tabel"
            while segment in taken:
                segment += "-tabel"
        taken.add(segment)
        made[name] = segment
    return {name: f"data/{item.dataset.slug}/{segment}/" for name, segment in made.items()}


def address_of(item: Himpunan, resource: str) -> str:
    """The address of the page that explores a table, "" when there is none."""
    return addresses(item).get(resource, "")


def parts(columns: ColumnFiles, body: bytes) -> tuple[bytes, ...]:
    """The index and the files of columns."""
    ends = [sum(columns.sizes[: place + 1]) for place in range(len(columns.sizes))]
    return tuple(body[end - size : end] for end, size in zip(ends, columns.sizes, strict=True))


def first_rows(resource: Resource, index: Json, words: Words) -> DataTable:
    fields = {field.name: field for field in resource.fields}
    heads = index["kolom"][: index["tampil"]]
    columns = tuple(_column(head, fields[head["nama"]], words) for head in heads)
    rows = tuple(
        tuple(Cell(cell_text(text, head["jenis"], words)) for text, head in zip(row, heads, strict=True))
        for row in index["awal"]
    )
    return DataTable(resource.title, columns, rows, lang="" if words.lang == "id" else "id")  # data is told as it is


def _column(head: Json, field: Field, words: Words) -> Column:
    kind, unit = head["jenis"], words.form.unit_name(field.unit) if field.unit else ""
    return Column(field.title or field.name, kind in ("bilangan", "tahun"), unit, code=kind in ("kode", "tanggal"))


def cell_text(text: str | None, kind: str, words: Words) -> str:
    """A cell in the language of the page; theme/js/nilai.mjs writes the same."""
    if text is None:
        return ""
    if kind == "bilangan":
        return words.form.number(text)
    if kind == "ya":
        return words[f"explore_{text}"]
    if kind == "tanggal":
        return words.form.short_date(text) if _is_date(text) else text
    if kind == "waktu" and _is_date(text[:10]) and text[10:11] == "T":
        return f"{words.form.short_date(text[:10])} {text[11:]}"
    return text if len(text) <= _CELL else text[: _CELL - 1] + "…"


def _is_date(text: str) -> bool:
    return bool(re.fullmatch(r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])", text))


def script_data(item: Himpunan, resource: Resource, index: Json, words: Words) -> str:
    """What the script needs to know of the table and of the language, as a block of data."""
    fields = {field.name: field for field in resource.fields}
    address = address_of(item, resource.name)
    number = words.form.number("1234.5")
    told = {
        "baris": index["baris"],
        "tampil": index["tampil"],
        "folder": f"{address}kolom/",
        "nama": f"{item.dataset.slug}-{resource.name}",
        "pemisah": [number[1], number[-2]],
        "bulan": [words.form.short_date(f"2001-{month:02}-01").split(" ")[1] for month in range(1, 13)],
        "bahasa": words.lang,
        "teks": {key.removeprefix("explore_"): words[key] for key in SCRIPT},
        "kolom": [{**head, **_told(fields[head["nama"]], resource, head, words)} for head in index["kolom"]],
    }
    return data_block(told)


def _told(field: Field, resource: Resource, head: Json, words: Words) -> Json:
    told = {
        "judul": field.title if field.title != field.name else "",
        "satuan": words.form.unit_name(field.unit) if field.unit else "",
        "arti": field.description,
        "tipe": words.get(f"type_{field.type}", field.type),
        "ringkas": list(summaries(field, resource, head["jenis"])),
    }
    return {key: value for key, value in told.items() if value}


def summaries(field: Field, resource: Resource, kind: str) -> Iterator[str]:
    """How values of a column may be taken together. A sum needs a quantity: not a share, a rate, a place or a name."""
    keys = {*resource.primary_key, *(name for key in resource.foreign_keys for name in key.fields)}
    if kind in ("tanggal", "waktu", "tahun"):
        yield from ("min", "maks")
    if kind != "bilangan" or field.name in keys or field.references or field.classification:
        return
    ratio = _RATIO.search(field.unit) or _RATIO.search(field.measure) or _RATIO.search(field.title)
    declared = field.aggregate == "jumlah" or "jumlah" in field.measure.casefold().split()
    if not _PERCENT.search(field.unit) and (declared or (field.unit and not ratio)):
        yield "jumlah"
    yield from ("rata", "min", "maks")


def index_of(columns: ColumnFiles, body: bytes) -> Json:
    found: Json = json.loads(body[: columns.sizes[0]])
    return found
