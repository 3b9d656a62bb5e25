"""The columns of a table: for each the different texts, and for every row which of them it has.

A column in which most cells differ is left as it was read, and only numbered when somebody asks for it: what has to be
proved of it can mostly be told from its outline.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from lintas.tables.prover.arrays import as_scalar, as_texts, as_truths, bytes_of
from lintas.tables.prover.outline import Outline

if TYPE_CHECKING:
    import pyarrow

    from lintas.tables.prover.arrays import Codes

_SAMPLE = 10_000  # rows by which it is decided whether a column is numbered while it is read
_FEW = 100  # rows by which it is guessed that a column rises

T = TypeVar("T")


@dataclass(slots=True)
class Column:
    """Filled block by block (`add`), then only read.

    A column whose texts repeat has for every block its different texts and the number of each row's text among them;
    the numbers of all blocks together (`codes`) are made when somebody asks for them, to spare the memory.
    """

    outline: Outline | None = None  # of a column that is not numbered
    _blocks: list[tuple[pyarrow.StringArray, Codes]] = field(default_factory=list)
    _texts: pyarrow.StringArray | None = None
    _codes: Codes | None = None
    _distinct: int | None = None

    def add(self, cells: pyarrow.StringArray) -> None:
        from pyarrow import compute

        if self.outline is None and not self._blocks:
            sample = cells.slice(0, _SAMPLE)
            self.outline = Outline() if 2 * len(compute.unique(sample)) > len(sample) else None
        if self.outline is None:
            self._blocks.append(_narrow(compute.dictionary_encode(cells)))
        else:
            self.outline.add(cells)

    @property
    def texts(self) -> pyarrow.StringArray:
        self._number()
        if self._texts is None:
            self._texts = _different([texts for texts, _ in self._blocks])
        return self._texts

    @property
    def codes(self) -> Codes:
        self._number()
        if self._codes is None:
            self._codes = _joined(self._blocks, self.texts)
        return self._codes

    def _number(self) -> None:
        if self.outline is not None:
            self._blocks = [_coded(tuple(self.outline.parts()))]
            self.outline = None

    def parts(self) -> Iterator[pyarrow.StringArray]:
        """Arrays in which every text of the column occurs: its cells as read, or its different texts."""
        return iter((self.texts,)) if self.outline is None else self.outline.parts()

    def never_empty(self) -> bool:
        """Whether every cell has a text."""
        from pyarrow import compute

        if self.outline is not None:
            return self.outline.shortest > 0
        return bool(compute.index(self.texts, as_scalar("")).as_py() < 0)

    def rows_where(self, judge: Callable[[pyarrow.StringArray], pyarrow.BooleanArray]) -> Codes:
        """One truth per row: what `judge` says of its text."""
        import numpy

        if self.outline is None:
            return as_truths(judge(self.texts))[self.codes]
        return numpy.concatenate([as_truths(judge(part)) for part in self.outline.parts()])

    def distinct(self) -> int:
        if self._distinct is None:
            found = self.outline.distinct() if self.outline else None
            self._distinct = len(self.texts) if found is None else found
        return self._distinct

    def missing(self, gaps: Sequence[str]) -> tuple[int, int]:
        """In how many rows the text is one of `gaps`, and how many of these there are in the column."""
        from pyarrow import compute

        wanted = as_texts(sorted(set(gaps)))
        if self.outline is None:
            number = sum(_tally(texts, codes, wanted) for texts, codes in self._blocks)
            return number, len(self.texts.filter(compute.is_in(self.texts, value_set=wanted)))
        if self.outline.shortest > max((len(gap.encode()) for gap in gaps), default=0):
            return 0, 0
        if set(gaps) == {""}:
            return self.outline.empty, 1
        parts = [part.filter(compute.is_in(part, value_set=wanted)) for part in self.outline.parts()]
        found = {text for part in parts for text in compute.unique(part).to_pylist()}
        return sum(map(len, parts)), len(found)

    def cell(self, row: int) -> str:
        if self.outline is not None:
            return self.outline.cell(row)
        for texts, codes in self._blocks:
            if row < len(codes):
                return str(texts[int(codes[row])].as_py())
            row -= len(codes)
        raise IndexError(row)


@dataclass(frozen=True, slots=True)
class Columns:
    """`texts[i]` are the distinct texts of column i, `codes[i]` the index of each row's text among them."""

    rows: int
    each: tuple[Column, ...]

    @property
    def texts(self) -> Sequence[pyarrow.StringArray]:
        return _Parts(self.each, lambda column: column.texts)

    @property
    def codes(self) -> Sequence[Codes]:
        return _Parts(self.each, lambda column: column.codes)

    def cell(self, row: int, column: int) -> str:
        return self.each[column].cell(row)

    def row(self, row: int) -> tuple[str, ...]:
        return tuple(column.cell(row) for column in self.each)


