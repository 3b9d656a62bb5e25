"""What every rule is given: the text, the lists, the agency's terms, and what the front matter says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from lintas.proofreading.document import Document, read
from lintas.proofreading.lexicon import Lexicon, lexicon
from lintas.proofreading.passages import Passages, find
from lintas.proofreading.terms import Terms

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_LETTER = re.compile(r"\w")
CLOSERS = '”"’)»]'


@dataclass(frozen=True)
class Reading:
    """One text under the pen."""

    document: Document
    known: Lexicon
    passages: Passages
    terms: Terms

    @property
    def text(self) -> str:
        return self.document.text

    @property
    def lower(self) -> str:
        return self.document.lower

    @cached_property
    def published(self) -> date | None:
        """The date of the release; of a page the day of its last change."""
        front, source = self.document.front, self.document.source
        for key in ("tanggal", "diperbarui"):
            match = _DAY.match(front.first(source, key))
            if match:
                try:
                    return date(int(match[1]), int(match[2]), int(match[3]))
                except ValueError:
                    return None
        return None

    @property
    def in_english(self) -> bool:
        return self.document.front.first(self.document.source, "bahasa").strip("\"' ") == "en"

    @cached_property
    def people(self) -> tuple[str, ...]:
        return self.document.front.below(self.document.source, "orang", "nama")

    @cached_property
    def regulations(self) -> tuple[tuple[str, str], ...]:
        """(short, title) of the regulations in front matter."""
        front, source = self.document.front, self.document.source
        values = [value for value in front.values if value.top == "peraturan"]
        found: list[tuple[str, str]] = []
        for value in values:
            if value.key in ("singkat", ""):
                found.append((value.text(source), ""))
            elif value.key == "judul" and found:
                found[-1] = (found[-1][0], value.text(source))
        return tuple(found)

    def is_word(self, start: int, end: int) -> bool:
        """Whether no letter or digit touches the stretch."""
        text = self.text
        return not (start and _LETTER.match(text[start - 1])) and not (end < len(text) and _LETTER.match(text[end]))

    def occurrences(self, form: str) -> Iterator[tuple[int, int]]:
        """Where `form` (small letters) stands as a whole word or phrase."""
        lower, size = self.lower, len(form)
        at = lower.find(form)
        while at >= 0:
            if self.is_word(at, at + size):
                yield at, at + size
            at = lower.find(form, at + size)

    def written(self, word: str) -> Iterator[tuple[int, int]]:
        """Where `word` stands with these very capitals."""
        return (place for place in self.occurrences(word.lower()) if self.text[slice(*place)] == word)

    def opens(self, place: int) -> bool:
        """Whether a sentence or a quotation begins here."""
        before = self.text[max(0, place - 4) : place].rstrip(' “"‘(')
        return not before or before[-1] in ".?!:\n" or self.text[place - 1 : place] in ("“", '"', "\n", "")


def open_reading(source: str, terms: Terms) -> Reading:
    document = read(source)
    known = lexicon()
    return Reading(document, known, find(document, known), terms)
