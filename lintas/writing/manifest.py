"""What a tree holds: for each path the digest of its ingredients, of its bytes, and the file as `stat` saw it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lintas import packing

_FORMAT = "lintas-tree-2"


class Entry(NamedTuple):
    """One file. A named tuple, because ten thousand of them are read in every build."""

    made_from: str  # Output.digest
    sha256: str
    size: int
    mtime_ns: int
    inode: int


class Manifest(dict[str, Entry]):
    """Path → entry, of one tree."""

    @classmethod
    def read(cls, path: Path) -> Manifest:
        """The manifest kept at `path`; an empty one when it is missing, damaged or of another format."""
        try:
            value = packing.unseal(path.read_bytes())
        except (OSError, ValueError, EOFError, TypeError):
            value = None
        if not isinstance(value, tuple) or len(value) != 3 or value[0] != _FORMAT:
            return cls()
        return cls(zip(value[1], map(Entry._make, value[2]), strict=True))

    def write(self, path: Path) -> None:
        """Replace the file at `path` in one step."""
        draft = path.with_suffix(".new")
        draft.write_bytes(packing.seal((_FORMAT, list(self), list(map(tuple, self.values())))))
        os.replace(draft, path)

    @staticmethod
    def mark(path: Path) -> str:
        """A name of the tree whose manifest is kept at `path`: no two trees have the same; "" when there is none."""
        try:
            with path.open("rb") as file:
                return file.read(32).hex()  # the checksum that seals it, over times and inodes too
        except OSError:
            return ""

    def compare(self, tree: Path) -> tuple[set[str], bool]:
        """(paths whose file still is as recorded by size, time and inode; whether the tree holds anything else)."""
        intact: set[str] = set()
        strays = False
        for name, size, mtime_ns, inode in walk(tree):
            entry = self.get(name)
            if entry is not None and entry[2:] == (size, mtime_ns, inode):
                intact.add(name)
            else:
                strays = True
        return intact, strays


def walk(tree: Path) -> Iterator[tuple[str, int, int, int]]:
    """(relative POSIX path, size, mtime_ns, inode) of every regular file below `tree`; (path, -1, 0, 0) for others."""
    pending = [(str(tree), "")]
    while pending:
        folder, prefix = pending.pop()
        try:
            entries = os.scandir(folder)
        except OSError:
            continue
        with entries:
            for entry in entries:
                name = prefix + entry.name
                if entry.is_dir(follow_symlinks=False):
                    pending.append((entry.path, f"{name}/"))
                elif entry.is_file(follow_symlinks=False):
                    stat = entry.stat(follow_symlinks=False)
                    yield name, stat.st_size, stat.st_mtime_ns, stat.st_ino
                else:
                    yield name, -1, 0, 0
