"""`check --fix`: the safe replacements of the proof-reader, written into the files (effects: reads and writes them).

Each file is written whole beside its old self and takes its place in one step, so that nobody ever sees half of it. A
file that is no clean UTF-8, or that somebody saves meanwhile, is left alone.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lintas import sources
from lintas.diagnostics import Diagnostic, Outcome, Span, fault
from lintas.model import Source
from lintas.proofreading import NO_TERMS, Terms, load_terms, mend
from lintas.reader import decode
from lintas.sources import StatIndex

KINDS = ("siaran", "halaman")
_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Correction:
    """A file that was changed, and what was changed in it."""

    path: str
    changes: tuple[Diagnostic, ...]


def correct(root: Path, paths: Sequence[str] = ()) -> Outcome[tuple[Correction, ...]]:
    """Mend the releases and pages of a portal, those below `paths` alone when there are any."""
    found, _ = sources.discover(root, StatIndex())
    terms = own_terms(root, found.value)
    done: list[Correction] = []
    problems: list[Diagnostic] = []
    for source in found.value:
        if source.kind in KINDS and (not paths or any(within(source.path, path) for path in paths)):
            try:
                correction = _correct(root, source.path, terms)
            except OSError as error:
                problems.append(fault("MES102", Span(source.path), reason=error.strerror or error))
                continue
            if correction:
                done.append(correction)
    return Outcome(tuple(done), tuple(problems))


def within(path: str, folder: str) -> bool:
    return path == folder or path.startswith(f"{folder.rstrip('/')}/")


def own_terms(root: Path, found: Sequence[Source]) -> Terms:
    own = next((source for source in found if source.kind == "istilah"), None)
    return load_terms(sources.read(str(root), own), own.path).value if own else NO_TERMS


def _correct(root: Path, path: str, terms: Terms) -> Correction | None:
    """One file. Line ends and byte order mark stay as they are; a file with mixed line ends is left alone."""
    data = (root / path).read_bytes()
    decoded = decode(data, path)
    bare = data.removeprefix(_MARK)
    windows = bare.count(b"\r\n")
    if decoded.diagnostics or bare.count(b"\r") != windows or (windows and windows != bare.count(b"\n")):
        return None
    if decoded.value.encode() != bare.replace(b"\r\n", b"\n"):
        return None
    mended = mend(decoded.value, path, terms)
    if not mended.changes:
        return None
    text = mended.text.encode()
    after = data[: len(data) - len(bare)] + (text.replace(b"\n", b"\r\n") if windows else text)
    return Correction(path, mended.changes) if _replace(root / path, data, after) else None


def _replace(path: Path, before: bytes, after: bytes) -> bool:
    """Put `after` in the place of the file, unless it is no longer what was read."""
    mode = path.stat().st_mode
    handle, draft = tempfile.mkstemp(prefix=".lintas-", dir=path.parent)
    try:
        with open(handle, "wb") as file:
            file.write(after)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(draft, mode & 0o7777)
        if path.read_bytes() != before:
            return False
        os.replace(draft, path)
        return True
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(draft)
