"""The staging tree: prepared beside the live one, then swapped with it.

Two trees take turns. The one that is not live is the tree of the build before; bringing it up to date costs only what
has changed since, and files that did not change are shared by hard link. Every write makes a new file, because a
write in place would reach into the live tree through the link.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import IO

from lintas.writing.exchange import recover, swap
from lintas.writing.manifest import Manifest

try:
    import fcntl
except ImportError:  # Windows: two builds of one folder at the same time are not guarded against there
    fcntl = None  # type: ignore[assignment]

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

    def prepare(self, kept: Iterable[str]) -> None:
        """Make the staging tree hold exactly the `kept` paths, as the live tree has them, ready for new files."""
        staged = Manifest.read(self._tree_manifest) if self.tree.is_dir() else Manifest()
        self._tree_manifest.unlink(missing_ok=True)  # until it is whole again, the tree must not be trusted
        if not staged and self.tree.exists():
            shutil.rmtree(self.tree)
        self.tree.mkdir(parents=True, exist_ok=True)
        names = set(kept)
        for name in sorted(staged.keys() - names):
            self._remove(name)
        folders: set[str] = set()
        for name in sorted(names):
            if staged.get(name) != self.live[name]:
                self._link(name, folders)

    def _link(self, name: str, folders: set[str]) -> None:
        source, target = f"{self.output}/{name}", f"{self.tree}/{name}"
        _make_folder(target, folders)
        try:
            os.link(source, target)
        except FileExistsError:
            os.unlink(target)
            self._link(name, folders)
        except OSError:  # a file system without hard links
            shutil.copy2(source, target)

    def _remove(self, name: str) -> None:
        (self.tree / name).unlink(missing_ok=True)
        folder = os.path.dirname(name)
        with contextlib.suppress(OSError):  # a folder that is not empty ends the climb
            while folder:
                os.rmdir(self.tree / folder)
                folder = os.path.dirname(folder)

    def promote(self, manifest: Manifest) -> None:
        """Swap the finished staging tree with the live one; on any failure the live tree stays as it was."""
        previous = self.live if self.untouched() else Manifest()
        self._live_manifest.unlink(missing_ok=True)
        swap(self.tree, self.output, self._aside)
        manifest.write(self._live_manifest)
        self.live = manifest
        if previous:
            previous.write(self._tree_manifest)
            return
        if self.tree.is_dir():
            shutil.rmtree(self.tree)
        self.prepare(manifest)  # a first build pays for the second tree, so that the first edit need not
        manifest.write(self._tree_manifest)


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


def put(tree: str, name: str, data: bytes, known: set[str]) -> tuple[int, int, int]:
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
