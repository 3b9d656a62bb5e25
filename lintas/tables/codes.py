"""Codes as codes: columns whose digits are names of things, which a program would take for numbers (mostly pure).

`code_like` is for judging a column that has no type yet; `lost_zeros` for one that has been given a numeric type.
Effect of `lost_zeros`: reads the beginning of the file.
"""

from __future__ import annotations

import csv
import itertools
import re
from collections.abc import Collection, Iterator
from pathlib import Path

from lintas.diagnostics import Diagnostic, Span, fault
from lintas.model import Resource
from lintas.wilayah import find, region_of

_ROWS = 20_000  # looked at; a code column shows itself early
_NAME = re.compile(r"(?:kode|kd|id|no|nomor|nik|nkk|kk|npwp|nip|nisn|npsn|nib|kodepos)(?:_.+)?|.+_(?:id|kode|kd|code)")
_YEAR = re.compile(r"(?:1[89]|20)\d\d", re.ASCII)
_YEAR_NAME = re.compile(r"(?:tahun|thn|th|year)(?:_.*)?|.+_(?:tahun|thn|year)")
_EXACT = 15  # digits that a spreadsheet keeps; longer numbers are rounded
_WIDE, _MANY = 4, 5  # digits of one width, in as many different values, none of which repeats
_SHARE = 0.6
_ZERO = re.compile(r"0\d+")


def code_like(name: str, values: Collection[str]) -> str:
    """Why a column of digits is one of codes: wilayah, bps, nol, panjang, tahun, pengenal, lebar; "" when it is not.

    `values` are the different texts of the column without missing ones.
    """
    plain = re.sub(r"[^a-z0-9]+", "_", name.casefold()).strip("_")
    known = sum(1 for text in values if find(text) is not None and "." in text)
    if values and known >= _SHARE * len(values):
        return "wilayah"
    if not values or not all(text.isascii() and text.isdigit() for text in values):
        return ""
    if any(_ZERO.fullmatch(text) for text in values):
        return "nol"
    if any(len(text) > _EXACT for text in values):
        return "panjang"
    if _YEAR_NAME.fullmatch(plain) and all(_YEAR.fullmatch(text) for text in values):
        return "tahun"
    if len(values) >= _MANY and all(region_of(text) is not None for text in values):
        return "bps"
    if _NAME.fullmatch(plain) and not _is_serial(values):
        return "pengenal"
    widths = {len(text) for text in values}
    return "lebar" if len(values) >= _MANY and len(widths) == 1 and min(widths) >= _WIDE and _dense(values) else ""


def _is_serial(values: Collection[str]) -> bool:
    """1, 2, 3 … without gaps: a running number."""
    return {int(text) for text in values} == set(range(1, len(values) + 1))


def _dense(values: Collection[str]) -> bool:
    """Whether the values share their first half, as codes of one kind do and measured figures do not."""
    half = len(next(iter(values))) // 2
    return len({text[:half] for text in values}) == 1


def lost_zeros(root: Path, resource: Resource, path: str, *, encoding: str = "") -> Iterator[Diagnostic]:
    """Columns of a numeric type with cells that begin with a zero, which no number keeps. `path`: the descriptor."""
    numeric = {field.name: field for field in resource.fields if field.type in ("integer", "number")}
    if not numeric or not (root / resource.path).is_file() or not resource.path.lower().endswith((".csv", ".tsv")):
        return
    found: dict[str, tuple[int, str]] = {}
    try:
        with (root / resource.path).open(encoding=encoding or "utf-8-sig", newline="") as file:
            first = file.readline()
            delimiter = max(",;\t|", key=first.count)
            names = next(csv.reader([first], delimiter=delimiter), [])
            places = [(index, name) for index, name in enumerate(names) if name in numeric]
            reader = csv.reader(file, delimiter=delimiter)
            for cells in itertools.islice(reader, _ROWS):
                for index, name in places:
                    if index < len(cells) and cells[index][:1] == "0" and _ZERO.fullmatch(cells[index]):
                        found.setdefault(name, (reader.line_num + 1, cells[index]))
    except (OSError, UnicodeError, LookupError, csv.Error):
        return
    for name, (line, value) in found.items():
        kind = numeric[name].type
        place = Span(resource.path, line)
        yield fault("TAB521", place, related=(Span(path, resource.line),), field=name, type=kind, value=value)
