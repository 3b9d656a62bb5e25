"""The staging tree: prepared beside the live one, then swapped with it.

Two trees take turns. The one that is not live is the tree of the build before; bringing it up to date costs only what
has changed since. They share no file: hosts refuse trees with hard links.
"""

from __future__ import annotations

import contextlib
import functools
import itertools
import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import IO

from lintas.writing.exchange import recover, swap
from lintas.writing.manifest import Entry, Manifest

try:
    import fcntl
except ImportError:  # Windows: two builds of one folder at the same time are not guarded against there
    fcntl = None  # type: ignore[assignment]

Stat = tuple[int, int, int]  # size, mtime_ns, inode

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
MARK = ".nojekyll"  # every tree of ours has it, with these bytes, so that no foreign folder is ever replaced
MARK_BYTES = b"lintas\n"


class OutputRefused(Exception):
    """The output folder is not ours to replace; `reason` is "file" or "nonempty"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Staging:
    """The live tree at `output`, its manifest, and the tree in preparation beside it. Close it to free the lock."""

    def __init__(self, output: Path) -> None:
        self.output = output
        self.side = output.parent / f".{output.name}.lintas"
        self.tree = self.side / "tree"
        self._aside = self.side / "aside"
        self._live_manifest = self.side / "live"
        self._tree_manifest = self.side / "staged"
        self._refuse_foreign()
        self._lock = self._take_lock()
        recover(output, self._aside)  # not before: another build may be between its two renames
        self.live = Manifest.read(self._live_manifest)
        self.intact, self.strays = self.live.compare(output)

    @classmethod
    def recover(cls, output: Path) -> None:
        """Bring back the tree of a build that was killed while it swapped, whatever else this build will do."""
        if (output.parent / f".{output.name}.lintas" / "aside").exists():
            cls(output).close()

    def _refuse_foreign(self) -> None:
        if self.output.is_symlink() or (self.output.exists() and not self.output.is_dir()):
            raise OutputRefused("file")
        mark = self.output / MARK
        ours = mark.is_file() and mark.read_bytes() == MARK_BYTES
        if self.output.is_dir() and not ours and any(self.output.iterdir()):
            raise OutputRefused("nonempty")

    def _take_lock(self) -> IO[bytes]:
        self.side.mkdir(parents=True, exist_ok=True)
        lock = open(self.side / "lock", "wb")  # noqa: SIM115 - held until `close`
        if fcntl is not None:
            fcntl.flock(lock, fcntl.LOCK_EX)
        return lock

    def close(self) -> None:
        self._lock.close()

    def untouched(self) -> bool:
        """Whether the live tree holds exactly what the last build put there."""
        return not self.strays and len(self.intact) == len(self.live)

    def mark(self) -> str:
        """The name of the live tree."""
        return Manifest.mark(self._live_manifest)

    def prepare(self, kept: Iterable[str]) -> Manifest:
        """Make the staging tree hold exactly the `kept` paths, as the live tree has them, ready for new files.

        Returns their entries, with the times and inodes of the staging tree.
        """
        staged = Manifest.read(self._tree_manifest) if self.tree.is_dir() else Manifest()
        self._tree_manifest.unlink(missing_ok=True)  # until it is whole again, the tree must not be trusted
        if not staged and self.tree.exists():
            shutil.rmtree(self.tree)
        self.tree.mkdir(parents=True, exist_ok=True)
        names = set(kept)
        for name in sorted(staged.keys() - names):
            self._remove(name)
        lacking = tuple(name for name in sorted(names) if not _same(staged.get(name), self.live[name]))
        copied = dict(zip(lacking, copy(str(self.output), str(self.tree), lacking), strict=True))
        return Manifest(
            (name, Entry(*self.live[name][:2], *copied[name]) if name in copied else staged[name])
            for name in sorted(names)
        )

    def _remove(self, name: str) -> None:
        (self.tree / name).unlink(missing_ok=True)
        folder = os.path.dirname(name)
        with contextlib.suppress(OSError):  # a folder that is not empty ends the climb
            while folder:
                os.rmdir(self.tree / folder)
                folder = os.path.dirname(folder)

    def promote(self, manifest: Manifest) -> bool:
        """Swap the finished staging tree with the live one; on any failure the live tree stays as it was.

        Whether there is a second tree now; where there is none, `mirror` makes it.
        """
        previous = self.live if self.untouched() else Manifest()
        self._live_manifest.unlink(missing_ok=True)
        swap(self.tree, self.output, self._aside)
        manifest.write(self._live_manifest)
        self.live = manifest
        if previous:
            previous.write(self._tree_manifest)
            return True
        if self.tree.is_dir():
            shutil.rmtree(self.tree)
        return False

    def mirror(
        self, each: Callable[[Callable[[tuple[str, ...]], list[Stat]], list[str]], Iterable[list[Stat]]]
    ) -> None:
        """Copy the live tree into the second, so that the first edit need not. `each` runs a function over chunks."""
        names = list(self.live)
        made = each(functools.partial(copy, str(self.output), str(self.tree)), names)
        stats = itertools.chain.from_iterable(made)
        twin = Manifest((n, Entry(*self.live[n][:2], *stat)) for n, stat in zip(names, stats, strict=True))
        twin.write(self._tree_manifest)


def _same(staged: Entry | None, live: Entry) -> bool:
    """Whether two trees hold the same bytes, made from the same."""
    return staged is not None and staged[:2] == live[:2]


def copy(source: str, target: str, names: Iterable[str]) -> list[Stat]:
    """Copy files from one tree into another."""
    folders: set[str] = set()
    stats = []
    for name in names:
        with open(f"{source}/{name}", "rb") as file:
            stats.append(put(target, name, file.read(), folders))
    return stats


def _make_folder(target: str, known: set[str]) -> None:
    folder = target.rpartition("/")[0]
    if folder in known:
        return
    try:
        os.mkdir(folder)
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)
    known.add(folder)


def put(tree: str, name: str, data: bytes, known: set[str]) -> Stat:
    """Write a new file into the staging tree; returns (size, mtime_ns, inode). `known` remembers existing folders."""
    target = f"{tree}/{name}"
    _make_folder(target, known)
    try:
        handle = os.open(target, _NEW, 0o644)
    except FileExistsError:
        os.unlink(target)
        handle = os.open(target, _NEW, 0o644)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        stat = os.fstat(handle)
    finally:
        os.close(handle)
    return stat.st_size, stat.st_mtime_ns, stat.st_ino
