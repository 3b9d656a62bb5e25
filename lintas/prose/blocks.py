"""The block level of Python-Markdown, with a short way for plain paragraphs and bounds on depth and cost."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar
from xml.etree.ElementTree import Element, SubElement

from markdown.blockparser import BlockParser
from markdown.blockprocessors import (
    BlockProcessor,
    OListProcessor,
    ParagraphProcessor,
    ReferenceProcessor,
    UListProcessor,
)
from markdown.extensions.footnotes import FootnoteBlockProcessor
from markdown.extensions.tables import TableProcessor
from markdown.util import AtomicString

from lintas.prose.limits import MAX_BLOCK, MAX_DEPTH, TooComplex
from lintas.prose.rawhtml import rebuild

if TYPE_CHECKING:
    from lintas.prose.converter import Converter

RAW = "lintas-raw"  # an element whose text is finished HTML
MAX_COLUMNS = 200

# A block none of whose lines starts with one of these is a paragraph and nothing else, in every processor's view.
_SPECIAL = frozenset("#>*+-_=|:[<~\x02 \n0123456789")
_FENCE = re.compile(r"(?P<indent>[ ]{0,3})(?P<fence>`{3,}(?=[^`]*$)|~{3,})[^\n]*")
_PLACE = re.compile(r"[ ]{0,3}\x02kode:(\d+)\x03\Z")
PLACES = re.compile(r"\x02kode:(\d+)\x03")
_LIST_LINE = re.compile(r"\n[ ]{0,3}(?:[*+-]|\d{1,3}\.)[ ]+\S")
_HALF_INDENTED = re.compile(r"\n[ ]{1,3}(?:[*+-]|\d{1,3}\.)[ ]+\S")


_BLOCK_TAGS = """
    address article aside base basefont blockquote body button canvas caption center col colgroup dd details
    dialog dir div dl dt embed fieldset figcaption figure footer form frame frameset h[1-6] head header hr html iframe
    legend li link main math menu menuitem meta nav noframes noscript object ol optgroup option p param pre script
    search section style summary svg table tbody td template textarea tfoot th thead title tr track ul video
    audio""".split()


class Queue:
    """The blocks still to do; the processors take from its front and put to it, here in constant time."""

    __slots__ = ("_items",)

    def __init__(self, blocks: Iterable[str]) -> None:
        self._items = list(blocks)
        self._items.reverse()

    def __bool__(self) -> bool:
        return bool(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __getitem__(self, index: int) -> str:
        return self._items[-1 - index]

    def pop(self, index: int = 0) -> str:
        return self._items.pop(-1 - index)

    def insert(self, index: int, block: str) -> None:
        self._items.insert(len(self._items) - index, block)


class Blocks(BlockParser):
    """`BlockParser` that goes straight to the paragraph where nothing else can apply."""

    def __init__(self, converter: Converter) -> None:
        super().__init__(converter)
        self.converter = converter
        self.depth = 0
        self.processors: tuple[Any, ...] = ()
        self.paragraph = ParagraphProcessor(self)

    def parseBlocks(self, parent: Element, blocks: Any) -> None:  # noqa: N802 - name given by Python-Markdown
        queue: Any = blocks if isinstance(blocks, Queue) else Queue(blocks)
        budget = self.converter.session.budget
        self.depth += 1
        while queue:
            block = queue[0]
            if len(block) > MAX_BLOCK:
                raise TooComplex("block", block[:80])
            if not block and not (len(parent) and parent[-1].tag == "pre"):
                queue.pop()
                continue
            if self.depth > MAX_DEPTH:
                raise TooComplex("depth", block[:80])
            if is_plain(block):
                self.paragraph.run(parent, queue)
                continue
            budget.spend(200 + len(block), block)
            for processor in self.processors:
                if processor.test(parent, block) and processor.run(parent, queue) is not False:
                    break
        self.depth -= 1


def is_plain(block: str) -> bool:
    """True when no line of the block can begin anything but a paragraph."""
    if not block or block[0] in _SPECIAL:
        return False
    if "\n" not in block:
        return True
    return all(line[:1] not in _SPECIAL for line in block.split("\n"))


class CautiousParagraph(ParagraphProcessor):
    """Warns where a list is glued to a paragraph: Markdown then shows its signs as text."""

    def __init__(self, parser: Blocks) -> None:
        super().__init__(parser)
        self.converter = parser.converter

    def run(self, parent: Element, blocks: Any) -> None:
        match = _LIST_LINE.search(blocks[0])
        if match and parent.tag != "li":
            session = self.converter.session
            session.report("SIA220", session.places.find(match.group().strip("\n")))
        super().run(parent, blocks)


class CarefulOrdered(OListProcessor):
    """Keeps the number that a list starts with, and names items indented too little to be nested."""

    LAZY_OL = False
    SIBLING_TAGS: ClassVar[list[str]] = ["ol"]

    def __init__(self, parser: Blocks) -> None:
        super().__init__(parser)
        self.CHILD_RE = re.compile(r"^[ ]{0,3}((\d+\.))[ ]+(.*)")

    def run(self, parent: Element, blocks: Any) -> None:
        _warn_half_indented(self, blocks[0])
        super().run(parent, blocks)


class CarefulUnordered(UListProcessor):
    SIBLING_TAGS: ClassVar[list[str]] = ["ul"]

    def __init__(self, parser: Blocks) -> None:
        super().__init__(parser)
        self.CHILD_RE = re.compile(r"^[ ]{0,3}(([*+-]))[ ]+(.*)")

    def run(self, parent: Element, blocks: Any) -> None:
        _warn_half_indented(self, blocks[0])
        super().run(parent, blocks)


def _warn_half_indented(processor: Any, block: str) -> None:
    match = _HALF_INDENTED.search(block)
    if match:
        session = processor.parser.converter.session
        session.report("SIA221", session.places.find(match.group().strip("\n")))


class Definitions(FootnoteBlockProcessor):
    """Footnote definitions, handed to the session."""

    RE = re.compile(r"^[ ]{0,3}\[\^([^\]\n]{1,100})\]:[ ]*(.*)$", re.MULTILINE)

    def __init__(self, parser: Blocks) -> None:
        BlockProcessor.__init__(self, parser)
        self.converter = parser.converter
        self.footnotes: Any = self  # the library's class calls `self.footnotes.setFootnote`

    def setFootnote(self, label: str, text: str) -> None:  # noqa: N802 - name given by Python-Markdown
        session = self.converter.session
        if label in session.definitions:
            session.places.find(f"[^{label}]:")  # the first; the next find is the second
            session.report("SIA216", session.places.find(f"[^{label}]:"), label=label)
        session.definitions[label] = text


class References(ReferenceProcessor):
    """Link definitions (`[label]: target`); possessive, so that no line makes the search run away."""

    RE = re.compile(
        r"^[ ]{0,3}\[([^\[\]\n]*+)\]:[ ]*+(?:\n[ ]*+)?([^\s]++)"
        r"""[ ]*(?:\n[ ]*)?((["'])([^\n"']*+)\4[ ]*+|\(([^\n)]*+)\)[ ]*+)?$""",
        re.MULTILINE,
    )


class Tables(TableProcessor):
    """Tables; a row with other than the header's number of cells is a fault, for the rest of it would be lost."""

    def __init__(self, parser: Blocks) -> None:
        super().__init__(parser, {"use_align_attribute": True})
        self.converter = parser.converter

    def test(self, parent: Element, block: str) -> bool:
        head = block.split("\n", 2)
        if len(head) < 2 or not set(head[1]) <= set("|:- "):
            return False
        if "|" not in head[0] or block.count("`") > 2000 or head[0].count("|") > MAX_COLUMNS:
            return False
        return bool(super().test(parent, block))

    def _build_row(self, row: str, parent: Element, align: Any) -> None:
        found = len(self._split_row(row))  # type: ignore[attr-defined]  # the library publishes no type
        if found != len(align):
            session = self.converter.session
            session.report("SIA224", session.places.find(row), found=found, expected=len(align))
        super()._build_row(row, parent, align)  # type: ignore[misc]


class HtmlBlocks(BlockProcessor):
    """Raw HTML from a block-level tag to the next blank line (as CommonMark has it)."""

    START = re.compile(rf"[ ]{{0,3}}<(?:!--|[!?]|/?(?:{'|'.join(_BLOCK_TAGS)})(?=[\s/>]|$))", re.IGNORECASE)
    # Their content may hold blank lines.
    LONG = re.compile(r"[ ]{0,3}<(!--|script|style|pre|textarea|iframe|noscript|object|svg|template)", re.IGNORECASE)

    def __init__(self, parser: Blocks) -> None:
        super().__init__(parser)
        self.converter = parser.converter

    def test(self, parent: Element, block: str) -> bool:
        return bool(self.START.match(block))

    def run(self, parent: Element, blocks: Any) -> None:
        parts = [blocks.pop(0)]
        long = self.LONG.match(parts[0])
        if long:
            end = "-->" if long.group(1) == "!--" else f"</{long.group(1).lower()}"
            while blocks and end not in parts[-1].lower():
                parts.append(blocks.pop(0))
            if end not in parts[-1].lower():
                session = self.converter.session
                session.report("SIA223", session.places.find(parts[0][:60]), start=parts[0][:30])
        element = SubElement(parent, RAW)
        raw = PLACES.sub(lambda found: self.converter.fences[int(found.group(1))][1], "\n\n".join(parts))
        element.text = AtomicString(rebuild(raw, self.converter.session) + "\n")


class FencedCode(BlockProcessor):
    """Puts back the fenced code that `take_fences` took out."""

    def __init__(self, parser: Blocks) -> None:
        super().__init__(parser)
        self.converter = parser.converter

    def test(self, parent: Element, block: str) -> bool:
        return bool(_PLACE.match(block))

    def run(self, parent: Element, blocks: Any) -> None:
        match = _PLACE.match(blocks.pop(0))
        code = SubElement(SubElement(parent, "pre"), "code")
        code.text = AtomicString(self.converter.fences[int(match.group(1))][0] if match else "")


def take_fences(lines: list[str], report: Any) -> tuple[list[str], list[tuple[str, str]]]:
    """Replace fenced code by placeholders. Returns the lines and, for each, (code, source).

    `report` is called with the first line of a fence that is never closed.
    """
    out: list[str] = []
    fences: list[tuple[str, str]] = []
    index = 0
    while index < len(lines):
        match = _FENCE.match(lines[index]) if lines[index].lstrip()[:3] in ("```", "~~~") else None
        if match is None:
            out.append(lines[index])
            index += 1
            continue
        start, fence, indent = index, match["fence"], len(match["indent"])
        index += 1
        while index < len(lines) and not _closes(lines[index], fence):
            index += 1
        if index == len(lines):
            report(lines[start])
        code = "\n".join(line[min(indent, len(line) - len(line.lstrip(" "))) :] for line in lines[start + 1 : index])
        source = "\n".join(lines[start : index + 1])
        out.extend(("", f"\x02kode:{len(fences)}\x03", ""))
        fences.append((code + "\n" if code else "", source))
        index += 1
    return out, fences


def _closes(line: str, fence: str) -> bool:
    bare = line.strip()
    return len(bare) >= len(fence) and set(bare) == {fence[0]} and len(line) - len(line.lstrip(" ")) <= 3
