"""Units as data stewards declare them and as people type them (pure)."""

from __future__ import annotations

import re

from lintas import formatting

_SCALES = {"ribu": 3, "juta": 6, "miliar": 9, "milyar": 9, "triliun": 12}
_SPELLINGS = {
    "jiwa/km2": r"(?:jiwa|orang|people)\s*(?:per|/)\s*(?:km²|km2|kilometer persegi|square kilomet(?:er|re))",
    "km2": r"km²|km2|kilo\s?meter persegi|square kilomet(?:er|re)s?|sq\.? km",
    "m2": r"m²|m2|meter persegi|square met(?:er|re)s?",
    "ha": r"ha|hektare?|hectares?",
    "km": r"km|kilometer|kilomet(?:er|re)s?",
    "jiwa": r"jiwa|orang|penduduk|warga|people|persons?|inhabitants",
    "persen": r"persen|%|per\s?cent",
    "rupiah": r"rupiah|idr",
}
_TYPED = re.compile(
    r"[\s\u00a0]*(?:" + "|".join(f"(?P<u{n}>{words})" for n, words in enumerate(_SPELLINGS.values())) + r")(?![\w²])",
    re.IGNORECASE,
)
PERCENT = "persen"


def parted(unit: str) -> tuple[int, str]:
    """The power of ten and the rest of a declared unit: "ribu jiwa" → (3, "jiwa"), "km2" → (0, "km2")."""
    word, _, rest = unit.strip().partition(" ")
    power = _SCALES.get(word.casefold(), 0)
    return (power, rest.strip()) if power and rest.strip() else (0, unit.strip())


def canonical(unit: str) -> str:
    """The key of a declared unit, "" for one that is not known."""
    flat = unit.strip().replace("²", "2").casefold()
    return "persen" if flat == "%" else flat if flat in _SPELLINGS else ""


def typed(text: str, start: int) -> str:
    """The key of the unit that stands at `start` of a text; "" for any other word."""
    found = _TYPED.match(text, start)
    if found is None:
        return ""
    return next(key for n, key in enumerate(_SPELLINGS) if found[f"u{n}"])


def shown(unit: str, language: str) -> str:
    return formatting.of(language).unit_name(PERCENT if unit.strip() == "%" and language == "en" else unit)
