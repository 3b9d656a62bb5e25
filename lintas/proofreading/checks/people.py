"""Names that are spelled in two ways in one text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lintas.proofreading.document import WORD
from lintas.proofreading.findings import Finding
from lintas.proofreading.reading import Reading

_NAME = re.compile(r"[A-Z](?<![\w.-].)[a-z'’]+(?: (?:[A-Z][a-z'’]+|[A-Z]\.))+")
_SHORTEST = 4  # letters of a word that may differ by one
_MOST = 400  # names that are compared


def spelling(reading: Reading) -> Iterator[Finding]:
    """Names of several words that differ in one letter; those in front matter are right."""
    doubtful = _doubtful({word for word in reading.document.wordset if len(word) >= _SHORTEST and word.istitle()})
    if not doubtful and not reading.people:
        return
    named = [(match.start(), match.group()) for match in _NAME.finditer(reading.text)]
    for person in reading.people:
        yield from _person(named, person)
    if doubtful:
        yield from _two_ways(reading, named, doubtful)


def _two_ways(reading: Reading, named: list[tuple[int, str]], doubtful: set[str]) -> Iterator[Finding]:
    """Names that agree in all words but one, and there in all letters but one."""
    places: dict[str, int] = {}
    counts: Counter[str] = Counter()
    for start, name in named:
        first, _, rest = name.partition(" ")
        if " " in rest and reading.opens(start):  # Menurut Slamet Haryanto: the first word is no name
            name, start = rest, start + len(first) + 1
        counts[name] += 1
        places.setdefault(name, start)
    by_ends: dict[tuple[int, str], list[str]] = {}
    for name in sorted(counts, key=lambda n: places[n]) if len(counts) <= _MOST else ():
        words = name.split(" ")
        for index in range(len(words)) if len(words) <= 5 else ():
            if words[index] in doubtful:
                others = " ".join((*words[:index], "*", *words[index + 1 :]))
                by_ends.setdefault((len(words), others), []).append(name)
    known = " ".join(reading.people)
    seen: set[str] = set()
    for group in by_ends.values():
        yield from _group(reading, [name for name in group if name not in known], (counts, places, seen))


def _doubtful(words: set[str]) -> set[str]:
    """The words that are close to another one."""
    by_first: dict[str, list[str]] = {}
    for word in words:
        by_first.setdefault(word[:2], []).append(word)
    found: set[str] = set()
    for group in by_first.values():
        for index, one in enumerate(group):
            third, last, size = one[2], one[-2:], len(one)
            for other in group[index + 1 :]:
                alike = (other[2] == third or other[-2:] == last) and -2 < len(other) - size < 2
                if alike and _close(one, other):
                    found.update((one, other))
    return found


def _group(
    reading: Reading, group: list[str], state: tuple[Counter[str], dict[str, int], set[str]]
) -> Iterator[Finding]:
    counts, places, seen = state
    for index, one in enumerate(group[:20]):
        for other in group[index + 1 : 20]:
            if other in seen or not _near(one, other):
                continue
            rare, common = (one, other) if counts[one] < counts[other] else (other, one)
            seen.add(rare)
            start = places[rare]
            if not reading.passages.alien(start):
                yield Finding("EJA415", start, start + len(rare), rare, common)


def _person(named: list[tuple[int, str]], person: str) -> Iterator[Finding]:
    """A person of the front matter, spelled in another way in the text."""
    words = [word for word in WORD.findall(person) if len(word) > 2]
    if len(words) < 2:
        return
    for place, name in named:
        if name in person or person in name or not any(word in name for word in words):
            continue
        typed = name.split(" ")
        for start in range(max(1, len(typed) - len(words) + 1)):
            part = typed[start : start + len(words)]
            odd = [(have, want) for have, want in zip(part, words, strict=False) if have != want]
            if len(part) == len(words) and len(odd) == 1 and _close(*odd[0]):
                at = place + len(" ".join(typed[:start])) + (1 if start else 0)
                found = " ".join(part)
                yield Finding("EJA414", at, at + len(found), found, " ".join(words), " ".join(words))
                break


def _near(one: str, other: str) -> bool:
    """Whether two names of equal many words differ in one letter of one word."""
    odd = [(a, b) for a, b in zip(one.split(" "), other.split(" "), strict=False) if a != b]
    return len(odd) == 1 and _close(*odd[0])


def _close(one: str, other: str) -> bool:
    """One letter more, less or other, or two changed about; long enough to be no other word."""
    if min(len(one), len(other)) < _SHORTEST or abs(len(one) - len(other)) > 1 or one == other:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    if start < 2:
        return False
    a, b = one[start:], other[start:]
    if len(a) == len(b):
        return a[1:] == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
    return a[1:] == b if len(a) > len(b) else a == b[1:]
