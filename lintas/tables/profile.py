"""Profiles of the columns of a checked dataset: range, middle, distribution and most frequent values (pandas)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING

from lintas.model import ColumnProfile, Dataset, Field, PackageFacts, TableProfile
from lintas.tables.reading import Cells, cells

if TYPE_CHECKING:
    from numpy import ndarray

BINS = 12
FREQUENT = 4
_RARE = 50  # a value of fewer rows than one in fifty says nothing
_LONGEST = 60  # characters of a frequent value
_NUMERIC = ("integer", "number", "year")
_DATED = ("date", "datetime")


def profile(root: Path, dataset: Dataset, facts: PackageFacts) -> tuple[TableProfile, ...]:
    """One profile for each table of a dataset that has passed `check`, in the order of its resources."""
    counted = {table.resource: table.rows for table in facts.tables}
    made = []
    for resource in dataset.resources:
        if resource.tabular and resource.fields:
            rows = counted[resource.name]
            read = cells((root, dataset), resource.name, rows)
            fields = {field.name: field for field in resource.fields}
            columns = tuple(_column(read, index, fields.get(name)) for index, name in enumerate(read.names))
            made.append(TableProfile(resource.name, rows, columns))
    return tuple(made)


def _column(read: Cells, index: int, field: Field | None) -> ColumnProfile:
    import pandas

    column, name = read.columns[index], read.names[index]
    present = pandas.Series([cell for cell in column if cell is not None], dtype=str)
    counts = present.value_counts(sort=False)
    missing, distinct = len(column) - len(present), len(counts)
    kind = field.type if field else "any"
    if kind in _NUMERIC and distinct:
        return ColumnProfile(name, missing, distinct, *_numbers([read.plain(index, cell) for cell in present]))
    if kind in _DATED and distinct:
        return ColumnProfile(name, missing, distinct, *_dates(present.tolist()))
    if distinct == len(present):
        return ColumnProfile(name, missing, distinct)
    if int(counts.max()) * _RARE < len(present):
        return ColumnProfile(name, missing, distinct)
    first = sorted(counts.items(), key=lambda pair: (-int(pair[1]), str(pair[0])))[:FREQUENT]
    frequent = tuple((_short(str(text)), int(count)) for text, count in first)
    return ColumnProfile(name, missing, distinct, frequent=frequent)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _numbers(texts: Sequence[str]) -> tuple[str, str, str, tuple[int, ...]]:
    """Least, middle and greatest with every digit, and the distribution; NaN and infinities are left out."""
    import numpy

    values = sorted(value for text in texts if (value := _number(text)) is not None)
    if not values:
        return "", "", "", ()
    half = len(values) // 2
    middle = values[half] if len(values) % 2 else (values[half - 1] + values[half]) / 2
    return _text(values[0]), _text(middle), _text(values[-1]), _bins(numpy.array([float(value) for value in values]))


def _number(text: str) -> Decimal | None:
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    return value if value.is_finite() and abs(value.adjusted()) < 300 else None


def _text(value: Decimal) -> str:
    return format(value, "f")


def _dates(texts: Sequence[str]) -> tuple[str, str, str, tuple[int, ...]]:
    """First, middle and last of ISO dates; dates in other forms are not put in order."""
    import numpy

    try:
        days = numpy.array(sorted(text[:10] for text in texts), dtype="datetime64[D]")
    except ValueError:
        return "", "", "", ()
    return str(days[0]), str(days[(len(days) - 1) // 2]), str(days[-1]), _bins(days.astype("int64").astype(float))


def _bins(values: ndarray) -> tuple[int, ...]:
    """How many values fall into each of at most `BINS` equal steps; () where all are the same."""
    import numpy

    if values[0] == values[-1]:
        return ()
    counts, _ = numpy.histogram(values, bins=min(BINS, len(numpy.unique(values))))
    return tuple(int(count) for count in counts)
