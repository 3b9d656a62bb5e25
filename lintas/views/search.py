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
class Cari:
    """The search. `kinds` names the kinds of pages; `lists` are the way without it."""

    address: str  # of this page
    index: str  # folder of the index
    names: str  # what values of facets are called, as JSON
    facets: tuple[SearchFacet, ...]
    kinds: tuple[Link, ...]  # key as path, text
    statuses: tuple[Link, ...]
    lists: tuple[Link, ...]
    examples: tuple[Link, ...] = ()  # searches that find something
    other: Link | None = None  # the search over everything, in the first language
