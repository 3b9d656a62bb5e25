"""The nearest known word, for “did you mean”."""

from __future__ import annotations

from collections.abc import Iterable


def near(word: str, known: Iterable[str]) -> str:
    """The other one of `known` that `word` most likely means, or "".

    Case, spaces, hyphens and underscores do not count.
    Up to 1 edit (insert, delete, replace, swap) in words of up to 4 letters, 2 up to 8, 3 above; ties go to the first
    in alphabetical order.
    """
    plain = _plain(word[:80])
    allowed = 1 if len(plain) <= 4 else 2 if len(plain) <= 8 else 3
    letters = set(plain)
    best, best_distance = "", allowed + 1
    for candidate in sorted(known):
        other = _plain(candidate)
        if candidate == word:
            continue
        if other == plain:
            return candidate
        if abs(len(other) - len(plain)) >= best_distance or len(letters.symmetric_difference(other)) > 2 * allowed:
            continue
        distance = _distance(plain, other, best_distance)
        if distance < best_distance and distance < len(plain):
            best, best_distance = candidate, distance
    return best


def _plain(word: str) -> str:
    return word.casefold().replace("-", "").replace("_", "").replace(" ", "")


def _distance(a: str, b: str, limit: int) -> int:
    """Optimal string alignment distance; `limit` when it is reached."""
    before: list[int] = []
    last = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            cost = min(last[j] + 1, row[-1] + 1, last[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) >= limit:
            return limit
        before, last = last, row
    return last[-1]
