"""Texts of attachments: workbooks, Word and PowerPoint files, PDF. Bounded in size; a file that lies is not opened.

Effect: none, works on bytes. openpyxl and pypdf are imported where they are needed.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

OFFICE = (".docx", ".pptx")
SUFFIXES = (".xlsx", ".pdf", *OFFICE)
_MOST_BYTES = 300_000_000  # unpacked, all parts together
_MOST_RATIO = 200  # unpacked to packed
_MOST_CELLS = 3_000_000
_MOST_PAGES = 1_000
_BREAKS = re.compile(rb"</(?:w:p|a:p|w:tc|vt:[a-z0-9]+|[a-z]+:[A-Za-z]+Property|dc:[a-z]+|cp:[A-Za-z]+)>")
_TAGS = re.compile(rb"<[^>]*>")
_PARTS = re.compile(r"(?:word|ppt|docProps|xl)/.*\.xml")
_BESIDE_CELLS = re.compile(r"(?:docProps|xl/(?:comments|threadedComments|drawings))/?.*\.xml")


class Unreadable(Exception):
    """The document cannot be looked through; `reason` is a short technical word."""


def pieces(path: str, data: bytes) -> Iterator[tuple[str, str]]:
    """(where, text) for every cell, paragraph part or page that has digits or an address."""
    suffix = path.lower()
    try:
        if suffix.endswith(".xlsx"):
            yield from _workbook(data)
        elif suffix.endswith(OFFICE):
            yield from _parts(_archive(data), _PARTS)
        elif suffix.endswith(".pdf"):
            yield from _pdf(data)
    except Unreadable:
        raise
    except Exception as error:  # the libraries raise whatever a broken file makes them meet
        raise Unreadable(type(error).__name__) from error


def _archive(data: bytes) -> zipfile.ZipFile:
    archive = zipfile.ZipFile(io.BytesIO(data))
    total = sum(info.file_size for info in archive.infolist())
    if total > _MOST_BYTES or total > _MOST_RATIO * max(len(data), 50_000):
        raise Unreadable("zip")
    if any(info.flag_bits & 1 for info in archive.infolist()):
        raise Unreadable("password")
    return archive


def _parts(archive: zipfile.ZipFile, wanted: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """Text of XML parts; a number that the program split over several runs is joined again."""
    for info in archive.infolist():
        if wanted.fullmatch(info.filename):
            with archive.open(info) as file:
                raw = file.read(info.file_size + 1)
            if len(raw) > info.file_size:
                raise Unreadable("zip")
            text = _TAGS.sub(b"", _BREAKS.sub(b"\n", raw)).decode("utf-8", "replace")
            yield info.filename.rpartition("/")[2].removesuffix(".xml"), text


def _workbook(data: bytes) -> Iterator[tuple[str, str]]:
    """Columns of every sheet, hidden ones too, and what stands beside the cells. `where` is sheet!column (label)."""
    import warnings

    import openpyxl

    yield from _parts(_archive(data), _BESIDE_CELLS)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    cells = 0
    for sheet in book.worksheets:
        yield "", sheet.title
        labels: dict[int, str] = {}
        for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
            cells += len(row)
            if cells > _MOST_CELLS:
                raise Unreadable(f"> {_MOST_CELLS}")
            for index, value in enumerate(row):
                if value is None:
                    continue
                text = _cell(value)
                if not any(char.isdigit() or char == "@" for char in text):
                    labels.setdefault(index, text[:40]) if number <= 3 else None
                    continue
                yield _where(sheet.title, index, labels.get(index, "")), text


def _where(sheet: str, index: int, label: str) -> str:
    from openpyxl.utils import get_column_letter

    return f"{sheet}!{get_column_letter(index + 1)}" + (f" ({label})" if label else "")


def _cell(value: object) -> str:
    """A cell as text; a number of up to sixteen digits that the program keeps as a float is written out."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e17:
        return str(int(value))
    return str(value)


def _pdf(data: bytes) -> Iterator[tuple[str, str]]:
    import logging

    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = pypdf.PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise Unreadable("password")
    for name, value in sorted((reader.metadata or {}).items()):
        yield str(name).lstrip("/"), str(value)
    for number, page in enumerate(reader.pages, 1):
        if number > _MOST_PAGES:
            raise Unreadable(f"> {_MOST_PAGES}")
        yield str(number), page.extract_text()
