"""Frozen versions of a dataset."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FrozenFile:
    """One file of a frozen version. A file that did not change is kept once, by the version in which it was new."""

    name: str  # as published: "kabkota.csv"
    source: str  # path in the frozen descriptor: "data/kabkota.csv"
    path: str  # where it is kept, relative to the portal root; packed where it ends in ".gz"
    bytes: int
    sha256: str  # of the unpacked bytes
    kept_sha256: str  # of the bytes as kept


@dataclass(frozen=True, slots=True)
class TableChange:
    """What changed in one table since the version before, counted."""

    resource: str
    title: str = ""
    added: int = 0
    removed: int = 0
    changed: int = 0
    cells: int = 0
    structure: int = 0  # columns, types, keys
    status: str = ""  # baru | dihapus | berubah | ""


@dataclass(frozen=True, slots=True)
class DatasetVersion:
    """One version as its record `rilis.json` tells it. `digest` is the SHA-256 of that record."""

    version: str
    folder: str  # relative to the portal root
    digest: str
    date: str  # ISO
    title: str = ""
    note: str = ""
    previous: str = ""
    step: str = ""  # mayor | minor | patch; "" for the first one
    descriptor_sha256: str = ""
    difference_sha256: str = ""
    files: tuple[FrozenFile, ...] = ()
    changes: tuple[TableChange, ...] = ()
    words: int = 0  # properties of the descriptor that changed

    @property
    def descriptor(self) -> str:
        return f"{self.folder}/datapackage.json"

    @property
    def difference(self) -> str:
        """The file with the difference, "" for the first version."""
        return f"{self.folder}/perbedaan.json" if self.difference_sha256 else ""
