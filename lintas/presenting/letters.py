"""Long lists of names under their first letters, with anchors."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from typing import TypeVar

from lintas.foreign import bare

FEW = 30  # names that a reader looks through without letters
OTHER = "0–9"  # what begins with no letter of the Latin alphabet
T = TypeVar("T")


def letter(name: str) -> str:
    """The letter under which a name stands: "Élan" under E, "3T" under the digits."""
    for sign in unicodedata.normalize("NFKD", name):
        if sign.isalnum():
            upper = sign.upper()
            return upper if "A" <= upper <= "Z" else OTHER
    return OTHER


def anchor(sign: str) -> str:
    return f"huruf-{sign.lower() if sign != OTHER else 'lain'}"


def by_letter(things: Sequence[T], name: Callable[[T], str]) -> list[tuple[str, tuple[T, ...]]]:
    """(letter, things) from A to Z, what has no letter first; each group by name. Few things stand in one group ""."""
    ordered = sorted(things, key=lambda thing: bare(name(thing)).casefold())
    if len(ordered) <= FEW:
        return [("", tuple(ordered))] if ordered else []
    groups: dict[str, list[T]] = {}
    for thing in ordered:
        groups.setdefault(letter(name(thing)), []).append(thing)
    return [(sign, tuple(groups[sign])) for sign in sorted(groups)]
