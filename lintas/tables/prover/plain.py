"""Columns whose outline alone shows that every cell is right: fixed patterns, digits, numbers with fixed decimals.

Nothing is said of a cell but what follows from the least and greatest byte at each place, so every answer holds for
all rows at once. No is no answer: the texts are then looked at one by one (`shapes`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from lintas.tables.prover.outline import FILL, WIDTH, Outline
from lintas.tables.prover.patterns import ranges_of
from lintas.tables.prover.shapes import bounds_of, finite, rules_of

if TYPE_CHECKING:
    from frictionless import Field

_ZERO, _NINE = ord("0"), ord("9")
_DIGITS = 18  # of a number that fits into 64 bits
_LONG = 40  # characters of a number


def plainly(field: Field, missing: Sequence[str], outline: Outline) -> bool:
    """Whether the outline proves every cell: all meet type and constraints, and none is missing, or any may be."""
    known = {"string": _string, "any": _any, "integer": _integer, "number": _number}
    shape = known.get(field.type)
    if shape is None or field.format != "default":
        return False
    rules = rules_of(field)
    if outline.shortest == 0 or any(missing):
        reader = field.create_cell_reader()
        return field.type in ("string", "any") and not rules and not any(reader(text)[1] for text in missing)
    return shape(field, rules, outline)


def _any(_field: Field, rules: dict[str, Any], _outline: Outline) -> bool:
    return not rules


def _string(_field: Field, rules: dict[str, Any], outline: Outline) -> bool:
    return all(_met(name, rule, outline) for name, rule in rules.items())


def _met(name: str, rule: Any, outline: Outline) -> bool:
    if name == "pattern" and isinstance(rule, str):
        ranges = ranges_of(rule)
        width = len(ranges)
        if not 0 < width <= WIDTH or not outline.shortest == outline.longest == width:
            return False
        found = zip(outline.low[-width:], outline.high[-width:], ranges, strict=True)
        return all(least <= low and high <= greatest for low, high, (least, greatest) in found)
    if type(rule) is not int:
        return False
    if name == "maxLength":
        return outline.longest <= rule  # there are no more characters than bytes
    return name == "minLength" and outline.shortest >= rule and outline.highest < 0x80


def _integer(field: Field, rules: dict[str, Any], outline: Outline) -> bool:
    if outline.lowest < _ZERO or outline.highest > _NINE or outline.longest > _DIGITS:
        return False
    bounds = bounds_of(field, rules)
    if bounds is None or not all(type(bound) is int for _, bound in bounds):
        return False
    return all(_holds(name, bound, 10**outline.longest - 1) for name, bound in bounds)


def _number(field: Any, rules: dict[str, Any], outline: Outline) -> bool:
    """The decimal character at one place in every cell, and digits (or nothing, on the left) at all others."""
    point = ord(field.decimal_char) if field.decimal_char in (".", ",") else 0
    bounds = bounds_of(field, rules)
    if not point or field.group_char or bounds is None or not all(finite(bound) for _, bound in bounds):
        return False
    if outline.lowest >= _ZERO and outline.highest <= _NINE:
        return outline.longest <= _LONG and all(_holds(n, bound, 10**outline.longest - 1) for n, bound in bounds)
    if not outline.exact or outline.filler:
        return False
    places = [place for place in range(WIDTH) if outline.low[place] == outline.high[place] == point]
    others = [place for place in range(WIDTH) if place not in places]
    if len(places) != 1 or places[0] == WIDTH - 1 or outline.shortest <= WIDTH - places[0]:
        return False
    digits = all(outline.low[place] >= FILL and outline.high[place] <= _NINE for place in others)
    return digits and all(_holds(name, bound, 10**outline.longest - 1) for name, bound in bounds)


def _holds(name: str, bound: Any, greatest: int) -> bool:
    """Whether a bound is met by every number from 0 to `greatest`."""
    met: dict[str, bool] = {
        "minimum": bound <= 0,
        "exclusiveMinimum": bound < 0,
        "maximum": greatest <= bound,
        "exclusiveMaximum": greatest < bound and float(greatest) < bound,  # the library may read doubles
    }
    return met.get(name, False)
