"""Text as a reader sees it, with the way back to the text as it was written. Pure.

A number can be written so that a pattern passes it by while a reader, a search engine or a copy sees it whole:
digits of other scripts, characters that are not shown, escapes of HTML, JSON and addresses, marks of Markdown and
HTML between two digits.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from html.entities import html5

_INLINE = "b|i|u|s|a|em|strong|span|code|mark|sub|sup|small|font|wbr|tspan"
_MARKS = rf"(?:</?(?:{_INLINE})(?:\s[^<>]{{0,300}})?/?>|<!--[^<>]{{0,300}}-->)"
_ODD = re.compile(
    r"[^\x00-\x7f]"
    r"|&(?:#x[0-9A-Fa-f]{1,6}|#[0-9]{1,7}|[A-Za-z]{2,12});"
    r"|\\u[0-9A-Fa-f]{4}|\\x[0-9A-Fa-f]{2}|%[2-46][0-9A-Fa-f]"
    rf"|(?<=[0-9 .\-]){_MARKS}{{1,4}}(?=[0-9 .\-&])|(?<=[0-9])[*_`~]{{1,6}}(?=[0-9])|(?<=[0-9])\\(?=[.\-_])"
    r"|(?<=[0-9][ .\-][0-9]{4})\n[ >]{0,8}(?=[0-9]{4}(?![0-9]))",
    re.S,
)
_MOST_DIGITS = 8  # in a mark of HTML: with more of them it is looked at itself
_WRAPPED = re.compile(rb"[0-9][ .\-][0-9]{4}\r?\n[ >]{0,8}[0-9]{4}")
_ODD_BYTES = (b"&", b"\\", b"%", b"<", b"\xd9", b"\xdb", b"\xdf", b"\xe0", b"\xe1", b"\xea", b"\xef", b"\xf0")
_ODD_PAIRS = ((b"\xe2", (b"\x81", b"\x82", b"\x91")), (b"\xc2", (b"\xb2", b"\xb3", b"\xb9")))
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"
_DOTS = "\u00b7\u2022\u2024\u2027\u30fb\uff0e\u3002"


@dataclass(frozen=True, slots=True)
class Plain:
    """`text` as read. `turns`: places in it after which it is no longer as long as what was written, and where
    there they are."""

    text: str
    turns: tuple[tuple[int, int], ...] = ()

    def written(self, place: int) -> int:
        """The place in the text as written."""
        if not self.turns:
            return place
        index = bisect_right(self.turns, (place, 1 << 62)) - 1
        return place if index < 0 else self.turns[index][1] + place - self.turns[index][0]


def plain(text: str) -> Plain:
    """The text as read; the same text where there is nothing odd in it."""
    turns: list[tuple[int, int]] = []
    made: list[str] = []
    done = length = 0
    for match in _ODD.finditer(text):
        seen = _read(match[0])
        if seen == match[0]:
            continue
        piece = text[done : match.start()] + seen
        made.append(piece)
        length += len(piece)
        done = match.end()
        if len(seen) != len(match[0]):
            turns.append((length, done))
    if not made:
        return Plain(text)
    return Plain("".join(made) + text[done:], tuple(turns))


def maybe_odd(data: bytes) -> bool:
    """Whether bytes hold something, other than characters that are left out, that is read otherwise than written:
    escapes, or bytes with which digits of other scripts, of formulas and in circles begin. Single bytes are looked for,
    which is many times faster than sequences."""
    if any(mark in data for mark in _ODD_BYTES):
        return True
    return any(lead in data and any(second in data for second in seconds) for lead, seconds in _ODD_PAIRS)


def wrapped(data: bytes) -> bool:
    """Whether groups of digits go on in the next line."""
    return _WRAPPED.search(data) is not None


def _read(token: str) -> str:
    if token[0] in "*_`~" or token == "\\":
        return "-" if token.strip("_") == "" else ""
    if token[0] == "\n":
        return " "
    if len(token) == 1:
        return _shown(token)
    if token[0] == "<":
        return "" if sum(map(str.isdigit, token)) <= _MOST_DIGITS else "<" + plain(token[1:]).text
    if token[0] == "&":
        return _entity(token)
    if token[0] == "%":
        return chr(int(token[1:], 16))
    return _shown(chr(int(token[2:], 16)))


def _entity(token: str) -> str:
    name = token[1:-1]
    if name[0] != "#":
        known = html5.get(f"{name};", "")
        return _shown(known) if len(known) == 1 and known not in '<>&"' else token
    number = int(name[2:], 16) if name[1] in "xX" else int(name[1:])
    return _shown(chr(number)) if 31 < number < 0x110000 and not 0xD800 <= number < 0xE000 else token


@lru_cache(maxsize=4096)
def _shown(char: str) -> str:
    """One character as it is read: digits as ASCII, spaces, dashes and dots as the plain ones, unseen ones as none."""
    if char < "\x80":
        return char
    digit = unicodedata.digit(char, -1)
    if digit >= 0:
        return str(digit)
    if char in _DASHES:
        return "-"
    if char in _DOTS:
        return "."
    category = unicodedata.category(char)
    if category in ("Cf", "Mn", "Me"):
        return ""
    if category in ("Zs", "Zl", "Zp"):
        return " "
    folded = unicodedata.normalize("NFKC", char)
    return folded if len(folded) == 1 and folded < "\x80" else char
