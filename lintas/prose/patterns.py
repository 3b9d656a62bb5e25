"""The inline patterns: those of Python-Markdown, some made cheaper, some bounded, some replaced."""

from __future__ import annotations

import re
from typing import Any
from xml.etree.ElementTree import Element

from markdown import inlinepatterns as library
from markdown.util import INLINE_PLACEHOLDER_PREFIX, INLINE_PLACEHOLDER_RE, AtomicString, code_escape

from lintas.prose.blocks import RAW
from lintas.prose.limits import MAX_DEPTH
from lintas.prose.rawhtml import rebuild

Found = tuple[Any, Any, Any]
_BRACKET = re.compile(r"[\[\]]")
_TICKS = re.compile(r"`+")


def _bracketed(pattern: Any, data: str, index: int) -> tuple[str, int, bool]:
    """Text up to the bracket that closes the one before `index`; its cost is counted."""
    budget = pattern.md.session.budget
    depth = 1
    for match in _BRACKET.finditer(data, index):
        budget.spend(8, data)
        depth += 1 if match.group() == "[" else -1
        if depth == 0:
            return data[index : match.start()], match.end(), True
    return "", len(data), False


def _flat(md: Any, text: str) -> str:
    """Text with the placeholders in it, also those within what they stand for, resolved to plain text."""
    stash = md.inline.stashed_nodes
    for _ in range(MAX_DEPTH):
        if INLINE_PLACEHOLDER_PREFIX not in text:
            break
        text = INLINE_PLACEHOLDER_RE.sub(lambda found: _words(stash.get(found.group(1), "")), text)
    return text


def _words(node: Any) -> str:
    if isinstance(node, str):
        return node
    return "".join(each for each in node.itertext() if node.tag != RAW)


class Pattern(library.InlineProcessor):
    """A pattern of our own; `md` is the `Converter`."""

    md: Any

    def unescape(self, text: str) -> str:
        return _flat(self.md, text)


class _Bounded:
    """Mixin for the link patterns: the same results, at a cost that is counted."""

    md: Any

    def unescape(self, text: str) -> str:
        return _flat(self.md, text)

    def getText(self, data: str, index: int) -> tuple[str, int, bool]:  # noqa: N802 - name given by Python-Markdown
        return _bracketed(self, data, index)

    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:  # noqa: N802
        if data[index : index + 1] != "(":
            return "", None, index, False
        found: tuple[str, str | None, int, bool] = super().getLink(data, index)  # type: ignore[misc]
        closed = found[3] and found[2] > index and data[found[2] - 1] == ")"
        self.md.session.budget.spend(4 * ((found[2] if closed else len(data)) - index), data)
        return found if closed else ("", None, index, False)  # unclosed with a quote, the library says "closed at -1"


class Link(_Bounded, library.LinkInlineProcessor):
    pass


class Image(_Bounded, library.ImageInlineProcessor):
    pass


class Reference(_Bounded, library.ReferenceInlineProcessor):
    pass


class ShortReference(_Bounded, library.ShortReferenceInlineProcessor):
    pass


class ImageReference(_Bounded, library.ImageReferenceInlineProcessor):
    pass


class ShortImageReference(_Bounded, library.ShortImageReferenceInlineProcessor):
    pass


class Code(Pattern):
    """Code between two runs of backticks of the same length; an unmatched run is text (as CommonMark has it)."""

    def handleMatch(self, match: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: N802
        opening = match.group()
        for closing in _TICKS.finditer(data, match.end()):
            self.md.session.budget.spend(4, data)
            if closing.group() == opening:
                code = Element("code")
                code.text = AtomicString(code_escape(data[match.end() : closing.start()].strip()))
                return code, match.start(), closing.end()
        return None, match.start(), match.end()


class Footnote(Pattern):
    """`[^label]` where a definition exists; numbered by first reference."""

    def handleMatch(self, match: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: N802
        session = self.md.session
        label = match.group(1)
        if label not in session.definitions:
            session.report("SIA214", session.places.find(match.group()), label=label)
            return None, match.start(), match.end()
        if label not in session.notes:
            session.noted.append(label)
            session.notes[label] = [len(session.noted), 0]
        session.notes[label][1] += 1
        number, times = session.notes[label]
        here = f"fnref-{number}" + (f"-{times}" if times > 1 else "")
        name = "Footnote" if session.language == "en" else "Catatan kaki"
        note = Element(RAW)
        note.text = AtomicString(
            f'<sup id="{here}"><a href="#fn-{number}" role="doc-noteref" '
            f'aria-label="{name} {number}">{number}</a></sup>'
        )
        return note, match.start(), match.end()


class Html(library.HtmlInlineProcessor):
    """A raw inline tag, read and written anew."""

    md: Any

    def handleMatch(self, match: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: N802
        raw = Element(RAW)
        typed = self.backslash_unescape(self.unescape(match.group(1)))
        raw.text = AtomicString(rebuild(typed, self.md.session))
        return raw, match.start(), match.end()


class Autolink(Pattern):
    """`<https://example.go.id>`."""

    def handleMatch(self, match: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: N802
        address = self.unescape(match.group(1))
        link = Element("a", {"href": address})
        link.text = AtomicString(address)
        return link, match.start(), match.end()


class Mail(Pattern):
    """`<name@agency.go.id>`."""

    def handleMatch(self, match: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: N802
        address = self.unescape(match.group(1)).removeprefix("mailto:")
        link = Element("a", {"href": "mailto:" + address})
        link.text = AtomicString(address)
        return link, match.start(), match.end()


def patterns(md: Any) -> tuple[tuple[Any, str], ...]:
    """The patterns in the order of Python-Markdown, each with the text without which it cannot match."""
    emphasis = library.DelimiterProcessor("*", "strong,em", md)
    emphasis.add("_", "strong,em", smart=True)
    return (
        (Code(r"(?<![\\`])`+", md), "`"),
        (library.EscapeInlineProcessor(library.ESCAPE_RE, md), "\\"),
        (Footnote(r"\[\^([^\]\n]{1,100})\]", md), "[^"),
        (Reference(library.REFERENCE_RE, md), "reference"),
        (Link(library.LINK_RE, md), "]("),
        (Image(library.IMAGE_LINK_RE, md), "!["),
        (ImageReference(library.IMAGE_REFERENCE_RE, md), "reference"),
        (ShortReference(library.REFERENCE_RE, md), "reference"),
        (ShortImageReference(library.IMAGE_REFERENCE_RE, md), "reference"),
        (Autolink(library.AUTOLINK_RE, md), "<"),
        (Mail(library.AUTOMAIL_RE, md), "@"),
        (library.SubstituteTagInlineProcessor(library.LINE_BREAK_RE, "br"), "  \n"),
        (Html(library.HTML_RE, md), "<"),
        (emphasis, "emphasis"),
    )
