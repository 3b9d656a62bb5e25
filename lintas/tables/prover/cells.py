"""Cells of a column: each distinct text is plainly right (`shapes`), or shown to the library's own reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from lintas.tables.prover.arrays import as_texts
from lintas.tables.prover.plain import plainly
from lintas.tables.prover.shapes import certain
from lintas.tables.prover.structure import Doubt

if TYPE_CHECKING:
    import pyarrow
    from frictionless import Field

    from lintas.tables.prover.columns import Column

_AT_ONCE = 50_000  # texts turned into Python strings together
_ODD = 2_000  # different texts of no certain shape, in a column that is not numbered yet


def missing_of(field: Field) -> tuple[str, ...]:
    """The texts that the library takes for "no value" in this field."""
    if field.has_defined("missing_values") or not field.schema:
        return tuple(field.missing_values)
    return tuple(field.schema.missing_values)


def is_missing(field: Field, texts: pyarrow.StringArray) -> pyarrow.BooleanArray:
    from pyarrow import compute

    return compute.is_in(texts, value_set=as_texts(missing_of(field)))


def prove_column(field: Field, column: Column) -> None:
    """`prove_cells` for a column, without numbering its texts where that can be spared."""
    if column.outline is None or not (
        plainly(field, missing_of(field), column.outline) or _certain(field, column.parts())
    ):
        prove_cells(field, column.texts)


def _certain(field: Field, parts: Iterable[pyarrow.StringArray]) -> bool:
    """Whether all texts are of a shape that is right, but for a few that the library's reader takes."""
    from pyarrow import compute

    odd: set[str] = set()
    reader = field.create_cell_reader()
    for part in parts:
        plain = certain(field, part)
        if plain is None:
            return False
        plain = compute.and_(plain, compute.invert(is_missing(field, part)))
        others = compute.unique(part.filter(compute.invert(plain)))
        if len(others) > _ODD:
            return False
        new = {text for text in others.to_pylist() if text not in odd}
        odd |= new
        if len(odd) > _ODD or any(reader(text)[1] for text in new):
            return False
    return True


def prove_cells(field: Field, texts: pyarrow.StringArray) -> None:
    """Raises `Doubt` at the first text that the library's reader does not take, by type or by constraint."""
    from pyarrow import compute

    plain = certain(field, texts)
    if plain is not None:
        plain = compute.and_(plain, compute.invert(is_missing(field, texts)))
        texts = texts.filter(compute.invert(plain))
    reader = field.create_cell_reader()
    for text in in_python(texts):
        if reader(text)[1]:
            raise Doubt(f"cell of {field.name}")


def values_of(field: Field, texts: pyarrow.StringArray) -> list[Any]:
    """The value of each text as the library reads it, None for a missing one."""
    reader = field.create_cell_reader()
    found = []
    for text in in_python(texts):
        value, notes = reader(text)
        if notes and "type" in notes:
            raise Doubt(f"cell of {field.name}")
        if value != value:
            raise Doubt("not a number")  # equal to nothing, not even to itself
        found.append(value)
    return found


def in_python(texts: pyarrow.StringArray) -> Iterator[str]:
    for start in range(0, len(texts), _AT_ONCE):
        yield from texts.slice(start, _AT_ONCE).to_pylist()
