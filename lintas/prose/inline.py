"""The inline level of Python-Markdown: its patterns, driven so that a pattern is tried only where its sign occurs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element

from markdown.inlinepatterns import (
    AUTOLINK_RE,
    AUTOMAIL_RE,
    ESCAPE_RE,
    HTML_RE,
    IMAGE_LINK_RE,
    IMAGE_REFERENCE_RE,
    LINE_BREAK_RE,
    LINK_RE,
    REFERENCE_RE,
    AutolinkInlineProcessor,
    DelimiterProcessor,
    EscapeInlineProcessor,
    HtmlInlineProcessor,
    ImageInlineProcessor,
    ImageReferenceInlineProcessor,
    InlineProcessor,
    LinkInlineProcessor,
    ReferenceInlineProcessor,
    ShortImageReferenceInlineProcessor,
    ShortReferenceInlineProcessor,
    SubstituteTagInlineProcessor,
)
from markdown.treeprocessors import Treeprocessor
from markdown.util import INLINE_PLACEHOLDER, INLINE_PLACEHOLDER_PREFIX, INLINE_PLACEHOLDER_RE, AtomicString, code_escape

from lintas.prose.blocks import RAW
from lintas.prose.limits import MAX_DEPTH, TooComplex
from lintas.prose.rawhtml import rebuild

if TYPE_CHECKING:
    from lintas.prose.converter import Converter

Found = tuple[Any, Any, Any]
_BRACKET = re.compile(r"[\[\]]")
_TICKS = re.compile(r"`+")


def _bracketed(pattern: Any, data: str, index: int) -> tuple[str, int, bool]:
    """Text up to the bracket that closes the one before `index`; its cost is counted."""
    budget = pattern.md.session.budget
    depth = 1
    for match in _BRACKET.finditer(data, index):
        budget.spend(4, data)
        depth += 1 if match.group() == "[" else -1
        if depth == 0:
            return data[index : match.start()], match.end(), True
    return "", len(data), False


class _Bounded:
    """Mixin for the link patterns: the same results, at a cost that is counted."""

    md: Converter

    def getText(self, data: str, index: int) -> tuple[str, int, bool]:  # noqa: N802 - name given by Python-Markdown
        return _bracketed(self, data, index)

    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:  # noqa: N802
        if data[index : index + 1] != "(":
            return "", None, index, False
        found: tuple[str, str | None, int, bool] = super().getLink(data, index)  # type: ignore[misc]
        self.md.session.budget.spend((found[2] if found[3] else len(data)) - index, data)
        return found


class Link(_Bounded, LinkInlineProcessor):
    pass


class Image(_Bounded, ImageInlineProcessor):
    pass


class Reference(_Bounded, ReferenceInlineProcessor):
    pass


class ShortReference(_Bounded, ShortReferenceInlineProcessor):
    pass


class ImageReference(_Bounded, ImageReferenceInlineProcessor):
    pass


class ShortImageReference(_Bounded, ShortImageReferenceInlineProcessor):
    pass


class Code(InlineProcessor):
    """Code between two runs of backticks of the same length; an unmatched run is text (as CommonMark has it)."""

    def handleMatch(self, match: re.Match[str], data: str) -> Found:  # noqa: N802
        opening = match.group()
        for closing in _TICKS.finditer(data, match.end()):
            self.md.session.budget.spend(4, data)
            if closing.group() == opening:
                code = Element("code")
                code.text = AtomicString(code_escape(data[match.end() : closing.start()].strip()))
                return code, match.start(), closing.end()
        return None, match.start(), match.end()


class Footnote(InlineProcessor):
    """`[^label]` where a definition exists; numbered by first reference."""

    def handleMatch(self, match: re.Match[str], data: str) -> Found:  # noqa: N802
        session = self.md.session
        label = match.group(1)
        if label not in session.definitions:
            session.report("SIA214", session.places.find(match.group()), label=label)
            return None, match.start(), match.end()
        session.noted[label] = session.noted.get(label, 0) + 1
        number = list(session.noted).index(label) + 1
        times = session.noted[label]
        here = f"fnref-{number}" + (f"-{times}" if times > 1 else "")
        name = "Footnote" if session.language == "en" else "Catatan kaki"
        note = Element(RAW)
        note.text = AtomicString(
            f'<sup id="{here}"><a href="#fn-{number}" role="doc-noteref" aria-label="{name} {number}">{number}</a></sup>'
        )
        return note, match.start(), match.end()


class Html(HtmlInlineProcessor):
    """A raw inline tag, read and written anew."""

    def handleMatch(self, match: re.Match[str], data: str) -> Found:  # noqa: N802
        raw = Element(RAW)
        typed = self.backslash_unescape(self.unescape(match.group(1)))
        raw.text = AtomicString(rebuild(typed, self.md.session))
        return raw, match.start(), match.end()


class Mail(InlineProcessor):
    """`<name@agency.go.id>`."""

    def handleMatch(self, match: re.Match[str], data: str) -> Found:  # noqa: N802
        address = self.unescape(match.group(1)).removeprefix("mailto:")
        link = Element("a", {"href": "mailto:" + address})
        link.text = AtomicString(address)
        return link, match.start(), match.end()


def patterns(md: Any) -> tuple[tuple[Any, str], ...]:
    """The patterns in the order of Python-Markdown, each with the text without which it cannot match."""
    emphasis = DelimiterProcessor("*", "strong,em", md)
    emphasis.add("_", "strong,em", smart=True)
    return (
        (Code(r"(?<![\\`])`+", md), "`"),
        (EscapeInlineProcessor(ESCAPE_RE, md), "\\"),
        (Footnote(r"\[\^([^\]\n]{1,100})\]", md), "[^"),
        (Reference(REFERENCE_RE, md), "reference"),
        (Link(LINK_RE, md), "]("),
        (Image(IMAGE_LINK_RE, md), "!["),
        (ImageReference(IMAGE_REFERENCE_RE, md), "reference"),
        (ShortReference(REFERENCE_RE, md), "reference"),
        (ShortImageReference(IMAGE_REFERENCE_RE, md), "reference"),
        (AutolinkInlineProcessor(AUTOLINK_RE, md), "<"),
        (Mail(AUTOMAIL_RE, md), "@"),
        (SubstituteTagInlineProcessor(LINE_BREAK_RE, "br"), "  \n"),
        (Html(HTML_RE, md), "<"),
        (emphasis, "emphasis"),
    )


class Inline(Treeprocessor):
    """Applies the inline patterns to the texts of a tree, without recursion over the tree."""

    def __init__(self, md: Converter) -> None:
        super().__init__(md)
        self.converter = md
        self.patterns = patterns(md)
        self.stashed_nodes: dict[str, Element | str] = {}
        self.depth = 0

    def run(self, root: Element) -> None:
        self.stashed_nodes.clear()
        self.depth = 0
        for element in list(root.iter()):
            text = element.text
            if text and not isinstance(text, AtomicString) and _interesting(text):
                element.text = self._handle(text, 0)
            tail = element.tail
            if tail and _interesting(tail):
                element.tail = self._handle(tail, 0)
        if self.stashed_nodes:
            self._expand(root)

    def _handle(self, data: str, index: int) -> str:
        """Replace what the patterns from `index` on match by placeholders."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise TooComplex("depth", data)
        for number in range(index, len(self.patterns)):
            pattern, sign = self.patterns[number]
            if sign == "emphasis":
                count = data.count("*") + data.count("_")
                if not count:
                    continue
                self.converter.session.budget.spend(count * count // 2, data)
            elif sign == "reference":
                if not self.converter.references or "[" not in data:
                    continue
            elif sign not in data:
                continue
            data = self._apply(pattern, data, number)
        self.depth -= 1
        return data

    def _apply(self, pattern: Any, data: str, number: int) -> str:
        budget = self.converter.session.budget
        start = 0
        while True:
            for match in pattern.compiled_re.finditer(data, start):
                node, begin, end = pattern.handleMatch(match, data)
                if begin is not None and end is not None:
                    break
            else:
                return data
            budget.spend(20 + (len(data) >> 8), data)
            if node is None:
                start = end
                continue
            if not isinstance(node, str) and not isinstance(node.text, AtomicString):
                self._handle_node(node, number)
            key = "%04d" % len(self.stashed_nodes)
            self.stashed_nodes[key] = node
            placeholder = INLINE_PLACEHOLDER % key
            data = data[:begin] + placeholder + data[end:]
            start = begin + len(placeholder)

    def _handle_node(self, node: Element, number: int) -> None:
        for element in node.iter():
            if element.text and _interesting(element.text):
                element.text = self._handle(element.text, number + 1)
            if element is not node and element.tail and _interesting(element.tail):
                element.tail = self._handle(element.tail, number)

    def _expand(self, root: Element) -> None:
        """Put the stashed nodes in the places of their placeholders."""
        todo = [root]
        while todo:
            element = todo.pop()
            if element.text and INLINE_PLACEHOLDER_PREFIX in element.text and not isinstance(element.text, AtomicString):
                element.text, nodes = self._split(element.text)
                for position, node in enumerate(nodes):
                    element.insert(position, node)
            index = 0
            while index < len(element):
                child = element[index]
                if child.tail and INLINE_PLACEHOLDER_PREFIX in child.tail:
                    child.tail, nodes = self._split(child.tail)
                    for position, node in enumerate(nodes):
                        element.insert(index + 1 + position, node)
                index += 1
            todo.extend(element)

    def _split(self, data: str) -> tuple[str, list[Element]]:
        """The text before the first node, and the nodes with their tails."""
        pieces = INLINE_PLACEHOLDER_RE.split(data)
        before = pieces[0]
        nodes: list[Element] = []
        for key, text in zip(pieces[1::2], pieces[2::2], strict=True):
            node = self.stashed_nodes.get(key, "")
            if isinstance(node, str):
                text = node + text
                if nodes:
                    nodes[-1].tail = (nodes[-1].tail or "") + text
                else:
                    before += text
            else:
                node.tail = text
                nodes.append(node)
        return before, nodes


def _interesting(text: str) -> bool:
    return "*" in text or "[" in text or "_" in text or "<" in text or "`" in text or "\\" in text or "  \n" in text
