"""Versions of data after SemVer 2.0: order, the step between two, and the next one (pure).

What a step means for data follows the version pattern of Data Package: major where the structure changes (columns,
types, keys, tables that go), minor where rows come or go or a table is added, patch for corrected cells and words.
"""

from __future__ import annotations

import re

STEPS = ("", "patch", "minor", "mayor")  # smallest first; "" = nothing changed
FIRST = "1.0.0"
_SHAPE = re.compile(
    r"(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})(?:-([0-9A-Za-z.-]{1,40}))?(?:\+[0-9A-Za-z.-]+)?", re.ASCII
)
Order = tuple[int, int, int, tuple[tuple[int, int, str], ...]]


def is_version(text: str) -> bool:
    return _SHAPE.fullmatch(text) is not None


def order(text: str) -> Order:
    """A key by which versions sort as SemVer says; a version that is none sorts first."""
    match = _SHAPE.fullmatch(text)
    if match is None:
        return (-1, 0, 0, ())
    pre = match[4].split(".") if match[4] else []
    parts = tuple((0, int(part), "") if part.isdigit() else (1, 0, part) for part in pre)
    return (int(match[1]), int(match[2]), int(match[3]), parts or ((2, 0, ""),))


def step_between(old: str, new: str) -> str:
    """The step that leads from `old` to a later `new`: mayor, minor or patch; "" where `new` is not later."""
    before, after = order(old), order(new)
    if after <= before:
        return ""
    return "mayor" if after[0] > before[0] else "minor" if after[1] > before[1] else "patch"


def following(version: str, step: str) -> str:
    """The version one step after `version`."""
    major, minor, patch, pre = order(version)
    if pre != ((2, 0, ""),) and major >= 0:  # a preliminary version is followed by its own final one
        return f"{major}.{minor}.{patch}"
    if step == "mayor":
        return f"{major + 1}.0.0"
    return f"{major}.{minor + 1}.0" if step == "minor" else f"{major}.{minor}.{patch + 1}"


def is_enough(step: str, needed: str) -> bool:
    return STEPS.index(step) >= STEPS.index(needed)
