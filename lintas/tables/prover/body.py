"""Well-formed CSV → columns: for each the distinct texts, and for every row which of them it has.

pyarrow splits the file. Where it and Python's csv module could differ (lone quotation marks, carriage returns, NUL, a
mark of byte order inside) the bytes are looked at first, and the file is refused. Rows with too few or too many cells
and bytes that are no UTF-8 are refused by pyarrow itself. A blank line is a row of empty cells to it; where there are
both, or may be, the file is refused.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lintas.tables.files import MAX_BYTES
from lintas.tables.prover.structure import Doubt, Structure

if TYPE_CHECKING:
    import numpy
    import pyarrow

    Codes = numpy.ndarray[Any, numpy.dtype[Any]]

_BOM = b"\xef\xbb\xbf"
_BLOCK = 1 << 22
_SAMPLE = 100  # rows


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
    """Effect: reads the file at once (its size is limited elsewhere). Raises `Doubt`, or what pyarrow raises."""
    if structure.path.stat().st_size > MAX_BYTES:
        raise Doubt("too large")
    data = structure.path.read_bytes()
    if b"\0" in data:
        raise Doubt("NUL")
    start = len(_BOM) if data.startswith(_BOM) else 0
    start = _behind_header(data, start, structure) if structure.header else start
    returns = b"\r" in data  # a search is many times faster than a count
    if returns and data.count(b"\r") != data.count(b"\r\n"):
        raise Doubt("carriage return alone")
    if data.startswith(_BOM, start):
        raise Doubt("byte order mark inside")
    if start >= len(data):
        if not structure.header:
            raise Doubt("empty")
        return _empty(len(structure.fields))
    newlines = b'"' in data and _quotations(data, start, structure, returns)
    columns = _split(data, start, structure, newlines)
    if _empty_row(columns) and (len(columns.texts) == 1 or _blank_line(data, start)):
        raise Doubt("row of empty cells")
    return columns


def _blank_line(data: bytes, start: int) -> bool:
    return data.startswith((b"\n", b"\r"), start) or any(data.find(two, start) >= 0 for two in (b"\n\n", b"\n\r"))


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
    """Whether there are line ends in quoted cells. Refuses quotation marks that RFC 4180 does not allow."""
    import numpy

    if structure.tabs and returns:
        raise Doubt("line ends may be translated")
    body = numpy.frombuffer(data, dtype=numpy.uint8, offset=start)
    marks = numpy.flatnonzero(body == ord('"'))
    _well_formed(body, marks, ord(structure.delimiter))
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
    import pyarrow
    from pyarrow import csv as reader

    block = (
        len(data) if newlines else _BLOCK
    )  # between two blocks pyarrow drops the second half of CRLF, also in quotes
    names = [str(number) for number in range(len(structure.fields))]
    table = reader.read_csv(
        pyarrow.BufferReader(pyarrow.py_buffer(data).slice(start)),
        read_options=reader.ReadOptions(use_threads=False, block_size=block, column_names=names),
        parse_options=reader.ParseOptions(
            delimiter=structure.delimiter,
            quote_char='"',
            double_quote=True,
            newlines_in_values=newlines,
            ignore_empty_lines=False,
        ),
        convert_options=reader.ConvertOptions(
            check_utf8=True, column_types=dict.fromkeys(names, pyarrow.string()), strings_can_be_null=False
        ),
    )
    rows, columns = table.num_rows, table.columns
    del table
    coded = []
    while columns:  # what is done with leaves its memory to the next
        coded.append(_coded(columns.pop(0)))
    return Columns(rows, tuple(texts for texts, _ in coded), tuple(codes for _, codes in coded))


def _coded(cells: pyarrow.ChunkedArray) -> tuple[pyarrow.StringArray, Codes]:
    """The different texts, and which one each row has. A column in rising order, as identifiers often are, needs none
    of the hashing that finds what is different."""
    import numpy
    from pyarrow import compute

    if cells.null_count:
        raise Doubt("nulls")
    if _rising(cells.slice(0, _SAMPLE).combine_chunks()):
        whole = cells.combine_chunks()
        if _rising(whole):
            return whole, numpy.arange(len(whole), dtype=numpy.int32)
    encoded = compute.dictionary_encode(cells)  # of all chunks with one dictionary
    codes = numpy.concatenate([numpy.from_dlpack(chunk.indices) for chunk in encoded.chunks])
    return encoded.chunk(encoded.num_chunks - 1).dictionary, codes


def _rising(cells: pyarrow.StringArray) -> bool:
    """Whether every text is greater than the one before. Texts of one short length, such as numbered identifiers, are
    compared as numbers of 128 bits, which is four times faster."""
    import numpy
    from pyarrow import compute

    size = len(cells)
    if size < 2:
        return True
    _, places, content = cells.buffers()
    offsets = numpy.frombuffer(places, dtype=numpy.int32)[cells.offset : cells.offset + size + 1]
    width = int(offsets[1] - offsets[0])
    if not 0 < width <= 16 or (numpy.diff(offsets) != width).any():
        return bool(compute.all(compute.less(cells[:-1], cells[1:]), min_count=0).as_py())
    padded = numpy.zeros((size, 16), dtype=numpy.uint8)
    padded[:, :width] = numpy.frombuffer(content, dtype=numpy.uint8)[offsets[0] : offsets[-1]].reshape(size, width)
    high, low = padded.view(">u8").astype(numpy.uint64).T
    same = high[1:] == high[:-1]
    return bool(((high[1:] > high[:-1]) | (same & (low[1:] > low[:-1]))).all())


def _empty_row(columns: Columns) -> bool:
    from pyarrow import compute

    empty = None
    for texts, codes in zip(columns.texts, columns.codes, strict=True):
        place = compute.index(texts, as_scalar("")).as_py()
        if place < 0:
            return False
        empty = codes == place if empty is None else empty & (codes == place)
    return empty is not None and bool(empty.any())


def as_texts(values: Sequence[str]) -> pyarrow.StringArray:
    """An array of texts, without the detour of `pyarrow.array`, which imports pandas."""
    import numpy
    import pyarrow

    parts = [value.encode() for value in values]
    offsets = numpy.cumsum([0, *map(len, parts)], dtype=numpy.int32)
    return pyarrow.StringArray.from_buffers(len(parts), pyarrow.py_buffer(offsets), pyarrow.py_buffer(b"".join(parts)))


def as_scalar(value: int | float | str) -> pyarrow.Scalar:
    """A number of 64 bits or a text, as `as_texts`."""
    import numpy
    import pyarrow

    if isinstance(value, str):
        return as_texts((value,))[0]
    kind = pyarrow.float64() if isinstance(value, float) else pyarrow.int64()
    return pyarrow.Array.from_buffers(kind, 1, [None, pyarrow.py_buffer(numpy.array([value]))])[0]


def as_truths(found: pyarrow.BooleanArray) -> Codes:
    """The same for numpy, without the detour of pyarrow's own method, which imports pandas."""
    import numpy
    import pyarrow

    truths: Codes = numpy.from_dlpack(found.cast(pyarrow.uint8())) != 0
    return truths


def _empty(width: int) -> Columns:
    import numpy

    return Columns(
        0,
        tuple(as_texts(()) for _ in range(width)),
        tuple(numpy.array([], dtype=numpy.int32) for _ in range(width)),
    )
