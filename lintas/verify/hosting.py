"""What GitHub Pages, an upload and other file systems accept: sizes, names, names that differ by case (pure)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from lintas.diagnostics import Diagnostic, Span, fault, finding

LIMIT_FILE = 100 * 1024 * 1024  # GitHub refuses larger files
LIMIT_TREE = 1024 * 1024 * 1024  # GitHub Pages: published sites may be no larger than 1 GB
LIMIT_PATH = 240  # bytes; with the folder of a clone or an archive before it, Windows gives up at 260
_REFUSED = re.compile(r'[\x00-\x1f\x7f"<>|*?:\\]|[. ](?:/|$)')


def limits(sizes: Mapping[str, int]) -> Iterator[Diagnostic]:
    """Faults where the tree passes what GitHub Pages accepts."""
    for path, size in sorted(sizes.items()):
        if size > LIMIT_FILE:
            yield finding("LUA204", Span(path), _megabytes(size, LIMIT_FILE))
    whole = sum(sizes.values())
    if whole > LIMIT_TREE:
        yield finding("LUA205", Span(""), _megabytes(whole, LIMIT_TREE))


def _megabytes(size: int, limit: int) -> dict[str, object]:
    """Both in MB, rounded away from each other so that the size always reads as the larger."""
    return {"size": str(-(-size // 1_000_000)), "limit": str(limit // 1_000_000)}


def names(paths: Iterable[str]) -> Iterator[Diagnostic]:
    """Names that an upload refuses, that are too long, or that another file system takes for one another."""
    folded: dict[str, str] = {}
    for path in sorted(paths):
        same = unicodedata.normalize("NFC", path)
        if _REFUSED.search(path) or same != path or "\ufffd" in path or not path.isprintable():
            yield fault("LUA231", Span(path))
        if len(path.encode("utf-8", "replace")) > LIMIT_PATH:
            yield fault("LUA232", Span(path), limit=LIMIT_PATH)
        first = folded.setdefault(same.casefold(), path)
        if first != path:
            yield fault("LUA233", Span(path), related=(Span(first),), other=first)
