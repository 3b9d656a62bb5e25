"""Facts and guards of a proved table, from its columns; the same as `Counting` and `Guard` find row by row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from lintas.model import ColumnFacts, Resource, TableFacts
from lintas.tables.facts import PREVIEW, code_column, missing_values
from lintas.tables.files import FileFacts
from lintas.wilayah import find

if TYPE_CHECKING:
    from lintas.tables.prover import Columns, Proof
    from lintas.tables.regions import Guard

Json = dict[str, Any]
Gaps = tuple[frozenset[str], ...]


def facts(proof: Proof, resource: Resource, schema: Json, file: FileFacts) -> TableFacts:
    """`TableFacts` of a proved table, whose columns are those of `resource` in the same order."""
    columns = proof.columns
    names = tuple(field.name for field in resource.fields)
    gaps = tuple(frozenset(texts) for texts in missing_values(schema, names))
    return TableFacts(
        resource=resource.name,
        bytes=file.bytes,
        sha256=file.sha256,
        rows=columns.rows,
        header=proof.structure.labels or names,
        preview=tuple(_shown(columns.row(row), gaps) for row in range(min(PREVIEW, columns.rows))),
        columns=tuple(_column(columns, index, name, gaps[index]) for index, name in enumerate(names)),
        figures=_figures(columns, resource, gaps),
    )


def _shown(cells: tuple[str, ...], gaps: Gaps) -> tuple[str | None, ...]:
    return tuple(None if cell in gap else cell for cell, gap in zip(cells, gaps, strict=True))


def _column(columns: Columns, index: int, name: str, gaps: frozenset[str]) -> ColumnFacts:
    import numpy
    import pyarrow
    from pyarrow import compute

    texts = columns.texts[index]
    blank = compute.is_in(texts, value_set=pyarrow.array(sorted(gaps), pyarrow.string()))
    codes = numpy.flatnonzero(blank.to_numpy(zero_copy_only=False))
    missing = sum(int(numpy.count_nonzero(columns.codes[index] == code)) for code in codes)
    return ColumnFacts(name, missing, len(texts) - len(codes))


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
    """A guard that has seen the table. Rows that are alike to it are shown once; only where it finds something all rows
    are, for their number and places. `make` makes a new guard; `first` is the record number of the first row."""
    guard: Guard = make()
    watched = guard.watched()
    if not watched:
        return guard
    for row in _different(columns, watched):
        guard.add(row + first, columns.row(row), gaps)
    if not any(tally.size for tally in guard.tallies()):
        return guard
    full: Guard = make()
    used = sorted({index for group in watched for index in group})
    texts = {index: columns.texts[index].to_pylist() for index in used}
    cells = [""] * len(columns.texts)
    for row in range(columns.rows):
        for index in used:
            cells[index] = texts[index][columns.codes[index][row]]
        full.add(row + first, cells, gaps)
    return full


def _different(columns: Columns, groups: Sequence[Sequence[int]]) -> list[int]:
    """The first row of each different combination of texts, for each group of columns, in order."""
    import numpy

    found: set[int] = set()
    for group in groups:
        total = numpy.zeros(columns.rows, dtype=numpy.int64)
        size = 1
        for index in group:
            width = max(len(columns.texts[index]), 1)
            if size * width > 2**62:
                return list(range(columns.rows))
            total = total * width + columns.codes[index]
            size *= width
        found.update(numpy.unique(total, return_index=True)[1].tolist())
    return sorted(found)
