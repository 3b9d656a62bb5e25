"""Views of what became of releases: notices, histories, the register of corrections, tombstones, moved addresses."""

from __future__ import annotations

from dataclasses import dataclass

from lintas.views.parts import DateText, FileItem, Link, Paging


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence at the top of a release that was changed; `link` leads to its history, successor or predecessor."""

    text: str
    link: Link | None = None
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """A correction, a withdrawal or a replacement. In the register `release` says of which release it tells."""

    kind: str  # "Koreksi", "Pencabutan", "Penggantian"
    date: DateText
    reason: str = ""
    weight: str = ""  # "kecil", with `weight_note` what that means
    weight_note: str = ""
    old: str = ""
    new: str = ""
    old_described: bool = False  # `old` tells what was there and quotes nothing; so with `new`
    new_described: bool = False
    id: str = ""  # in the history of a release
    release: Link | None = None
    numbers: tuple[str, ...] = ()
    successor: Link | None = None
    lang: str = ""  # of the quoted words, where it differs from the page's


@dataclass(frozen=True, slots=True)
class DaftarKoreksi:
    """The register: every change of a published release, newest first."""

    count: str  # "12 perubahan"
    changes: tuple[Change, ...] = ()
    files: tuple[FileItem, ...] = ()
    policy: Link | None = None  # the page that says how corrections are made
    paging: Paging | None = None


@dataclass(frozen=True, slots=True)
class SiaranDicabut:
    """What stays of a withdrawn release at its address: title, number, dates and reason."""

    title: str
    date: DateText  # of publication
    withdrawn: DateText
    reason: str
    numbers: tuple[str, ...] = ()
    lang: str = "id"


@dataclass(frozen=True, slots=True)
class Alihan:
    """An address that a release had before: leads on to where it is now."""

    title: str
    target: Link
