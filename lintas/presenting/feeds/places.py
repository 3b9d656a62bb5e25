"""Which feeds there are, where they stand, and which of them a page tells of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lintas.model import SiaranPers
from lintas.presenting import items
from lintas.relate import Himpunan, Site
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


def folders(site: Site) -> dict[tuple[str, str], list[Himpunan]]:
    """(kind, key) of each page with a feed of its own, since there is something to tell, and the datasets it tells of.

    Datasets of a topic or an institution; of a region those that hold a figure of it, or cover it alone.
    """
    found: dict[tuple[str, str], list[Himpunan]] = {}
    for item in site.datasets.values():
        for place in dict.fromkeys(_places(item)) if item.facts.versions else ():
            found.setdefault(place, []).append(item)
    for code, known in site.figures.items():
        held = {figure.dataset for figure in known}.union(
            item.dataset.slug for item in found.get(("wilayah", code), ())
        )
        found["wilayah", code] = [item for slug, item in site.datasets.items() if slug in held and item.facts.versions]
    places = [(kind, key) for kind in KINDS for key in _keys(site, kind)]
    return {place: found.get(place, []) for place in places if found.get(place) or releases(site, *place)}


def _keys(site: Site, kind: str) -> Iterable[str]:
    return {"topik": site.topics, "instansi": site.institutions, "wilayah": site.regions}[kind]


def _places(item: Himpunan) -> Iterator[tuple[str, str]]:
    """What a dataset is about by its own description."""
    yield from (("topik", ref.text) for ref in item.dataset.topics)
    yield from (("instansi", slug) for slug in items.owners(item))
    yield from (("wilayah", ref.text) for ref in item.dataset.spatial)


def releases(site: Site, kind: str, key: str) -> tuple[SiaranPers, ...]:
    gathered = {"topik": site.by_topic, "instansi": site.by_institution, "wilayah": site.by_region}
    return gathered[kind].get(key, ())


def datasets(site: Site, kind: str, key: str) -> list[Himpunan]:
    """The same as `folders` says of one page."""
    held = {figure.dataset for figure in site.figures.get(key, ())} if kind == "wilayah" else set()
    frozen = (item for item in site.datasets.values() if item.facts.versions)
    return [item for item in frozen if item.dataset.slug in held or (kind, key) in _places(item)]


def tells(site: Site, kind: str, key: str) -> bool:
    """Whether there is such a feed."""
    return key in _keys(site, kind) and bool(releases(site, kind, key) or datasets(site, kind, key))


def of_page(site: Site, words: Words, address: str) -> tuple[Alternate, ...]:
    """For the head of the page at `address`: its own feed in both forms, then releases and data as Atom."""
    top, key, *rest = f"{address}//".split("/")
    own: list[Alternate] = []
    if top in KINDS and key and tells(site, top, key):
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
