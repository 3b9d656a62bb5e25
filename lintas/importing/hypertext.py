"""HTML → blocks: of a web page, of a Word document, of an OpenDocument. Pure; the parser is Beautiful Soup's own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from lintas.importing.manuscript import Block, Run
from lintas.importing.markup import table_or_list
from lintas.importing.plain import INVISIBLE, SPACES

if TYPE_CHECKING:
    from bs4.element import Tag

_DEEPEST = 150
_BLOCK = frozenset(
    "p div section article main header h1 h2 h3 h4 h5 h6 ul ol table blockquote pre figure figcaption hr dl "
    "dt dd li center address details summary tbody tr td th thead body html".split()
)


@dataclass(frozen=True, slots=True)
class Dress:
    bold: bool = False
    italic: bool = False
    link: str = ""


@dataclass(slots=True)
class Walker:
    """Goes through a tree and gathers blocks. Pictures are `img` with a number as address."""

    blocks: list[Block] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)

    def enter(self, tag: Any, dress: Dress, depth: int) -> None:
        """One element; block elements end the paragraph before them and after them."""
        name = tag.name
        if depth > _DEEPEST:
            raise RecursionError
        if name in ("ul", "ol", "table", "pre") and self._whole(tag, depth):
            return
        level = int(name[1]) if re.fullmatch(r"h[1-6]", name or "") else 0
        block = name in _BLOCK
        if block:
            self.flush()
        kind = (
            "heading"
            if level
            else "caption"
            if name == "figcaption" or "takarir" in (tag.get("class") or [])
            else "quote"
            if name == "blockquote"
            else ""
        )
        before = len(self.blocks)
        for child in list(tag.children):
            self._child(child, dress if not level else Dress(link=dress.link), depth)
        if block:
            self.flush()
        if kind:
            self.blocks[before:] = [self._dressed(each, kind, level) for each in self.blocks[before:]]

    def _dressed(self, block: Block, kind: str, level: int) -> Block:
        if block.kind != "text":
            return block
        if kind == "quote":
            from lintas.importing.manuscript import markdown

            source = "\n".join("> " + line for line in markdown(block).split("\n"))
            return replace(block, kind="quote", source=source)
        return replace(block, kind=kind, level=level)

    def _child(self, child: Any, dress: Dress, depth: int) -> None:
        from bs4.element import NavigableString

        if isinstance(child, NavigableString):
            if type(child) is NavigableString:
                text = SPACES.sub(" ", INVISIBLE.sub("", str(child)).replace("\n", " ").replace("\r", " "))
                self.runs.append(Run(text, dress.bold, dress.italic, dress.link))
            return
        if child.name == "br":
            self.runs.append(Run("\n", dress.bold, dress.italic))
        elif child.name == "img":
            self._image(child)
        elif child.name == "note":
            self.runs.append(Run("", mark=f"[^{child.get('n')}]"))
        elif child.name == "hr":
            self.flush()
        else:
            self.enter(child, _changed(dress, child), depth + 1)

    def _image(self, tag: Any) -> None:
        place = str(tag.get("src", ""))
        if place.startswith("lintas:") and place[7:].isdigit():
            runs, self.runs = self.runs, []
            self.blocks.append(Block("picture", (), picture=int(place[7:])))
            self.runs = runs

    def _whole(self, tag: Any, depth: int) -> bool:
        """A list, table or code block taken as one; False where a table only lays out the page."""
        made = table_or_list(tag)
        if made is None:
            return False
        self.flush()
        for image in tag.find_all("img"):
            self._image(image)
        if made.source.strip():
            self.blocks.append(made)
        return True

    def flush(self) -> None:
        """End the paragraph; two line breaks in a row divide it."""
        runs, self.runs = self.runs, []
        for paragraph in _paragraphs(runs):
            words = _trimmed(paragraph)
            if words:
                self.blocks.append(Block("text", words))


def _changed(dress: Dress, tag: Tag) -> Dress:
    style = str(tag.get("style", "")).replace(" ", "").lower()
    if tag.name in ("b", "strong") or "font-weight:bold" in style or "font-weight:700" in style:
        dress = replace(dress, bold=True)
    if tag.name in ("i", "em") or "font-style:italic" in style:
        dress = replace(dress, italic=True)
    if tag.name == "a":
        target = str(tag.get("href", "")).strip()
        safe = re.match(r"(?:https?://|mailto:)[^\s()<>\"]+$", target)
        dress = replace(dress, link=target if safe else "")
    return dress


def _paragraphs(runs: Iterable[Run]) -> list[list[Run]]:
    found: list[list[Run]] = [[]]
    breaks = 0
    for run in runs:
        if run.text == "\n":
            breaks += 1
            if breaks == 2:
                found.append([])
            elif breaks == 1:
                found[-1].append(run)
            continue
        if run.text.strip():
            breaks = 0
        if breaks < 2 or run.text.strip():
            found[-1].append(run)
    return found


def _trimmed(runs: list[Run]) -> tuple[Run, ...]:
    """Without blanks and line breaks at the ends, and never two blanks in a row."""
    kept: list[Run] = []
    blank = True
    for run in runs:
        text = run.text
        if blank:
            text = text.lstrip(" ")
        if text.startswith("\n") and kept:
            kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip(" "))
        if text or run.mark:
            kept.append(replace(run, text=text))
            blank = text[-1:] in (" ", "\n")
    while kept and not kept[-1].text.strip() and not kept[-1].mark:
        kept.pop()
    while kept and not kept[0].text.strip() and not kept[0].mark:
        kept.pop(0)
    if kept:
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
        kept[0] = replace(kept[0], text=kept[0].text.lstrip())
    return tuple(kept)
