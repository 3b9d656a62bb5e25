"""The nearest known word, for “did you mean”."""

from __future__ import annotations

import functools
from collections.abc import Iterable

_LONGEST = 80  # letters of a word that are looked at


def near(word: str, known: Iterable[str]) -> str:
    """The other one of `known` that `word` most likely means, or "".

    Case, spaces, hyphens and underscores do not count. Up to 1 edit (insert, delete, replace, swap) in words of up to
    4 letters, 2 up to 8, 3 above; ties go to the first in alphabetical order. Some 10 µs for each known word.
    """
    return _nearest(word, tuple(known))


@functools.lru_cache(maxsize=64)  # one wrong key is often written in many files
def _nearest(word: str, known: tuple[str, ...]) -> str:
    plain = _plain(word[:_LONGEST])
    limit = min(len(plain), 2 if len(plain) <= 4 else 3 if len(plain) <= 8 else 4)
    letters, best = set(plain), ""
    for candidate in sorted(known):
        if candidate == word:
            continue
        other = _plain(candidate)
        if other == plain:
            return candidate
        if abs(len(other) - len(plain)) < limit and len(letters.symmetric_difference(other)) < 2 * limit:
            distance = _distance(plain, other, limit)
            if distance < limit:
                best, limit = candidate, distance
    return best


def _plain(word: str) -> str:
    return word.casefold().replace("-", "").replace("_", "").replace(" ", "")


def _distance(a: str, b: str, limit: int) -> int:
    """Optimal string alignment distance of two different words, or `limit` where it is not below that.

    Common ends are cut off, and only cells within `limit` of the diagonal are computed.
    """
    start, shorter = 0, min(len(a), len(b))
    while start < shorter and a[start] == b[start]:
        start += 1
    end = 0
    while end < shorter - start and a[-1 - end] == b[-1 - end]:
        end += 1
    a, b = a[start : len(a) - end], b[start : len(b) - end]
    before: list[int] = []
    last = [min(j, limit) for j in range(len(b) + 1)]
    for i, x in enumerate(a, 1):
        row = [min(i, limit)] + [limit] * len(b)
        for j in range(max(1, i - limit), min(len(b), i + limit) + 1):
            y = b[j - 1]
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, before[j - 2] + 1)
            row[j] = cost
        if min(row) >= limit:
            return limit
        before, last = last, row
    return min(last[-1], limit)
