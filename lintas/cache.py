"""Content-addressed store of what pure steps returned (effect: one SQLite file below `.lintas/`).

A key is built by the caller from step, path, content digest and options; the engine digest guards the whole store: a
different engine, Python or library set starts from an empty one. Losing the file costs time, never correctness.
"""

from __future__ import annotations

import functools
import hashlib
import os
import sqlite3
import sys
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from lintas import packing

FOLDER = ".lintas"
_READ = (
    ".csv",
    ".json",
    ".mjs",
    ".py",
    ".ttf",
    ".txt",
    ".typ",
)  # the engine's own files that it reads
_SCHEMA = """
CREATE TABLE IF NOT EXISTS records (step TEXT, key TEXT, value BLOB, PRIMARY KEY (step, key));
CREATE TABLE IF NOT EXISTS bodies (key TEXT PRIMARY KEY, value BLOB);
"""


class StoreDamaged(Exception):
    """The store holds something that it was not given, or misses what it should hold: it must be thrown away."""


class Store:
    """Records (small, read together) and bodies (large, read one by one). Use `Store.open`.

    Each value carries a checksum, because SQLite does not notice a damaged one. Raises `StoreDamaged`, and
    `sqlite3.DatabaseError` (see `damaged`).
    """

    def __init__(self, connection: sqlite3.Connection, path: str) -> None:
        self._db = connection
        self.path = path

    @classmethod
    def open(cls, path: Path, engine: str) -> Store:
        """Open or create the store at `path`; a damaged or foreign file is replaced by an empty one."""
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            return cls._prepare(path, engine)
        except sqlite3.DatabaseError as error:
            if not damaged(error):
                raise
            cls.discard(path)
            return cls._prepare(path, engine)

    @staticmethod
    def discard(path: Path) -> None:
        """Remove the file at `path` and what SQLite keeps beside it."""
        for suffix in ("", "-journal", "-wal", "-shm"):
            Path(f"{path}{suffix}").unlink(missing_ok=True)

    @classmethod
    def _prepare(cls, path: Path, engine: str) -> Store:
        db = sqlite3.connect(path, timeout=60, isolation_level=None)
        db.executescript("PRAGMA synchronous=OFF; PRAGMA journal_mode=WAL;" + _SCHEMA)
        store = cls(db, str(path))
        if store.value("engine") != engine:
            db.executescript("DELETE FROM records; DELETE FROM bodies;")
            store.put_value("engine", engine)
        return store

    def records(self, step: str) -> dict[str, bytes]:
        """Every record of `step`, by key."""
        found = self._db.execute("SELECT key, value FROM records WHERE step = ?", (step,))
        return {key: _checked(value) for key, value in found}

    def put_records(self, step: str, rows: Mapping[str, bytes]) -> None:
        self._put(step, ((key, _marked(value)) for key, value in rows.items()))

    def _put(self, step: str, rows: Iterable[tuple[str, bytes]]) -> None:
        with self._db:
            self._db.execute("BEGIN")
            self._db.executemany(
                "INSERT OR REPLACE INTO records VALUES (?, ?, ?)", ((step, key, value) for key, value in rows)
            )

    def forget(self, step: str, keys: Iterable[str]) -> None:
        """Drop records that no source stands for any more, and the bodies of the same keys."""
        gone = [(step, key) for key in keys]
        with self._db:
            self._db.execute("BEGIN")
            self._db.executemany("DELETE FROM records WHERE step = ? AND key = ?", gone)
            self._db.executemany("DELETE FROM bodies WHERE key = ?", ((key,) for _, key in gone))

    def body(self, key: str) -> bytes:
        row = self._db.execute("SELECT value FROM bodies WHERE key = ?", (key,)).fetchone()
        if row is None:
            raise StoreDamaged(key)
        return _checked(row[0])

    def put_bodies(self, rows: Iterable[tuple[str, bytes]]) -> None:
        with self._db:
            self._db.execute("BEGIN")
            self._db.executemany(
                "INSERT OR REPLACE INTO bodies VALUES (?, ?)", ((key, _marked(value)) for key, value in rows)
            )

    def value(self, name: str) -> object:
        """A single plain value kept under `name`, or None."""
        row = self._db.execute("SELECT value FROM records WHERE step = 'value' AND key = ?", (name,)).fetchone()
        return packing.unseal(row[0]) if row else None

    def put_value(self, name: str, value: object) -> None:
        self._put("value", [(name, packing.seal(value))])

    def close(self) -> None:
        self._db.close()


def damaged(error: BaseException) -> bool:
    """Whether a store that fails this way must be thrown away; one that is busy, or on a full disk, must not."""
    if isinstance(error, StoreDamaged):
        return True
    kinds = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)  # the last: other tables than ours
    return isinstance(error, sqlite3.DatabaseError) and getattr(error, "sqlite_errorcode", 0) & 0xFF in kinds


def _marked(value: bytes) -> bytes:
    return zlib.crc32(value).to_bytes(4, "little") + value


def _checked(value: bytes) -> bytes:
    if zlib.crc32(memoryview(value)[4:]) != int.from_bytes(value[:4], "little"):
        raise StoreDamaged
    return value[4:]


@functools.cache
def engine_digest() -> str:
    """SHA-256 over the engine's own files, the Python version and the names of all installed distributions.

    The distribution folders carry name and version (`Markdown-3.11.dist-info`); listing them is a hundred times
    cheaper than asking `importlib.metadata` for each.
    """
    digest = hashlib.sha256(sys.version.encode())
    package = Path(__file__).parent
    read = (p for p in package.rglob("*") if p.suffix in _READ or p.parent.name == "lists")
    for path in sorted(read):
        digest.update(f"{path.relative_to(package).as_posix()}\0".encode())
        digest.update(path.read_bytes())
    for folder in sorted({p for p in sys.path if p.endswith("site-packages") and os.path.isdir(p)}):
        digest.update("\0".join(sorted(n for n in os.listdir(folder) if n.endswith(".dist-info"))).encode())
    return digest.hexdigest()
