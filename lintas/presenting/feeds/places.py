"""Which feeds there are, where they stand, and which of them a page tells of."""

from __future__ import annotations

from collections.abc import Iterator

from lintas.relate import Site
from lintas.views.chrome import Feed as Alternate
from lintas.wording import Words

RELEASES, DATA, CORRECTIONS, AGENDA = "umpan/siaran-pers", "umpan/data", "umpan/koreksi", "umpan/jadwal"
KINDS = ("topik", "instansi", "wilayah")  # folders whose pages each have a feed of their own
_ATOM, _JSON = "application/atom+xml", "application/feed+json"
_OF_PAGES = {
    "": (RELEASES, DATA), "siaran-pers": (RELEASES,), "data": (DATA,), "koreksi": (CORRECTIONS,), "jadwal": (AGENDA,),
}  # fmt: skip
_WORDS = {
    RELEASES: "feed_releases", DATA: "feed_data", CORRECTIONS: "feed_corrections", AGENDA: "feed_agenda",
}  # fmt: skip


def folders(site: Site) -> Iterator[tuple[str, str]]:
    """(kind, key) of each page with a feed of its own, also where nothing is to be told yet: readers wait for it."""
    for kind, keys in zip(KINDS, (site.topics, site.institutions, site.regions), strict=True):
        yield from ((kind, key) for key in keys)


def of_page(site: Site, words: Words, address: str) -> tuple[Alternate, ...]:
    """For the head of the page at `address`: its own feed in both forms, then releases and data as Atom."""
    top, key, *rest = f"{address}//".split("/")
    own: list[Alternate] = []
    if top in KINDS and key:
        own += _both(f"{top}/{key}/umpan", words["feed_of_page"])
    elif not key or (top != "data" and rest[0] in ("", "halaman")):
        for path in _OF_PAGES.get(top, ()):
            own += _both(path, words[_WORDS[path]])
    known = {each.path for each in own}
    general = [Alternate(words[_WORDS[path]], f"{path}.xml") for path in (RELEASES, DATA)]
    return (*own, *(each for each in general if each.path not in known))


def _both(path: str, title: str) -> tuple[Alternate, Alternate]:
    name = title.removesuffix(" (Atom)")
    return Alternate(f"{name} (Atom)", f"{path}.xml", _ATOM), Alternate(f"{name} (JSON)", f"{path}.json", _JSON)
