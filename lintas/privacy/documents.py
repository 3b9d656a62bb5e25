"""What attachments hold: texts, pictures within them, pages that nothing can be read from.

Effect: none, works on bytes. Bounded in size; a file that lies is not opened. pypdf is imported where it is needed.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

from lintas.privacy import office, recordings
from lintas.privacy.parts import Part, Unreadable

SUFFIXES = (".pdf", *office.SUFFIXES, *recordings.SUFFIXES)
OPAQUE = (
    *recordings.SUFFIXES,
    ".doc",
    ".xls",
    ".ppt",
    ".rtf",
    ".rar",
    ".7z",
    ".sqlite",
    ".db",
    ".dbf",
    ".shp",
    ".gpkg",
)
_MOST_PAGES = 1_000


def parts(path: str, data: bytes) -> Iterator[Part]:
    """The parts of a document, as far as it can be read. Raises `Unreadable`."""
    suffix = path.lower()
    try:
        if suffix.endswith(office.SUFFIXES):
            yield from office.parts(suffix, data)
        elif suffix.endswith(".pdf"):
            yield from _pdf(data)
        elif suffix.endswith(recordings.SUFFIXES):
            yield from recordings.parts(suffix, data)
    except Unreadable:
        raise
    except Exception as error:  # the libraries raise whatever a broken file makes them meet
        raise Unreadable(type(error).__name__) from error


def pieces(path: str, data: bytes) -> Iterator[tuple[str, str]]:
    """(where, text) of the parts that have a text."""
    for part in parts(path, data):
        if part.text:
            yield part.where, part.text


def _pdf(data: bytes) -> Iterator[Part]:
    import logging

    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = pypdf.PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise Unreadable("password")
    yield from _about_pdf(reader)
    for number, page in enumerate(reader.pages, 1):
        if number > _MOST_PAGES:
            raise Unreadable(f"> {_MOST_PAGES}")
        text = page.extract_text()
        yield Part(str(number), text, unseen=not text.strip() and "/XObject" in (page.get("/Resources") or {}))
        yield Part(str(number), "\n".join(_annotations(page)))
    for picture in _pictures(data):
        yield Part("PDF", picture=picture)


def _about_pdf(reader: object) -> Iterator[Part]:
    """Properties, XMP, bookmarks, what was typed into forms, and the files that hang on it."""
    import pypdf

    assert isinstance(reader, pypdf.PdfReader)
    for name, value in sorted((reader.metadata or {}).items()):
        yield Part(str(name).lstrip("/"), str(value))
    xmp = reader.root_object.get("/Metadata")
    if xmp is not None:
        yield Part("XMP", xmp.get_object().get_data().decode("utf-8", "replace"))
    yield Part("", "\n".join(_titles(reader.outline)))
    for name, value in sorted((reader.get_form_text_fields() or {}).items()):
        yield Part(name, str(value or ""))
    for name, files in sorted(reader.attachments.items()):
        for content in files:
            yield from embedded(name, content)


def _titles(outline: object) -> Iterator[str]:
    for item in outline if isinstance(outline, list) else ():
        yield from _titles(item) if isinstance(item, list) else (str(getattr(item, "title", "")),)


def _annotations(page: object) -> Iterator[str]:
    """Notes, replies and addresses of links."""
    from pypdf import PageObject

    assert isinstance(page, PageObject)
    for reference in page.get("/Annots") or ():
        note = reference.get_object()
        action = note.get("/A")
        target = action.get_object().get("/URI") if action is not None else None
        yield from (str(value) for value in (note.get("/Contents"), note.get("/T"), note.get("/V"), target) if value)


def _pictures(data: bytes) -> Iterator[bytes]:
    """JPEG files as they lie in a PDF."""
    start = data.find(b"\xff\xd8\xff")
    while start >= 0:
        end = data.find(b"endstream", start)
        yield data[start : end if end >= 0 else len(data)]
        start = data.find(b"\xff\xd8\xff", max(end, start + 3))


def embedded(name: str, data: bytes) -> Iterator[Part]:
    """A file within a document: looked through when it is of a known kind, taken as text otherwise."""
    if name.lower().endswith(SUFFIXES):
        yield from parts(name, data)
    else:
        yield Part(name, data.replace(b"\0", b"").decode("utf-8", "replace"))
