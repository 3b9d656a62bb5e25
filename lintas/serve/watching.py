"""Which source files are there, and whether any changed since the last look (effect: reads file times)."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

Snapshot = dict[str, tuple[int, int]]


def snapshot(folders: Iterable[Path]) -> Snapshot:
    """Path → (change time in ns, bytes) of every file below the folders, without what editors keep for themselves."""
    seen: Snapshot = {}
    waiting = [str(folder) for folder in folders]
    while waiting:
        try:
            entries = list(os.scandir(waiting.pop()))
        except OSError:
            continue
        for entry in entries:
            if entry.name.startswith((".", "#")) or entry.name.endswith(("~", ".swp", ".tmp")):
                continue
            try:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                else:
                    status = entry.stat(follow_symlinks=False)
                    seen[entry.path] = (status.st_mtime_ns, status.st_size)
            except OSError:
                continue
    return seen


@dataclass(slots=True)
class Watch:
    """Remembers the last look. A change counts once it has settled: two looks in a row that agree."""

    folders: tuple[Path, ...]
    built: Snapshot
    last: Snapshot

    @classmethod
    def of(cls, folders: tuple[Path, ...]) -> Watch:
        first = snapshot(folders)
        return cls(folders, first, first)

    def settled_change(self) -> bool:
        """Whether there is something new to build; asking answers True only once for each change."""
        now = snapshot(self.folders)
        settled = now == self.last
        self.last = now
        if not settled or now == self.built:
            return False
        self.built = now
        return True
