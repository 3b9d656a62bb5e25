"""A file as it is read: one text, a block a line, with the way back to every character of the source."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from lintas.proofreading import blocks, front
from lintas.proofreading.inline import OPAQUE, Piece, is_plain, pieces

_ESCAPED = re.compile(r"\\(.)")
WORD = re.compile(r"[^\W\d_]+(?:['’`][^\W\d_]+)*")
FRONT_KINDS = frozenset({front.TITLE, front.SUMMARY, front.CAPTION, front.ALTERNATIVE})


@dataclass(frozen=True, slots=True)
class Part:
    """One block in `Document.text`: its kind and its place."""

    kind: str
    start: int
    end: int
    style: str = ""


@dataclass(frozen=True)
class Document:
    """`text` is what a reader reads. `places` and `origins` tell for each piece where it stands in `source`."""

    source: str
    front: front.Front
    text: str
    parts: tuple[Part, ...]
    places: tuple[int, ...]
    origins: tuple[int, ...]
    sizes: tuple[int, ...]
    emphasised: tuple[tuple[int, int], ...] = ()
    _starts: tuple[int, ...] = field(default=())

    @cached_property
    def words(self) -> list[str]:
        """Every word in its order, as written."""
        return WORD.findall(self.text)

    @cached_property
    def lowered(self) -> list[str]:
        return "\n".join(self.words).lower().split("\n") if self.words else []

    @cached_property
    def wordset(self) -> frozenset[str]:
        """Every word once, as written."""
        return frozenset(self.words)

    @cached_property
    def unusual(self) -> frozenset[str]:
        """Words with capitals elsewhere than at their beginning alone."""
        return frozenset(word for word in self.wordset if not word.islower() and not word.istitle())

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        return frozenset(self.lowered)

    @cached_property
    def lower(self) -> str:
        """The text in small letters, of the same length."""
        small = self.text.lower()
        if len(small) == len(self.text):
            return small
        return "".join(low if len(low := c.lower()) == 1 else c for c in self.text)

    def part(self, place: int) -> Part:
        """The block that holds this place."""
        return self.parts[max(bisect_right(self._starts, place) - 1, 0)]

    def origin(self, place: int) -> int:
        """Where a character of the text stands in the source."""
        index = max(bisect_right(self.places, place) - 1, 0)
        return self.origins[index] + min(place - self.places[index], max(self.sizes[index] - 1, 0))

    def stretch(self, start: int, end: int) -> tuple[int, int] | None:
        """The stretch of the source that holds exactly `text[start:end]`, None where marks lie between."""
        if start == end:
            if not start:
                return None
            at = self.origin(start - 1) + 1
            return at, at
        first, last = self.origin(start), self.origin(end - 1) + 1
        if last - first == end - start and OPAQUE not in self.text[start:end]:
            return first, last
        return None


def read(source: str) -> Document:
    """Take a file apart: front matter and body."""
    head = front.scan(source)
    maker = _Maker(source)
    for block, style in head.blocks():
        maker.add(block, style)
    for block in blocks.split(source, head.body):
        maker.add(block, "")
    return maker.made(head)


class _Maker:
    """Strings the pieces together."""

    __slots__ = ("at", "emphasised", "origins", "parts", "places", "sizes", "source", "texts")

    def __init__(self, source: str) -> None:
        self.source = source
        self.texts: list[str] = []
        self.places: list[int] = []
        self.origins: list[int] = []
        self.sizes: list[int] = []
        self.parts: list[Part] = []
        self.emphasised: list[tuple[int, int]] = []
        self.at = 0

    def add(self, block: blocks.Block, style: str) -> None:
        start, source = self.at, self.source
        in_front = block.kind in FRONT_KINDS
        last = -1
        for begin, end in block.lines:
            if last >= 0:
                self._put(" ", last, 1)
            last = end
            text = source[begin:end]
            if in_front and (style != '"' or "\\" not in text):
                self._put(text, begin, end - begin)
            elif in_front:
                self._pieces(_raw(text, begin))
            elif is_plain(text):
                self._put(text, begin, end - begin)
            else:
                self._pieces(pieces(text, begin))
        self.parts.append(Part(block.kind, start, self.at, style))
        self._put("\n", max(last, 0), 1)

    def _pieces(self, made: list[Piece]) -> None:
        for text, start, length, emphasised in made:
            if emphasised:
                self.emphasised.append((self.at, self.at + len(text)))
            self._put(text, start, length)

    def _put(self, text: str, origin: int, size: int) -> None:
        self.texts.append(text)
        self.places.append(self.at)
        self.origins.append(origin)
        self.sizes.append(size)
        self.at += len(text)

    def made(self, head: front.Front) -> Document:
        parts = tuple(self.parts)
        return Document(
            source=self.source,
            front=head,
            text="".join(self.texts),
            parts=parts,
            places=tuple(self.places),
            origins=tuple(self.origins),
            sizes=tuple(self.sizes),
            emphasised=tuple(self.emphasised),
            _starts=tuple(part.start for part in parts),
        )


def _raw(text: str, start: int) -> list[Piece]:
    """A line of front matter in double quotation marks, where a backslash is no letter."""
    made, at = [], 0
    for match in _ESCAPED.finditer(text):
        if match.start() > at:
            made.append(Piece(text[at : match.start()], start + at, match.start() - at, False))
        made.append(Piece(match[1], start + match.start() + 1, 1, False))
        at = match.end()
    if at < len(text):
        made.append(Piece(text[at:], start + at, len(text) - at, False))
    return made
