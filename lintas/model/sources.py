"""What stands in files: a reference with its place, and a file with its digest."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference as an author typed it, with the place where it stands (1-based; 0 = unknown)."""

    text: str
    line: int = 0
    column: int = 0


NOWHERE = Ref("")  # no reference


@dataclass(frozen=True, slots=True)
class Source:
    """A file below the portal root. `path` is POSIX and relative; `digest` is SHA-256 in hex of its bytes."""

    path: str
    kind: str  # settings, siaran, halaman, instansi, topik, media, dataset, theme
    digest: str
    size: int  # bytes
