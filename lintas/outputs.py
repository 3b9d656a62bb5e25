"""What a publisher is: it plans files, and renders each of them from the related site.

An `Output` names one file of the tree and, by `digest`, everything it is made from: same digest, same bytes. A
publisher that forgets an ingredient there makes warm builds stale, which the edit-sequence property test catches.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from lintas.relate import Site
from lintas.rendering import Renderer


@dataclass(frozen=True, slots=True)
class Output:
    """One file of the tree. `path` is relative to the site root, POSIX, e.g. "data/penduduk-2024/index.html"."""

    path: str
    publisher: str
    subject: str  # what it shows, in the publisher's own words, e.g. "2025/kolaborasi"
    digest: str  # of everything it is made from
    modified: str = ""  # ISO date or date-time of the last change of what a page says; "" = unknown
    listed: bool = True  # False: a page that the sitemap does not name
    lang: str = "id"  # language of the page; others than the first stand below a folder of that name


class Reading(Protocol):
    """Access to what is too large to carry in `Site`: source files and converted prose."""

    def source(self, path: str, digest: str) -> bytes: ...
    def prose(self, path: str, digest: str) -> str: ...
    def export(self, key: str) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Tools:
    """What rendering may use besides the site. Everything here is read-only."""

    reading: Reading
    renderer: Renderer
    told: Mapping[str, int] = field(default_factory=dict)  # how much stands on the pages; for those drawn last


@dataclass(frozen=True, slots=True)
class Publisher:
    """One kind of output. `plan` sees what the publishers before it have planned; only tree descriptions use that."""

    name: str
    plan: Callable[[Site, Sequence[Output]], Sequence[Output]]
    render: Callable[[Output, Site, Tools], bytes]
    last: bool = False  # drawn after all others, and told what these hold; its digest covers those of all outputs
    bilingual: tuple[str, ...] = ()  # names of files (`*` for any) that are made in every language of the portal


PAGES = ("index.html",)  # a publisher whose pages speak every language of the portal, and whose files do not


def page_path(address: str) -> str:
    """The file behind an address: "" → "index.html", "data/" → "data/index.html"."""
    return address + "index.html"
