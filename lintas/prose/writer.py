"""From the element tree to HTML in one pass: punctuation, escapes, heading ids, link slots, table frames."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown.treeprocessors import UnescapeTreeprocessor
from markdown.util import AtomicString

from lintas.model import Binding
from lintas.prose import links
from lintas.prose.blocks import PLACES, RAW
from lintas.prose.limits import MAX_ELEMENTS_DEPTH, TooComplex
from lintas.prose.punctuation import needs, smarten

if TYPE_CHECKING:
    from lintas.prose.converter import Converter

_UNESCAPE = UnescapeTreeprocessor.RE
_AMPERSAND = re.compile(r"&(?!(?:#[0-9]+|#x[0-9a-f]+|[0-9a-z]+);)", re.IGNORECASE)
_CONTAINERS = frozenset(("blockquote", "figure", "li", "ol", "table", "tbody", "thead", "tr", "ul"))
_BLOCKS = _CONTAINERS | {"figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "p", "pre", "td", "th"}
_BREAKS = frozenset(("blockquote", "figure", "ol", "table", "tbody", "thead", "tr", "ul"))
_BARE = frozenset(("blockquote", "em", "figcaption", "li", "p", "strong", "ul"))
_WHOLE = frozenset((RAW, "br", "code", "hr", "img"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_ALIGNED = {"right": ' class="num"'}  # the theme's class for figures


def unescaped(text: str) -> str:
    return _UNESCAPE.sub(lambda found: chr(int(found.group(1))), text) if "\x02" in text else text


def attribute(text: str) -> str:
    """Text as an attribute value: entities that the author typed stand, the rest is escaped."""
    return escaped(unescaped(text)).replace('"', "&quot;")


def escaped(text: str) -> str:
    if "&" in text:
        text = _AMPERSAND.sub("&amp;", text)
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    return text


def plain(element: Element) -> str:
    """The text of an element as a reader sees it, without footnote marks."""
    parts: list[str] = []
    for each in element.iter():
        if each.tag == "img":
            parts.append(each.get("alt", ""))
        elif each.text and each.tag != RAW:
            parts.append(each.text)
        if each.tail and each is not element:
            parts.append(each.tail)
    text = unescaped(smarten("".join(parts)))
    return " ".join((unescape(text) if "&" in text else text).split())


class Writer:
    """Writes one tree. `last` is the last character written in the block, on which the form of a quote depends."""

    __slots__ = ("converter", "session", "out", "last")

    def __init__(self, converter: Converter) -> None:
        self.converter = converter
        self.session = converter.session
        self.out: list[str] = []
        self.last = ""

    def write(self, root: Element) -> str:
        """The HTML of the children of `root`."""
        self.out = []
        if root.text and root.text.strip():
            self.text(root.text)
        stack: list[Element | str] = list(reversed(root))
        depth = 0
        while stack:
            item = stack.pop()
            if isinstance(item, str):
                if item[:1] == "\x00":  # the tail after an element
                    self.text(item[1:])
                else:
                    depth -= 1
                    self.out.append(item)
                continue
            tail = item.tail
            if tail and not (tail == "\n" and item.tag in _BLOCKS):
                stack.append("\x00" + tail)
            end = self.start(item)
            if end is None:
                continue
            depth += 1
            if depth > MAX_ELEMENTS_DEPTH:
                raise TooComplex("depth", plain(item))
            stack.append(end)
            stack.extend(reversed(item))
        return "".join(self.out)

    def start(self, element: Element) -> str | None:
        """Write the start tag and the text; return the end tag, or None when the element is written to its end."""
        tag = element.tag
        if tag in _BLOCKS or tag == "br":
            self.last = ""
        if tag in _WHOLE:
            self.out.append(self.whole(element))
            return None
        opening, end = (f"<{tag}>", f"</{tag}>") if tag in _BARE else self.tags(element)
        self.out.append(opening + "\n" if tag in _BREAKS else opening)
        if isinstance(element.text, AtomicString):  # an address, to be read as typed
            self.out.append(escaped(unescaped(element.text)))
        elif element.text:
            self.text(element.text)
        return end + "\n" if tag in _BLOCKS else end

    def whole(self, element: Element) -> str:
        """An element that has no end tag or whose text is finished."""
        if element.tag == RAW:
            return element.text or ""
        if element.tag == "img":
            return self.image(element)
        return self.code(element) if element.tag == "code" else f"<{element.tag}>\n"

    def tags(self, element: Element) -> tuple[str, str]:
        if element.tag in _HEADINGS:
            return self.heading(element)
        return self.link(element) if element.tag == "a" else self.structure(element)

    def text(self, text: str) -> None:
        if needs(text):
            before = self.last
            self.last = text[-1:]
            text = smarten(text, before)
        else:
            self.last = text[-1:]
        if "\x02" in text:
            text = unescaped(text)
        if "&" in text or "<" in text or ">" in text:
            text = escaped(text)
        self.out.append(text)

    def code(self, element: Element) -> str:
        text = element.text or ""
        if "\x02" in text:  # a fence inside indented code is code again
            fences = self.converter.fences
            text = PLACES.sub(lambda found: escaped(fences[int(found.group(1))][1]), text)
        self.last = text[-1:]
        return f"<code>{text}</code>"

    def heading(self, element: Element) -> tuple[str, str]:
        text = plain(element)
        level = int(element.tag[1])
        for each in element.iter("a"):
            if links.figure(unescaped(each.get("href", ""))) and not plain(each):
                self.session.report("ANG114", self.session.places.heading(len(self.session.headings)))
        name = self.session.heading(level, text)
        return f'<h{max(level, 2)} id="{name}">', f"</h{max(level, 2)}>"

    def link(self, element: Element) -> tuple[str, str]:
        typed = unescaped(element.get("href", ""))
        href = self.session.link(typed)
        if not href:
            return "", ""
        empty = not any(each.tag == RAW for each in element.iter()) and not plain(element)
        if empty and not links.figure(typed):
            self.session.report("SIA207", self.session.places.find(f"]({typed}", typed), value=typed)
        title = element.get("title")
        extra = f' title="{attribute(title)}"' if title else ""
        if links.figure(typed):
            return f'<a href="{attribute(href)}"{extra}>' + self.figure(element, href), "</a>"
        return f'<a href="{attribute(href)}"{extra}>', "</a>"

    def figure(self, element: Element, href: str) -> str:
        """Note a figure bound to data; one without words gets its target for words, until the build fills it."""
        text = plain(element)
        self.session.bindings.append(Binding(int(href.removeprefix("slot:")), text))
        return "" if text else escaped(links.unfilled(self.session.links[-1].text))

    def image(self, element: Element) -> str:
        alt = unescaped(element.get("alt", ""))
        self.last = alt[-1:]
        source = self.session.image(unescaped(element.get("src", "")), alt)
        return f'<img src="{source}" alt="{attribute(alt)}" loading="lazy" decoding="async">' if source else ""

    def structure(self, element: Element) -> tuple[str, str]:
        tag = element.tag
        if tag == "table":
            self.session.tables += 1
            name = "Table" if self.session.language == "en" else "Tabel"
            frame = f'<div class="table-region" role="region" tabindex="0" aria-label="{name} {self.session.tables}">'
            return frame + "\n<table>", "</table>\n</div>"
        if tag == "th":
            if not (element.text or len(element)):
                return "<td>", "</td>"
            return f'<th scope="col"{_ALIGNED.get(element.get("align", ""), "")}>', "</th>"
        if tag == "td":
            return f"<td{_ALIGNED.get(element.get('align', ''), '')}>", "</td>"
        if tag == "pre" and len(element):
            element[0].text = AtomicString((element[0].text or "").rstrip() + "\n")
        if tag == "ol" and element.get("start", "1").isdigit() and element.get("start"):
            return f'<ol start="{int(element.get("start", "1")[:9])}">', "</ol>"
        if tag == "figure":
            return '<figure class="quotation">', "</figure>"
        return f"<{tag}>", f"</{tag}>"
