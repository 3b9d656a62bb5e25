"""Whole sentences: too long, a comma before “bahwa”, no comma after a link between sentences."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from lintas.proofreading.findings import Finding
from lintas.proofreading.reading import Reading

_BAHWA = re.compile(r"([^\W\d_]+)(, ?)(?=bahwa\b)")
_AFTER = re.compile(r"bahwa,(?= [a-z][^,.;:?!\n]{3,400}[.;:?!\n])")
_STOP = re.compile(r"[.?!][”\"’)]*(?= +[“\"(]?[A-Z0-9])")
_TSAL = re.compile(r"\w[\w.]*")  # the last word, read from its end
_GOES_ON = ("demikian", "begitu", "pula", "juga", "pun", "saja", "lah")
LIMIT = 35  # words


def that(reading: Reading) -> Iterator[Finding]:
    """menyampaikan, bahwa → menyampaikan bahwa."""
    if "bahwa" not in reading.document.vocabulary:
        return
    if "bahwa," in reading.text:
        for match in _AFTER.finditer(reading.text):
            yield Finding("EJA211", match.start(), match.end(), match.group(), "bahwa", "bahwa")
    if ", bahwa" not in reading.text and ",bahwa" not in reading.text:
        return
    verbs = reading.known.lists["nama.kutip_me"] | reading.known.lists["nama.kutip"]
    for match in _BAHWA.finditer(reading.text):
        word = match[1].lower()
        if (word in verbs or word.removesuffix("nya") in verbs) and not _parenthesis(reading, match):
            yield Finding(
                "EJA211", match.start(), match.end() + 5, f"{match[1]}, bahwa", f"{match[1]} bahwa", f"{match[1]} bahwa"
            )


def _parenthesis(reading: Reading, match: re.Match[str]) -> bool:
    """Whether the comma closes an insertion that another comma opened just before the verb: “, katanya, bahwa”."""
    before = reading.text[max(0, match.start() - 3) : match.start()]
    return before.endswith(", ") and match[1].lower().endswith("nya")


@functools.cache
def _openings(links: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """The first word and the whole of each link as it opens a sentence."""
    return tuple((link.partition(" ")[0].capitalize(), link[:1].upper() + link[1:] + " ") for link in sorted(links))


def links(reading: Reading) -> Iterator[Finding]:
    """Oleh karena itu pemerintah → Oleh karena itu, pemerintah."""
    text = reading.text
    for first, phrase in _openings(reading.known.lists["nama.penghubung"]):
        if first not in reading.document.wordset:
            continue
        at = text.find(phrase)
        while at >= 0:
            end = at + len(phrase) - 1
            following = reading.lower[end + 1 : end + 12].split(" ")[0]
            if reading.opens(at) and following[:1].isalpha() and following not in _GOES_ON:
                yield Finding("EJA212", end, end, text[at:end], text[at:end] + ",", ",")
            at = text.find(phrase, end)


def lengths(reading: Reading) -> Iterator[Finding]:
    """Sentences that must be read twice."""
    text = reading.text
    for part in reading.document.parts:
        if (
            part.kind not in ("paragraph", "summary", "caption", "item", "quote")
            or text.count(" ", part.start, part.end) < LIMIT
        ):
            continue
        for start, end in split(reading, part.start, part.end):
            if end - start > 150:
                count = len(text[start:end].split())
                if count > LIMIT and not reading.passages.alien(start):
                    yield Finding("EJA213", start, end, str(count), str(LIMIT))


def split(reading: Reading, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a block. A full stop after an abbreviation, an initial or a figure ends none."""
    text, shortened = reading.text, reading.known.lists["singkatan.bertitik"]
    at = start
    for match in _STOP.finditer(text, start, end):
        before = _TSAL.match(text[max(at, match.start() - 24) : match.start()][::-1])
        word = before.group()[::-1].lower() if before else ""
        if text[match.start()] == "." and len(match.group()) == 1 and (word in shortened or len(word) == 1):
            continue
        yield at, match.end()
        at = match.end() + 1
    if at < end:
        yield at, end
