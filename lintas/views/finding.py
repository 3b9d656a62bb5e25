"""Views of finding: facets with their values, letters of a long index, the finder of regions, maps that lead on."""

from __future__ import annotations

from dataclasses import dataclass

from lintas.views.parts import Link


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value. `path` leads to the page where it alone is chosen; `key` names it in addresses."""

    key: str
    text: str
    path: str
    count: str  # formatted
    current: bool = False  # chosen on this page


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to narrow a list: its most frequent values. `all` leads to every value where some are left out.

    Without values it is shown only where JavaScript combines facets.
    """

    key: str
    title: str
    values: tuple[FacetValue, ...] = ()
    all: Link | None = None


@dataclass(frozen=True, slots=True)
class Narrowing:
    """The facets of a list, and what combining them needs; paths are of this site."""

    label: str  # "Saring katalog"
    facets: tuple[Facet, ...]
    source: str  # JSON with all items and their values
    base: str  # the list with nothing chosen
    counted: str  # "{n} himpunan data"
    order: str  # how the list stands: judul | terbaru
    chosen: str = ""  # as a query: "topik=kependudukan"


@dataclass(frozen=True, slots=True)
class LetterGroup:
    """What begins with one letter; `id` is its anchor."""

    id: str
    letter: str
    links: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class DaftarSegi:
    """Every value of one facet of the catalogue."""

    heading: str
    count: str
    groups: tuple[LetterGroup, ...]  # one without letter where there are few
    long: bool = False  # long enough for a field that looks through it


@dataclass(frozen=True, slots=True)
class Finder:
    """A field that finds regions by name, former name, abbreviation or code."""

    id: str  # of the field; its parts have ids that begin with it
    source: str  # path of the index
    base: str  # the folder of the pages of regions


@dataclass(frozen=True, slots=True)
class MapArea:
    """A region on a map: path data of its land and islets; its centre where it is too small to be hit."""

    name: str
    path: str  # page; "" where it has none
    land: str
    islets: str = ""
    spot: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class LinkedMap:
    """A map drawn within the page, so that every region on it is a link."""

    id: str
    label: str
    width: str
    height: str
    areas: tuple[MapArea, ...]
    around: str = ""  # land beside it, as path data
