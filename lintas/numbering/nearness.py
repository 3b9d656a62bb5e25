"""How many slips of the pen lie between two short words."""

from __future__ import annotations


def distance(one: str, other: str, limit: int) -> int:
    """Letters to put, drop, change or swap with a neighbour; more than `limit` is not counted further."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    above = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        line = [row]
        for column, compared in enumerate(other, 1):
            best = min(above[column] + 1, line[-1] + 1, above[column - 1] + (letter != compared))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == compared:
                best = min(best, before[column - 2] + 1)
            line.append(best)
        if min(line) > limit:
            return limit + 1
        before, above = above, line
    return above[-1]
