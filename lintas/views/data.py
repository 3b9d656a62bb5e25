"""Views of what is known about a dataset beside its tables: versions, principles, statistical metadata."""

from __future__ import annotations

from dataclasses import dataclass

from lintas.views.citations import Citation
from lintas.views.parts import DataTable, DateText, FileItem, Link


@dataclass(frozen=True, slots=True)
class VersionItem:
    """A frozen version in a list, newest first. `changes` are sentences on what changed."""

    version: str
    path: str
    date: DateText | None = None
    changes: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class ChangeSection:
    """What changed in one table. `way` says how it was compared; tables hold the first rows of each kind."""

    id: str
    title: str
    text: str
    way: str = ""
    structure: tuple[str, ...] = ()
    changed: DataTable | None = None
    added: DataTable | None = None
    removed: DataTable | None = None


@dataclass(frozen=True, slots=True)
class VersiData:
    """One frozen version of a dataset: its files, and what changed since the version before."""

    title: str
    version: str
    dataset: Link
    files: tuple[FileItem, ...]
    date: DateText | None = None
    note: str = ""
    previous: Link | None = None
    changes: tuple[str, ...] = ()
    tables: tuple[ChangeSection, ...] = ()
    words: DataTable | None = None  # properties of the description that changed
    difference: FileItem | None = None
    citation: Citation | None = None


@dataclass(frozen=True, slots=True)
class PrincipleFact:
    """How much of a requirement is met, such as "12 / 14", and what is open."""

    label: str
    value: str
    note: str = ""
    met: bool = True


@dataclass(frozen=True, slots=True)
class PrincipleItem:
    """A principle of Satu Data Indonesia. `score` such as "3 dari 4"; the facts say why."""

    id: str
    title: str
    score: str
    text: str
    facts: tuple[PrincipleFact, ...]


@dataclass(frozen=True, slots=True)
class MetadataRow:
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class MetadataGroup:
    """A part of a metadata block: a section of the form, or one column of a table."""

    title: str
    rows: tuple[MetadataRow, ...]


@dataclass(frozen=True, slots=True)
class MetadataBlockItem:
    """Statistical metadata of one kind (MS-Keg, MS-Var, MS-Ind)."""

    id: str
    title: str
    groups: tuple[MetadataGroup, ...]
