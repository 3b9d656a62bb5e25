"""Passages that are not the writer's own: direct quotations, titles in quotation marks, other languages."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from lintas.proofreading.document import WORD, Document
from lintas.proofreading.lexicon import Lexicon

_MARK = re.compile(r"[“”\"„«»]")
_BEFORE = re.compile(r"([^\W\d_]+)[,:]?\s*(?:[A-Z][\w.-]*\s*){0,4}\Z")
_ENOUGH, _SHARE = 3, 0.3  # words of another language, and their share, that make a passage foreign
_MAX_TITLE = 25  # words
_TRIM = '.,;:?!()“”"’'


@dataclass(frozen=True, slots=True)
class Passages:
    """Sorted, disjoint stretches of `Document.text`."""

    speech: tuple[tuple[int, int], ...] = ()
    titles: tuple[tuple[int, int], ...] = ()
    foreign: tuple[tuple[int, int], ...] = ()

    def spoken(self, place: int) -> bool:
        return _inside(self.speech, place)

    def titled(self, place: int) -> bool:
        return _inside(self.titles, place)

    def alien(self, place: int) -> bool:
        return _inside(self.foreign, place)


def _inside(spans: tuple[tuple[int, int], ...], place: int) -> bool:
    if not spans:
        return False
    index = bisect_right(spans, (place, 1 << 60)) - 1
    return index >= 0 and spans[index][0] <= place < spans[index][1]


def find(document: Document, known: Lexicon) -> Passages:
    """The passages of a text."""
    text = document.text
    quotes: list[tuple[int, int]] = []
    if "“" in text or '"' in text or "”" in text or "«" in text:
        for part in document.parts:
            quotes += _quotes(text, part.start, part.end)
    speech: list[tuple[int, int]] = []
    titles: list[tuple[int, int]] = []
    for start, end in quotes:
        (titles if _is_title(text, start, end, known) else speech).append((start, end))
    return Passages(tuple(speech), tuple(titles), _foreign(document, quotes, known))


def _quotes(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """(start, end) of what stands between quotation marks in a block; an open one reaches to the end of the block."""
    found: list[tuple[int, int]] = []
    opened = -1
    for match in _MARK.finditer(text, start, end):
        mark, at = match.group(), match.start()
        if opened < 0 and mark in '“"„«':
            opened = at + 1
        elif opened >= 0 and mark in '”"»':
            found.append((opened, at))
            opened = -1
    if opened >= 0:
        found.append((opened, end))
    return found


def _is_title(text: str, start: int, end: int, known: Lexicon) -> bool:
    """Named by a word such as “bertajuk”, or short and written like a title."""
    inner = text[start:end]
    words = WORD.findall(inner[:400])
    if not words or len(words) > _MAX_TITLE:
        return False
    if _named(text[max(0, start - 80) : start - 1], known.lists["nama.bertajuk"]):
        return True
    if inner.rstrip()[-1:] in ",.?!":
        return False
    capital = sum(word[0].isupper() for word in words)
    return len(words) <= 3 or capital >= 0.6 * len(words)


def _named(before: str, names: frozenset[str]) -> bool:
    """Whether one of the words stands before, with a name between at most. Most often none is there at all."""
    if not any(map(before.lower().__contains__, names)):
        return False
    match = _BEFORE.search(before)
    return match is not None and match.group(1).lower() in names


def _foreign(document: Document, quotes: list[tuple[int, int]], known: Lexicon) -> tuple[tuple[int, int], ...]:
    """Emphasised words, and blocks, sentences and quotations in which another language speaks."""
    spans = [span for span in document.emphasised if len(WORD.findall(document.text[span[0] : span[1]])) <= 8]
    vocabulary = document.vocabulary
    suspects = [words & vocabulary for key, words in known.lists.items() if key.startswith("bahasa.")]
    suspects = [words for words in suspects if len(words) >= _ENOUGH]
    if suspects:
        lower = document.lower
        for span in (*quotes, *_sentences(document)):
            stretch = lower[span[0] : span[1]].split()
            if any(_speaks(stretch, words) for words in suspects):
                spans.append(span)
    return _merged(spans)


def _speaks(stretch: list[str], language: frozenset[str]) -> bool:
    """Whether enough words of a stretch are of another language. Two of them must differ."""
    if len(language.intersection(stretch)) < 2:
        return False
    hits = sum(word.strip(_TRIM) in language for word in stretch)
    return hits >= _ENOUGH and hits >= _SHARE * len(stretch)


_END = re.compile(r"[.?!]+[”\"’)]*\s+(?=[A-Z“\"])")


def _sentences(document: Document) -> list[tuple[int, int]]:
    found = []
    for part in document.parts:
        at = part.start
        for match in _END.finditer(document.text, part.start, part.end):
            found.append((at, match.end()))
            at = match.end()
        found.append((at, part.end))
    return found


def _merged(spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
