"""A table as XLSX: codes stay text, numbers are numbers, no text becomes a formula, and a sheet says what it is."""

from __future__ import annotations

import datetime
import io
import math
from decimal import Decimal
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lintas.model import Dataset, Resource
from lintas.tables.opened import Opened, opened

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_NATIVE = ("boolean", "date", "datetime", "integer", "number", "string", "time", "year")
_SHEET_ROWS = 1_048_575  # rows of a sheet below its header
_CELL = 32_767  # characters of a cell
_EXACT = 10**15  # integers beyond lose digits in a double
_MADE = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)  # fixed: the same table gives the same bytes
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_FORMATS = {"date": "yyyy-mm-dd", "datetime": "yyyy-mm-dd hh:mm:ss", "time": "hh:mm:ss", "text": "@"}


def write_xlsx(place: tuple[Path, Dataset], resource: str) -> bytes:
    from xlsxwriter import Workbook

    target = io.BytesIO()
    with opened(place, resource, _NATIVE) as table:
        book = Workbook(target, _OPTIONS)
        book.set_properties({"title": table.resource.title, "created": _MADE})
        formats = {name: book.add_format({"num_format": code}) for name, code in _FORMATS.items()}
        _data_sheets(book, table, formats)
        _metadata(book, table.dataset, table.resource)
        book.close()
    return target.getvalue()


def _data_sheets(book: Workbook, table: Opened, formats: dict[str, Format]) -> None:
    """One sheet, or several where the rows exceed what a sheet can hold."""
    number = 0
    first = next(table.rows, None)
    while first is not None or number == 0:
        number += 1
        sheet = book.add_worksheet("Data" if number == 1 else f"Data {number}")
        _header(sheet, table, book.add_format({"bold": True, "bottom": 1, "num_format": "@"}))
        rows = chain([] if first is None else [first], islice(table.rows, _SHEET_ROWS - 1))
        for index, row in enumerate(rows, start=1):
            for column, value in enumerate(row):
                _cell(sheet, (index, column), value, formats)
        first = next(table.rows, None)


def _header(sheet: Worksheet, table: Opened, bold: Format) -> None:
    for column, name in enumerate(table.names):
        sheet.set_column(column, column, min(max(len(name) + 2, 12), 40))
    sheet.freeze_panes(1, 0)
    for column, name in enumerate(table.names):
        sheet.write_string(0, column, name[:_CELL], bold)


def _cell(sheet: Worksheet, at: tuple[int, int], value: Any, formats: dict[str, Format]) -> None:
    row, column = at
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif _is_number(value):
        sheet.write_number(row, column, value)
    elif isinstance(value, datetime.datetime) and value.tzinfo is None and value.year >= 1900:
        sheet.write_datetime(row, column, value, formats["datetime"])
    elif isinstance(value, datetime.date) and not isinstance(value, datetime.datetime) and value.year >= 1900:
        sheet.write_datetime(row, column, value, formats["date"])
    elif isinstance(value, datetime.time) and value.tzinfo is None:
        sheet.write_datetime(row, column, value, formats["time"])
    else:
        text = value.isoformat() if isinstance(value, datetime.date | datetime.time) else str(value)
        sheet.write_string(row, column, text[:_CELL], formats["text"])


def _is_number(value: Any) -> bool:
    """Whether a spreadsheet can hold the value as a number: finite, and no digits lost from an integer."""
    if isinstance(value, int):
        return abs(value) < _EXACT
    return isinstance(value, Decimal | float) and math.isfinite(value) and abs(float(value)) < 1e300


_PANDAS = (
    "Pakailah pandas.read_excel(…, dtype=str). Tanpa dtype=str kode dapat terbaca sebagai angka: 11.10 menjadi 11.1."
)


def _metadata(book: Workbook, dataset: Dataset, resource: Resource) -> None:
    """What the table is, who made it, under which licence, and what each column means."""
    sheet = book.add_worksheet("Metadata")
    bold = book.add_format({"bold": True})
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 5, 34)
    row = 0
    for label, value in _about(dataset, resource):
        sheet.write_string(row, 0, label, bold)
        sheet.write_string(row, 1, value[:_CELL])
        row += 1
    row += 1
    for column, label in enumerate(("Kolom", "Nama", "Tipe", "Satuan", "Konsep", "Definisi")):
        sheet.write_string(row, column, label, bold)
    for field in resource.fields:
        row += 1
        cells = (field.name, field.title, field.type, field.unit, field.concept, field.description)
        for column, value in enumerate(cells):
            sheet.write_string(row, column, value[:_CELL])


def _about(dataset: Dataset, resource: Resource) -> list[tuple[str, str]]:
    found = [
        ("Dataset", dataset.title),
        ("Tabel", resource.title),
        ("Uraian", resource.description or dataset.description),
        ("Versi", dataset.version),
        ("Diperbarui", dataset.updated),
        ("Cakupan waktu", " s.d. ".join(part for part in (dataset.temporal_start, dataset.temporal_end) if part)),
        ("Lisensi", "; ".join(f"{link.title} {link.url}".strip() for link in dataset.licences)),
        ("Sumber", "; ".join(f"{link.title} {link.url}".strip() for link in dataset.sources)),
        *((f"Kontributor ({person.role})" if person.role else "Kontributor", person.title)
          for person in dataset.contributors),
        *(("Catatan", note) for note in dataset.notes),
        ("Membaca dengan pandas", _PANDAS),
    ]  # fmt: skip
    return [(label, value) for label, value in found if value]
