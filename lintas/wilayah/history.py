"""Which codes there were when: the official lists of 2015 to 2025, and the laws that made codes. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from lintas.wilayah.register import find, former_codes, listed

SPLIT = 2022  # year of the laws that divided Papua


@dataclass(frozen=True, slots=True)
class Born:
    """A code that did not exist before `year`; `former` is the code its region had, "" for a new province."""

    code: str
    year: int
    former: str
    basis: str


@cache
def _born() -> dict[str, Born]:
    found: dict[str, Born] = {}
    for old in former_codes():
        province = old.successor.partition(".")[0]
        found[old.successor] = Born(old.successor, old.year, old.code, old.basis)
        found.setdefault(province, Born(province, old.year, old.code.partition(".")[0], old.basis))
    return found


def born(code: str) -> Born | None:
    """When a province or kabupaten/kota (also that of a longer code) came into being, where that was after 2015."""
    return _born().get(".".join(code.split(".")[:2]))


@cache
def _names() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row in listed():
        found.setdefault(row.code, []).append(row.name)
    return {code: tuple(names) for code, names in found.items()}


def names_of(code: str) -> tuple[str, ...]:
    """Every name that the official lists have given the code, as they wrote it."""
    return _names().get(code, ())


def moves(codes: frozenset[str]) -> tuple[tuple[str, str, str], ...]:
    """(old code, new code, name of the new province) for the codes among these that the division of Papua changed."""
    found = []
    for old in former_codes():
        if old.code in codes or old.successor in codes:
            province = find(old.successor.partition(".")[0])
            found.append((old.code, old.successor, province.name if province else ""))
    return tuple(found)
