"""The places in which two texts differ, as fragments that can be quoted in a correction (pure)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

LONGEST = 100  # characters of a fragment; longer ones are cut between words and stay true quotations
NOTHING_OLD, NOTHING_NEW = "[belum ada]", "[dihapus]"

_NEAR = 2  # words that stay between two changes of one passage
_CONTEXT = 2  # words around a short change, so that it can be told from others
_MANY = 2000  # words from which whole lines are compared first
_MATCHED = 1000  # words between common beginning and end that are still matched with one another


@dataclass(frozen=True, slots=True)
class Passage:
    """What stood there and what stands there now. `word` is the index of its first word in the new text."""

    old: str
    new: str
    word: int


@dataclass(frozen=True, slots=True)
class _Text:
    """The words of a text, and at which of them a line begins: no fragment takes its context from another line."""

    words: tuple[str, ...]
    starts: frozenset[int]


def passages(old: str, new: str) -> tuple[Passage, ...]:
    """Every passage in which the words differ, in the order of the new text. White space does not count."""
    before, after = _text(old.splitlines()), _text(new.splitlines())
    if before.words == after.words:
        return ()
    if max(len(before.words), len(after.words)) > _MANY:
        return tuple(_by_lines(old.splitlines(), new.splitlines()))
    return tuple(_passage(before, after, hunk) for hunk in _hunks(before.words, after.words))


def _text(lines: Sequence[str]) -> _Text:
    words: list[str] = []
    starts = []
    for line in lines:
        starts.append(len(words))
        words += line.split()
    return _Text(tuple(words), frozenset(starts))


def _by_lines(old: Sequence[str], new: Sequence[str]) -> Iterator[Passage]:
    """The same for long texts: only lines that differ are taken apart."""
    first = [0]
    for line in new:
        first.append(first[-1] + len(line.split()))
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, old, new).get_opcodes():
        if kind == "equal":
            continue
        one, other = _text(old[i1:i2]), _text(new[j1:j2])
        whole = [(0, len(one.words), 0, len(other.words))]
        hunks = whole if max(whole[0]) > _MANY else _hunks(one.words, other.words)
        yield from (_passage(one, other, hunk, first[j1]) for hunk in hunks)


def _hunks(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int, int, int]]:
    """(start, end, start, end) of the changes; those that lie close together are one.

    What both texts begin and end with is set aside first. Between the rest words are matched only where there are
    not too many: the matcher takes cubic time on words that are repeated without end.
    """
    least = min(len(before), len(after))
    head = next((n for n in range(least) if before[n] != after[n]), least)
    tail = next((n for n in range(least - head) if before[-1 - n] != after[-1 - n]), least - head)
    one, other = before[head : len(before) - tail], after[head : len(after) - tail]
    if max(len(one), len(other)) > _MATCHED:
        return [(head, head + len(one), head, head + len(other))]
    merged: list[tuple[int, int, int, int]] = []
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, one, other).get_opcodes():
        if kind == "equal":
            continue
        start = merged.pop() if merged and head + i1 - merged[-1][1] <= _NEAR else (head + i1, 0, head + j1, 0)
        merged.append((start[0], head + i2, start[2], head + j2))
    return merged


def _passage(before: _Text, after: _Text, hunk: tuple[int, int, int, int], first: int = 0) -> Passage:
    """The changed words; a short change with the words around it, which stand in both texts."""
    i1, i2, j1, j2 = hunk
    short = max(i2 - i1, j2 - j1) <= _CONTEXT
    lead = trail = 0
    while short and lead < min(_CONTEXT, i1, j1) and i1 - lead not in before.starts and j1 - lead not in after.starts:
        lead += 1
    last = min(_CONTEXT, len(before.words) - i2, len(after.words) - j2)
    while short and trail < last and i2 + trail not in before.starts and j2 + trail not in after.starts:
        trail += 1
    old, new = before.words[i1 - lead : i2 + trail], after.words[j1 - lead : j2 + trail]
    return Passage(_cut(old) or NOTHING_OLD, _cut(new) or NOTHING_NEW, first + j1)


def _cut(words: Sequence[str]) -> str:
    text = " ".join(words)
    return text if len(text) <= LONGEST else text[: LONGEST + 1].rsplit(" ", 1)[0][:LONGEST]


def line_of(word: int, text: str, source: Sequence[str]) -> int:
    """The line (from 1) of `source` in which word `word` of `text` stands; `source` is the Markdown that it came from.

    Words are looked for one after another, each a little further on, so that a word that stands twice is told apart.
    """
    wanted = [_bare(each) for each in text.split()[: word + 1]]
    stock = [(_bare(each), number) for number, line in enumerate(source, start=1) for each in line.split()]
    place = line = 0
    for each in wanted:
        for step in range(place, min(place + 60, len(stock))):
            if each and each in stock[step][0]:
                place, line = step + 1, stock[step][1]
                break
    return line


def _bare(word: str) -> str:
    return "".join(c for c in word if c.isalnum())
