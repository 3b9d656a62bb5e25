"""Rows of two states of a table, matched by key or as wholes (effect: reads files).

Memory: one text for each row of the older file, so some three times its size.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lintas.versions.snapshots import Json, rows

KEPT = 5_000  # entries of each list
_UNIT = "\x1f"
Place = tuple[Path, Json]


@dataclass(frozen=True, slots=True)
class ChangedRow:
    line: int
    key: tuple[str, ...]
    cells: tuple[tuple[str, str, str], ...]  # (column, old, new)


@dataclass(frozen=True, slots=True)
class Rows:
    """Counts, and the first entries of each kind: rows that came with their line, rows that went, changed rows."""

    before: int = 0
    after: int = 0
    added: int = 0
    removed: int = 0
    changed: int = 0
    cells: int = 0
    columns: tuple[str, ...] = ()  # of the rows that came or went
    came: tuple[tuple[int, tuple[str, ...]], ...] = ()
    went: tuple[tuple[str, ...], ...] = ()
    altered: tuple[ChangedRow, ...] = ()

    @property
    def cut(self) -> bool:
        return self.added > len(self.came) or self.removed > len(self.went) or self.changed > len(self.altered)


def compare_rows(old: Place, new: Place, key: tuple[str, ...]) -> Rows:
    """By `key` where both headers have it, else by whole rows."""
    before, after = rows(*old), rows(*new)
    heads = _header(before), _header(after)
    if key and all(column in head for column in key for head in heads):
        return _by_key((before, heads[0]), (after, heads[1]), key)
    return _by_row((before, heads[0]), (after, heads[1]))


def _header(lines: Iterator[tuple[int, list[str]]]) -> tuple[str, ...]:
    return tuple(next(lines, (0, []))[1])


Side = tuple[Iterator[tuple[int, list[str]]], tuple[str, ...]]


def _by_key(old: Side, new: Side, key: tuple[str, ...]) -> Rows:
    shared = tuple(column for column in new[1] if column in old[1])
    places = [[head.index(column) for column in shared] for _, head in (old, new)]
    ids = [[head.index(column) for column in key] for _, head in (old, new)]
    known: dict[str, str] = {}
    before = after = added = changed = cells = 0
    for _, row in old[0]:
        before += 1
        known[_joined(row, ids[0])] = _joined(row, places[0])
    came: list[tuple[int, tuple[str, ...]]] = []
    altered: list[ChangedRow] = []
    for line, row in new[0]:
        after += 1
        own = _joined(row, ids[1])
        was, now = known.pop(own, None), _joined(row, places[1])
        if was is None:
            added += 1
            if len(came) < KEPT:
                came.append((line, _picked(row, places[1])))
        elif was != now:
            differing = _differing(shared, was, now)
            changed, cells = changed + 1, cells + len(differing)
            if len(altered) < KEPT:
                altered.append(ChangedRow(line, tuple(own.split(_UNIT)), differing))
    went = tuple(tuple(text.split(_UNIT)) for text, _ in zip(known.values(), range(KEPT), strict=False))
    return Rows(before, after, added, len(known), changed, cells, shared, tuple(came), went, tuple(altered))


def _differing(columns: Sequence[str], old: str, new: str) -> tuple[tuple[str, str, str], ...]:
    pairs = zip(columns, old.split(_UNIT), new.split(_UNIT), strict=True)
    return tuple((column, was, now) for column, was, now in pairs if was != now)


def _by_row(old: Side, new: Side) -> Rows:
    shared = tuple(column for column in new[1] if column in old[1]) or new[1]
    places = [[head.index(column) for column in shared if column in head] for _, head in (old, new)]
    known = Counter(_joined(row, places[0]) for _, row in old[0])
    before, after, added = known.total(), 0, 0
    came: list[tuple[int, tuple[str, ...]]] = []
    for line, row in new[0]:
        after += 1
        own = _joined(row, places[1])
        if known[own] > 0:
            known[own] -= 1
            continue
        added += 1
        if len(came) < KEPT:
            came.append((line, _picked(row, places[1])))
    rest = (text for text, times in known.items() for _ in range(times))
    went = tuple(tuple(text.split(_UNIT)) for text, _ in zip(rest, range(KEPT), strict=False))
    return Rows(before, after, added, known.total(), 0, 0, shared, tuple(came), went)


def _joined(row: Sequence[str], places: Sequence[int]) -> str:
    return _UNIT.join([row[i].replace(_UNIT, " ") if i < len(row) else "" for i in places])


def _picked(row: Sequence[str], places: Sequence[int]) -> tuple[str, ...]:
    return tuple(row[i] if i < len(row) else "" for i in places)
