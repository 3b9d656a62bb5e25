"""Personal numbers made unreadable, character for character, so that a report can be shown to anybody. Pure."""

from __future__ import annotations

import re

from lintas.privacy.numbers import Hit, hits, suspicious

_DOT = "•"
_SHOWN = {"nik": 4, "mirip-nik": 4, "npwp": 0, "hp": 2, "surel": 0}  # leading characters left: a place, a prefix
_CUT = re.compile(r"[0-9](?:[ .\-]?[0-9]){6,}…")  # a number that was cut off in the middle


def mask(hit: Hit) -> str:
    """The text of a hit with at most four leading digits; of an address only the provider."""
    if hit.kind == "surel":
        return _DOT * 3 + hit.plain
    return _dotted(hit.text, _SHOWN[hit.kind])


def _dotted(text: str, shown: int) -> str:
    """All but the first `shown` letters and digits replaced; separators stay, so that the length does too."""
    made, left = [], shown
    for char in text:
        if char.isalnum():
            made.append(char if left > 0 else _DOT)
            left -= 1
        else:
            made.append(char)
    return "".join(made)


def masked(text: str) -> str:
    """The text with every NIK, KK, NPWP and mobile number dotted out; same length, so that places in it still hold."""
    if len(text) < 8 or not any(char.isdigit() for char in text):
        return text
    if "…" in text:
        text = _CUT.sub(lambda cut: _dotted(cut[0], 4), text)
    if not suspicious(text.encode("utf-8", "replace")):
        return text
    for _ in range(4):  # what is left of one number may begin another with what stands before it
        found = [hit for hit in hits(text) if hit.kind != "surel"]
        for hit in found:
            text = text[: hit.start] + _dotted(hit.text, _SHOWN[hit.kind]) + text[hit.end :]
        if not found:
            break
    return text
