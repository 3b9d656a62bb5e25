"""Several files at once or none of them. Effects: writes below the portal's folder."""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Sequence
from pathlib import Path

from lintas.diagnostics import Diagnostic, Span, fault


def write_together(root: Path, files: Sequence[tuple[str, bytes]], *, force: bool = False) -> tuple[Diagnostic, ...]:
    """Write (path, bytes) under temporary names first, then put them in place. What is wrong otherwise.

    An existing file is an error (NAS101) unless `force`; even then a folder or a link is never written over.
    """
    for path, _ in files:
        place = root / path
        if os.path.lexists(place) and (not force or place.is_symlink() or not place.is_file()):
            return (fault("NAS101", Span(path)),)
        if not _inside(root, place):
            return (fault("NAS104", Span(path), sebab="foldernya menunjuk ke luar portal"),)
    staged: list[tuple[Path, Path]] = []
    path = ""
    try:
        for path, data in files:
            place = root / path
            place.parent.mkdir(parents=True, exist_ok=True)
            beside = place.with_name(f".{place.name}.{secrets.token_hex(4)}")
            staged.append((beside, place))
            with beside.open("xb") as file:
                file.write(data)
        for beside, place in staged:
            beside.replace(place)
    except OSError as error:
        for beside, _ in staged:
            with contextlib.suppress(OSError):
                beside.unlink()
        return (fault("NAS104", Span(path), sebab=error.strerror or error),)
    return ()


def _inside(root: Path, place: Path) -> bool:
    """Whether the folder really lies below the root, whatever links there are on the way."""
    try:
        return place.parent.resolve().is_relative_to(root.resolve())
    except OSError:
        return False
