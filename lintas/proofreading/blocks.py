"""The block level of Markdown as a proof-reader needs it: which lines make a paragraph, which are no prose at all."""

from __future__ import annotations

import re
from dataclasses import dataclass

PARAGRAPH, HEADING, ITEM, CELL, NOTE, QUOTE = "paragraph", "heading", "item", "cell", "note", "quote"

_FENCE = re.compile(r" {0,3}(`{3,}(?=[^`\n]*$)|~{3,})")
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]+|$)")
_CLOSING_HASHES = re.compile(r"[ \t]+#+[ \t]*\Z")
_ITEM = re.compile(r"[ \t]*(?:[*+-]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
_RULE = re.compile(r"[ ]{0,3}([*_=-])[ \t]*(?:\1[ \t]*)+\Z")
_DELIMITER = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*){0,200}\|?[ \t]*\Z")
_NOTE = re.compile(r" {0,3}\[\^[^\]\n]{1,100}\]:[ \t]*")
_TARGET = re.compile(r" {0,3}\[[^\]\n^][^\]\n]{0,200}\]:[ \t]*\S")
_HTML = re.compile(r" {0,3}<(?:/?[A-Za-z][\w-]*(?:[\s>/]|$)|!--)")
_QUOTE = re.compile(r" {0,3}>[ \t]?")
_SPECIAL = frozenset("`~#*+-_=|:[<> \t0123456789")


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of one block as (start, end) in the source, without marks and indentation."""

    kind: str
    lines: tuple[tuple[int, int], ...]


def split(source: str, start: int) -> list[Block]:
    """The blocks of the Markdown that begins at `start`."""
    return _Splitter(source).run(start)


class _Splitter:
    """One pass over the lines; `lines` is the block that is open, of kind `kind`."""

    __slots__ = ("blocks", "fence", "html", "kind", "lines", "listed", "quoted", "source", "table")

    def __init__(self, source: str) -> None:
        self.source = source
        self.blocks: list[Block] = []
        self.lines: list[tuple[int, int]] = []
        self.kind = PARAGRAPH
        self.fence = ""
        self.html = ""
        self.listed = self.table = self.quoted = False

    def run(self, start: int) -> list[Block]:
        source, end, at = self.source, len(self.source), start
        while at < end:
            stop = source.find("\n", at)
            stop = end if stop < 0 else stop
            self._line(at, stop)
            at = stop + 1
        self._flush()
        return self.blocks

    def _flush(self) -> None:
        if self.lines:
            self.blocks.append(Block(self.kind, tuple(self.lines)))
            self.lines = []
        self.kind = QUOTE if self.quoted else PARAGRAPH

    def _line(self, at: int, stop: int) -> None:
        line = self.source[at:stop]
        if self.fence or self.html:
            self._inside(line)
        elif not line or line.isspace():
            self._flush()
            self.table = self.quoted = False
            self.kind = PARAGRAPH
        elif line[0] in _SPECIAL:
            self._special(line, at)
        elif self.table:
            self._cells(line, at)
        else:
            self.listed = self.listed and bool(self.lines)
            self._take(at, line)

    def _take(self, at: int, line: str) -> None:
        """Add a line to the open block, less the white space around it."""
        text = line.strip(" \t")
        if text:
            first = at + len(line) - len(line.lstrip(" \t"))
            self.lines.append((first, first + len(text)))

    def _inside(self, line: str) -> None:
        if self.fence:
            text = line.strip()
            if text.startswith(self.fence) and not text.strip(self.fence[0]):
                self.fence = ""
        elif (self.html == "-->" and "-->" in line) or (self.html == "blank" and not line.strip()):
            self.html = ""

    def _special(self, line: str, at: int) -> None:
        fence = _FENCE.match(line)
        if fence:
            self._flush()
            self.fence = fence.group(1)
        elif (line.startswith(("    ", "\t"))) and not self.lines and not self.listed:
            return  # code by indentation
        elif match := _QUOTE.match(line):
            if not self.quoted:
                self._flush()
            self.quoted, self.kind = True, QUOTE
            rest = line[match.end() :]
            if not rest.strip():
                self._flush()
            elif rest[0] in _SPECIAL:
                self._marked(rest, at + match.end())
            else:
                self._take(at + match.end(), rest)
        else:
            self._marked(line, at)

    def _marked(self, line: str, at: int) -> None:
        if match := _HEADING.match(line):
            self._flush()
            text = _CLOSING_HASHES.sub("", line[match.end() :])
            self.kind, self.listed = HEADING, False
            self._take(at + match.end(), text)
            self._flush()
        elif _RULE.match(line):
            self._rule(line)
        elif match := _NOTE.match(line):
            self._open(NOTE, line, at, match.end())
            self.listed = True
        elif _TARGET.match(line):
            self._flush()
        elif "|" in line and (line.lstrip()[:1] == "|" or self.table or _DELIMITER.match(line)):
            self._cells(line, at)
        elif _HTML.match(line) and not self.lines:
            self.html = ("" if "-->" in line else "-->") if line.lstrip().startswith("<!--") else "blank"
        elif (match := _ITEM.match(line)) and (match.end() < len(line)):
            self._open(ITEM, line, at, match.end())
            self.listed = True
        elif line.startswith(": "):
            self._open(ITEM, line, at, 2)
        else:
            if line[0] not in " \t":
                self.listed = self.listed and bool(self.lines)
            self._take(at, line)

    def _open(self, kind: str, line: str, at: int, mark: int) -> None:
        self._flush()
        self.kind = kind
        self._take(at + mark, line[mark:])

    def _rule(self, line: str) -> None:
        """A line of `---` or `===`: below a paragraph it makes a heading of it, else it is a rule."""
        if self.lines and line.strip()[0] in "=-" and self.kind in (PARAGRAPH, QUOTE):
            self.kind = HEADING
        self._flush()

    def _cells(self, line: str, at: int) -> None:
        """A row of a table, each cell a block; the row above a delimiter was taken for a paragraph."""
        if _DELIMITER.match(line) and not self.table:
            self.table = True
            head = self.lines.pop() if self.lines else None
            self._flush()
            if head and "|" in self.source[head[0] : head[1]]:
                self._row(head[0], self.source[head[0] : head[1]])
            return
        if not self.table:
            self._take(at, line)
            return
        self._flush()
        if not _DELIMITER.match(line):
            self._row(at, line)

    def _row(self, at: int, line: str) -> None:
        for cell in line.split("|"):
            self.kind = CELL
            self._take(at, cell)
            self._flush()
            at += len(cell) + 1
