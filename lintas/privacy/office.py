"""Workbooks, texts and slides: archives of XML (ECMA-376, OpenDocument 1.3). Bounded; openpyxl is imported late.

Effect: none, works on bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence

from lintas.privacy.numbers import asks_for
from lintas.privacy.parts import Part, Unreadable
from lintas.privacy.pictures import is_picture

WORKBOOKS = (".xlsx", ".xlsm")
SUFFIXES = (*WORKBOOKS, ".docx", ".docm", ".pptx", ".pptm", ".odt", ".ods", ".odp")
_MOST_BYTES = 300_000_000  # unpacked, all parts together
_MOST_RATIO = 200  # unpacked to packed
_MOST_CELLS = 3_000_000
_MOST_RAW = 20_000_000  # bytes of a part that is neither XML nor a picture
_SHORTEST = 10  # digits of the shortest number in an attribute that is looked at
_FORMATS = re.compile(rb"<((?:[wa]:)?rPr)\b[^>]*>.*?</\1>", re.S)
_IN_RUN = re.compile(
    rb"</(?:(?:[wam]:)?(?:r|t|ins|del|delText|smartTag|hyperlink|sdt|sdtContent|instrText|moveFrom|moveTo|fld)"
    rb"|text:(?:span|a))>"
)
_ENDS = re.compile(rb"</[^>]*>")
_TAGS = re.compile(rb"<[^>]*>")
_VALUES = re.compile(rb"[A-Za-z:]+=(?:\"([^\"<>]{7,})\"|'([^'<>]{7,})')")
_CELLS = re.compile(rb"<sheetData\b.*</sheetData>", re.S)
_FORMULAS = re.compile(rb"<f\b[^>]*>([^<]*)</f>")
_XML = (".xml", ".rels", ".vml")
_FILES = re.compile(r"(?:.*/)?(?:embeddings|Object [0-9]+)/.+")


def parts(path: str, data: bytes) -> Iterator[Part]:
    """Columns of every sheet, paragraphs, comments, properties, links, hidden things; pictures and files within."""
    archive = _archive(data)
    if path.lower().endswith(WORKBOOKS):
        yield from _workbook(data)
    for info in archive.infolist():
        name = info.filename
        if info.is_dir() or (info.file_size > _MOST_RAW and not name.endswith(_XML)):
            continue
        with archive.open(info) as file:
            raw = file.read(info.file_size + 1)
        if len(raw) > info.file_size:
            raise Unreadable("zip")
        short = name.rpartition("/")[2]
        if name.endswith(_XML):
            yield from _xml(short.removesuffix(".xml"), raw)
        elif is_picture(name):
            yield Part(short, picture=raw)
        elif _FILES.fullmatch(name):
            yield from _within(short, raw)


def _archive(data: bytes) -> zipfile.ZipFile:
    if data.startswith(b"\xd0\xcf\x11\xe0"):  # a protected file is no archive but an older container
        raise Unreadable("password")
    archive = zipfile.ZipFile(io.BytesIO(data))
    total = sum(info.file_size for info in archive.infolist())
    if total > _MOST_BYTES or total > _MOST_RATIO * max(len(data), 50_000):
        raise Unreadable("zip")
    if any(info.flag_bits & 1 for info in archive.infolist()):
        raise Unreadable("password")
    return archive


def _within(name: str, data: bytes) -> Iterator[Part]:
    """A file embedded in the document; one level is as deep as people go, and deeper ones are read as bytes."""
    if name.lower().endswith(SUFFIXES):
        yield from parts(name, data)
    else:
        yield Part(name, data.replace(b"\0", b"").decode("latin-1"))


def _xml(name: str, raw: bytes) -> Iterator[Part]:
    """The text, with what a program split over several runs joined again; and values of attributes."""
    cells = _CELLS.search(raw)
    if cells:  # those of a sheet are read as cells
        formulas = b"\n".join(_FORMULAS.findall(cells[0])).replace(b"&quot;", b'"').replace(b"&amp;", b"&")
        yield Part(name, formulas.replace(b'"&"', b"").decode("utf-8", "replace"))
        raw = raw[: cells.start()] + raw[cells.end() :]
    text = _TAGS.sub(b"", _ENDS.sub(b"\n", _IN_RUN.sub(b"", _FORMATS.sub(b"", raw))))
    yield Part(name, text.decode("utf-8", "replace"))
    values = (first or second for first, second in _VALUES.findall(raw))
    wanted = (value for value in values if b"@" in value or _digits(value) >= _SHORTEST)
    yield Part(name, "\n".join(dict.fromkeys(value.decode("utf-8", "replace") for value in wanted)))


def _digits(value: bytes) -> int:
    return len(value) - len(value.translate(None, b"0123456789"))


def _workbook(data: bytes) -> Iterator[Part]:
    """Cells of all sheets, hidden ones too. `where` is sheet!column (label)."""
    import warnings

    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    cells = 0
    for sheet in book.worksheets:
        yield Part("", sheet.title)
        sheet.reset_dimensions()  # what the file says of its own size may be wrong
        labels: dict[int, str] = {}
        for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
            cells += len(row)
            if cells > _MOST_CELLS:
                raise Unreadable(f"> {_MOST_CELLS}")
            texts = ["" if value is None else cell(value) for value in row]
            yield from _row(sheet.title, number, texts, labels)


def _row(sheet: str, number: int, texts: Sequence[str], labels: dict[int, str]) -> Iterator[Part]:
    from openpyxl.utils import get_column_letter

    for index, text in enumerate(texts):
        if not any(char.isdigit() or char == "@" for char in text) and "mail" not in text.lower():
            if text and number <= 3:
                labels.setdefault(index, text[:40])
            continue
        label = labels.get(index, "")
        yield Part(f"{sheet}!{get_column_letter(index + 1)}" + (f" ({label})" if label else ""), text)
    if any(map(asks_for, filter(None, texts))):  # a form with one digit in each cell
        yield Part(f"{sheet}!{number}", " ".join(filter(None, texts)))


def cell(value: object) -> str:
    """A cell as text; a number of up to sixteen digits that the program keeps as a float is written out."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e17:
        return str(int(value))
    return str(value)
