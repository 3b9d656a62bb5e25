"""A table as Parquet: codes stay text, a number is a double, a date a date; what fits no type falls back to text."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lintas.model import Dataset
from lintas.tables.opened import Opened, opened

if TYPE_CHECKING:
    import pyarrow

_NATIVE = ("boolean", "date", "datetime", "integer", "number", "string", "time", "year")
_ROWS = 50_000  # of one row group


class _Unfit(Exception):
    """A column has values outside the type chosen for it, such as an integer above 64 bits."""

    def __init__(self, column: int) -> None:
        super().__init__(column)
        self.column = column


def write_parquet(place: tuple[Path, Dataset], resource: str) -> bytes:
    as_text: frozenset[int] = frozenset()
    while True:  # at most once per column
        try:
            with opened(place, resource, _NATIVE) as table:
                return _write(table, as_text)
        except _Unfit as unfit:
            as_text |= {unfit.column}


def _write(table: Opened, as_text: frozenset[int]) -> bytes:
    import pyarrow
    from pyarrow import parquet

    kinds = _kinds(table, as_text)
    schema = pyarrow.schema([pyarrow.field(name, kind) for name, kind in zip(table.names, kinds, strict=True)])
    target = io.BytesIO()
    with parquet.ParquetWriter(target, schema, compression="snappy", version="2.6") as writer:
        for rows in _groups(table.rows):
            columns = list(zip(*rows, strict=True))
            arrays = [_array(index, columns[index], kind) for index, kind in enumerate(kinds)]
            writer.write_table(pyarrow.Table.from_arrays(arrays, schema=schema))
    return target.getvalue()


def _groups(rows: Iterator[list[Any]]) -> Iterator[list[list[Any]]]:
    while group := list(islice(rows, _ROWS)):
        yield group


def _kinds(table: Opened, as_text: frozenset[int]) -> list[pyarrow.DataType]:
    import pyarrow

    known = {
        "boolean": pyarrow.bool_(),
        "date": pyarrow.date32(),
        "datetime": pyarrow.timestamp("us"),
        "integer": pyarrow.int64(),
        "number": pyarrow.float64(),
        "time": pyarrow.time64("us"),
        "year": pyarrow.int32(),
    }
    text = pyarrow.string()
    return [text if i in as_text else known.get(kind, text) for i, kind in enumerate(table.types)]


def _array(index: int, values: tuple[Any, ...], kind: pyarrow.DataType) -> pyarrow.Array:
    import pyarrow

    if pyarrow.types.is_string(kind):
        return pyarrow.array([None if value is None else str(value) for value in values], kind)
    if pyarrow.types.is_floating(kind):
        values = tuple(None if value is None else float(value) for value in values)
    if any(getattr(value, "tzinfo", None) is not None for value in values):
        raise _Unfit(index)  # the zone would be lost
    try:
        return pyarrow.array(values, kind)
    except (pyarrow.ArrowException, OverflowError, TypeError, ValueError):
        raise _Unfit(index) from None
