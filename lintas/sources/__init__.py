"""Find, classify and hash what a portal is made of (effects: reads the folders, the files and the clock).

The clock only decides whether a file's time stamp can be trusted, never what is found. Nothing is followed out of the
root: symbolic links are refused, folders are walked by name in sorted order.
"""

from __future__ import annotations

import hashlib
import os
import stat
import time
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lintas.diagnostics import Diagnostic, Outcome, Span, fault
from lintas.model import Source
from lintas.sources import placement

TOPS = ("content", "datasets", "theme")
_COARSE, _FINE = 2_000_000_000, 50_000_000  # ns: FAT keeps two seconds, others at most a timer tick
_Stamp = tuple[int, int, int, int, str]  # size, mtime ns, ctime ns, inode, SHA-256


@dataclass(frozen=True, slots=True)
class StatIndex:
    """What was known of each file when it was last read, so that unchanged files need not be read again.

    `taken` is the time (ns) at which that look began. A file whose mtime is not clearly older may have been written
    again within the same tick of the file system's clock without a trace, so it is read again (as git does).
    """

    taken: int = 0
    stamps: dict[str, _Stamp] = field(default_factory=dict)

    def to_plain(self) -> tuple[int, dict[str, _Stamp]]:
        return self.taken, self.stamps

    @classmethod
    def from_plain(cls, value: object) -> StatIndex:
        """The index in `value`, or an empty one for anything that is not an index."""
        if isinstance(value, tuple) and len(value) == 2 and isinstance(value[0], int) and isinstance(value[1], dict):
            return cls(value[0], value[1])
        return cls()

    def digest(self, path: str, status: os.stat_result) -> str:
        """The known SHA-256 of the file, or "" when it must be read."""
        known = self.stamps.get(path)
        if known is None:
            return ""
        mtime = status.st_mtime_ns
        margin = _FINE if mtime % 1_000_000_000 else _COARSE
        now = (status.st_size, mtime, status.st_ctime_ns, status.st_ino)
        return known[4] if known[:4] == now and mtime < self.taken - margin else ""


def discover(
    root: Path, index: StatIndex, *, clock: Callable[[], int] = time.time_ns
) -> tuple[Outcome[tuple[Source, ...]], StatIndex]:
    """All sources below `root`, sorted by path, and the index for the next look.

    Only I/O can fail here, and names: KFG301 symbolic link, KFG302 unreadable, KFG303 to KFG306 names that other
    systems cannot hold, KFG307 (warning) a file no step reads, KFG308 too large, KFG309 neither file nor folder.
    What was refused is not among the sources.
    """
    taken = clock()
    found: list[Diagnostic] = []
    sources: list[Source] = []
    stamps: dict[str, _Stamp] = {}
    for path, status in _files(root, found):
        kind = placement.kind(path)
        digest = index.digest(path, status) if kind else ""
        if digest:
            sources.append(Source(path, kind, digest, status.st_size))
            stamps[path] = index.stamps[path]
        elif problem := placement.problem(path, status.st_size):
            found.append(problem)
        elif stamp := _hash(root, path, found):
            sources.append(Source(path, kind, stamp[4], stamp[0]))
            stamps[path] = stamp
    sources.sort(key=lambda source: source.path)
    found += _twins(sources)
    return Outcome(tuple(sources), tuple(found)), StatIndex(taken, stamps)


def _files(root: Path, found: list[Diagnostic]) -> Iterator[tuple[str, os.stat_result]]:
    """Every regular file below the three folders, with its status."""
    folders = [top for top in TOPS if _is_folder(root / top, top, found)]
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(root / folder) as entries:
                for entry in entries:
                    if not placement.ignored(entry.name):
                        yield from _entry(entry, f"{folder}/{entry.name}", folders, found)
        except OSError as error:
            found.append(_unreadable(folder, error))


def _entry(
    entry: os.DirEntry[str], path: str, folders: list[str], found: list[Diagnostic]
) -> Iterator[tuple[str, os.stat_result]]:
    try:
        status = entry.stat(follow_symlinks=False)
    except OSError as error:
        found.append(_unreadable(path, error))
        return
    mode = status.st_mode
    if stat.S_ISREG(mode):
        yield path, status
    elif stat.S_ISDIR(mode) and not _is_junction(status):
        if len(path) <= placement.PATH:
            folders.append(path)
        else:
            found.append(fault("KFG305", Span(placement.shown(path)), limit=placement.PATH))
    else:
        found.append(_refused(path, status))


def _is_folder(path: Path, name: str, found: list[Diagnostic]) -> bool:
    try:
        status = path.lstat()
    except FileNotFoundError:
        return False
    except OSError as error:
        found.append(_unreadable(name, error))
        return False
    if stat.S_ISDIR(status.st_mode) and not _is_junction(status):
        return True
    found.append(_refused(name, status))
    return False


def _refused(path: str, status: os.stat_result) -> Diagnostic:
    link = stat.S_ISLNK(status.st_mode) or _is_junction(status)
    return fault("KFG301" if link else "KFG309", Span(placement.shown(path)))


def _is_junction(status: os.stat_result) -> bool:
    """A folder of Windows that points elsewhere."""
    return bool(getattr(status, "st_reparse_tag", 0) == getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", -1))


def _hash(root: Path, path: str, found: list[Diagnostic]) -> _Stamp | None:
    """Read the file; its status is taken from what was opened, so that a file swapped meanwhile is not misjudged."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        with open(os.open(root / path, flags), "rb") as file:
            status = os.fstat(file.fileno())
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        found.append(_unreadable(path, error))
        return None
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino, digest


def _twins(sources: list[Source]) -> Iterator[Diagnostic]:
    """Paths that differ only in case or in the form of an accented letter: one file on Windows and macOS."""
    if len({source.path.casefold() for source in sources}) == len(sources) and all(s.path.isascii() for s in sources):
        return
    first: dict[str, str] = {}
    for source in sources:
        other = first.setdefault(unicodedata.normalize("NFC", source.path).casefold(), source.path)
        if other != source.path:
            yield fault("KFG306", Span(source.path), related=(Span(other),), other=other)


def _unreadable(path: str, error: OSError) -> Diagnostic:
    return fault("KFG302", Span(placement.shown(path)), reason=error.strerror or type(error).__name__)


class SourceChanged(Exception):
    """A file is no longer what discovery saw; what is read of it now must not enter the cache."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


def read(root: str, source: Source) -> bytes:
    """The bytes of a source as discovery saw them. Raises `SourceChanged`."""
    try:
        data = Path(root, source.path).read_bytes()
    except OSError as error:
        raise SourceChanged(source.path) from error
    if hashlib.sha256(data).hexdigest() != source.digest:
        raise SourceChanged(source.path)
    return data
