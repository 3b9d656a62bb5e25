"""Cells of a table judged one by one: which rows have a wrong one, and the table as its keys then are.

The judge stops after `ENOUGH` errors; what stands behind the row with which it must have reached them is left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lintas.tables.prover.arrays import as_texts, as_truths
from lintas.tables.prover.cells import in_python, is_missing, missing_of, prove_column
from lintas.tables.prover.columns import Columns, numbered
from lintas.tables.prover.keys import Table
from lintas.tables.prover.shapes import certain
from lintas.tables.prover.structure import Doubt, Structure
from lintas.tables.tally import ENOUGH

if TYPE_CHECKING:
    import pyarrow
    from frictionless import Field

    from lintas.tables.prover.arrays import Codes


@dataclass(frozen=True, slots=True)
class Sound:
    """A table as far as its cells are judged. In `table` a cell of the wrong type is a missing one, as it is to keys;
    `columns` have all cells as written. `wrong`: rows with a cell that the library refuses. `rows`: of the file."""

    table: Table
    columns: Columns
    wrong: Codes
    rows: int

    @property
    def whole(self) -> bool:
        return self.columns.rows == self.rows


def sound(structure: Structure, columns: Columns) -> Sound:
    """Judge all cells. Raises `Doubt` where cells of the wrong type cannot be set aside."""
    import numpy

    rows = columns.rows
    refused = [_refused(field, columns, index) for index, field in enumerate(structure.fields)]
    if all(found is None for found in refused):
        return Sound(Table(structure, columns), columns, numpy.zeros(rows, dtype=bool), rows)
    end = min(found.end for found in refused if found)
    wrong = numpy.zeros(end, dtype=bool)
    for index, found in enumerate(refused):
        if found:
            wrong |= found.wrong[columns.codes[index][:end]]
    end = until_enough(wrong)
    wrong = wrong[:end]
    untyped = [found.untyped if found else None for found in refused]
    kept = _set_aside(structure, columns, untyped)
    return Sound(Table(structure, head(kept, end)), head(columns, end), wrong, rows)


@dataclass(frozen=True, slots=True)
class _Refused:
    """Which distinct texts of a column are wrong, and wrong by type; known of all texts of the rows before `end`."""

    wrong: Codes
    untyped: Codes
    end: int


def _refused(field: Field, columns: Columns, index: int) -> _Refused | None:
    """None where the column is proved."""
    import numpy

    try:
        prove_column(field, columns.each[index])
        return None
    except Doubt:
        pass
    texts = columns.texts[index]
    plain = certain(field, texts)
    first = numpy.zeros(len(texts), dtype=numpy.int64)
    first[columns.codes[index][::-1]] = numpy.arange(columns.rows - 1, -1, -1)  # of several the last one stays
    open_ones = (
        numpy.arange(len(texts)) if plain is None else numpy.flatnonzero(~(as_truths(plain) & ~gaps_of(field, texts)))
    )
    open_ones = open_ones[numpy.argsort(first[open_ones])]
    wrong, untyped = numpy.zeros(len(texts), dtype=bool), numpy.zeros(len(texts), dtype=bool)
    reader = field.create_cell_reader()
    found = 0
    for place, text in zip(open_ones.tolist(), in_python(taken(texts, open_ones)), strict=True):
        notes = reader(text)[1]
        if notes:
            wrong[place], untyped[place] = True, "type" in notes
            found += 1
            if found == ENOUGH:
                return _Refused(wrong, untyped, int(first[place]) + 1)
    return _Refused(wrong, untyped, columns.rows)


def gaps_of(field: Field, texts: pyarrow.StringArray) -> Codes:
    return as_truths(is_missing(field, texts))


def until_enough(sure: Codes) -> int:
    """How many rows there are up to the one in which the judge will have met enough errors at the latest."""
    import numpy

    places = numpy.flatnonzero(sure)
    return int(places[ENOUGH - 1]) + 1 if places.size >= ENOUGH else len(sure)


def _set_aside(structure: Structure, columns: Columns, untyped: Sequence[Codes | None]) -> Columns:
    """The columns with a missing value in place of each text of the wrong type."""
    import numpy
    import pyarrow

    changed = {}
    for index, (field, gone) in enumerate(zip(structure.fields, untyped, strict=True)):
        if gone is None or not gone.any():
            continue
        blank = missing_of(field)
        if not blank:
            raise Doubt(f"{field.name} knows no missing value")
        texts = columns.texts[index]
        number = numpy.cumsum(~gone) - 1
        here = numpy.flatnonzero(gaps_of(field, texts))
        kept = taken(texts, numpy.flatnonzero(~gone))
        number[gone] = number[here[0]] if here.size else len(kept)
        kept = kept if here.size else pyarrow.concat_arrays([kept, as_texts(blank[:1])])
        changed[index] = kept, number.astype(numpy.int32)[columns.codes[index]]
    return _with(columns, columns.rows, changed)


def head(columns: Columns, rows: int) -> Columns:
    """The first rows of a table, with no more texts than they have."""
    import numpy

    if rows >= columns.rows:
        return columns
    changed = {}
    for index in range(len(columns.texts)):
        used, inverse = numpy.unique(columns.codes[index][:rows], return_inverse=True)
        changed[index] = taken(columns.texts[index], used), inverse.astype(numpy.int32)
    return _with(columns, rows, changed)


def _with(columns: Columns, rows: int, changed: Mapping[int, tuple[pyarrow.StringArray, Codes]]) -> Columns:
    """The columns, some of which have other texts and codes."""
    each = enumerate(columns.each)
    return Columns(rows, tuple(numbered(*changed[index]) if index in changed else column for index, column in each))


def taken(texts: pyarrow.StringArray, places: Codes) -> pyarrow.StringArray:
    """The texts at these places."""
    import numpy
    import pyarrow

    numbers = numpy.ascontiguousarray(places, dtype=numpy.int32)
    return texts.take(pyarrow.Array.from_buffers(pyarrow.int32(), len(numbers), [None, pyarrow.py_buffer(numbers)]))
