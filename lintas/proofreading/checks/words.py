"""Words and phrases that stand in the lists: spelling, compounds, foreign terms, needless words; doubled words."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from lintas.proofreading.findings import Finding, like
from lintas.proofreading.lexicon import Entry
from lintas.proofreading.reading import Reading

_DOUBLED = re.compile(r"(?<![\w-])([^\W\d_]{2,}) \1(?![\w-])", re.IGNORECASE)
_DIGIT_TWO = re.compile(r"2(nya)?(?![\w²-])")
_SMALL_WORD = re.compile(r"(?<![\w-])[a-z]{3,}\Z")
_SPACED_HYPHEN = re.compile(r"(?<![\w-])([^\W\d_]{3,})(?: -|- | - )(\1(?:nya|an)?)(?![\w-])", re.IGNORECASE)
_NAMELIKE = frozenset("mesjid jaman elit photo survey coklat negri faham cabe komplek fikir isteri ijin".split())
_FOREIGN_CODE, _NEEDLESS, _ADVICE = "EJA113", "EJA114", "EJA105"
_GLOSS = re.compile(r"\s*[(/“]")


def listed(reading: Reading) -> Iterator[Finding]:
    """Every form of the lists that stands in the text."""
    document, known = reading.document, reading.known
    for word in sorted(known.word_keys & document.vocabulary):
        yield from _entry(reading, known.words[word])
    lowered = document.lowered
    taken: set[int] = set()
    for pair in sorted(known.pair_keys.intersection(itertools.pairwise(lowered))):
        for entry in known.pairs[pair]:
            for finding in _entry(reading, entry):
                if finding.start not in taken:  # of two phrases that begin alike the longer one counts
                    taken.add(finding.start)
                    yield finding


def _entry(reading: Reading, entry: Entry) -> Iterator[Finding]:
    for start, end in reading.occurrences(entry.form):
        if reading.passages.alien(start):
            continue
        found = reading.text[start:end]
        code = entry.code
        if code == "EJA103" and _may_be_name(reading, entry, start, end):
            code = "EJA104"
        if code == _FOREIGN_CODE and (_explained(reading.text, start, end) or _in_name(reading, start, end)):
            continue
        if code == "EJA110" and found.isupper() and " " in entry.form:
            continue
        better = like(found, entry.better) if entry.safe else entry.better
        if found.istitle() and " " in better and entry.safe and _titled(reading, start, end):
            better = _title_case(better)
        safe = entry.safe and (code != "EJA104" or not _in_name(reading, start, end))
        yield Finding(code, start, end, found, better, better if safe else None)


def _may_be_name(reading: Reading, entry: Entry, start: int, end: int) -> bool:
    """Sumber Rejeki, Mesjid Raya: a capitalised word after another one, in a sentence, may be somebody's name."""
    if not _in_name(reading, start, end):
        return False
    before = reading.text[max(0, start - 30) : start].rstrip().rpartition(" ")[2]
    sentence = reading.document.part(start).kind not in ("title", "heading")
    return entry.form in _NAMELIKE or (
        sentence and before[:1].isupper() and before[-1:].isalpha() and not before.isupper()
    )


def _titled(reading: Reading, start: int, end: int) -> bool:
    """Whether both parts of a compound take a capital: in a title or a name, not at the beginning of a sentence."""
    after = reading.text[end : end + 2]
    return not reading.opens(start) or after[1:2].isupper()


def _title_case(text: str) -> str:
    small = ("di", "ke", "dan", "untuk", "per", "pun")
    return " ".join(word if word in small else word[:1].upper() + word[1:] for word in text.split(" "))


def _in_name(reading: Reading, start: int, end: int) -> bool:
    """Capitalised inside a sentence, next to another capitalised word."""
    text = reading.text
    if not text[start].isupper() or reading.opens(start):
        return False
    before = text[max(0, start - 30) : start].rstrip().rpartition(" ")[2]
    return before[:1].isupper() or text[end + 1 : end + 2].isupper()


