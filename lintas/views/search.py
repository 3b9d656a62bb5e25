"""The view of the search page."""

from __future__ import annotations

from dataclasses import dataclass

from lintas.views.parts import Link


@dataclass(frozen=True, slots=True)
class SearchFacet:
    """A way to narrow the results; its values and their counts come from the index."""

    key: str  # jenis | tahun | …, as in the address
    title: str


@dataclass(frozen=True, slots=True)
class Named:
    """What a key of the index is called."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Cari:
    """The search. `lists` are the way without it."""

    address: str  # of this page
    index: str  # folder of the index
    names: str  # what values of facets are called, as JSON
    facets: tuple[SearchFacet, ...]
    kinds: tuple[Named, ...]  # of pages
    statuses: tuple[Named, ...]  # of releases
    lists: tuple[Link, ...]
    examples: tuple[Link, ...] = ()  # searches that find something
    other: Link | None = None  # the search over everything, in the first language
