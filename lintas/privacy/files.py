"""Which scan belongs to which file of a dataset or of the media folder. Effect: reads the files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from lintas.diagnostics import Diagnostic, Span, fault
from lintas.model import Dataset, Resource, Source
from lintas.privacy import documents
from lintas.privacy.columns import named_like_persons, small_cells
from lintas.privacy.masking import masked
from lintas.privacy.pictures import has_place, is_picture, said
from lintas.privacy.tables import scan_csv
from lintas.privacy.texts import scan_pieces, scan_text

_TABLES = (".csv", ".tsv")
_PACKED = (".gz", ".bz2", ".xz", ".zip")
_TEXTS = tuple(".md .txt .json .jsonl .ndjson .geojson .topojson .xml .html .svg .vtt .yaml .yml".split())
_MOST_TEXT = 300_000_000


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


def _scan(root: Path, source: Source, resource: Resource | None) -> Iterator[Diagnostic]:
    path, suffix = source.path, PurePosixPath(source.path).suffix.lower()
    if masked(path) != path:
        yield fault("PRI129", Span(path), value=masked(PurePosixPath(path).name))
    if not (root / path).is_file() or source.size > _MOST_TEXT:
        return
    if suffix in _TABLES or (suffix in _PACKED and resource is not None):
        yield from scan_csv(root, path)
        if resource is not None and suffix in _TABLES:
            yield from small_cells(root, resource)
    elif suffix in _TEXTS:
        yield from scan_text((root / path).read_bytes(), path)
    elif suffix in documents.SUFFIXES:
        yield from _document(path, (root / path).read_bytes())
    elif is_picture(path):
        yield from _picture(path, (root / path).read_bytes())


def _document(path: str, data: bytes) -> Iterator[Diagnostic]:
    """What was read before the document gave out counts all the same."""
    reason = ""

    def parts() -> Iterator[tuple[str, str]]:
        nonlocal reason
        try:
            yield from documents.pieces(path, data)
        except documents.Unreadable as error:
            reason = str(error)

    yield from scan_pieces(parts(), path)
    if reason:
        yield fault("PRI115", Span(path), note=reason)


def _picture(path: str, data: bytes) -> Iterator[Diagnostic]:
    yield from scan_pieces((("metadata", text) for text in said(data)), path)
    if has_place(data):
        yield fault("PRI114", Span(path))
