"""Capitals: at the beginning of a sentence, in names of days, months and places, in titles before names."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from lintas.proofreading.document import WORD
from lintas.proofreading.findings import Finding
from lintas.proofreading.lexicon import words_of
from lintas.proofreading.reading import Reading

_BEGIN = re.compile(r"\.[”\")]? (?=([a-z]{2,}))")
_WORD_BEFORE = re.compile(r"(?<![\w.])[A-Za-z]?[a-z]{2,}\Z")
_MONTH_BEFORE = re.compile(r"(?:\d|bulan|pada|awal|akhir|pertengahan|sejak|hingga|sampai|[-–])\s*\Z")
_UNCERTAIN_DAYS = frozenset(("minggu", "rabu"))
_UNCERTAIN_MONTHS = frozenset(("mei", "maret"))
_TITLES: dict[str, re.Pattern[str]] = {}


def sentences(reading: Reading) -> Iterator[Finding]:
    """A sentence that begins with a small letter."""
    text = reading.text
    shortened = reading.known.lists["singkatan.bertitik"]
    for match in _BEGIN.finditer(text):
        begin = match.start(1)
        word = _WORD_BEFORE.search(text, max(0, match.start() - 40), match.start())
        closed = (
            text[match.start() - 1 : match.start()] == ")" and text[match.start() - 3 : match.start() - 1].isalpha()
        )
        if not (word or closed) or (word and word[0].lower() in shortened) or reading.passages.alien(begin):
            continue
        if match[1] in shortened and text[match.end(1) : match.end(1) + 1] == ".":
            continue  # dr. Ina
        if text[begin + 1 : begin + 2] != "-" and not reading.passages.titled(begin):
            better = match[1][0].upper() + match[1][1:]
            yield Finding("EJA401", begin, begin + len(match[1]), match[1], better, better)


_SMALL_OPENING = re.compile(r"“([a-z]{2,})(?= [a-z])")
_SMALL_START = re.compile(r"([a-z]{3,}) \w")


def openings(reading: Reading) -> Iterator[Finding]:
    """A paragraph, or speech at the beginning of a sentence, that begins with a small letter."""
    text, parts = reading.text, reading.document.parts
    if "“" in text:
        for match in _SMALL_OPENING.finditer(text):
            before = text[max(0, match.start() - 2) : match.start()]
            begins = before[-1:] in ("", "\n") or before in (". ", "? ", "! ", "” ")
            if begins and not reading.passages.alien(match.start(1)):
                yield _raised(match)
    for index, part in enumerate(parts):
        if part.kind == "paragraph" and text[part.start : part.start + 1].islower() and part.end - part.start > 60:
            start = _SMALL_START.match(text, part.start)
            last = parts[index - 1] if index else None
            follows = last is not None and last.kind in ("paragraph", "item") and text[last.end - 1] not in ".?!”"
            if start and not follows and not reading.passages.alien(part.start):
                yield _raised(start)


def _raised(match: re.Match[str]) -> Finding:
    better = match[1][0].upper() + match[1][1:]
    return Finding("EJA401", match.start(1), match.end(1), match[1], better, better)


def names(reading: Reading) -> Iterator[Finding]:
    """senin, januari, indonesia."""
    lists, present = reading.known.lists, reading.document.wordset
    for word in sorted(lists["nama.hari"] & present):
        for start, end in _small(reading, word):
            if _is_day(reading, word, start, end):
                yield _capital(reading, start, end)
    for word in sorted(lists["nama.bulan"] & present):
        for start, end in _small(reading, word):
            if word not in _UNCERTAIN_MONTHS or _MONTH_BEFORE.search(reading.lower[max(0, start - 14) : start]):
                yield _capital(reading, start, end)
    firsts = _firsts(lists["nama.kapital"]) & present
    for name in sorted(name for name in lists["nama.kapital"] if name.partition(" ")[0] in firsts) if firsts else ():
        for start, end in _small(reading, name):
            yield _capital(reading, start, end)


def _is_day(reading: Reading, word: str, start: int, end: int) -> bool:
    """Whether the word is the name of a day here: minggu is a week as well, rabu a lung."""
    if word not in _UNCERTAIN_DAYS or reading.lower[max(0, start - 5) : start] == "hari ":
        return True
    after = r", ?\(?\d| \(\d" if word == "minggu" else r",? ?\(?\d"
    return re.match(after, reading.text[end : end + 4]) is not None


@functools.cache
def _firsts(names: frozenset[str]) -> frozenset[str]:
    """The first words of names."""
    return frozenset(name.partition(" ")[0] for name in names)


def _small(reading: Reading, word: str) -> Iterator[tuple[int, int]]:
    """Where the word stands in small letters, in the writer's own language, outside of names of files."""
    text = reading.text
    for start, end in reading.occurrences(word):
        before, after = text[start - 1 : start], text[end : end + 1]
        named = after in ("-", "_", "/") or before in ("-", "@", "/", "_", ".", "#")
        dotted = after == "." and text[end + 1 : end + 2].isalnum()
        if text[start].islower() and not named and not dotted and not reading.passages.alien(start):
            yield start, end


