"""Arrow arrays from Python and numpy and back, without the detour of its own constructors, which import pandas."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy
    import pyarrow

    Codes = numpy.ndarray[Any, numpy.dtype[Any]]


def as_texts(values: Sequence[str]) -> pyarrow.StringArray:
    import numpy
    import pyarrow

    parts = [value.encode() for value in values]
    offsets = numpy.cumsum([0, *map(len, parts)], dtype=numpy.int32)
    return pyarrow.StringArray.from_buffers(len(parts), pyarrow.py_buffer(offsets), pyarrow.py_buffer(b"".join(parts)))


def as_scalar(value: int | float | str) -> pyarrow.Scalar:
    """A number of 64 bits or a text."""
    import numpy
    import pyarrow

    if isinstance(value, str):
        return as_texts((value,))[0]
    kind = pyarrow.float64() if isinstance(value, float) else pyarrow.int64()
    return pyarrow.Array.from_buffers(kind, 1, [None, pyarrow.py_buffer(numpy.array([value]))])[0]


def as_truths(found: pyarrow.BooleanArray) -> Codes:
    import numpy
    import pyarrow

    truths: Codes = numpy.from_dlpack(found.cast(pyarrow.uint8())) != 0
    return truths


def bytes_of(texts: pyarrow.StringArray) -> tuple[Codes, Codes]:
    """The texts one behind the other, and where each begins (and the last one ends) among these bytes."""
    import numpy

    _, places, content = texts.buffers()
    if not len(texts) or places is None:
        return numpy.zeros(0, dtype=numpy.uint8), numpy.zeros(1, dtype=numpy.int32)
    offsets = numpy.frombuffer(places, dtype=numpy.int32)[texts.offset : texts.offset + len(texts) + 1]
    first, last = int(offsets[0]), int(offsets[-1])
    if content is None or first == last:
        return numpy.zeros(0, dtype=numpy.uint8), offsets - first
    return numpy.frombuffer(content, dtype=numpy.uint8)[first:last], offsets - first if first else offsets
