"""Converted prose → the nodes that the template walks: plain values only, so no text of an author is ever code (pure).

A node is a text, or a mapping with its kind under "k" and its children under "c". Of what the prose may hold, only what
is named here is set in a form of its own; of everything else the text remains.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from lintas.typesetting.document import Letter
from lintas.typesetting.markup import Element, parse, text_of
from lintas.typesetting.signs import Signs
from lintas.typesetting.tables import table

Node = Any  # str | dict[str, Node] | list[Node]: what JSON can say

_INLINE = {
    "b": "b", "strong": "b", "i": "i", "em": "i", "cite": "i", "dfn": "i", "var": "i", "code": "code", "kbd": "code",
    "samp": "code", "sup": "sup", "sub": "sub", "s": "s", "del": "s", "u": "u", "ins": "u", "mark": "mark",
    "small": "small",
}  # fmt: skip
_BLOCKS = frozenset(
    """blockquote dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre section summary table
    ul""".split()
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_DEEPEST = 6  # lists and quotations in one another that are still set as such
_DEEPEST_INLINE = 10
_ATTRIBUTION = ("—", "–", "―", "--", "- ")


class Content:
    """Makes nodes of one letter. `addresses` holds those that are printed at its end, in the order of their marks."""

    def __init__(self, letter: Letter, signs: Signs) -> None:
        self.letter = letter
        self.signs = signs
        self.addresses: dict[str, int] = {}
        self.level = 1  # of the last heading: none may be skipped in a tagged document
        self.depth = 0
        self.figures = dict(letter.figures)
        self.pictures = {picture.target: picture for picture in letter.pictures}
        self.notes: dict[str, Element] = {}
        self.noted: set[str] = set()  # whose text stands at the foot of a page already
        self.within: set[str] = set()  # not to be opened while one of them is being set
        self.made: dict[str, Callable[[Element], list[Node]]] = {
            "p": lambda e: self._paragraphs(e.children),
            "ul": self._list,
            "ol": self._list,
            "blockquote": self._quotation,
            "pre": self._code,
            "hr": lambda _: [{"k": "hr"}],
            "table": self._table,
            "figure": self._figure,
            "dl": self._definitions,
        }

    def body(self) -> list[Node]:
        root = parse(self.letter.html)
        self.notes = {
            e.attributes["id"]: e for e in root.walk() if e.tag == "li" and e.attributes.get("id", "")[:3] == "fn-"
        }
        return self.blocks(root.children)

    def blocks(self, children: Iterable[Element | str]) -> list[Node]:
        """Blocks; texts between them become paragraphs."""
        out: list[Node] = []
        loose: list[Element | str] = []
        for child in children:
            if isinstance(child, Element) and child.tag in _BLOCKS:
                out += self._paragraphs(loose)
                loose = []
                out += self._block(child)
            else:
                loose.append(child)
        return out + self._paragraphs(loose)

    def _block(self, element: Element) -> list[Node]:
        if element.tag in _HEADINGS:
            return self._heading(element)
        if element.tag == "section" and element.attributes.get("role") == "doc-endnotes":
            return []  # each note stands at the foot of its page
        made = self.made.get(element.tag)
        if made is None or self.depth >= _DEEPEST:
            nodes = self.blocks(element.children)
        else:
            self.depth += 1
            nodes = made(element)
            self.depth -= 1
        return [_told(node, element) for node in nodes]

    def _heading(self, element: Element) -> list[Node]:
        inner = self.inline(element.children)
        if not _told_in_words(inner):
            return []
        if self.depth:  # within a list or a quotation a heading is no part of the outline
            return [{"k": "p", "c": [{"k": "b", "c": inner}]}]
        self.level = min(max(_HEADINGS[element.tag], 2), self.level + 1)
        return [{"k": "h", "level": self.level, "c": inner}]

    def _paragraphs(self, children: Iterable[Element | str]) -> list[Node]:
        """Paragraphs; a picture stands between them."""
        out: list[Node] = []
        loose: list[Element | str] = []
        for child in children:
            if isinstance(child, Element) and child.tag == "img":
                out += self._paragraph(loose) + self.picture(child.attributes)
                loose = []
            else:
                loose.append(child)
        return out + self._paragraph(loose)

    def _paragraph(self, children: Iterable[Element | str]) -> list[Node]:
        inner = self.inline(children)
        return [{"k": "p", "c": inner}] if inner else []

    def picture(self, given: Mapping[str, str], caption: list[Node] | None = None) -> list[Node]:
        """A picture with its alternative text; where it cannot be shown, that text alone."""
        alt = self.signs.shown(given.get("alt", "")).strip()
        found = self.pictures.get(self._target(given.get("src", "")) or given.get("src", ""))
        if found is None:
            return [{"k": "p", "c": [f"[{alt}]"]}] if alt else []
        node = {"k": "img", "file": found.path, "alt": alt or "–", "ratio": found.height / max(found.width, 1)}
        return [{**node, "width": found.width, "c": caption or []}]

    def _figure(self, element: Element) -> list[Node]:
        """A picture, or a quotation with its speaker; of anything else the parts."""
        inner = list(element.walk())[1:]
        captions = [e for e in inner if e.tag == "figcaption"]
        images = [e for e in inner if e.tag == "img"]
        quotations = [c for c in element.children if isinstance(c, Element) and c.tag == "blockquote"]
        rest = [child for child in element.children if child not in captions]
        if len(images) == 1 and not any(e.tag in ("table", "blockquote") for e in inner):
            return self.picture(images[0].attributes, self.inline(captions[0].children) if captions else [])
        if len(quotations) == 1:
            said = self.blocks(quotations[0].children)
            return (
                [{"k": "quote", "c": said, "by": self.inline(captions[0].children) if captions else []}] if said else []
            )
        made = self.blocks(rest)
        caption = self.inline(captions[0].children) if captions else []
        return made + ([{"k": "caption", "c": caption}] if caption else [])

    def _list(self, element: Element) -> list[Node]:
        items = [self.blocks(e.children) for e in element.children if isinstance(e, Element)]
        start = element.attributes.get("start", "1")
        number = int(start) if start.isascii() and start.isdigit() and len(start) < 7 else 1
        return [{"k": element.tag, "start": number, "c": [item for item in items if item]}] if any(items) else []

    def _definitions(self, element: Element) -> list[Node]:
        out: list[Node] = []
        for child in element.children:
            if isinstance(child, Element) and child.tag == "dt":
                out += [{"k": "p", "c": [{"k": "b", "c": inner}]} for inner in [self.inline(child.children)] if inner]
            elif isinstance(child, Element):
                out += [{"k": "inset", "c": inner} for inner in [self.blocks(child.children)] if inner]
        return out

    def _quotation(self, element: Element) -> list[Node]:
        """A quotation; a last paragraph that begins with a dash tells who spoke."""
        parts = [child for child in element.children if isinstance(child, Element) or child.strip()]
        last = parts[-1] if len(parts) > 1 else ""
        by: list[Node] = []
        if isinstance(last, Element) and last.tag == "p" and text_of(last).strip().startswith(_ATTRIBUTION):
            by = self.inline(parts.pop().children)  # type: ignore[union-attr]
            by[0] = by[0].lstrip("—–―- \xa0") if isinstance(by[0], str) else by[0]
        inner = self.blocks(parts)
        return [{"k": "quote", "c": inner, "by": by}] if inner else []

    def _code(self, element: Element) -> list[Node]:
        lines = self.signs.shown(text_of(element).expandtabs(4), spaces=True).strip("\n").split("\n")
        return [{"k": "pre", "c": lines}] if any(lines) else []

    def _table(self, element: Element) -> list[Node]:
        return table(element, self.blocks)

    def inline(self, children: Iterable[Element | str]) -> list[Node]:
        """Inline nodes without white space at both ends."""
        nodes = self._inline(children, 0)
        while nodes and _blank(nodes[0]):
            nodes.pop(0)
        while nodes and _blank(nodes[-1]):
            nodes.pop()
        if nodes and isinstance(nodes[0], str):
            nodes[0] = nodes[0].lstrip(" ")
        if nodes and isinstance(nodes[-1], str):
            nodes[-1] = nodes[-1].rstrip(" ")
        return nodes

    def _inline(self, children: Iterable[Element | str], depth: int) -> list[Node]:
        out: list[Node] = []
        for child in children:
            if isinstance(child, str):
                text = self.signs.shown(child)
                if text:
                    out.append(text)
            else:
                out += self._phrase(child, depth)
        return out

    def _phrase(self, element: Element, depth: int) -> list[Node]:
        if element.tag == "br":
            return [{"k": "br"}]
        if element.tag == "a":
            return self._link(element, depth)
        if element.tag == "img":
            return [f"[{alt}]"] if (alt := self.signs.shown(element.attributes.get("alt", "")).strip()) else []
        if element.tag == "sup" and (note := self._note(element)):
            return [note]
        if depth >= _DEEPEST_INLINE:
            return [text] if (text := self.signs.shown(text_of(element))) else []
        inner = self._inline(element.children, depth + 1)
        if element.tag == "q":
            return ["“", *inner, "”"]
        if element.tag in ("rt", "rp"):
            return [" (", *inner, ")"] if element.tag == "rt" else []
        if element.tag in _BLOCKS:  # as in a cell of a table that holds a list
            inner = [*inner, {"k": "br"}] if inner else []
        kind = _INLINE.get(element.tag)
        nodes = [{"k": kind, "c": inner}] if kind and inner else inner
        return [_told(node, element) for node in nodes]

    def _note(self, element: Element) -> Node:
        """The footnote that a mark refers to; a second mark for the same note refers to the first."""
        link = next((e for e in element.walk() if e.tag == "a" and e.attributes.get("role") == "doc-noteref"), None)
        name = link.attributes.get("href", "")[1:] if link else ""
        if name not in self.notes or name in self.within:
            return None
        if name in self.noted:
            return {"k": "note", "id": name, "again": True, "c": []}
        self.within, self.noted = {name, *self.notes}, {*self.noted, name}
        inner = [child for child in self.notes[name].walk() if child.tag == "p"] or [self.notes[name]]
        parts = [self.inline(_without_return(each)) for each in inner]
        self.within = set()
        return {"k": "note", "id": name, "again": False, "c": [n for part in parts if part for n in (*part, " ")][:-1]}

    def _target(self, href: str) -> str:
        """The absolute address behind a slot."""
        number = href.removeprefix("slot:")
        if number == href:
            return ""
        return self.letter.targets[int(number)] if number.isdigit() and int(number) < len(self.letter.targets) else ""

    def _link(self, element: Element, depth: int) -> list[Node]:
        href = element.attributes.get("href", "")
        slot = int(href[5:]) if href.startswith("slot:") and href[5:].isdigit() else -1
        if slot in self.figures:
            return [self.signs.shown(self.figures[slot])]
        inner = self._inline(element.children, depth + 1)
        url = self._target(href) or ("" if slot >= 0 or href[:1] == "#" else href)
        if not url or not inner or depth >= _DEEPEST_INLINE:
            return inner
        return [{"k": "link", "url": url, "mark": self.mark(url, text_of(element)), "c": inner}]

    def mark(self, url: str, text: str) -> int:
        """Under which number the address is printed; 0 where the text itself tells it."""
        if not url:
            return 0
        scheme, _, rest = url.partition(":")
        bare = rest if scheme in ("mailto", "tel") else url
        said = "".join(text.split()).casefold().rstrip("/")
        if said in (bare.casefold().rstrip("/"), rest.casefold().strip("/")) or scheme == "tel":
            return 0
        return self.addresses.setdefault(url, len(self.addresses) + 1)


def _told_in_words(nodes: list[Node]) -> bool:
    """Whether there is something to read; a heading without is none."""
    return any(node.strip() if isinstance(node, str) else _told_in_words(node.get("c", [])) for node in nodes)


def _blank(node: Node) -> bool:
    return (isinstance(node, str) and not node.strip(" ")) or (isinstance(node, dict) and node.get("k") == "br")


def _without_return(element: Element) -> list[Element | str]:
    """The children of a note without the link that leads back to its mark."""
    backs = [c for c in element.children if isinstance(c, Element) and c.attributes.get("role") == "doc-backlink"]
    return [child for child in element.children if child not in backs]


def _told(node: Node, element: Element) -> Node:
    """The node with the language and direction that the author gave."""
    language, direction = element.attributes.get("lang", "")[:3].rstrip("-"), element.attributes.get("dir", "")
    if not isinstance(node, dict) or not (language or direction in ("rtl", "ltr")):
        return node
    told = {"lang": language.lower()} if len(language) >= 2 and language.isascii() and language.isalpha() else {}
    return {"k": "told", "dir": direction if direction in ("rtl", "ltr") else "", "lang": "", **told, "c": [node]}
