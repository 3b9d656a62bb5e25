"""Word documents (.docx) → blocks: mammoth makes HTML of them, after the archive was guarded and its text boxes lifted
out of their drawings. Tracked changes are taken as accepted, comments are left out; both are said. Pure, on bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any
from xml.etree import ElementTree

from lintas.diagnostics import Diagnostic, Outcome, Span, fault
from lintas.importing import archives
from lintas.importing.hypertext import Dress, Walker
from lintas.importing.manuscript import Manuscript
from lintas.importing.pictures import take

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_WANTED = re.compile(
    r"\[Content_Types\]\.xml$|_rels/\.rels$|word/(?:[\w-]+\.xml|_rels/[\w.-]+\.rels|media/[^/]+|theme/[\w.-]+)$"
)
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='caption'] => p.takarir:fresh
p[style-name='Caption'] => p.takarir:fresh
strike => span
u => span
"""


def read_word(data: bytes, name: str) -> Outcome[Manuscript | None]:
    """Read a document. Refused is left to the caller; whatever else a damaged file sets off becomes NAS111."""
    parts = archives.parts(data, lambda entry: _WANTED.match(entry) is not None)
    try:
        tree = ElementTree.fromstring(parts["word/document.xml"])
        remarks = _remarks(tree, parts, name)
        if _STRICT not in parts["word/document.xml"][:4000]:
            _lift_boxes(tree)
            parts["word/document.xml"] = ElementTree.tostring(tree, encoding="utf-8", xml_declaration=True)
        html, images = _html(parts)
        return _blocks(html, images, (remarks, _margins(parts)), name)
    except RecursionError:
        return Outcome(None, (fault("NAS117", Span(name)),))
    except Exception as error:  # mammoth raises whatever it stumbles over in a damaged document
        return Outcome(None, (fault("NAS111", Span(name), sebab=f"susunannya rusak ({type(error).__name__})"),))


def _html(parts: dict[str, bytes]) -> tuple[str, list[tuple[bytes, str]]]:
    import mammoth

    images: list[tuple[bytes, str]] = []

    def keep(image: Any) -> dict[str, str]:
        try:
            with image.open() as stream:
                images.append((stream.read(), image.content_type or ""))
        except Exception:  # the picture is missing in the archive, or lies outside of it
            images.append((b"", ""))
        return {"src": f"lintas:{len(images) - 1}"}

    clean = io.BytesIO()
    with zipfile.ZipFile(clean, "w") as archive:
        for entry, content in parts.items():
            archive.writestr(entry, content)
    clean.seek(0)
    made = mammoth.convert_to_html(
        clean, style_map=_STYLES, convert_image=mammoth.images.img_element(keep), include_embedded_style_map=False
    )
    return made.value, images


def _blocks(
    html: str, images: list[tuple[bytes, str]], extra: tuple[list[Diagnostic], list[str]], name: str
) -> Outcome[Manuscript | None]:
    from bs4 import BeautifulSoup

    from lintas.importing.pictures import renumbered

    soup = BeautifulSoup(html, "html.parser")
    notes = _footnotes(soup)
    walker = Walker()
    walker.enter(soup, Dress(), 0)
    walker.flush()
    remarks, margins = extra
    taken = take(images, name)
    blocks = renumbered(walker.blocks, taken.places)
    paper = Manuscript(tuple(blocks), taken.pictures, (*remarks, *taken.remarks), tuple(margins), notes=notes)
    return Outcome(paper)


def _footnotes(soup: Any) -> tuple[str, ...]:
    """Notes out of the list at the end; their marks become elements that `hypertext` knows."""
    from lintas.importing.manuscript import escaped

    notes = []
    for item in soup.find_all("li", id=re.compile(r"^(?:foot|end)note-")):
        mark = soup.find("a", href="#" + item["id"])
        for back in item.find_all("a", href=re.compile(r"^#(?:foot|end)note-ref")):
            back.extract()
        if mark is None:
            continue
        notes.append(escaped(" ".join(item.get_text(" ").split())))
        mark.name, mark.attrs = "note", {"n": str(len(notes))}
        mark.string = ""
        parent = item.parent
        item.extract()
        if parent is not None and not parent.find("li"):
            parent.extract()
    return tuple(notes)


def _remarks(tree: ElementTree.Element, parts: dict[str, bytes], name: str) -> list[Diagnostic]:
    """What is said of changes, comments and things that are no text."""
    count = {
        tag: sum(1 for _ in tree.iter(tag))
        for tag in (f"{_W}ins", f"{_W}del", f"{_W}moveFrom", f"{_M}oMath", f"{_W}object")
    }
    found = []
    changes = count[f"{_W}ins"] + count[f"{_W}del"] + count[f"{_W}moveFrom"]
    if changes:
        found.append(fault("NAS216", Span(name), jumlah=changes))
    comments = len(re.findall(rb"<w:comment\s", parts.get("word/comments.xml", b"")))
    if comments:
        found.append(fault("NAS217", Span(name), jumlah=comments))
    lost = count[f"{_M}oMath"] + count[f"{_W}object"]
    if lost:
        found.append(fault("NAS219", Span(name), jumlah=lost))
    return found


def _margins(parts: dict[str, bytes]) -> list[str]:
    """Words of page headers and footers: letterheads, which are no part of the text."""
    found = []
    for entry in sorted(parts):
        if re.match(r"word/(?:header|footer)\d*\.xml$", entry):
            root = ElementTree.fromstring(parts[entry])
            text = " ".join("".join(node.text or "" for node in root.iter(f"{_W}t")).split())
            found += [text] if text and text not in found else []
    return found


def _lift_boxes(tree: ElementTree.Element) -> None:
    """The paragraphs of a text box come behind the paragraph that anchors it, once, whichever way it is stored."""
    for parent in list(tree.iter()):
        if parent.tag not in (f"{_W}body", f"{_W}tc", f"{_W}sdtContent"):
            continue
        for paragraph in list(parent):
            boxes = _boxes(paragraph) if paragraph.tag == f"{_W}p" else []
            at = list(parent).index(paragraph) + 1
            for box in boxes:
                for child in list(box):
                    parent.insert(at, child)
                    at += 1
    for wrap in tree.iter(f"{_MC}AlternateContent"):
        choice = wrap.find(f"{_MC}Choice")
        if choice is not None and wrap.find(f"{_MC}Fallback") is None:
            choice.tag = f"{_MC}Fallback"


def _boxes(paragraph: ElementTree.Element) -> list[ElementTree.Element]:
    """The contents of the boxes of a paragraph, taken out of it; of an alternative only the first."""
    found: list[ElementTree.Element] = []
    for wrap in list(paragraph.iter(f"{_MC}AlternateContent")):
        inside = list(wrap.iter(f"{_W}txbxContent"))
        if inside:
            first = wrap[0]
            found += list(first.iter(f"{_W}txbxContent")) or inside[:1]
            wrap.clear()
    for drawing in list(paragraph.iter()):
        for child in list(drawing):
            if child.tag == f"{_W}txbxContent":
                found.append(child)
                drawing.remove(child)
    return found
