"""Texts made fit for the page: signs that no typeface holds, long words that nothing could break (pure)."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from lintas.typefaces import coverage

MISSING: Final = "\u25a1"  # stands where a sign cannot be shown
_BREAK = "\u200b"
LONG = 28  # letters; the longest Indonesian words of everyday texts have 24, and they are hyphenated
_TOKEN = re.compile(rf"[^\s/{_BREAK}-]{{{LONG},}}")  # after a slash or a hyphen a line breaks by itself
_JOINT = re.compile(r"(?<=[?&=._,;:@#+%|~])")
_SPACES = re.compile(r"[ \t\n\r\f\v]+")
_IGNORED = re.compile("[\u200b-\u200f\u2060-\u206f\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0000-\U000e01ef]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]")
_KEPT = frozenset(map(ord, "\n\t\xad"))


class Signs:
    """Makes texts printable and remembers which signs could not be shown, in the order in which they were met."""

    def __init__(self) -> None:
        self.missing: dict[str, None] = {}

    def shown(self, text: str, *, spaces: bool = False) -> str:
        """`text` with white space run together (unless `spaces`), and places where a long word may break."""
        if not spaces:
            text = _SPACES.sub(" ", text)
        if not text.isascii():
            text = self._held(text)
        text = _CONTROL.sub("", text)
        return _TOKEN.sub(lambda found: breakable(found[0]), text) if len(text) >= LONG else text

    def _held(self, text: str) -> str:
        text = unicodedata.normalize("NFC", text)
        lacking = {ord(sign) for sign in text} - coverage() - _KEPT
        if not lacking:
            return text
        out = []
        for sign in text:
            if ord(sign) not in lacking:
                out.append(sign)
            elif sign.isspace():
                out.append("\xa0" if sign == "\u202f" else " ")
            elif not _IGNORED.match(sign):  # joins and variants have no look of their own
                self.missing[sign] = None
                out.append(MISSING if unicodedata.category(sign) not in ("Mn", "Me") else "")
        return "".join(out)


def breakable(word: str) -> str:
    """A long word or address with places at which it may break: after its signs, else anywhere far enough apart."""
    parts = [part for part in _JOINT.split(word) if part]
    step = LONG // 2
    pieces = [part[start : start + step] for part in parts for start in range(0, len(part), step)]
    return _BREAK.join(pieces)
