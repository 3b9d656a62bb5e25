"""Numbers written out in Indonesian words, as EYD V wants them below a hundred: "dua belas", "tiga koma lima juta"."""

from __future__ import annotations

import re
from decimal import Decimal

_UNITS = "nol satu dua tiga empat lima enam tujuh delapan sembilan".split()
_TEENS = {"sepuluh": 10, "sebelas": 11}
_SCALES = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12}
_KNOWN = frozenset((*_UNITS, *_TEENS, *_SCALES, "belas", "puluh", "ratus", "seratus", "seribu", "sejuta", "koma"))
_WORD = re.compile(r"[a-z]+")


def spelled(text: str) -> tuple[Decimal, Decimal, int, int] | None:
    """The first number in words of a text: value, weight of its last digit, and where it stands; None without one."""
    flat = text.casefold()
    if len(flat) != len(text):
        return None
    run: list[re.Match[str]] = []
    for word in _WORD.finditer(flat):
        if word.group() in _KNOWN:
            run.append(word)
        elif run:
            break
    while run and run[-1].group() == "koma":
        run.pop()
    if not run or run[0].group() in ("koma", "belas", "puluh", "ratus", *_SCALES):
        return None
    found = _value([word.group() for word in run])
    return None if found is None else (*found, run[0].start(), run[-1].end())


def _value(words: list[str]) -> tuple[Decimal, Decimal] | None:
    total, group, digits = Decimal(0), Decimal(0), -1  # digits behind "koma", -1 = none was said
    step = Decimal(1)
    for word in words:
        if word == "koma":
            if digits >= 0:
                return None
            digits = 0
        elif digits >= 0 and word in _UNITS:
            digits += 1
            group += Decimal(_UNITS.index(word)).scaleb(-digits)
        elif word in _SCALES or word in ("seribu", "sejuta"):
            scale = Decimal(_SCALES[word.removeprefix("se")] if word.startswith("se") else _SCALES[word])
            total += (Decimal(1) if word.startswith("se") else group) * scale
            step = scale.scaleb(-max(digits, 0))
            group, digits = Decimal(0), -1
        else:
            group = _added(group, word)
            step = Decimal(1)
    if digits > 0:
        step = Decimal(1).scaleb(-digits)
    return total + group, step


def _added(group: Decimal, word: str) -> Decimal:
    """A word below a thousand added to those before it."""
    if word in _UNITS:
        return group + _UNITS.index(word)
    if word in _TEENS:
        return group + _TEENS[word]
    if word == "seratus":
        return group + 100
    last = group % 10
    if word == "belas":
        return group + 10
    return group - last + last * (10 if word == "puluh" else 100)
