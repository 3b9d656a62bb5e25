"""A primary key that all rows bear out, and a reference of a table to itself (pure)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from lintas.drafting.judging import Judged
from lintas.drafting.shapes import Seen

_CANDIDATES = 6
_ROWS = 1_500_000  # beyond these no key of several columns is looked for
_PARENTS = ("induk", "kode_induk", "id_induk", "parent", "parent_id")


def single(columns: Sequence[Judged], seen: Sequence[Seen]) -> str:
    """The one column that is full and never repeats: a code before a name, a name before a running number."""
    sure = [
        column
        for column, look in zip(columns, seen, strict=True)
        if look.rows and not look.blank and not look.overflow and len(look.values) == look.rows and not column.measure
    ]
    order = sorted(sure, key=lambda column: (column.serial, not column.levels, not column.code))
    return order[0].name if order else ""


def candidates(columns: Sequence[Judged]) -> tuple[int, ...]:
    """Positions of full columns that may be part of a key, the likeliest first."""
    able = [i for i, column in enumerate(columns) if not column.blank and not column.measure and not column.serial]
    able.sort(key=lambda i: (not columns[i].levels, columns[i].type != "year", not columns[i].code, i))
    return tuple(sorted(able[:_CANDIDATES]))


def composite(rows: Iterable[Sequence[str]], places: Sequence[int]) -> tuple[int, ...]:
    """The fewest of these positions that tell all rows apart; () when none do or there are too many rows."""
    alive = {group: set[int]() for size in (1, 2, 3) for group in combinations(places, size)}
    for number, row in enumerate(rows):
        if number >= _ROWS or not alive:
            return ()
        for group in list(alive):
            mark = hash(tuple(row[i] for i in group))
            if mark in alive[group]:
                del alive[group]
            else:
                alive[group].add(mark)
    return next(iter(alive), ())


def parent(columns: Sequence[Judged], seen: Sequence[Seen], key: str) -> str:
    """The column whose values all are keys of the same table, by its name a parent; "" where there is none."""
    known = next((look.values for column, look in zip(columns, seen, strict=True) if column.name == key), {})
    for column, look in zip(columns, seen, strict=True):
        able = column.name in _PARENTS and column.name != key and look.filled and not look.overflow
        if able and all(text in known for text in look.values):
            return column.name
    return ""
