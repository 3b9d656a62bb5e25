"""Words that mean the same to who searches: the list of the engine, and the agency's own, content/sinonim.yaml."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

from lintas.diagnostics import Diagnostic, Outcome, Span, fault
from lintas.reader import decode, read_yaml

PATH = "content/sinonim.yaml"
_STANDARD = Path(__file__).parent / "lists" / "sinonim.yaml"
_WORD = re.compile(r"[^\W_]+")
_MOST = 12  # expressions in one line: more is no longer one meaning

Group = tuple[str, ...]


def load_synonyms(data: bytes, path: str) -> Outcome[tuple[Group, ...]]:
    """Groups of expressions, each a line "kabupaten, kab." of the list.

    CAR201 no list, CAR202 a line that is no text, CAR203 a line with one expression, CAR204 too many in one line.
    """
    text = decode(data, path)
    if text.diagnostics and not text.value:
        return Outcome((), text.diagnostics)
    node = read_yaml(text.value, path)
    found: list[Diagnostic] = [*text.diagnostics, *node.diagnostics]
    top = node.value
    if top.kind != "list":
        if top.tag != "error" and top.kind != "null":
            found.append(fault("CAR201", Span(path, top.line, top.column)))
        return Outcome((), tuple(found))
    groups = []
    for item in top.items:
        here = Span(path, item.line, item.column)
        if item.kind != "text":
            found.append(fault("CAR202", here))
            continue
        group = tuple(dict.fromkeys(filter(None, (" ".join(part.split()) for part in item.text.split(",")))))
        if len({plain(expression) for expression in group} - {""}) < 2:
            found.append(fault("CAR203", here, value=item.text))
        elif len(group) > _MOST:
            found.append(fault("CAR204", here, count=len(group), limit=_MOST))
        else:
            groups.append(group)
    return Outcome(tuple(groups), tuple(found))


@functools.cache
def standard() -> tuple[Group, ...]:
    """The synonyms that every portal has."""
    return load_synonyms(_STANDARD.read_bytes(), _STANDARD.name).value


def plain(text: str) -> str:
    """Words as they are compared: small letters, a blank between them, no signs."""
    return " ".join(_WORD.findall(text.casefold()))


@dataclass(frozen=True, slots=True)
class Synonyms:
    """Finds which expressions a text has, and gives those that mean the same."""

    single: Mapping[str, tuple[int, ...]]  # word → numbers of its groups
    several: Mapping[str, tuple[tuple[str, AbstractSet[str], int], ...]]  # first word → expression, its words, group
    groups: tuple[Group, ...]  # as compared

    @classmethod
    def of(cls, groups: Iterable[Group]) -> Synonyms:
        kept = tuple(tuple(dict.fromkeys(filter(None, map(plain, group)))) for group in groups)
        single: dict[str, list[int]] = defaultdict(list)
        several: dict[str, list[tuple[str, AbstractSet[str], int]]] = defaultdict(list)
        for number, group in enumerate(kept):
            for expression in group:
                first, _, rest = expression.partition(" ")
                if rest:
                    several[first].append((expression, frozenset(expression.split()), number))
                else:
                    single[first].append(number)
        return cls(
            {word: tuple(numbers) for word, numbers in single.items()},
            {word: tuple(triples) for word, triples in several.items()},
            kept,
        )

    def lacking(self, text: str, words: AbstractSet[str]) -> tuple[str, ...]:
        """Expressions that mean the same as one of `text` and are not in it. `words`: the plain words of the text."""
        there: dict[int, set[str]] = defaultdict(set)
        for word in self.single.keys() & words:
            for number in self.single[word]:
                there[number].add(word)
        whole = ""
        for first in self.several.keys() & words:
            for expression, parts, number in self.several[first]:
                if parts <= words:
                    whole = whole or f" {plain(text)} "
                    if f" {expression} " in whole:
                        there[number].add(expression)
        added = (each for number, own in sorted(there.items()) for each in self.groups[number] if each not in own)
        return tuple(dict.fromkeys(added))