def _capital(reading: Reading, start: int, end: int) -> Finding:
    found = reading.text[start:end]
    better = " ".join(word[:1].upper() + word[1:] for word in found.split(" "))
    return Finding("EJA402", start, end, found, better, better)


def _words(titles: frozenset[str]) -> re.Pattern[str]:
    """One branch for each first letter, so that the engine can skip all others."""
    first: dict[str, list[str]] = {}
    for title in titles:
        first.setdefault(title[0], []).append(title[1:])
    branches = (rf"{letter}(?<![\w-].)(?:{words_of(rests)})" for letter, rests in sorted(first.items()))
    return re.compile(rf"({'|'.join(branches)})(?= [A-Z][a-z])")


def offices(reading: Reading) -> Iterator[Finding]:
    """gubernur Jawa Barat → Gubernur Jawa Barat."""
    lists = reading.known.lists
    if not _firsts(lists["nama.jabatan"]) & reading.document.wordset:
        return
    if not _TITLES:
        _TITLES["before"] = _words(lists["nama.jabatan"])
    for match in _TITLES["before"].finditer(reading.text):
        start = match.start()
        before = WORD.findall(reading.lower[max(0, start - 24) : start])
        if (before and before[-1] in lists["nama.bukan_jabatan"]) or reading.passages.alien(start):
            continue
        better = " ".join(word[:1].upper() + word[1:] for word in match[1].split(" "))
        yield Finding("EJA403", start, match.end(), match[1], better, better)


def kinds(reading: Reading) -> Iterator[Finding]:
    """Pemerintah Daerah, Rapat Koordinasi inside a sentence, without a name."""
    text = reading.text
    for kind in sorted(reading.known.lists["nama.jenis"]):
        at = text.find(kind)
        while at >= 0:
            end = at + len(kind)
            part = reading.document.part(at)
            inside = part.kind in ("paragraph", "summary") and not reading.opens(at) and not reading.passages.titled(at)
            if inside and text[at - 2 : at - 1].islower() and re.match(r"[.,;:?!]| [a-z]", text[end : end + 2]):
                yield Finding("EJA404", at, end, kind, kind.lower())
            at = text.find(kind, end)


def titles(reading: Reading) -> Iterator[Finding]:
    """In a title: function words are small."""
    for part in reading.document.parts:
        if part.kind != "title":
            continue
        title = reading.text[part.start : part.end]
        words = list(WORD.finditer(title))
        capital = sum(match.group()[0].isupper() for match in words)
        if len(words) < 3 or capital < 0.6 * len(words):
            continue
        if title.isupper():
            yield Finding("EJA407", part.start, part.end, title, "")
            continue
        for match in words[1:]:
            word, start = match.group(), part.start + match.start()
            beside = title[: match.start()].rstrip()[-1:].isalpha() and title[match.end() : match.end() + 1] != "-"
            if beside and word.istitle() and word.lower() in reading.known.lists["nama.tugas_judul"]:
                yield Finding("EJA405", start, start + len(word), word, word.lower(), word.lower())


@functools.cache
def _with_capital(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word.capitalize() for word in words)


def inside(reading: Reading) -> Iterator[Finding]:
    """An ordinary word with a capital inside a sentence: rapat yang Bertajuk."""
    text = reading.text
    wrong = _with_capital(reading.known.lists["nama.kecil"]) & reading.document.wordset
    for word in sorted(wrong):
        for start, end in reading.occurrences(word.lower()):
            if text[start].islower() or not text[start - 2 : start - 1].islower() or text[start - 1] != " ":
                continue
            if (
                not re.match(r" [a-z“\"]", text[end : end + 2])
                or reading.passages.titled(start)
                or reading.passages.alien(start)
            ):
                continue
            if reading.document.part(start).kind in ("paragraph", "summary", "caption", "item"):
                yield Finding("EJA406", start, end, word, word.lower(), word.lower())
