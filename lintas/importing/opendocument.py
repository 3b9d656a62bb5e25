"""OpenDocument texts (.odt) → blocks, read with odfdo after the archive was guarded. Pure, on bytes.

Tracked changes: what was deleted stays out; comments are left out; both are said.
"""

from __future__ import annotations

import html
import io
import re
import zipfile
from typing import Any

from lintas.diagnostics import Diagnostic, Outcome, Span, fault
from lintas.importing import archives
from lintas.importing.archives import Refused
from lintas.importing.hypertext import Dress, Walker
from lintas.importing.manuscript import Manuscript
from lintas.importing.pictures import renumbered, take

_WANTED = re.compile(
    r"(?:mimetype|content\.xml|styles\.xml|meta\.xml|settings\.xml|META-INF/manifest\.xml|Pictures/[^/]+)$"
)
_TAGS = {"text:list-item": "li", "table:table-row": "tr", "table:table-cell": "td", "text:list-header": "li"}
_SKIPPED = frozenset(
    (
        "text:tracked-changes",
        "office:annotation",
        "office:annotation-end",
        "text:sequence-decls",
        "office:forms",
        "text:table-of-content",
        "table:table-column",
        "table:covered-table-cell",
        "svg:title",
        "svg:desc",
    )
)
_EMPTY = {"text:s": " ", "text:tab": " ", "text:line-break": "<br>"}
_DEEPEST = 150


def read_opendocument(data: bytes, name: str) -> Outcome[Manuscript | None]:
    parts = archives.parts(data, lambda entry: _WANTED.match(entry) is not None)
    if b"manifest:encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise Refused("NAS110")
    try:
        return _read(parts, name)
    except RecursionError:
        return Outcome(None, (fault("NAS117", Span(name)),))
    except Exception as error:  # odfdo raises whatever it stumbles over in a damaged document
        return Outcome(None, (fault("NAS111", Span(name), sebab=f"susunannya rusak ({type(error).__name__})"),))


def _read(parts: dict[str, bytes], name: str) -> Outcome[Manuscript | None]:
    from bs4 import BeautifulSoup
    from odfdo import Document

    clean = io.BytesIO()
    with zipfile.ZipFile(clean, "w") as archive:
        for entry in sorted(parts, key=lambda each: each != "mimetype"):
            archive.writestr(entry, parts[entry])
    clean.seek(0)
    document = Document(clean)
    maker = _Maker(_dresses(document) | _numbered(parts), parts)
    text = "".join(maker.html(child, 0) for child in document.body.children)
    walker = Walker()
    walker.enter(BeautifulSoup(text, "html.parser"), Dress(), 0)
    walker.flush()
    taken = take(maker.images, name)
    remarks = (*_remarks(parts["content.xml"], name), *taken.remarks)
    blocks = renumbered(walker.blocks, taken.places)
    return Outcome(Manuscript(tuple(blocks), taken.pictures, remarks, notes=tuple(maker.notes)))


def _remarks(content: bytes, name: str) -> list[Diagnostic]:
    found = []
    changes = len(re.findall(rb"<text:changed-region\b", content))
    comments = len(re.findall(rb"<office:annotation[\s>]", content))
    if changes:
        found.append(fault("NAS216", Span(name), jumlah=changes))
    if comments:
        found.append(fault("NAS217", Span(name), jumlah=comments))
    return found


def _dresses(document: Any) -> dict[str, str]:
    """Names of automatic and common styles that are bold, slanted, or that of a title or caption."""
    found: dict[str, str] = {}
    for style in document.get_styles():
        name = style.name or ""
        properties = style.get_properties(area="text") or {}
        dress = "b" if properties.get("fo:font-weight") == "bold" else ""
        dress += "i" if properties.get("fo:font-style") in ("italic", "oblique") else ""
        parent = str(style.get_attribute("style:parent-style-name") or "")
        kind = next((word for word in ("Title", "Subtitle") if word in (name, parent)), "")
        found[name] = kind or dress
    return found


def _numbered(parts: dict[str, bytes]) -> dict[str, str]:
    """Names of list styles whose first level counts."""
    pattern = rb'<text:list-style style:name="([^"]+)"[^>]*>\s*<text:list-level-style-number'
    whole = parts["content.xml"] + parts.get("styles.xml", b"")
    return {name.decode("utf-8", "replace"): "numbered" for name in re.findall(pattern, whole)}


class _Maker:
    """Turns elements into HTML; gathers pictures and notes on the way."""

    def __init__(self, dresses: dict[str, str], parts: dict[str, bytes]) -> None:
        self.dresses = dresses
        self.parts = parts
        self.images: list[tuple[bytes, str]] = []
        self.notes: list[str] = []

    def html(self, element: Any, depth: int) -> str:
        """An element without its tail."""
        if depth > _DEEPEST:
            raise RecursionError
        tag = element.tag
        if tag in _SKIPPED:
            return ""
        if tag in _EMPTY:
            return _EMPTY[tag]
        if tag == "text:note":
            return self._note(element)
        if tag == "draw:image":
            return self._image(element)
        inside = self._inside(element, depth)
        dress = self.dresses.get(str(element.get_attribute("text:style-name") or ""), "")
        if tag in ("text:p", "text:span", "text:list"):
            return _wrapped(tag, inside, dress)
        return self._element(element, tag, inside)

    def _element(self, element: Any, tag: str, inside: str) -> str:
        if tag == "text:h":
            level = str(element.get_attribute("text:outline-level") or "1")
            name = f"h{min(6, max(1, int(level)))}" if level.isdigit() else "h1"
            return f"<{name}>{inside}</{name}>"
        if tag == "text:a":
            return f'<a href="{html.escape(str(element.get_attribute("xlink:href") or ""), quote=True)}">{inside}</a>'
        if tag == "table:table":
            return f"<table>{inside}</table>"
        return self._cell(element, _TAGS[tag], inside) if tag in _TAGS else inside

    def _cell(self, element: Any, tag: str, inside: str) -> str:
        span = str(element.get_attribute("table:number-columns-spanned") or "")
        return f"<{tag}{f' colspan={span}' if span.isdigit() else ''}>{inside}</{tag}>"

    def _inside(self, element: Any, depth: int) -> str:
        made = [html.escape(element.text or "")]
        for child in element.children:
            made.append(self.html(child, depth + 1))
            made.append(html.escape(child.tail or ""))
        return "".join(made)

    def _note(self, element: Any) -> str:
        from lintas.importing.manuscript import escaped

        body = next((child for child in element.children if child.tag == "text:note-body"), None)
        words = " ".join(str(getattr(body, "text_recursive", "") or "").split()) if body is not None else ""
        self.notes.append(escaped(words))
        return f'<note n="{len(self.notes)}"></note>'

    def _image(self, element: Any) -> str:
        place = str(element.get_attribute("xlink:href") or "")
        self.images.append((self.parts.get(place, b""), ""))
        return f'<img src="lintas:{len(self.images) - 1}">'


def _wrapped(tag: str, inside: str, dress: str) -> str:
    if tag == "text:list":
        kind = "ol" if dress == "numbered" else "ul"
        return f"<{kind}>{inside}</{kind}>"
    if tag == "text:span":
        return _dressed(inside, dress)
    return f"<h1>{inside}</h1>" if dress == "Title" else f"<p>{_dressed(inside, dress)}</p>"


def _dressed(inside: str, dress: str) -> str:
    if "b" in dress and dress in ("b", "bi"):
        inside = f"<b>{inside}</b>"
    return f"<i>{inside}</i>" if dress in ("i", "bi") else inside
