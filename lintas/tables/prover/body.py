"""Well-formed CSV → columns: for each the distinct texts, and for every row which of them it has.

pyarrow splits the file. Where it and Python's csv module could differ (lone quotation marks, blank lines, carriage
returns, NUL, a mark of byte order inside) the bytes are looked at first, and the file is refused. Rows with too few or
too many cells and bytes that are no UTF-8 are refused by pyarrow itself.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lintas.tables.prover.structure import Doubt, Structure

if TYPE_CHECKING:
    import numpy
    import pyarrow

    Codes = numpy.ndarray[Any, numpy.dtype[Any]]

_BOM = b"\xef\xbb\xbf"
_BLOCK = 1 << 22
_BLANK_LINE = re.compile(rb"\n\r?\n")


@dataclass(frozen=True, slots=True)
class Columns:
    """`texts[i]` are the distinct texts of column i, `codes[i]` the index of each row's text among them."""

    rows: int
    texts: tuple[pyarrow.StringArray, ...]
    codes: tuple[Codes, ...]

    def cell(self, row: int, column: int) -> str:
        return str(self.texts[column][int(self.codes[column][row])].as_py())

    def row(self, row: int) -> tuple[str, ...]:
        return tuple(self.cell(row, column) for column in range(len(self.texts)))


def read_columns(structure: Structure) -> Columns:
    """Effect: reads the file at once (its size is limited elsewhere). Raises `Doubt` and errors of pyarrow."""
    data = structure.path.read_bytes()
    if b"\0" in data:
        raise Doubt("NUL")
    start = len(_BOM) if data.startswith(_BOM) else 0
    start = _behind_header(data, start, structure) if structure.header else start
    returns = data.count(b"\r")
    if returns != (data.count(b"\r\n") if returns else 0):
        raise Doubt("carriage return alone")
    if data.startswith(_BOM, start):
        raise Doubt("byte order mark inside")
    if start >= len(data):
        return _empty(len(structure.fields))
    newlines = _quotations(data, start, structure, returns > 0)
    return _split(data, start, structure, newlines)


def _behind_header(data: bytes, start: int, structure: Structure) -> int:
    """Offset of the first record of data, by the csv module itself."""
    position = start

    def lines() -> Iterator[str]:
        nonlocal position
        while position < len(data):
            end = data.find(b"\n", position) + 1 or len(data)
            line = data[position:end].decode()
            position = end
            yield line

    next(csv.reader(lines(), dialect=structure.csv))
    return position


def _quotations(data: bytes, start: int, structure: Structure, returns: bool) -> bool:
    """Whether there are line ends in quoted cells. Refuses quotation marks that RFC 4180 does not allow, and blank
    lines (outside of quoted cells), which pyarrow would take for a row."""
    import numpy

    blanks = numpy.array([match.start() for match in _BLANK_LINE.finditer(data, start)], dtype=numpy.int64)
    if data.startswith((b"\n", b"\r\n"), start):
        raise Doubt("blank line")
    if not data.count(b'"', start):
        if blanks.size:
            raise Doubt("blank line")
        return False
    if structure.tabs and returns:
        raise Doubt("line ends may be translated")
    body = numpy.frombuffer(data, dtype=numpy.uint8, offset=start)
    marks = numpy.flatnonzero(body == ord('"'))
    _well_formed(body, marks, ord(structure.delimiter))
    if (numpy.searchsorted(marks, blanks - start) % 2 == 0).any():
        raise Doubt("blank line")
    ends = numpy.flatnonzero(body == ord("\n"))
    return bool((numpy.searchsorted(marks, ends) % 2).any())


def _well_formed(body: Codes, marks: Codes, delimiter: int) -> None:
    """Every opening mark stands behind a delimiter or line end, every closing one before such, or they are a pair.

    Then each mark's role is the same for every reader of RFC 4180: by induction from the left, the marks with even
    numbers (from 0) are outside of quotations, and a mark that follows a closing one at once continues the quotation.
    """
    import numpy

    if marks.size % 2:
        raise Doubt("quotation not closed")
    opening, closing = marks[::2], marks[1::2]
    before = numpy.where(opening > 0, body[numpy.maximum(opening - 1, 0)], ord("\n"))
    paired = numpy.concatenate(([False], closing[:-1] == opening[1:] - 1))
    if not (paired | (before == delimiter) | (before == ord("\n"))).all():
        raise Doubt("quotation mark inside a cell")
    last = body.size - 1
    after = numpy.where(closing < last, body[numpy.minimum(closing + 1, last)], ord("\n"))
    followed = numpy.concatenate((paired[1:], [False]))
    if not (followed | (after == delimiter) | (after == ord("\n")) | (after == ord("\r"))).all():
        raise Doubt("text behind a quotation")


def _split(data: bytes, start: int, structure: Structure, newlines: bool) -> Columns:
    import numpy
    import pyarrow
    from pyarrow import csv as reader

    names = [str(number) for number in range(len(structure.fields))]
    kind = pyarrow.dictionary(pyarrow.int32(), pyarrow.string())
    table = reader.read_csv(
        pyarrow.BufferReader(pyarrow.py_buffer(data).slice(start)),
        read_options=reader.ReadOptions(use_threads=False, block_size=_BLOCK, column_names=names),
        parse_options=reader.ParseOptions(
            delimiter=structure.delimiter,
            quote_char='"',
            double_quote=True,
            newlines_in_values=newlines,
            ignore_empty_lines=False,
        ),
        convert_options=reader.ConvertOptions(
            check_utf8=True, column_types=dict.fromkeys(names, kind), strings_can_be_null=False
        ),
    ).unify_dictionaries()
    codes, texts = [], []
    for column in table.itercolumns():
        if column.null_count:
            raise Doubt("nulls")
        codes.append(numpy.concatenate([chunk.indices.to_numpy() for chunk in column.chunks]))
        texts.append(column.chunk(0).dictionary)
    return Columns(table.num_rows, tuple(texts), tuple(codes))


def _empty(width: int) -> Columns:
    import numpy
    import pyarrow

    return Columns(
        0,
        tuple(pyarrow.array([], pyarrow.string()) for _ in range(width)),
        tuple(numpy.array([], dtype=numpy.int32) for _ in range(width)),
    )
