"""Where in a sheet of texts the table is: titles above, one or two header rows, numbering rows, notes below (pure)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

_LOOKED = 40  # rows from the top in which the header must be
_NUMBERING = re.compile(r"\(\s*\d{1,3}\s*\)")
_NUMBER = re.compile(r"[-+]?[\d.,\s]*\d[\d.,\s]*%?")
Row = tuple[int, list[str]]  # number of the row in the sheet from 1, cells


@dataclass(frozen=True, slots=True)
class Layout:
    """`first` is the row (from 1) of the first record; `labels` the joined header."""

    labels: tuple[str, ...]
    first: int
    above: int  # rows of titles that were left out
    headers: tuple[int, ...]  # the header rows
    numbered: bool  # a row (1) (2) (3) stood below the header


def find(rows: Sequence[Sequence[str]]) -> Layout | None:
    """The layout, judged by the first rows; None where no table is seen."""
    head = [[cell.strip() for cell in row] for row in rows[:_LOOKED]]
    width = _width(head)
    if width == 0:
        return None
    start = next((i for i, row in enumerate(head) if _filled(row) >= max(1, (width + 1) // 2)), None)
    if start is None:
        return None
    headers = [start]
    if start and _filled(head[start - 1]) > 1 and _is_text(head[start - 1]):
        headers.insert(0, start - 1)  # a group row above, which spans columns
    elif start + 1 < len(head) and _is_second(head[start], head[start + 1], head[start + 2 : start + 6]):
        headers.append(start + 1)
    after = headers[-1] + 1
    numbered = after < len(head) and _is_numbering(head[after])
    width = max(width, *(_last(head[i]) for i in headers))  # a named column may be empty
    labels = _labels([head[i] for i in headers], width)
    return Layout(labels, after + 1 + numbered, headers[0], tuple(i + 1 for i in headers), numbered)


def _width(rows: Iterable[Sequence[str]]) -> int:
    """The number of cells up to the last filled one that is most usual among rows with more than one."""
    counts: dict[int, int] = {}
    for row in rows:
        last = _last(row)
        if last:
            counts[last] = counts.get(last, 0) + 1
    return max(counts, key=lambda n: (counts[n] * min(n, 2), n), default=0)


def _last(row: Sequence[str]) -> int:
    """How many cells there are up to the last filled one."""
    return max((i + 1 for i, cell in enumerate(row) if cell), default=0)


def _filled(row: Sequence[str]) -> int:
    return sum(bool(cell) for cell in row)


def _is_text(row: Sequence[str]) -> bool:
    return not any(_NUMBER.fullmatch(cell) for cell in row if cell)


def _is_numbering(row: Sequence[str]) -> bool:
    cells = [cell for cell in row if cell]
    return len(cells) > 1 and all(_NUMBERING.fullmatch(cell) for cell in cells)


def _is_second(first: Sequence[str], second: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """A second header row: the first one has gaps (merged cells) that this one fills, and numbers follow."""
    gaps = [i for i, cell in enumerate(first) if not cell] + list(range(len(first), len(second)))
    fills = sum(bool(second[i]) for i in gaps if i < len(second))
    numbers = any(_NUMBER.fullmatch(cell) for row in below for cell in row if cell)
    return bool(fills) and _is_text(second) and numbers


def _labels(rows: Sequence[Sequence[str]], width: int) -> tuple[str, ...]:
    """One label for each column; of two rows the upper reaches to the right until its next label."""
    if len(rows) == 1:
        return tuple(rows[0][i] if i < len(rows[0]) else "" for i in range(width))
    made, group = [], ""
    for i in range(width):
        upper = rows[0][i] if i < len(rows[0]) else ""
        lower = rows[1][i] if i < len(rows[1]) else ""
        group = upper or (group if lower else "")
        made.append(" ".join(part for part in (group, lower) if part))
    return tuple(made)


def records(rows: Iterable[Sequence[str]], layout: Layout) -> Iterator[Row]:
    """The records with their row numbers: blank rows are left out, rows are cut or filled to the width.

    Rows at the end that hold only a first cell (notes, "Sumber: …") are left out; see `notes`.
    """
    width, pending = len(layout.labels), list[Row]()
    for number, row in enumerate(rows, start=1):
        if number < layout.first or not any(cell.strip() for cell in row):
            continue
        cells = [cell.strip() for cell in row[:width]] + [""] * (width - len(row))
        if width > 2 and _is_note(cells):
            pending.append((number, cells))
            continue
        yield from pending
        pending.clear()
        yield number, cells


def _is_note(cells: Sequence[str]) -> bool:
    return bool(cells[0]) and not any(cells[1:])
