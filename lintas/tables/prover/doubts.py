"""Tables that are clean but for some rows: which rows the library has to judge so that nothing is missed.

The rows found here are all that the library could say anything of, and those that it would name beside them: the
earlier row of a repeated value, the row that a key of the same table refers to. Any more rows would do no harm.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lintas.tables.prover.cells import values_of
from lintas.tables.prover.columns import Columns
from lintas.tables.prover.keys import Table, prove_foreign_key, prove_no_blank_row, prove_primary_key, prove_unique
from lintas.tables.prover.sound import Sound, gaps_of, taken, until_enough
from lintas.tables.prover.structure import Doubt, Structure

if TYPE_CHECKING:
    from lintas.tables.prover.arrays import Codes

_TUPLES = 1_000_000  # different tuples of a key looked at one by one
_NOWHERE, _NO_KEY = -1, -2
_ROUNDS = 50  # steps from row to row along the keys of one table


@dataclass(frozen=True, slots=True)
class Reference:
    """A foreign key: the fields of the table, and those of `source` (called `name`) that have to have their values."""

    name: str
    fields: tuple[str, ...]
    source: Sound
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Some rows (from 0, rising) of a table."""

    structure: Structure
    columns: Columns
    rows: Codes


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
    end = until_enough(sure)
    found = [numpy.flatnonzero(sure[:end]), *(earlier[later < end] for later, earlier in pairs)]
    return _closed(table, numpy.unique(numpy.concatenate(found)), references)


def looked_up(given: Sound, rows: Codes, references: Sequence[Reference]) -> dict[str, Excerpt]:
    """Of the other tables that the keys of these rows refer to, as many rows as it takes."""
    import numpy

    found: dict[str, Excerpt] = {}
    for reference in references:
        source = reference.source
        if source is given or not rows.size:
            continue
        more = _targets(given.table, reference, rows)
        more = numpy.unique(more[more >= 0]) if (more >= 0).any() else numpy.arange(min(source.rows, 1))
        if reference.name in found:
            more = numpy.union1d(more, found[reference.name].rows)
        found[reference.name] = Excerpt(source.table.structure, source.columns, more)
    return found


def compare_keys(table: Table) -> None:
    """Raises what the values of unique fields and of the primary key raise when they are compared: lists, for example.
    The library compares them in a table too in which it only looks up other fields, and then fails."""
    names = {*table.structure.primary_key}
    names |= {field.name for field in table.structure.fields if field.constraints.get("unique")}
    for name in sorted(names):
        table.identities(table.structure.index(name))


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
        blank &= gaps_of(field, texts)[codes]
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

    source = reference.source.table
    if not _doubted(lambda: prove_foreign_key(table, reference.fields, source, reference.targets)):
        return numpy.zeros(table.columns.rows, dtype=bool)
    missed: Codes = _targets(table, reference, numpy.arange(table.columns.rows)) == _NOWHERE
    return missed


def _targets(table: Table, reference: Reference, rows: Codes) -> Codes:
    """The row of the other table in which the key of each of these rows stands; `_NOWHERE`, or `_NO_KEY` of a row
    that has none."""
    import numpy

    keys, _, inverse = _keys(table, reference.fields, rows)
    wanted = {key: _NO_KEY if set(key) == {None} else _NOWHERE for key in keys}
    source = reference.source.table
    known, places, _ = _keys(source, reference.targets, numpy.arange(source.columns.rows))
    for key, place in zip(known, places, strict=True):
        if wanted.get(key) == _NOWHERE:
            wanted[key] = place
    return numpy.array([wanted[key] for key in keys], dtype=numpy.int64)[inverse]


def _keys(table: Table, names: Sequence[str], rows: Codes) -> tuple[list[tuple[Any, ...]], list[int], Codes]:
    """The different tuples of values in these rows, the first row of each, and for every row its tuple's number."""
    import numpy

    columns = [table.structure.index(name) for name in names]
    if not columns:
        raise Doubt("foreign key without fields")
    _, first, inverse = numpy.unique(table.combined(columns)[rows], return_index=True, return_inverse=True)
    if first.size > _TUPLES:
        raise Doubt("too many different keys")
    places = rows[first]
    cells = [_values(table, column, places) for column in columns]
    return list(zip(*cells, strict=True)), places.tolist(), inverse


def _values(table: Table, column: int, rows: Codes) -> list[Any]:
    """The values of a column in these rows, as the library reads them."""
    import numpy

    used, inverse = numpy.unique(table.columns.codes[column][rows], return_inverse=True)
    values = values_of(table.field(column), taken(table.columns.texts[column], used))
    return [values[number] for number in inverse.tolist()]


def _closed(table: Table, rows: Codes, references: Sequence[Reference]) -> Codes:
    """These rows and those of the same table that their keys refer to, and so on."""
    import numpy

    own = [reference for reference in references if reference.source.table is table]
    if not own or not rows.size:
        return rows
    everything = numpy.arange(table.columns.rows)
    steps = [_targets(table, reference, everything) for reference in own]
    for _ in range(_ROUNDS):
        more = numpy.unique(numpy.concatenate([rows, *(step[rows] for step in steps)]))
        more = more[more >= 0]
        if more.size == rows.size:
            return rows
        rows = more
    raise Doubt("keys lead too far")