@dataclass(frozen=True, slots=True)
class _Parts(Sequence[T], Generic[T]):
    """One thing of every column, made when it is asked for."""

    each: tuple[Column, ...]
    part: Callable[[Column], T]

    def __getitem__(self, index: int) -> T:  # type: ignore[override]  # no slices
        return self.part(self.each[index])

    def __len__(self) -> int:
        return len(self.each)

    def __iter__(self) -> Iterator[T]:
        return map(self.part, self.each)


def numbered(texts: pyarrow.StringArray, codes: Codes) -> Column:
    """A column whose different texts and their numbers are known."""
    return Column(_blocks=[(texts, codes)])


def columns_of(rows: int, columns: Sequence[Sequence[pyarrow.StringArray]]) -> Columns:
    """Columns from their cells, each in one or several arrays."""
    found = tuple(Column() for _ in columns)
    for column, parts in zip(found, columns, strict=True):
        for part in parts:
            column.add(part)
    return Columns(rows, found)


def _narrow(encoded: pyarrow.DictionaryArray) -> tuple[pyarrow.StringArray, Codes]:
    """The different texts and their numbers, in as few bytes as will do: new memory costs more than arithmetic."""
    import numpy

    size = len(encoded.dictionary)
    kind = numpy.uint8 if size <= 2**8 else numpy.uint16 if size <= 2**16 else numpy.int32
    return encoded.dictionary, numpy.from_dlpack(encoded.indices).astype(kind)


def _different(parts: Sequence[pyarrow.StringArray]) -> pyarrow.StringArray:
    import pyarrow
    from pyarrow import compute

    if len(parts) < 2:
        return parts[0] if parts else as_texts(())
    return compute.unique(pyarrow.concat_arrays(parts))


def _joined(blocks: Sequence[tuple[pyarrow.StringArray, Codes]], texts: pyarrow.StringArray) -> Codes:
    """The numbers of all rows among all texts."""
    import numpy
    from pyarrow import compute

    if len(blocks) < 2:
        return blocks[0][1].astype(numpy.int32, copy=False) if blocks else numpy.array([], dtype=numpy.int32)
    found, row = numpy.empty(sum(len(codes) for _, codes in blocks), dtype=numpy.int32), 0
    for own, codes in blocks:
        places = numpy.from_dlpack(compute.index_in(own, value_set=texts))
        found[row : row + len(codes)] = places[codes]
        row += len(codes)
    return found


def _tally(texts: pyarrow.StringArray, codes: Codes, wanted: pyarrow.StringArray) -> int:
    """In how many rows of a block the text is one of those wanted."""
    import numpy
    from pyarrow import compute

    numbers = numpy.flatnonzero(as_truths(compute.is_in(texts, value_set=wanted)))
    return sum(int(numpy.count_nonzero(codes == number)) for number in numbers)


def _coded(parts: Sequence[pyarrow.StringArray]) -> tuple[pyarrow.StringArray, Codes]:
    """A column in rising order, as identifiers often are, needs none of the hashing that finds what is different."""
    import numpy
    import pyarrow
    from pyarrow import compute

    if _rising(parts[0].slice(0, _FEW)):
        whole = pyarrow.concat_arrays(parts)
        if _rising(whole):
            return whole, numpy.arange(len(whole), dtype=numpy.int32)
    encoded = compute.dictionary_encode(pyarrow.chunked_array(parts))  # of all chunks with one dictionary
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
    body, offsets = bytes_of(cells)
    width = int(offsets[1] - offsets[0])
    if not 0 < width <= 16 or (numpy.diff(offsets) != width).any():
        return bool(compute.all(compute.less(cells[:-1], cells[1:]), min_count=0).as_py())
    padded = numpy.zeros((size, 16), dtype=numpy.uint8)
    padded[:, :width] = body.reshape(size, width)
    high, low = padded.view(">u8").astype(numpy.uint64).T
    same = high[1:] == high[:-1]
    return bool(((high[1:] > high[:-1]) | (same & (low[1:] > low[:-1]))).all())
