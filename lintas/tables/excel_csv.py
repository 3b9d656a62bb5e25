"""A table as CSV for spreadsheets set to Indonesian: semicolon, decimal comma, BOM, CRLF; codes stay as written.

A spreadsheet reads `11.10` as a time or a number and `=A1` as a formula, whatever quotes stand around it. Only the
form `="11.10"` is taken as it is.
"""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

from lintas.model import Dataset
from lintas.tables.reading import cells

_NUMERIC = ("integer", "number", "year")
# What spreadsheets turn into a number, a date, a time or a formula.
_TAKEN = re.compile(r"\s*[=+\-@\t\r]|\s*[\d.,:/\-]+\s*%?\s*\Z|\s*\d+[eE]\d+\s*\Z|\s*\d{1,2}[ -/]\w{3,}\b", re.ASCII)
_LONG = 15  # digits that a spreadsheet keeps of a number


def write_excel_csv(place: tuple[Path, Dataset], resource: str) -> bytes:
    read = cells(place, resource)
    described = next(item for item in place[1].resources if item.name == resource)
    numeric = {field.name for field in described.fields if field.type in _NUMERIC}
    columns = []
    for index, name in enumerate(read.names):
        if name in numeric:
            columns.append([_number(read.plain(index, cell)) if cell else "" for cell in read.columns[index]])
        else:
            columns.append([_text(cell) if cell else "" for cell in read.columns[index]])
    target = io.StringIO()
    writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
    writer.writerow([_text(name) for name in read.names])
    writer.writerows(zip(*columns, strict=True))
    return b"\xef\xbb\xbf" + target.getvalue().encode("utf-8", "replace")


def _number(text: str) -> str:
    digits = sum(character.isdigit() for character in text)
    return text.replace(".", ",") if digits <= _LONG else _kept(text)


def _text(text: str) -> str:
    return _kept(text) if _TAKEN.match(text) else text


def _kept(text: str) -> str:
    return '="' + text.replace('"', '""') + '"'
