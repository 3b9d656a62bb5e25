"""Abbreviations: explained where they first stand, and with the right words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintas.proofreading.document import WORD
from lintas.proofreading.findings import Finding
from lintas.proofreading.reading import Reading

_IN_BRACKETS = re.compile(r"\(([A-Z][A-Za-z]{1,14})\)")
_NAME_AFTER = re.compile(r"(?<![\w-])([A-Z]{2,10}) \(([A-Z][^()]{6,80})\)")
_UPPER = re.compile(r"[A-Z]{3,10}\Z")
_TOKEN = re.compile(r"[^\W\d_]+|[^\w\s]")
_SMALL = frozenset("dan di ke dari yang untuk dalam pada dengan atau bagi of and the for tentang".split())
_MOST_WORDS = 12


def expansions(reading: Reading) -> Iterator[Finding]:
    """Kepanjangan (SINGKATAN): the known words, else at least the letters."""
    text = reading.text
    if "(" not in text:
        return
    own = dict(reading.terms.abbreviations)
    for match in _IN_BRACKETS.finditer(text):
        short, start = match[1], match.start()
        if text[start - 1 : start] != " " or reading.passages.alien(start):
            continue
        before = list(WORD.finditer(text, max(0, text.rfind("\n", 0, start) + 1, start - 160), start))
        known = own.get(short) or reading.known.tables["singkatan.kepanjangan"].get(short)
        if known:
            yield from _known(reading, match, before, known.split("|"))
        elif short.isupper() and len(short) > 2:
            yield from _letters(reading, match, before)


def _known(
    reading: Reading, match: re.Match[str], before: list[re.Match[str]], meanings: list[str]
) -> Iterator[Finding]:
    """The words before the bracket against the known meanings."""
    best = None
    for meaning in meanings:
        wanted = [word.lower() for word in WORD.findall(meaning)]
        last = before[-len(wanted) :]
        have = [word.group().lower() for word in last]
        if have == wanted:
            return
        stripped = [word.group().lower() for word in before[-_MOST_WORDS:] if word.group().lower() not in _SMALL]
        bare = [word for word in wanted if word not in _SMALL]
        shuffled = len(have) == len(wanted) and sorted(have) == sorted(wanted)
        if stripped[-len(bare) :] == bare and not shuffled:
            return
        same = sum(one == other for one, other in zip(have, wanted, strict=False))
        overlap = len(set(have) & set(wanted) - _SMALL)
        if len(have) == len(wanted) and (same >= len(wanted) / 2 or overlap >= len(bare) - 1 > 0):
            best = (last[0].start(), meaning)
    if best:
        start, meaning = best
        end = before[-1].end()
        yield Finding("EJA413", start, end, reading.text[start:end], meaning, None, (("short", match[1]),))


def _letters(reading: Reading, match: re.Match[str], before: list[re.Match[str]]) -> Iterator[Finding]:
    """The first letters of the words before, loosely: every letter of the abbreviation in its order in them."""
    short = match[1].lower()
    capital = [word.group() for word in before[-_MOST_WORDS:]]
    run: list[str] = []
    for word in reversed(capital):
        if word[0].isupper() or word.lower() in _SMALL:
            run.insert(0, word)
        else:
            break
    while run and run[0].lower() in _SMALL:
        run.pop(0)
    if len(run) < 2 or len(run) < len(short) - 2:
        return
    if short[0] != run[0][0].lower() or not _subsequence(short, "".join(run).lower()):
        start = before[-len(run)].start()
        yield Finding("EJA412", start, before[-1].end(), " ".join(run), match[1])


def _subsequence(short: str, letters: str) -> bool:
    rest = iter(letters)
    return all(letter in rest for letter in short)


def unexplained(reading: Reading) -> Iterator[Finding]:
    """An abbreviation that few readers know and that is nowhere spelled out."""
    document, text = reading.document, reading.text
    known = reading.known
    words = {word for word in document.unusual if _UPPER.match(word)}
    words -= known.lists["singkatan.umum"] | known.tables["singkatan.kepanjangan"].keys()
    words -= {short for short, _ in reading.terms.abbreviations}
    initials = _initials(text) if words else ""
    for word in sorted(words):
        if not (f"({word})" in text or f"{word} (" in text or f"{word} atau " in text or word in initials):
            yield from _first(reading, word)


def _initials(text: str) -> str:
    """First letters of the names in a text, a bar between names: a name written in full explains its abbreviation."""
    letters = []
    for token in _TOKEN.findall(text):
        if token not in _SMALL:
            letters.append(token[0] if token.istitle() else "|")
    return "".join(letters)


def _first(reading: Reading, word: str) -> Iterator[Finding]:
    """Where the abbreviation first stands, unless that is a line of capitals, an address or another language."""
    text = reading.text
    for start, end in reading.occurrences(word.lower()):
        if text[start:end] != word or text[start - 1 : start] in ("/", ".", "-") or text[end : end + 1] == "/":
            continue
        part = reading.document.part(start)
        if part.kind in ("paragraph", "item", "summary") and not reading.passages.alien(start):
            around = WORD.findall(text[max(part.start, start - 20) : end + 20])
            if sum(each.isupper() for each in around) <= 2:
                yield Finding("EJA411", start, end, word)
        return
