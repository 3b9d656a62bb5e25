"""What the cells of a column have in common, byte by byte: lengths, and the range of the bytes at every position.

Cells of up to 16 bytes are kept as one or two numbers of 64 bits, aligned to the right and filled up on the left with
a byte that is in none of them, so that numbers are equal exactly where cells are.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lintas.tables.prover.arrays import bytes_of

if TYPE_CHECKING:
    import pyarrow

    from lintas.tables.prover.arrays import Codes

WIDTH = 16  # bytes of a cell that is looked at position by position
FILL = ord("/")  # just below the digits, so that numbers of different lengths have small ranges
_FILLED = int.from_bytes(bytes([FILL]) * 8, "little")
_ALL = 2**64 - 1
_TABLE = 8_000_000  # different numbers that are counted by ticking them off; more are sorted
_ROW = 256  # words whose bytes are compared side by side


@dataclass(frozen=True, slots=True)
class Block:
    """The cells of some rows: the last 8 bytes of each, and the 8 before (one for all rows where they are the same)."""

    far: Codes
    last: Codes

    def texts(self, width: int) -> pyarrow.StringArray:
        """The cells again. `width`: of all cells, -1 where they differ and the filling byte is in none of them."""
        import numpy
        import pyarrow

        cells = numpy.empty((len(self.last), 2), dtype="<u8")
        cells[:, 0], cells[:, 1] = self.far, self.last
        places = cells.view(numpy.uint8)
        kept = places != FILL
        lengths = kept.sum(axis=1) if width < 0 else numpy.full(len(places), width)
        content = places[kept] if width < 0 else numpy.ascontiguousarray(places[:, WIDTH - width :])
        offsets = numpy.concatenate(([0], lengths.cumsum())).astype(numpy.int32)
        buffers = (pyarrow.py_buffer(offsets), pyarrow.py_buffer(content))
        return pyarrow.StringArray.from_buffers(len(places), *buffers)


@dataclass(slots=True)
class Outline:
    """`low[15]` and `high[15]` are the least and greatest last byte of all cells, `low[14]` the one before, and so on.

    They hold only while the outline is `exact`; the cells of a column that does not fit are kept as they are.
    """

    empty: int = 0  # cells
    shortest: int = 2**31  # bytes
    longest: int = 0
    lowest: int = 255  # of all bytes of all cells
    highest: int = 0
    filler: bool = False  # whether the filling byte is part of a cell
    low: list[int] = field(default_factory=lambda: [255] * WIDTH)
    high: list[int] = field(default_factory=lambda: [0] * WIDTH)
    _blocks: list[Block] = field(default_factory=list)
    _texts: list[pyarrow.StringArray] = field(default_factory=list)

    def add(self, texts: pyarrow.StringArray) -> None:
        """Of at least one cell."""
        import numpy

        body, offsets = bytes_of(texts)
        lengths = numpy.diff(offsets)
        shortest, longest = min(self.shortest, int(lengths.min())), max(self.longest, int(lengths.max()))
        filler = self.filler or bool((body == FILL).any())
        exact = self.exact and longest <= WIDTH and (shortest == longest or not filler)
        if self.exact and not exact:
            self._texts = list(self.parts())
            self._blocks.clear()
        self.shortest, self.longest, self.filler = shortest, longest, filler
        if shortest == 0:
            self.empty += int(numpy.count_nonzero(lengths == 0))
        if body.size:
            self.lowest, self.highest = min(self.lowest, int(body.min())), max(self.highest, int(body.max()))
        if exact:
            self._blocks.append(self._block(body, offsets[1:], lengths))
        else:
            self._texts.append(texts)

    def _block(self, body: Codes, ends: Codes, lengths: Codes) -> Block:
        words = _words(body, ends, lengths)
        ranges = tuple(map(_range, words))
        self.low = [min(pair) for pair in zip(self.low, ranges[0][0] + ranges[1][0], strict=True)]
        self.high = [max(pair) for pair in zip(self.high, ranges[0][1] + ranges[1][1], strict=True)]
        same = ranges[0][0] == ranges[0][1]
        return Block(words[0][:1].copy() if same else words[0], words[1])

    @property
    def exact(self) -> bool:
        """Whether `low` and `high` hold, and different cells are different numbers."""
        return not self._texts

    def parts(self) -> Iterator[pyarrow.StringArray]:
        """All cells, as arrays of texts."""
        width = self.longest if self.shortest == self.longest else -1
        yield from self._texts or (block.texts(width) for block in self._blocks)

    def cell(self, row: int) -> str:
        width = self.longest if self.shortest == self.longest else -1
        for block in self._blocks:
            if row < len(block.last):
                far = block.far if len(block.far) == 1 else block.far[row : row + 1]
                return str(Block(far, block.last[row : row + 1]).texts(width)[0].as_py())
            row -= len(block.last)
        for texts in self._texts:
            if row < len(texts):
                return str(texts[row].as_py())
            row -= len(texts)
        raise IndexError(row)

    def distinct(self) -> int | None:
        """How many different cells there are; None where that cannot be told from here."""
        import numpy

        varying = [place for place in range(WIDTH) if self.high[place] > self.low[place]]
        size = math.prod(self.high[place] - self.low[place] + 1 for place in varying)
        if not self.exact or size >= 2**62:
            return None
        if size <= _TABLE:
            seen = numpy.zeros(size, dtype=numpy.bool_)
            for block in self._blocks:
                seen[self._numbers(block, varying)] = True
            return int(numpy.count_nonzero(seen))
        numbers = numpy.concatenate([self._numbers(block, varying) for block in self._blocks])
        numbers.sort()
        return 1 + int(numpy.count_nonzero(numbers[1:] != numbers[:-1]))

    def _numbers(self, block: Block, varying: list[int]) -> Codes:
        """One number per cell: its bytes at the places that vary, as digits of a number of mixed base."""
        import numpy

        stride, least = 1, 0
        total = numpy.zeros(len(block.last), dtype=numpy.uint64)
        for place in reversed(varying):
            half, shift = block.far if place < 8 else block.last, 8 * (place % 8)
            digit = (half >> numpy.uint64(shift)) & numpy.uint64(255)
            total += digit * numpy.uint64(stride)
            least += self.low[place] * stride
            stride *= self.high[place] - self.low[place] + 1
        total -= numpy.uint64(least & _ALL)  # modulo 2**64, as the sums above
        return total.view(numpy.int64)


def _words(body: Codes, ends: Codes, lengths: Codes) -> tuple[Codes, Codes]:
    """The last 16 bytes of every cell as two numbers (the byte to the left is the least significant one)."""
    import numpy

    padded = numpy.empty(WIDTH + body.size, dtype=numpy.uint8)
    padded[:WIDTH] = FILL
    padded[WIDTH:] = body
    every = numpy.ndarray((body.size + 9,), dtype="<u8", buffer=padded, strides=(1,))  # the 8 bytes from each byte on
    last = _filled(every[ends + 8], lengths)
    if int(lengths.max()) <= 8:
        return numpy.array([_FILLED], dtype=numpy.uint64), last
    return _filled(every[ends], lengths - 8), last


def _filled(words: Codes, lengths: Codes) -> Codes:
    """What belongs to the cell before is replaced; of each word the last `lengths` bytes stay."""
    import numpy

    least = int(lengths.min())
    if least >= 8:
        return words
    kept = numpy.array([(_ALL << 8 * (8 - size)) & _ALL for size in range(9)], dtype=numpy.uint64)
    mask = kept[min(max(least, 0), 8)] if least == int(lengths.max()) else kept[numpy.clip(lengths, 0, 8)]
    filled: Codes = (words & mask) | (~mask & numpy.uint64(_FILLED))
    return filled


def _range(words: Codes) -> tuple[list[int], list[int]]:
    """The least and the greatest byte at each of the 8 places."""
    import numpy

    bytes_ = words.view(numpy.uint8)
    whole = len(words) // _ROW * _ROW * 8
    parts = [bytes_[:whole].reshape(-1, _ROW * 8), bytes_[whole:].reshape(-1, 8)]
    low = [part.min(axis=0).reshape(-1, 8).min(axis=0) for part in parts if part.size]
    high = [part.max(axis=0).reshape(-1, 8).max(axis=0) for part in parts if part.size]
    return numpy.minimum.reduce(low).tolist(), numpy.maximum.reduce(high).tolist()
