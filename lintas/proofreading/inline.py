"""Inline Markdown → stretches that are read: links without targets, no marks of emphasis, no code, no raw HTML.

One pass; every quantifier is bounded, so hostile text costs time in proportion to its length.
"""

from __future__ import annotations

import re
from typing import NamedTuple

OPAQUE = "\ufffc"  # stands for code, an address or a figure bound to data: something is there, it is not read
FIGURE = "angka:"
_KINDS = {"gap": "opaque", "address": "opaque", "entity": "opaque", "note": "tag"}
# Alternatives that all begin with a letter of their own let the engine skip the text between.
_MARKS = re.compile(r"\\|`|\*|_|\[|<|@|&|\ufffc|://|www\.|\{\{")
_START = re.compile(r"\\|`|\*|_|\[|\]|!\[|<|&|\{\{|https?://|www\.")
_TOKEN = re.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<ticks>`+)"
    r"|(?P<gap>\{\{[^{}\n]{0,400}\}\})"
    r"|(?P<target>\]\([^()\n]{0,1000}(?:\([^()\n]{0,200}\)[^()\n]{0,500})?\)|\]\[[^\]\n]{0,200}\])"
    r"|(?P<note>\[\^[^\]\n]{1,100}\]:?)"
    r"|(?P<open>!?\[)"
    r"|(?P<address><(?:https?|mailto):[^<>\s]{1,1000}>|(?:https?://|www\.)[^\s<>()\]”\"]{1,1000}"
    r"|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,6})"
    r"|(?P<tag></?[A-Za-z][^<>]{0,1000}>|<!--.{0,1000}?-->)"
    r"|(?P<entity>&(?:[a-z]{2,8}|\#\d{1,6});)"
    r"|(?P<stars>\*{1,3}|_{1,3})",
    re.DOTALL,
)
_TOKEN_PLAIN = re.compile(_TOKEN.pattern.replace(r"|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,6}", ""), re.DOTALL)


class Piece(NamedTuple):
    """`text` as it is read, and where in the source it begins; `OPAQUE` stands for `length` characters."""

    text: str
    start: int
    length: int
    emphasised: bool


def is_plain(text: str) -> bool:
    """Whether a line holds nothing but what is read."""
    return not _MARKS.search(text)


def pieces(text: str, start: int) -> list[Piece]:
    """The pieces of a line that begins at `start` of the source."""
    made: list[Piece] = []
    emphasis = at = 0
    for first, last, kind in _stretches(text):
        if first > at:
            made.append(Piece(text[at:first], start + at, first - at, emphasis == 1))
        if kind == "opaque":
            made.append(Piece(OPAQUE, start + first, last - first, False))
        elif kind == "escape":
            made.append(Piece(text[last - 1 : last], start + last - 1, 1, False))
        elif kind == "stars" and last - first == 1:
            emphasis = 1 - emphasis
        at = last
    if at < len(text):
        made.append(Piece(text[at:], start + at, len(text) - at, False))
    return made


def _stretches(text: str) -> list[tuple[int, int, str]]:
    """(start, end, kind) of everything that is not plain text, in order, none inside another."""
    search = _TOKEN.search if "@" in text else _first
    found: list[tuple[int, int, str]] = []
    opened: list[tuple[int, int, int]] = []  # start and end of "[", number of stretches before it
    unclosed: set[str] = set()  # runs of backticks without a partner: looked for once
    at = 0
    while match := search(text, at):
        kind, first, at = str(match.lastgroup), match.start(), match.end()
        if kind == "ticks":
            at = _code(text, match, unclosed, found)
        elif kind == "open":
            opened.append((first, at, len(found)))
        elif kind == "target" and not opened:
            at = first + 1
        elif kind == "target":
            _close(text, match, opened.pop(), found)
        elif kind != "stars" or _is_mark(text, first, at):
            found.append((first, at, _KINDS.get(kind, kind)))
    return sorted(found)


def _first(text: str, at: int) -> re.Match[str] | None:
    """The next token of a text without addresses of mail: where one may begin is looked for first."""
    while sign := _START.search(text, at):
        if match := _TOKEN_PLAIN.match(text, sign.start()):
            return match
        at = sign.start() + 1
    return None


def _code(text: str, match: re.Match[str], unclosed: set[str], found: list[tuple[int, int, str]]) -> int:
    """Take the code that begins here, if it ends; where to go on."""
    ticks = match.group()
    end = -1 if ticks in unclosed else _closing(text, match.end(), ticks)
    if end < 0:
        unclosed.add(ticks)
        return match.end()
    found.append((match.start(), end, "opaque"))
    return end


def _close(text: str, match: re.Match[str], opening: tuple[int, int, int], found: list[tuple[int, int, str]]) -> None:
    """A link is complete: its words are read, its target is not; a figure bound to data is not read at all."""
    first, after, before = opening
    if match.group().startswith(f"]({FIGURE}") or after == match.start():
        del found[before:]
        found.append((first, match.end(), "opaque"))
    else:
        found.append((first, after, "tag"))
        found.append((match.start(), match.end(), "tag"))


def _closing(text: str, at: int, ticks: str) -> int:
    """Where the code that was opened by `ticks` ends, or -1."""
    while (found := text.find(ticks, at)) >= 0:
        end = found + len(ticks)
        while end < len(text) and text[end] == "`":
            end += 1
        if end - found == len(ticks):
            return end
        at = end
    return -1


def _is_mark(text: str, first: int, end: int) -> bool:
    """Whether stars or underscores can open or close emphasis: not free-standing, underscores not inside words."""
    before = text[first - 1] if first else " "
    after = text[end] if end < len(text) else " "
    if before.isspace() and after.isspace():
        return False
    return text[first] == "*" or not (before.isalnum() and after.isalnum())
