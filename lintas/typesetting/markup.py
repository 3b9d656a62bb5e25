"""HTML text → a small tree of elements, as forgiving as a browser with what our own writer can produce (pure)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset(("br", "col", "hr", "img", "wbr"))
_CLOSED_BY = {  # an end tag that may be left out, and what stands in for it
    "li": ("ol", "ul"), "dt": ("dl",), "dd": ("dl",), "tr": ("table",), "td": ("tr", "table"), "th": ("tr", "table"),
    "rp": ("ruby",), "rt": ("ruby",),
}  # fmt: skip
_SIBLINGS = {
    "dt": ("dt", "dd"),
    "dd": ("dt", "dd"),
    "td": ("td", "th"),
    "th": ("td", "th"),
    "rt": ("rt", "rp"),
    "rp": ("rt", "rp"),
}


@dataclass(slots=True)
class Element:
    """An element; its children are elements and texts."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    def walk(self) -> Iterator[Element]:
        """This element and all within, in order; a stack, for the depth is the author's."""
        stack = [self]
        while stack:
            element = stack.pop()
            yield element
            stack.extend(child for child in reversed(element.children) if isinstance(child, Element))


def parse(html: str) -> Element:
    """The tree of a fragment, below an element without a name."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.root


def text_of(element: Element) -> str:
    parts: list[str] = []
    stack: list[Element | str] = [element]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            parts.append(item)
        else:
            stack.extend(reversed(item.children))
    return "".join(parts)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._close_sibling(tag)
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        for index in range(len(self.open) - 1, 0, -1):
            if self.open[index].tag == tag:
                del self.open[index:]
                return

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)

    def _close_sibling(self, tag: str) -> None:
        """End what the new element cannot lie in, such as a list item in a list item of the same list."""
        if tag not in _CLOSED_BY:
            return
        siblings = _SIBLINGS.get(tag, (tag,))
        for index in range(len(self.open) - 1, 0, -1):
            if self.open[index].tag in _CLOSED_BY[tag]:
                return
            if self.open[index].tag in siblings:
                del self.open[index:]
                return
