"""Which signs a typeface holds, read from its table `cmap` (OpenType 1.9; formats 4 and 12, which all of ours have)."""

from __future__ import annotations

import functools
import struct
from collections.abc import Iterable, Iterator
from pathlib import Path

from lintas.typefaces.files import files


@functools.cache
def coverage() -> frozenset[int]:
    """Code points that at least one of the typefaces can show."""
    return union(files())


def union(paths: Iterable[Path]) -> frozenset[int]:
    return frozenset(code for path in paths for code in _codes(path.read_bytes()))


def _codes(font: bytes) -> Iterator[int]:
    start = _table(font, b"cmap")
    for index in range(struct.unpack_from(">H", font, start + 2)[0]):
        offset = start + struct.unpack_from(">I", font, start + 8 + 8 * index)[0]
        kind = struct.unpack_from(">H", font, offset)[0]
        if kind == 4:
            yield from _segments(font, offset)
        elif kind == 12:
            yield from _groups(font, offset)


def _table(font: bytes, tag: bytes) -> int:
    """Where a table begins."""
    for index in range(struct.unpack_from(">H", font, 4)[0]):
        if font[12 + 16 * index : 16 + 16 * index] == tag:
            return int(struct.unpack_from(">I", font, 20 + 16 * index)[0])
    raise ValueError(tag)


def _segments(font: bytes, offset: int) -> Iterator[int]:
    """Format 4. The last segment, 0xFFFF, holds nothing."""
    count = struct.unpack_from(">H", font, offset + 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", font, offset + 14)
    starts = struct.unpack_from(f">{count}H", font, offset + 16 + 2 * count)
    for start, end in zip(starts, ends, strict=True):
        yield from range(start, min(end, 0xFFFE) + 1)


def _groups(font: bytes, offset: int) -> Iterator[int]:
    for index in range(struct.unpack_from(">I", font, offset + 12)[0]):
        first, last, _ = struct.unpack_from(">3I", font, offset + 16 + 12 * index)
        yield from range(first, last + 1)
