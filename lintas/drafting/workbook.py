"""A sheet of a workbook (XLSX) as rows of texts, and what in it a table cannot hold.

Effects: reads the workbook, writes the rows to a temporary CSV. openpyxl reads row by row; merged cells, hidden rows
and formulas, which it does not tell in that mode, are read from the XML of the sheet. Every part is measured by what it
really unpacks to before it is read, so that a ZIP that lies about its size is refused.
"""

from __future__ import annotations

import csv
import datetime
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

UNPACKED = 400_000_000  # bytes that all parts together may unpack to
CELLS = 20_000_000
_BLOCK = 1 << 20
_ERRORS = frozenset("#DIV/0! #N/A #NAME? #NULL! #NUM! #REF! #VALUE! #SPILL!".split())


class WorkbookRefused(Exception):
    """The workbook cannot be read; `code` and `args` make the finding."""

    def __init__(self, code: str, **args: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = args


@dataclass(slots=True)
class Sheet:
    """What was found in a sheet beside its cells; places such as "B4", counts are whole."""

    name: str
    others: tuple[str, ...] = ()  # the other sheets with cells
    formulas: int = 0
    formula: str = ""
    merged: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    errors: int = 0
    error: str = ""


def spool(path: Path, wanted: str, target: Path) -> Sheet:
    """Write the rows of a sheet (the first visible one with cells when `wanted` is "") to `target` as CSV.

    Raises `WorkbookRefused`.
    """
    _measure(path)
    try:
        import openpyxl

        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except Exception as error:  # the library raises many kinds for files that are no workbooks
        raise WorkbookRefused("SDI302", reason=f"{type(error).__name__}: {error}") from error
    try:
        name = _choose(book, wanted)
        filled = tuple(other.title for other in book.worksheets if other.title != name and (other.max_row or 1) > 1)
        sheet = Sheet(name, filled)
        _write(book[name], target, sheet)
        with zipfile.ZipFile(path) as archive:
            _structure(archive, book[name]._worksheet_path, sheet)
        return sheet
    except WorkbookRefused:
        raise
    except Exception as error:
        raise WorkbookRefused("SDI302", reason=f"{type(error).__name__}: {error}") from error
    finally:
        book.close()


def _measure(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            if sum(part.file_size for part in parts) > UNPACKED:
                raise WorkbookRefused("SDI303", limit=UNPACKED // 1_000_000)
            total = 0
            for part in parts:
                with archive.open(part) as stream:
                    while block := stream.read(_BLOCK):
                        total += len(block)
                        if total > UNPACKED:
                            raise WorkbookRefused("SDI303", limit=UNPACKED // 1_000_000)
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise WorkbookRefused("SDI302", reason=f"{type(error).__name__}: {error}") from error
    except Exception as error:  # zlib.error and what other decompressors raise
        if isinstance(error, WorkbookRefused):
            raise
        raise WorkbookRefused("SDI302", reason=f"{type(error).__name__}: {error}") from error


def _choose(book: Any, wanted: str) -> str:
    names = [sheet.title for sheet in book.worksheets]
    if wanted:
        if wanted not in names:
            raise WorkbookRefused("SDI304", sheet=wanted, sheets=", ".join(names))
        return wanted
    visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    for sheet in visible:
        if any(any(value is not None for value in row) for row in sheet.iter_rows(max_row=200, values_only=True)):
            return str(sheet.title)
    raise WorkbookRefused("SDI305")


def _write(sheet: Any, target: Path, found: Sheet) -> None:
    sheet.reset_dimensions()  # what the file claims of its size may be wrong
    cells = 0
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
            cells += len(row)
            if cells > CELLS:
                raise WorkbookRefused("SDI303", limit=UNPACKED // 1_000_000)
            texts = [text_of(value) for value in row]
            for value in texts:
                if value in _ERRORS:
                    found.errors += 1
                    found.error = found.error or f"{value} ({number})"
            while texts and not texts[-1]:
                texts.pop()
            writer.writerow(texts or [""])


def text_of(value: object) -> str:
    """A cell as text for a CSV: ISO dates, decimal points, no digits that the sheet does not show."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{value:.15g}"
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat(timespec="seconds")
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return str(value).replace("\r\n", "\n").replace("\r", "\n").strip()


def _structure(archive: zipfile.ZipFile, part: str, sheet: Sheet) -> None:
    """Formulas, merged cells and hidden rows; every row is forgotten as soon as it has been looked at."""
    with archive.open(part.lstrip("/")) as stream:
        for _, element in ElementTree.iterparse(stream):
            name = element.tag.rpartition("}")[2]
            if name == "row":
                if element.get("hidden") in ("1", "true"):
                    sheet.hidden.append(element.get("r", "?"))
                for cell in element:
                    if any(child.tag.rpartition("}")[2] == "f" for child in cell):
                        sheet.formulas += 1
                        sheet.formula = sheet.formula or cell.get("r", "?")
                element.clear()
            elif name == "mergeCell":
                sheet.merged.append(element.get("ref", "?"))
                element.clear()
