"""Values that may not repeat, and values that must be in another table: by the equality of the library's values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from lintas.tables.prover.arrays import as_truths
from lintas.tables.prover.cells import is_missing, missing_of, values_of
from lintas.tables.prover.columns import Columns
from lintas.tables.prover.structure import Doubt, Structure

if TYPE_CHECKING:
    import numpy
    import pyarrow
    from frictionless import Field

    Numbers = numpy.ndarray[Any, numpy.dtype[Any]]

# Types whose values are equal exactly where their texts are, as long as the texts have this shape.
_CANONICAL = {
    ("integer", "default"): "^(?:0|-?[1-9][0-9]{0,200})$",
    ("number", "default"): r"^(?:0|-?[1-9][0-9]{0,200}|-?(?:0|[1-9][0-9]{0,200})\.[0-9]{0,200}[1-9])$",
    ("year", "default"): "^[0-9]{4}$",
    ("date", "default"): "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
}
_NUMBER_OPTIONS = {"decimal_char", "group_char", "float_number"}
_LARGEST = 2**62
_TUPLES = 500_000  # different tuples compared one by one


@dataclass(slots=True)
class Table:
    """A table whose cells are proved, and what its columns' values are once asked for."""

    structure: Structure
    columns: Columns
    _identities: dict[int, Numbers] = field(default_factory=dict)

    def field(self, column: int) -> Field:
        return self.structure.fields[column]

    def present(self, column: int) -> pyarrow.StringArray:
        return self._present(column, self.columns.texts[column])

    def _present(self, column: int, texts: pyarrow.StringArray) -> pyarrow.StringArray:
        from pyarrow import compute

        return texts.filter(compute.invert(is_missing(self.field(column), texts)))

    def gaps(self, column: int) -> bool:
        return self.columns.each[column].missing(missing_of(self.field(column)))[0] > 0

    def literal(self, column: int) -> bool:
        """Whether two values of the column are equal exactly where their texts are."""
        from pyarrow import compute

        kind = self.field(column)
        if (kind.type, kind.format) == ("string", "default") or kind.type == "any":
            return True
        shape = _CANONICAL.get((kind.type, kind.format))
        if shape is None or (kind.type == "number" and _NUMBER_OPTIONS & set(kind.list_defined())):
            return False
        parts = (self._present(column, part) for part in self.columns.each[column].parts())
        return all(compute.all(compute.match_substring_regex(part, shape), min_count=0).as_py() for part in parts)

    def identities(self, column: int) -> Numbers:
        """For each distinct text a number that equal values share; 0 for a missing one."""
        import numpy

        if column not in self._identities:
            texts = self.columns.texts[column]
            missing = as_truths(is_missing(self.field(column), texts))
            if self.literal(column):
                self._identities[column] = numpy.where(missing, 0, numpy.arange(1, len(texts) + 1))
            else:
                numbers: dict[Any, int] = {}
                values = values_of(self.field(column), texts)
                found = [0 if v is None else numbers.setdefault(v, len(numbers) + 1) for v in values]
                self._identities[column] = numpy.array(found, dtype=numpy.int64)
        return self._identities[column]

    def combined(self, columns: Sequence[int]) -> Numbers:
        """One number per row for the values in these columns; 0 where all are missing."""
        import numpy

        total = numpy.zeros(self.columns.rows, dtype=numpy.int64)
        size = 1
        for column in columns:
            identities = self.identities(column)
            width = int(identities.max(initial=0)) + 1
            if size * width > _LARGEST:
                raise Doubt("too many combinations")
            total = total * width + identities[self.columns.codes[column]]
            size *= width
        return total

    def all_different(self, column: int) -> bool:
        """Whether no row has the value of another, as far as the texts tell at once."""
        return self.columns.each[column].distinct() == self.columns.rows and self.literal(column)


def prove_unique(table: Table) -> None:
    import numpy

    for column, kind in enumerate(table.structure.fields):
        if kind.constraints.get("unique") and not table.all_different(column):
            counts = numpy.bincount(table.combined([column]))
            if (counts[1:] > 1).any():
                raise Doubt(f"{kind.name} is not unique")


def prove_primary_key(table: Table) -> None:
    columns = [table.structure.index(name) for name in table.structure.primary_key]
    if not columns or (len(columns) == 1 and table.all_different(columns[0]) and not table.gaps(columns[0])):
        return
    keys = table.combined(columns)
    if not keys.all():
        raise Doubt("empty primary key")
    keys.sort()
    if (keys[1:] == keys[:-1]).any():
        raise Doubt("primary key repeated")


def prove_no_blank_row(table: Table) -> None:
    """A row in which every cell is missing is a fault, whatever the fields allow."""
    blank = None
    for column, kind in enumerate(table.structure.fields):
        if not table.gaps(column):
            return
        here = table.columns.each[column].rows_where(partial(is_missing, kind))
        blank = here if blank is None else blank & here
    if blank is not None and blank.any():
        raise Doubt("blank row")


def prove_foreign_key(table: Table, own: Sequence[str], source: Table, others: Sequence[str]) -> None:
    """Every tuple of values that is not wholly missing is one of the other table's. Cells of both are proved."""
    columns = [table.structure.index(name) for name in own]
    targets = [source.structure.index(name) for name in others]
    if not columns or len(columns) != len(targets):
        raise Doubt("foreign key without fields")
    if len(columns) == 1 and _same_texts(table, columns[0], source, targets[0]):
        return
    known = _tuples(source, targets)
    if not _tuples(table, columns) <= known:
        raise Doubt("value not in the other table")


def _same_texts(table: Table, column: int, source: Table, target: int) -> bool:
    """Whether one column's texts are among another's, and mean the same there."""
    from pyarrow import compute

    mine, theirs = table.field(column), source.field(target)
    if (mine.type, mine.format) != (theirs.type, theirs.format) or not table.literal(column):
        return False
    if not source.literal(target):
        return False
    found = compute.is_in(table.present(column), value_set=source.present(target))
    return bool(compute.all(found, min_count=0).as_py())


def _tuples(table: Table, columns: Sequence[int]) -> set[tuple[Any, ...]]:
    """The different tuples of values, without those that are wholly missing."""
    import numpy

    _, rows = numpy.unique(table.combined(columns), return_index=True)
    if rows.size > _TUPLES:
        raise Doubt("too many different keys")
    values = [values_of(table.field(column), table.columns.texts[column]) for column in columns]
    codes = [table.columns.codes[column][rows] for column in columns]
    found = {tuple(v[code[at]] for v, code in zip(values, codes, strict=True)) for at in range(rows.size)}
    return {cells for cells in found if set(cells) != {None}}
