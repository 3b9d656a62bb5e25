"""Typing errors: a word that is one slip away from another word of the same text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintas.proofreading.findings import Finding
from lintas.proofreading.reading import Reading

_SHORTEST = 8  # letters; shorter words have too many neighbours
_MOST = 2500  # words that are compared
_TRIPLES = tuple(letter * 3 for letter in "aiueonkstmlrgdhpby")
_THRICE = re.compile(r"(?<![\w-])[^\W\d_]*?([a-z])\1\1[^\W\d_]*")
_STRETCHED = frozenset("hmmm brrr wwww".split())


def slips(reading: Reading) -> Iterator[Finding]:
    """A letter too many or too few, or two changed about: teruwujudnya beside terwujudnya."""
    known = [word for word in reading.document.wordset if len(word) >= _SHORTEST and word.islower()]
    if len(known) > _MOST:
        return
    groups: dict[str, list[str]] = {}
    for word in sorted(known):
        groups.setdefault(word[:3], []).append(word)
    for group in groups.values():
        for index, one in enumerate(group[:40]):
            last, sizes = one[-1], (len(one) - 1, len(one) + 1)
            for other in group[index + 1 : 40]:
                if other[-1] == last and len(other) in sizes:
                    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
                    if _one_more(longer, shorter):
                        yield from _pair(reading, longer, shorter)


def _one_more(longer: str, shorter: str) -> bool:
    """Whether one letter of the longer word, not among its last two, is all that is different."""
    at = 0
    while at < len(shorter) and longer[at] == shorter[at]:
        at += 1
    return at < len(shorter) - 1 and longer[at + 1 :] == shorter[at:]


def _pair(reading: Reading, longer: str, shorter: str) -> Iterator[Finding]:
    """The rarer of two words is suspected; of two that are equally rare the longer one."""
    if _both_words(longer, shorter) or longer in reading.known.words or shorter in reading.known.words:
        return
    words = reading.document.words
    rare, better = (longer, shorter) if words.count(longer) <= words.count(shorter) else (shorter, longer)
    for start, end in reading.occurrences(rare):
        if not reading.passages.alien(start):
            yield Finding("EJA115", start, end, rare, better)
            return


def _both_words(longer: str, shorter: str) -> bool:
    """Whether the letter makes another suffix of it: perhatian and perhatikan."""
    return longer[:-3] == shorter[:-2] and longer.endswith(("kan", "nya"))


def thrice(reading: Reading) -> Iterator[Finding]:
    """A letter three times running."""
    words = " ".join(reading.document.wordset)
    if not any(map(words.__contains__, _TRIPLES)):
        return
    for match in _THRICE.finditer(reading.text):
        word = match.group()
        if word.lower() not in _STRETCHED and not reading.passages.alien(match.start()) and len(word) > 4:
            better = re.sub(r"([a-z])\1\1+", r"\1", word)
            yield Finding("EJA115", match.start(), match.end(), word, better)
