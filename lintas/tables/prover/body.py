"""Well-formed CSV → columns.

pyarrow splits the file, block by block, so that the memory of one block serves the next. Where it and Python's csv
module could differ (lone quotation marks, carriage returns, NUL, a mark of byte order inside) the bytes are looked at
first, and the file is refused. Rows with too few or too many cells and bytes that are no UTF-8 are refused by pyarrow
itself. A blank line is a row of empty cells to it; where there are both, or may be, the file is refused.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lintas.tables.files import MAX_BYTES
from lintas.tables.prover.arrays import as_scalar
from lintas.tables.prover.columns import Column, Columns
from lintas.tables.prover.structure import Doubt, Structure

if TYPE_CHECKING:
    import pyarrow

    from lintas.tables.prover.arrays import Codes

_BOM = b"\xef\xbb\xbf"
_BLOCK = 1 << 22  # bytes


class _OneBlock(Exception):
    """A record may go on behind the end of a block: the file has to be taken as a whole."""


@dataclass(slots=True)
class _Reading:
    """What is known while the blocks go by; `whole`: the file is one block."""

    structure: Structure
    columns: tuple[Column, ...]
    whole: bool
    rows: int = 0
    data: bool = False  # whether anything stands behind the header
    quotes: bool = False
    returns: bool = False

    def add(self, buffer: bytearray, end: int, *, last: bool) -> None:
        """Whole records: `buffer` up to `end`, the first time with the header."""
        if self.whole and not last:
            raise Doubt("the file grows")
        start = 0 if self.data else self._behind_header(buffer, end, last=last)
        self._plain(buffer, end)
        if start == end:
            return
        self.data = True
        if buffer.startswith(_BOM, start, end):
            raise Doubt("byte order mark inside")
        records = memoryview(buffer)[start:end]
        newlines = buffer.find(b'"', start, end) >= 0 and self._newlines(records)
        table = _split(records, self.structure, newlines)
        self.rows += table.num_rows
        for column, cells in zip(self.columns, table.columns, strict=True):
            if cells.null_count:
                raise Doubt("nulls")
            for chunk in cells.chunks:
                if len(chunk):
                    column.add(chunk)

    def _behind_header(self, buffer: bytearray, end: int, *, last: bool) -> int:
        """Offset of the first record of data, by the csv module itself."""
        position = len(_BOM) if buffer.startswith(_BOM) else 0
        if not self.structure.header:
            return position

        def lines() -> Iterator[str]:
            nonlocal position
            while position < end:
                following = buffer.find(b"\n", position, end) + 1 or end
                line = buffer[position:following].decode()
                position = following
                yield line

        next(csv.reader(lines(), dialect=self.structure.csv))
        if position == end and not last:
            raise _OneBlock
        return position

    def _plain(self, buffer: bytearray, end: int) -> None:
        """To look for a byte is many times faster than to count it."""
        if buffer.find(b"\0", 0, end) >= 0:
            raise Doubt("NUL")
        if buffer.find(b"\r", 0, end) >= 0:
            self.returns = True
            if buffer.count(b"\r", 0, end) != buffer.count(b"\r\n", 0, end):
                raise Doubt("carriage return alone")
        self.quotes = self.quotes or buffer.find(b'"', 0, end) >= 0
        if self.quotes and self.returns and self.structure.tabs:
            raise Doubt("line ends may be translated")

    def _newlines(self, records: memoryview) -> bool:
        """Whether there are line ends in quoted cells. Refuses quotation marks that RFC 4180 does not allow."""
        import numpy

        body = numpy.frombuffer(records, dtype=numpy.uint8)
        marks = numpy.flatnonzero(body == ord('"'))
        if marks.size % 2 and not self.whole:
            raise _OneBlock
        _well_formed(body, marks, ord(self.structure.delimiter))
        ends = numpy.flatnonzero(body == ord("\n"))
        found = bool((numpy.searchsorted(marks, ends) % 2).any())
        if found and not self.whole:
            raise _OneBlock
        return found


def read_columns(structure: Structure) -> Columns:
    """Effect: reads the file (its size is limited elsewhere). Raises `Doubt`, or what pyarrow raises."""
    size = structure.path.stat().st_size
    if size > MAX_BYTES:
        raise Doubt("too large")
    try:
        reading = _read(structure, min(_BLOCK, size + 1))
    except _OneBlock:
        reading = _read(structure, size + 1)
    if not reading.data and not structure.header:
        raise Doubt("empty")
    columns = Columns(reading.rows, reading.columns)
    if _empty_row(columns) and (len(columns.each) == 1 or _blank_line(structure.path)):
        raise Doubt("row of empty cells")
    return columns


def _blank_line(path: Path) -> bool:
    """Whether the file has one, or two line ends one behind the other in a cell."""
    last = b"\n"
    with path.open("rb") as file:
        while piece := file.read(_BLOCK):
            piece = last + piece
            if b"\n\n" in piece or b"\n\r" in piece:
                return True
            last = piece[-1:]
    return False


def _read(structure: Structure, size: int) -> _Reading:
    buffer = bytearray(size)
    whole = size > structure.path.stat().st_size
    reading = _Reading(structure, tuple(Column() for _ in structure.fields), whole)
    for end, last in _blocks(structure.path, buffer):
        reading.add(buffer, end, last=last)
    return reading


def _blocks(path: Path, buffer: bytearray) -> Iterator[tuple[int, bool]]:
    """Fills the buffer with whole lines again and again: where they end, and whether they are the last."""
    filled = 0
    with path.open("rb", buffering=0) as file:
        while count := file.readinto(memoryview(buffer)[filled:]):
            filled += count
            if filled < len(buffer):
                continue
            end = buffer.rfind(b"\n", 0, filled) + 1
            if not end:
                raise _OneBlock
            yield end, False
            buffer[: filled - end] = buffer[end:filled]
            filled -= end
    yield filled, True


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


def _split(records: memoryview, structure: Structure, newlines: bool) -> pyarrow.Table:
    """One block: between two blocks pyarrow drops the second half of CRLF, also in quotes."""
    import numpy
    import pyarrow
    from pyarrow import csv as reader

    names = [str(number) for number in range(len(structure.fields))]
    ascii_only = int(numpy.frombuffer(records, dtype=numpy.uint8).max()) < 0x80
    return reader.read_csv(
        pyarrow.BufferReader(pyarrow.py_buffer(records)),
        read_options=reader.ReadOptions(use_threads=False, block_size=len(records), column_names=names),
        parse_options=reader.ParseOptions(
            delimiter=structure.delimiter,
            quote_char='"',
            double_quote=True,
            newlines_in_values=newlines,
            ignore_empty_lines=False,
        ),
        convert_options=reader.ConvertOptions(
            check_utf8=not ascii_only, column_types=dict.fromkeys(names, pyarrow.string()), strings_can_be_null=False
        ),
    )


def _empty_row(columns: Columns) -> bool:
    from pyarrow import compute

    empty = None
    for column in columns.each:
        if column.never_empty():
            return False
        here = column.rows_where(lambda texts: compute.equal(texts, as_scalar("")))
        empty = here if empty is None else empty & here
    return empty is not None and bool(empty.any())