def _explained(text: str, start: int, end: int) -> bool:
    """A foreign term beside its equivalent in brackets, or itself in brackets."""
    return bool(_GLOSS.match(text, end)) or text[start - 1 : start] in ("(", "“", '"', "/")


def doubled(reading: Reading) -> Iterator[Finding]:
    """The same word twice."""
    pairs = itertools.pairwise(reading.document.lowered)
    for word in sorted({one for one, other in pairs if one == other and len(one) > 1}):
        at = reading.lower.find(f"{word} {word}")
        while at >= 0:
            match = _DOUBLED.match(reading.text, at)
            if match:
                yield from _double(reading, match)
            at = reading.lower.find(f"{word} {word}", at + len(word) + 1)


def _double(reading: Reading, match: re.Match[str]) -> Iterator[Finding]:
    word, start, end = match[1].lower(), match.start(), match.end()
    first, second = match[1], reading.text[end - len(match[1]) : end]
    if reading.passages.alien(start):
        return
    lists = reading.known.lists
    found = match.group()
    if len(word) < 4 and reading.passages.spoken(start) and word not in lists["imbuhan.tugas"]:
        return  # a cry: wa wa wa
    if word in lists["imbuhan.ulang"] and word not in ("rapat",):
        better = f"{first}-{second if first[0].isupper() else second.lower()}"
        yield Finding("EJA102", start, end, found, better, better)
    elif word in lists["imbuhan.tugas"]:
        yield Finding("EJA101", start, end, found, first, first)
    elif first[0].isupper() and second[0].isupper() and not reading.opens(start):
        return  # a name: Toli Toli, Sri Sri
    else:
        yield Finding("EJA101", start, end, found, first, None)


_BEFORE, _BEHIND = ("ber", "se", "ter", "me", "mem", "men", "meng"), ("an", "nya", "kan", "i", "annya")


def affixed(reading: Reading) -> Iterator[Finding]:
    """bersama sama, obat obatan: reduplication with an affix, without its hyphen."""
    lowered = reading.document.lowered
    pairs = {(a, b) for a, b in itertools.pairwise(lowered) if len(b) > 3 and b[:4] in a and a != b}
    for first, second in sorted(pairs):
        at = first.rfind(second[:4])
        stem = first[at:]
        if len(stem) < 4 or not second.startswith(stem) or second[len(stem) :] not in ("", *_BEHIND):
            continue
        if first[:at] in _BEFORE or (not at and second[len(stem) :] in ("an", "annya")):
            for start, end in reading.occurrences(f"{first} {second}"):
                if not reading.passages.alien(start):
                    found = reading.text[start:end]
                    better = found.replace(" ", "-")
                    yield Finding("EJA102", start, end, found, better, better)


def reduplicated(reading: Reading) -> Iterator[Finding]:
    """anak2, anak - anak."""
    text = reading.text
    if "2" in text:
        for match in _DIGIT_TWO.finditer(text):
            if not text[match.start() - 1 : match.start()].islower():
                continue
            word = _SMALL_WORD.search(text, max(0, match.start() - 30), match.start())
            numbered = word and (f"{word[0]}1" in text or f"{word[0]}3" in text)
            if word and not numbered and not reading.passages.alien(word.start()):
                better = f"{word[0]}-{word[0]}{match[1] or ''}"
                yield Finding("EJA102", word.start(), match.end(), text[word.start() : match.end()], better, better)
    if " -" in text or "- " in text:
        for match in _SPACED_HYPHEN.finditer(text):
            better = f"{match[1]}-{match[2]}"
            yield Finding("EJA102", match.start(), match.end(), match.group(), better, better)


def avoided(reading: Reading) -> Iterator[Finding]:
    """What the agency itself does not want to be written."""
    for form, better in reading.terms.avoided:
        for start, end in reading.occurrences(form):
            if not reading.passages.alien(start):
                yield Finding("EJA117", start, end, reading.text[start:end], better)
