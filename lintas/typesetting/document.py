"""What is typeset: one release with everything that stands in its PDF, as plain values that travel to a worker."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who sends it. `lines` are address and contact, one line each."""

    name: str
    unit: str = ""
    lines: tuple[str, ...] = ()
    logo: str = ""  # content path of a picture


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of `content/media/`; `target` is its absolute address."""

    target: str
    path: str
    digest: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo of the front matter; `target` as in `Picture`."""

    target: str
    alt: str
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a list at the end: what it is called, what is said of it, and where it leads."""

    name: str
    text: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One correction."""

    title: str  # "24 November 2026, bobot sedang"
    old: str
    new: str
    reason: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A release, ready to be typeset. `html` is its converted prose, with links by slot.

    `targets` are absolute addresses by slot, "" for one that leads nowhere; `figures` are slots of figures bound to
    data with the text that stands there, which is printed without an address.
    """

    path: str  # content path, for findings
    title: str
    language: str
    address: str  # canonical
    published: str  # ISO
    head: Letterhead
    words: tuple[tuple[str, str], ...]  # texts that are the same in each letter, by key
    html: str = ""
    numbers: tuple[str, ...] = ()
    dateline: str = ""
    summary: str = ""
    mark: str = ""  # that this is no official copy
    notices: tuple[Entry, ...] = ()
    targets: tuple[str, ...] = ()
    figures: tuple[tuple[int, str], ...] = ()
    pictures: tuple[Picture, ...] = ()
    photos: tuple[Photo, ...] = ()
    regulations: tuple[Entry, ...] = ()
    contacts: tuple[tuple[str, ...], ...] = ()
    changes: tuple[Change, ...] = ()
    closing: str = "* * *"
