"""Tables that are clean but for some rows: which rows the library has to judge so that nothing is missed.

The rows found here are all that the library could say anything of, and those that it would name beside them: the
earlier row of a repeated value, the row that a key of the same table refers to. Any more rows would do no harm.
The judge stops after `ENOUGH` errors; what stands behind the row with which it must have reached them is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lintas.tables.prover.body import Columns, as_texts, as_truths
from lintas.tables.prover.cells import in_python, is_missing, missing_of, prove_cells, values_of
from lintas.tables.prover.keys import Table, prove_foreign_key, prove_no_blank_row, prove_primary_key, prove_unique
from lintas.tables.prover.shapes import certain
from lintas.tables.prover.structure import Doubt, Structure
from lintas.tables.tally import ENOUGH

if TYPE_CHECKING:
    import pyarrow
    from frictionless import Field

    from lintas.tables.prover.body import Codes

_TUPLES = 500_000  # different tuples of a key looked at one by one
_ROUNDS = 50  # steps from row to row along the keys of one table


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


@dataclass(frozen=True, slots=True)
class Reference:
    """A foreign key: the fields of the table, and those of `source` that have to have their values."""

    fields: tuple[str, ...]
    source: Table
    targets: tuple[str, ...]


def sound(structure: Structure, columns: Columns) -> Sound:
    """Judge all cells. Raises `Doubt` where cells of the wrong type cannot be set aside."""
    import numpy

    rows = columns.rows
    refused = [_refused(field, columns, index) for index, field in enumerate(structure.fields)]
    if all(found is None for found in refused):
        return Sound(Table(structure, columns), columns, numpy.zeros(rows, dtype=bool), rows)
    end = min(found.end for found in refused if found)
    wrong = numpy.zeros(end, dtype=bool)
    for found, codes in zip(refused, columns.codes, strict=True):
        if found:
            wrong |= found.wrong[codes[:end]]
    end = _enough(wrong)
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

    texts = columns.texts[index]
    try:
        prove_cells(field, texts)
        return None
    except Doubt:
        pass
    plain = certain(field, texts)
    first = numpy.zeros(len(texts), dtype=numpy.int64)
    first[columns.codes[index][::-1]] = numpy.arange(columns.rows - 1, -1, -1)  # of several the last one stays
    open_ones = (
        numpy.arange(len(texts)) if plain is None else numpy.flatnonzero(~(as_truths(plain) & ~_gaps(field, texts)))
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


def _gaps(field: Field, texts: pyarrow.StringArray) -> Codes:
    return as_truths(is_missing(field, texts))


def _enough(sure: Codes) -> int:
    """How many rows there are up to the one in which the judge will have met enough errors at the latest."""
    import numpy

    places = numpy.flatnonzero(sure)
    return int(places[ENOUGH - 1]) + 1 if places.size >= ENOUGH else len(sure)


def _set_aside(structure: Structure, columns: Columns, untyped: Sequence[Codes | None]) -> Columns:
    """The columns with a missing value in place of each text of the wrong type."""
    import numpy
    import pyarrow

    texts, codes = list(columns.texts), list(columns.codes)
    for index, (field, gone) in enumerate(zip(structure.fields, untyped, strict=True)):
        if gone is None or not gone.any():
            continue
        blank = missing_of(field)
        if not blank:
            raise Doubt(f"{field.name} knows no missing value")
        number = numpy.cumsum(~gone) - 1
        here = numpy.flatnonzero(_gaps(field, texts[index]))
        kept = taken(texts[index], numpy.flatnonzero(~gone))
        number[gone] = number[here[0]] if here.size else len(kept)
        texts[index] = kept if here.size else pyarrow.concat_arrays([kept, as_texts(blank[:1])])
        codes[index] = number.astype(numpy.int32)[codes[index]]
    return Columns(columns.rows, tuple(texts), tuple(codes))


def head(columns: Columns, rows: int) -> Columns:
    """The first rows of a table, with no more texts than they have."""
    import numpy

    if rows >= columns.rows:
        return columns
    texts, codes = [], []
    for all_texts, all_codes in zip(columns.texts, columns.codes, strict=True):
        used, inverse = numpy.unique(all_codes[:rows], return_inverse=True)
        texts.append(taken(all_texts, used))
        codes.append(inverse.astype(numpy.int32))
    return Columns(rows, tuple(texts), tuple(codes))


def taken(texts: pyarrow.StringArray, places: Codes) -> pyarrow.StringArray:
    """The texts at these places."""
    import numpy
    import pyarrow

    numbers = numpy.ascontiguousarray(places, dtype=numpy.int32)
    return texts.take(pyarrow.Array.from_buffers(pyarrow.int32(), len(numbers), [None, pyarrow.py_buffer(numbers)]))


def doubtful(given: Sound, references: Sequence[Reference]) -> Codes:
    """The rows (from 0, rising) that the library has to judge; none where the table is clean."""
    import numpy

    table, sure = given.table, given.wrong.copy()
    pairs = []
    if _doubted(lambda: prove_no_blank_row(table)):
        sure |= _blank(table)
    if _doubted(lambda: prove_unique(table)):
        fields = enumerate(table.structure.fields)
        pairs += [_repeated(table.combined([column])) for column, kind in fields if kind.constraints.get("unique")]
    if _doubted(lambda: prove_primary_key(table)):
        keys = table.combined([table.structure.index(name) for name in table.structure.primary_key])
        sure |= keys == 0
        pairs.append(_repeated(keys))
    for reference in references:
        sure |= _not_found(table, reference)
    for later, _ in pairs:
        sure[later] = True
    end = _enough(sure)
    found = [numpy.flatnonzero(sure[:end]), *(earlier[later < end] for later, earlier in pairs)]
    return _closed(table, numpy.unique(numpy.concatenate(found)), references)


def _doubted(prove: Any) -> bool:
    try:
        prove()
    except Doubt:
        return True
    return False


def _blank(table: Table) -> Codes:
    import numpy

    blank = numpy.ones(table.columns.rows, dtype=bool)
    for field, texts, codes in zip(table.structure.fields, table.columns.texts, table.columns.codes, strict=True):
        blank &= _gaps(field, texts)[codes]
    return blank


def _repeated(keys: Codes) -> tuple[Codes, Codes]:
    """The rows whose key (0: none) an earlier row has, and for each the last one before it."""
    import numpy

    order = numpy.argsort(keys, kind="stable")
    rising = keys[order]
    same = (rising[1:] == rising[:-1]) & (rising[1:] != 0)
    return order[1:][same], order[:-1][same]


def _not_found(table: Table, reference: Reference) -> Codes:
    """Which rows have a key that is not in the table it refers to."""
    import numpy

    if not _doubted(lambda: prove_foreign_key(table, reference.fields, reference.source, reference.targets)):
        return numpy.zeros(table.columns.rows, dtype=bool)
    known = _rows_by_key(reference.source, reference.targets)
    keys, inverse = _keys(table, reference.fields)
    missed = numpy.array([set(key) != {None} and key not in known for key, _ in keys], dtype=bool)
    return missed[inverse]


def _keys(table: Table, names: Sequence[str]) -> tuple[list[tuple[tuple[Any, ...], int]], Codes]:
    """The different tuples of values with the first row of each, and for every row the number of its tuple."""
    import numpy

    columns = [table.structure.index(name) for name in names]
    if not columns:
        raise Doubt("foreign key without fields")
    _, rows, inverse = numpy.unique(table.combined(columns), return_index=True, return_inverse=True)
    if rows.size > _TUPLES:
        raise Doubt("too many different keys")
    values = [values_of(table.field(column), table.columns.texts[column]) for column in columns]
    codes = [table.columns.codes[column][rows].tolist() for column in columns]
    tuples = [tuple(v[code[at]] for v, code in zip(values, codes, strict=True)) for at in range(rows.size)]
    return list(zip(tuples, rows.tolist(), strict=True)), inverse


def _rows_by_key(table: Table, names: Sequence[str]) -> dict[tuple[Any, ...], int]:
    return {key: row for key, row in _keys(table, names)[0] if set(key) != {None}}


def _closed(table: Table, rows: Codes, references: Sequence[Reference]) -> Codes:
    """These rows and those of the same table that their keys refer to, and so on."""
    import numpy

    own = [reference for reference in references if reference.source is table]
    if not own or not rows.size:
        return rows
    steps = []
    for reference in own:
        known = _rows_by_key(table, reference.targets)
        keys, inverse = _keys(table, reference.fields)
        steps.append(numpy.array([known.get(key, -1) for key, _ in keys], dtype=numpy.int64)[inverse])
    for _ in range(_ROUNDS):
        more = numpy.unique(numpy.concatenate([rows, *(step[rows] for step in steps)]))
        more = more[more >= 0]
        if more.size == rows.size:
            return rows
        rows = more
    raise Doubt("keys lead too far")
