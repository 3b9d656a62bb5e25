"""Words that the dictionary does not know, one finding a word: advice, for right words are missing from it as well."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from lintas import wilayah
from lintas.diagnostics import Diagnostic
from lintas.proofreading.dictionary import Dictionary
from lintas.proofreading.document import WORD, Document
from lintas.proofreading.findings import Finding
from lintas.proofreading.inline import OPAQUE
from lintas.proofreading.lexicon import Lexicon, lexicon, load_list
from lintas.proofreading.proof import judge
from lintas.proofreading.reading import Reading, open_reading
from lintas.proofreading.terms import Terms

_WORD = re.compile(r"(?<![\w@/.\\-])[a-z]{4,}(?:-[a-z]{4,})*(?![\w@/\\-]|\.\w)")


def consult(source: str, path: str, terms: Terms, dictionary: Dictionary) -> tuple[Diagnostic, ...]:
    """EJA902 (near words are known) and EJA903 (none is) for a decoded file in Indonesian."""
    reading = open_reading(source, terms)
    if reading.in_english:
        return ()
    extra = _listed() | _own(reading)
    first: dict[str, int] = {}
    counts: Counter[str] = Counter()
    for match in _WORD.finditer(reading.text):
        if _foreign(reading, match):
            continue
        for part in match.group().split("-"):
            counts[part] += 1
            first.setdefault(part, match.start() + match.group().index(part))
    found = []
    for word, start in first.items():
        if not dictionary.knows(word, extra):
            near = dictionary.near(word, extra)
            better = ", ".join(near)
            times = (("times", str(counts[word])),)
            code = "EJA902" if near else "EJA903"
            found.append(Finding(code, start, start + len(word), word, better, None, times))
    return tuple(each.diagnostic for each in judge(reading, path, found))


def _foreign(reading: Reading, match: re.Match[str]) -> bool:
    """Emphasised, of another language, in a title in quotation marks, or beside what is no text."""
    text, start, end = reading.text, match.start(), match.end()
    passages = reading.passages
    return passages.alien(start) or passages.titled(start) or OPAQUE in text[max(0, start - 1) : end + 1]


def _own(reading: Reading) -> frozenset[str]:
    """Words of the agency's lists, of front matter, and of names in this text: a name also stands in small letters."""
    document, terms = reading.document, reading.terms
    phrases = [*terms.names, *terms.permitted, *(f"{a} {b}" for a, b in terms.abbreviations)]
    phrases += [value.text(document.source) for value in document.front.values if value.key in ("nama", "instansi")]
    return _words(phrases) | frozenset(_names(document))


def _names(document: Document) -> list[str]:
    return [word.lower() for word in document.wordset if word[0].isupper() and not word.isupper()]


def _words(phrases: list[str]) -> frozenset[str]:
    return frozenset(word.lower() for phrase in phrases for word in WORD.findall(phrase))


@cache
def _listed() -> frozenset[str]:
    """Words of our own lists and of the names of regions. Some 50 ms, once."""
    known: Lexicon = lexicon()
    phrases: list[str] = [region.name for region in wilayah.regions()]
    phrases += [below.name for region in wilayah.regions() for below in wilayah.children(region.code)]
    phrases += [item.text for item in load_list("kamus")["tambahan"].items]
    phrases += [word for words in known.lists.values() for word in words]
    phrases += [entry.better for entry in known.words.values()]
    phrases += [text for key in ("singkatan.kepanjangan", "peraturan.judul") for text in known.tables[key].values()]
    phrases += [entry.better for entries in known.pairs.values() for entry in entries]
    return _words(phrases)
