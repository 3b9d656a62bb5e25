"""What all authored files share: front matter and body, and the shape of a file name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from lintas import prose
from lintas.diagnostics import Diagnostic, Span, fault
from lintas.formatting import slug
from lintas.model import Prose
from lintas.reader import Map, broken, decode, read_yaml, split_front_matter

TITLE_LIMIT = 200  # characters; search results and cards show far fewer
SUMMARY_LIMIT = 500

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
SYNONYMS = {
    "author": "orang",
    "category": "topik",
    "date": "tanggal",
    "description": "ringkasan",
    "deskripsi": "ringkasan",
    "gambar": "foto",
    "image": "foto",
    "kategori": "topik",
    "kontak": "narahubung",
    "lang": "bahasa",
    "location": "tempat",
    "lokasi": "tempat",
    "number": "nomor",
    "penulis": "orang",
    "summary": "ringkasan",
    "tag": "topik",
    "tags": "topik",
    "title": "judul",
    "updated": "diperbarui",
}


@dataclass(frozen=True, slots=True)
class Document:
    """A file taken apart: the map of its front matter, and the body with its first line (1-based)."""

    front: Map
    body: str
    first_line: int


def open_document(data: bytes, path: str, diagnostics: list[Diagnostic]) -> Document:
    """Read a Markdown file. Where front matter is missing altogether, no missing keys are reported on top of that."""
    text = decode(data, path)
    diagnostics.extend(text.diagnostics)
    if text.diagnostics and not text.value:
        return Document(Map(broken(), path, diagnostics), "", 0)
    parts = split_front_matter(text.value, path)
    diagnostics.extend(parts.diagnostics)
    source, line, body, first_line = parts.value
    if not source.strip() and parts.diagnostics:
        return Document(Map(broken(), path, diagnostics), body, first_line)
    node = read_yaml(source, path, first_line=line)
    diagnostics.extend(node.diagnostics)
    return Document(Map(node.value, path, diagnostics), body, first_line)


def open_yaml(data: bytes, path: str, diagnostics: list[Diagnostic]) -> Map:
    """Read a YAML file whose root is a mapping."""
    text = decode(data, path)
    diagnostics.extend(text.diagnostics)
    if text.diagnostics and not text.value:
        return Map(broken(), path, diagnostics)
    node = read_yaml(text.value, path)
    diagnostics.extend(node.diagnostics)
    return Map(node.value, path, diagnostics)


def convert(document: Document, language: str = "id", *, required: bool = True) -> Prose:
    """The body as HTML; an empty body is a fault where one is `required` and the file could be read at all."""
    front = document.front
    if not document.first_line:
        return Prose("")
    outcome = prose.convert(document.body, front.path, document.first_line, language)
    front.diagnostics.extend(outcome.diagnostics)
    if required and (not document.body.strip() or not (outcome.value.html.strip() or outcome.diagnostics)):
        front.diagnostics.append(fault("SIA104", Span(front.path, document.first_line)))
    return outcome.value


def file_slug(path: str, diagnostics: list[Diagnostic]) -> str:
    """The name of the file without its ending; it becomes the address and must fit into one."""
    stem = PurePosixPath(path).stem
    if not _SLUG.match(stem):
        diagnostics.append(fault("SIA103", Span(path), value=stem, hint=slug(stem)))
    return stem


def is_slug(text: str) -> bool:
    return _SLUG.match(text) is not None


def title(front: Map, fallback: str) -> str:
    """`judul` on one line; too long a title is a fault."""
    text = " ".join(front.text("judul", required=True).split())
    if len(text) > TITLE_LIMIT:
        front.report("SIA105", "judul", length=len(text), limit=TITLE_LIMIT)
    return text or fallback


def summary(front: Map) -> str:
    text = " ".join(front.text("ringkasan").split())
    if len(text) > SUMMARY_LIMIT:
        front.report("SIA106", "ringkasan", length=len(text), limit=SUMMARY_LIMIT)
    return text
