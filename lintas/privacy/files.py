"""Which scan belongs to which file of a dataset or of the media folder. Effect: reads the files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath

from lintas.diagnostics import Diagnostic, Span, fault
from lintas.model import Dataset, Resource, Source
from lintas.privacy import documents
from lintas.privacy.columns import named_like_persons, small_cells
from lintas.privacy.masking import masked
from lintas.privacy.office import cell
from lintas.privacy.parts import Part, Unreadable
from lintas.privacy.pictures import has_place, is_picture, said
from lintas.privacy.tables import scan_csv
from lintas.privacy.texts import scan_pieces, scan_text

_TABLES = (".csv", ".tsv")
_PACKED = (".gz", ".bz2", ".xz", ".zip")
_MOST_TEXT = 300_000_000
_CLEANED = "content/media/"  # pictures from here are published without metadata


def scan_dataset(root: Path, dataset: Dataset, files: Sequence[Source]) -> tuple[Diagnostic, ...]:
    """Every file of the dataset folder, the descriptor among them; columns by what the descriptor says of them."""
    tables = {resource.path: resource for resource in dataset.resources if resource.tabular}
    found: list[Diagnostic] = []
    for source in files:
        resource = tables.get(source.path)
        if resource is not None:
            found += named_like_persons(resource, dataset.path)
        found += _scan(root, source, resource)
    return tuple(found)


def scan_media(root: Path, source: Source) -> tuple[Diagnostic, ...]:
    """One file of `content/media/`."""
    return tuple(_scan(root, source, None))


def scan_cells(path: str, cells: Iterable[tuple[str, object]]) -> tuple[Diagnostic, ...]:
    """(column, value) of a table in a format that is read elsewhere; whatever the reader raises is a finding."""
    trouble: list[Diagnostic] = []

    def texts() -> Iterator[tuple[str, str]]:
        try:
            yield from ((name, cell(value)) for name, value in cells)
        except Exception as error:  # a library meeting a broken file
            trouble.append(fault("PRI115", Span(path), note=type(error).__name__))

    return (*scan_pieces(texts(), path), *trouble)


def _scan(root: Path, source: Source, resource: Resource | None) -> Iterator[Diagnostic]:
    path, suffix = source.path, PurePosixPath(source.path).suffix.lower()
    if masked(path) != path:
        yield fault("PRI129", Span(path), value=masked(PurePosixPath(path).name))
    if not (root / path).is_file() or source.size > _MOST_TEXT:
        return
    if suffix in _TABLES or (suffix in _PACKED and resource is not None):
        # that a table cannot be opened is said, and why, where it is checked as a table
        yield from (found for found in scan_csv(root, path) if found.code != "PRI115" or resource is None)
        if resource is not None and suffix in _TABLES:
            yield from small_cells(root, resource)
    elif suffix in documents.SUFFIXES:
        document = _document(path, (root / path).read_bytes())
        yield from (found for found in document if found.code != "PRI115" or resource is None)
    elif is_picture(path):
        yield from _picture(path, (root / path).read_bytes(), cleaned=path.startswith(_CLEANED))
    elif suffix not in (*documents.OPAQUE, ".parquet"):
        yield from scan_text((root / path).read_bytes().replace(b"\0", b""), path)  # as UTF-8 or UTF-16
    if suffix in documents.OPAQUE:
        yield fault("PRI118", Span(path), kind=suffix.lstrip(".").upper())


def _document(path: str, data: bytes) -> Iterator[Diagnostic]:
    """What was read before the document gave out counts all the same."""
    reason = ""
    parts: list[Part] = []

    def texts() -> Iterator[tuple[str, str]]:
        nonlocal reason
        try:
            for part in documents.parts(path, data):
                if part.unseen or part.picture or part.located:
                    parts.append(part)
                yield part.where, part.text
                yield from ((part.where, text) for text in said(part.picture))
        except Unreadable as error:
            reason = str(error)

    yield from scan_pieces(texts(), path)
    unseen = [part.where for part in parts if part.unseen]
    if unseen:
        yield fault("PRI116", Span(path), count=len(unseen), first=unseen[0])
    located = [part.where for part in parts if part.located or (part.picture and has_place(part.picture))]
    if located:
        yield fault("PRI117", Span(path), count=len(located), where=masked(located[0]))
    if reason:
        yield fault("PRI115", Span(path), note=reason)


def _picture(path: str, data: bytes, *, cleaned: bool) -> Iterator[Diagnostic]:
    """`cleaned`: it will be published without its metadata, as those of `content/media/` are."""
    yield from scan_pieces((("metadata", text) for text in said(data)), path)
    if has_place(data):
        name = PurePosixPath(path).name
        yield fault("PRI114", Span(path)) if cleaned else fault("PRI117", Span(path), count=1, where=masked(name))
