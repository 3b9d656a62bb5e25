"""Facts and guards of a table that the prover has read, the same as `Counting` and `Guard` find row by row."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from lintas.model import ColumnFacts, Resource, TableFacts
from lintas.tables.facts import PREVIEW, code_column, missing_values, unique_columns
from lintas.tables.files import FileFacts
from lintas.tables.prover import taken
from lintas.tables.regions import year_in
from lintas.wilayah import find

if TYPE_CHECKING:
    from lintas.tables.prover import Codes, Columns
    from lintas.tables.regions import Guard

    Group = tuple[list[tuple[Codes, int]], int]  # kinds of text by column and how many there are, combinations

Json = dict[str, Any]
Gaps = tuple[frozenset[str], ...]

_TABLE = 4_000_000  # numbers that are looked up in a table instead of being sorted
_AT_ONCE = 50_000  # rows looked at together


def facts(columns: Columns, header: Sequence[str], described: tuple[Resource, Json], file: FileFacts) -> TableFacts:
    """`TableFacts` of a table, whose columns are those of the resource in the same order. `header`: as found, or ()."""
    resource, schema = described
    names = tuple(field.name for field in resource.fields)
    gaps = tuple(frozenset(texts) for texts in missing_values(schema, names))
    unique = unique_columns(resource)
    return TableFacts(
        resource=resource.name,
        bytes=file.bytes,
        sha256=file.sha256,
        rows=columns.rows,
        header=tuple(header) or names,
        preview=tuple(_shown(columns.row(row), gaps) for row in range(min(PREVIEW, columns.rows))),
        columns=tuple(_column(columns, i, name, gaps[i], unique=name in unique) for i, name in enumerate(names)),
        figures=_figures(columns, resource, gaps),
    )


def _shown(cells: tuple[str, ...], gaps: Gaps) -> tuple[str | None, ...]:
    return tuple(None if cell in gap else cell for cell, gap in zip(cells, gaps, strict=True))


def _column(columns: Columns, index: int, name: str, gaps: frozenset[str], *, unique: bool) -> ColumnFacts:
    rows, texts = columns.each[index].missing(sorted(gaps))
    return ColumnFacts(name, rows, columns.rows - rows if unique else columns.each[index].distinct() - texts)


def _figures(columns: Columns, resource: Resource, gaps: Gaps) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """The last row of a region counts, as in a series ordered by time."""
    import numpy

    place = code_column(resource)
    measures = tuple((index, field.name) for index, field in enumerate(resource.fields) if field.indicator)
    if place is None or not measures:
        return ()
    texts = columns.texts[place].to_pylist()
    last = numpy.full(len(texts), -1, dtype=numpy.int64)
    last[columns.codes[place]] = numpy.arange(columns.rows)
    found = []
    for text, row in zip(texts, last.tolist(), strict=True):
        if text not in gaps[place] and text.count(".") <= 1 and find(text) is not None:
            cells = [(name, columns.cell(row, index), gaps[index]) for index, name in measures]
            found.append((text, tuple((name, cell) for name, cell, gap in cells if cell not in gap)))
    return tuple(sorted(found))


def guarded(make: Any, columns: Columns, gaps: Sequence[Sequence[str]], first: int) -> Guard:
    """A guard that has seen the table. Rows that are alike to it are shown once; where it finds something, all that are
    like them are too, for their number and places. `make` makes a new guard; `first`: record number of the first row.
    """
    import numpy

    guard: Guard = make()
    if not guard.watched():
        return guard
    grouped = _grouped(columns, guard)
    if grouped is None:
        _feed(guard, columns, numpy.arange(columns.rows), gaps=gaps, first=first)
        return guard
    different = numpy.unique(numpy.concatenate([_first_of_each(group, columns.rows) for group in grouped]))
    found = _feed(guard, columns, different, gaps=gaps, first=first)
    if not any(tally.size for tally in guard.tallies()):
        return guard
    shown = numpy.zeros(columns.rows, dtype=bool)
    shown[different] = True
    for parts, size in grouped:
        numbers = _combined(parts, 0, columns.rows)
        shown |= _among(numbers, numbers[found], size)
    full: Guard = make()
    _feed(full, columns, numpy.flatnonzero(shown), gaps=gaps, first=first)
    return full


def _feed(guard: Guard, columns: Columns, rows: Codes, *, gaps: Sequence[Sequence[str]], first: int) -> list[int]:
    """Show the guard these rows, with the columns that it watches; the others stay empty. Those with a finding."""
    used = sorted({index for group in guard.watched() for index in group})
    cells = [""] * len(columns.texts)
    found, count = [], 0
    for start in range(0, len(rows), _AT_ONCE):
        numbers = rows[start : start + _AT_ONCE]
        texts = [taken(columns.texts[index], columns.codes[index][numbers]).to_pylist() for index in used]
        for row, *values in zip(numbers.tolist(), *texts, strict=True):
            for index, value in zip(used, values, strict=True):
                cells[index] = value
            guard.add(row + first, cells, gaps)
            if guard.found() > count:
                found.append(row)
                count = guard.found()
    return found


def _grouped(columns: Columns, guard: Guard) -> list[Group] | None:
    """For each code column the kinds of text that the guard tells apart in the columns it is judged by; None where
    their combinations are too many to number."""
    found = []
    for group in guard.watched():
        parts = [_kinds(columns, index, guard) for index in group]
        size = math.prod(width for _, width in parts)
        if size > 2**62:
            return None
        found.append((parts, size))
    return found


def _among(numbers: Codes, wanted: Codes, size: int) -> Codes:
    """Which of the numbers, all below `size`, are among those wanted."""
    import numpy

    if size > _TABLE:
        among: Codes = numpy.isin(numbers, wanted)
        return among
    flags = numpy.zeros(size, dtype=bool)
    flags[wanted] = True
    return flags[numbers]


def _combined(parts: Sequence[tuple[Codes, int]], start: int, stop: int) -> Codes:
    """One number per row for its kinds of text in several columns."""
    import numpy

    total = numpy.zeros(stop - start, dtype=numpy.int64)
    for kinds, width in parts:
        total = total * width + kinds[start:stop]
    return total


def _first_of_each(group: Group, rows: int) -> Codes:
    """The first row of each combination. Some rows at a time, which spares new memory."""
    import numpy

    parts, size = group
    if size > _TABLE:
        return numpy.unique(_combined(parts, 0, rows), return_index=True)[1]
    first = numpy.full(size, -1, dtype=numpy.int64)
    for start in reversed(range(0, rows, _AT_ONCE)):
        stop = min(start + _AT_ONCE, rows)
        numbers = _combined(parts, start, stop)
        first[numbers[::-1]] = numpy.arange(stop - 1, start - 1, -1)  # of several rows the last one written stays
    return first[first >= 0]


def _kinds(columns: Columns, index: int, guard: Guard) -> tuple[Codes, int]:
    """For each row the number of the kind of text that it has in this column, and how many kinds there are."""
    import numpy

    texts = columns.texts[index]
    if not guard.only_dates(index):
        return columns.codes[index], max(len(texts), 1)
    numbers: dict[int, int] = {}
    kinds = [numbers.setdefault(year_in(text), len(numbers)) for text in texts.to_pylist()]
    return numpy.array(kinds, dtype=numpy.int32)[columns.codes[index]], max(len(numbers), 1)
