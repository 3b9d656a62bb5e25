"""A primary key that all rows bear out, and a reference of a table to itself (pure)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations

from lintas.drafting.judging import Judged
from lintas.drafting.shapes import Seen

_CANDIDATES = 6
_ROWS = 1_500_000  # beyond these no key is looked for
_MARKS = 4_000_000  # rows remembered, over all combinations
_CHECKED = 50_000  # rows after which that is looked at again
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


def composite(rows: Callable[[], Iterable[Sequence[str]]], places: Sequence[int]) -> tuple[int, ...]:
    """The fewest of these positions that tell all rows apart; () when none do or there are too many rows.

    One pass for each size. While many combinations live, those that come last are given up, so that memory is bounded.
    """
    for size in (1, 2, 3):
        alive = {group: set[int]() for group in combinations(places, size)}
        for number, row in enumerate(rows()):
            if number >= _ROWS:
                return ()
            if number % _CHECKED == 0:
                for group in list(alive)[max(1, _MARKS // (number + 1)) :]:
                    del alive[group]
            for group in list(alive):
                mark = hash(tuple(row[i] for i in group))
                if mark in alive[group]:
                    del alive[group]
                else:
                    alive[group].add(mark)
            if not alive:
                break
        if alive:
            return next(iter(alive))
    return ()


def parent(columns: Sequence[Judged], seen: Sequence[Seen], key: str) -> str:
    """The column whose values all are keys of the same table, by its name a parent; "" where there is none."""
    known = next((look.values for column, look in zip(columns, seen, strict=True) if column.name == key), {})
    for column, look in zip(columns, seen, strict=True):
        able = column.name in _PARENTS and column.name != key and look.filled and not look.overflow
        if able and all(text in known for text in look.values):
            return column.name
    return ""
