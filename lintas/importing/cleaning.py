"""A text as it was sent → its paragraphs, without what a web page or a word processor left in it. Pure.

Words are never changed: only white space, characters without width, and whole lines that are no part of the release.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]")
_SPACES = re.compile("[ \t\u00a0\u2000-\u200a\u202f\u3000]+")
# From here on a news page speaks for itself: the comment form and what follows it.
_END = re.compile(
    r"(?:tinggalkan|tulis) (?:balasan|komentar)\b|leave a (?:reply|comment)\b|berita terkait\b", re.IGNORECASE
)
_LITTER = re.compile(
    r"baca (?:juga|pula)\b|simak (?:juga|video)\b|lihat juga\b|bagikan\b|share\b|dibaca \d|advertisement$|iklan$"
    r"|alamat email anda tidak akan|ruas yang wajib|(?:penulis|editor|reporter|pewarta|tags?|topik)\s*:|copyright\b|©"
    r"|(?:facebook|twitter|whatsapp|telegram|x|instagram)$|(?:#\w+\s*)+$|gulir untuk|scroll ",
    re.IGNORECASE,
)
_SHORT = 25  # words; a longer line is a paragraph, however it begins
_CLOSING = re.compile(r"\s*(?:\*{2,}|\(\*+\)|#{2,}|-+\s*selesai\s*-+|-{2,})\s*$", re.IGNORECASE)
_BULLET = re.compile(r"(?:[-•·*▪]|\d{1,2}[.)]|[a-z][.)])\s+")


@dataclass(frozen=True, slots=True)
class Text:
    """Paragraphs in order, and the lines that were left out."""

    paragraphs: tuple[str, ...]
    dropped: tuple[str, ...]


def clean(text: str, *, markdown: bool = False) -> Text:
    """Paragraphs are what blank lines divide; where there are none, every line is one. Markdown keeps its lines."""
    lines = [_SPACES.sub(" ", _INVISIBLE.sub("", line)).strip() for line in text.splitlines()]
    kept, dropped = _without_litter(lines)
    return Text(tuple(_paragraphs(kept, markdown)), tuple(dropped))


def _without_litter(lines: list[str]) -> tuple[list[str], list[str]]:
    kept: list[str] = []
    dropped: list[str] = []
    ended = False
    for line in lines:
        ended = ended or _END.match(line) is not None
        if line and (ended or (_LITTER.match(line) and len(line.split()) < _SHORT)):
            dropped.append(line)
        elif not ended:
            kept.append(line)
    while kept and not kept[0]:
        kept.pop(0)
    while kept and not kept[-1]:
        kept.pop()
    if kept and (kept[-1].count("**") % 2 or "**" not in kept[-1]):  # but not the end of something bold
        kept[-1] = _CLOSING.sub("", kept[-1])
    return kept, dropped


def _paragraphs(lines: list[str], markdown: bool) -> list[str]:
    """Joined lines of each paragraph; list items stay on lines of their own."""
    wrapped = "" in lines
    found: list[str] = []
    fresh = True
    for line in lines:
        if line and (fresh or not wrapped):
            found.append(line)
        elif line:
            found[-1] += ("\n" if markdown or _BULLET.match(line) else " ") + line
        fresh = not line
    return [paragraph for paragraph in found if paragraph]


def is_list(paragraph: str) -> bool:
    return _BULLET.match(paragraph) is not None
