"""What a number is made of."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BLANK = re.compile(r"[\s\u00a0\u00ad\u200b-\u200f\u2060\ufeff]+")
_DASHES = str.maketrans({"–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "／": "/", "⁄": "/", "\\": "/"})


@dataclass(frozen=True, slots=True)
class Profile:
    """The scheme of one issuer; `patterns[0]` is the one in use, the others are older."""

    key: str
    issuer: str
    patterns: tuple[str, ...]
    abbreviations: tuple[str, ...] = ()  # names by which a text may call the issuer


@dataclass(frozen=True, slots=True)
class Parts:
    """Meaning of the pieces. Texts as written, "" where the scheme has none; `month` and `year` are 0 then."""

    sequence: int
    month: int = 0
    year: int = 0
    unit: str = ""
    classification: str = ""


@dataclass(frozen=True, slots=True)
class Number:
    """One number as it stands in a text.

    `normal` is the text without blanks. `exact` is False where the number fits its scheme only loosely; `proposed` is
    then how the issuer would write it. `profile` is "" where the scheme is none of the known ones.
    """

    text: str
    normal: str
    profile: str
    parts: Parts
    exact: bool = True
    proposed: str = ""


def squeeze(text: str) -> str:
    """The normal form: no blanks, one kind of hyphen and slash. Zeros and letters stay as the issuer wrote them."""
    return re.sub("/{2,}", "/", _BLANK.sub("", text).translate(_DASHES)).strip("/.,;:")


def key(number: Number) -> tuple[str, int, int]:
    """What must be unique: scheme (the unit, where it is none of the known ones), year, sequence."""
    parts = number.parts
    return (number.profile or f"?{parts.classification}/{parts.unit}".casefold(), parts.year, parts.sequence)
