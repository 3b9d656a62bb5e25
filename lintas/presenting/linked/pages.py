"""What a page is about, by its address, and the block that says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from lintas.foreign import bare
from lintas.maps import Box
from lintas.model import Agenda, Wilayah
from lintas.presenting.linked import datasets, things
from lintas.presenting.linked.things import Thing, identifier, kept
from lintas.relate import Janji, Site
from lintas.rendering import data_block
from lintas.views.chrome import Meta
from lintas.wording import Words

_LISTS = ("siaran-pers", "data", "wilayah", "kawasan", "instansi", "topik", "koreksi", "ppid")
_EVENTS = 20  # coming meetings that the calendar tells of
_Maker = Callable[[Site, Words, Meta, str], list[Thing]]


def of_page(site: Site, words: Words, head: Meta, address: str) -> Any:
    """The block for the page at `address`, without the folder of its language; "" for one that nobody should index."""
    if head.robots:
        return ""
    top, _, rest = address.partition("/")
    key, _, below = rest.partition("/")
    made: list[Thing] = []
    if not address:
        made = _home(site, words, head)
    elif top in _SINGLE and key and (not below or top == "data"):
        made = _SINGLE[top](site, words, head, rest)
    elif address == "data/":
        made = [datasets.catalogue(site, words, head.description)]
    elif address == "jadwal/":
        made = [_event(site, janji) for janji in _meetings(site)]
    if not made and top in _LISTS:
        made = [_list(site, head)]
    return block(site, head, *made)


def located(site: Site, head: Meta, region: Wilayah, box: Box | None) -> Meta:
    """The head of a region's page with where the region lies, if its boundary is known."""
    if box is None:
        return head
    corners = " ".join(f"{degrees:.4f}" for degrees in (box.bottom, box.left, box.top, box.right))
    shape = {"geo": {"@type": "GeoShape", "box": corners}}
    return replace(head, linked_data=block(site, head, things.region(site, region) | shape))


def block(site: Site, head: Meta, *about: Thing) -> Any:
    """The one block of a page: what it is about, and the way from home to it."""
    graph = [*about, *_crumbs(site, head)]
    return data_block({"@context": "https://schema.org", "@graph": graph}) if graph else ""


def _crumbs(site: Site, head: Meta) -> Iterator[Thing]:
    if not head.crumbs or not head.canonical_url:
        return
    base = site.settings.base_url
    way = [(bare(link.text), base + link.path) for link in head.crumbs]
    way.append((bare(head.og_title or head.title), head.canonical_url))
    yield {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": url}
            for position, (name, url) in enumerate(way, start=1)
        ],
    }


def _home(site: Site, words: Words, head: Meta) -> list[Thing]:
    base, settings = site.settings.base_url, site.settings
    agency = site.institutions.get(settings.agency)
    website = kept({
        "@type": "WebSite",
        "@id": f"{base}#situs",
        "url": base,
        "name": settings.title,
        "description": settings.tagline,
        "inLanguage": list(settings.languages),
        "license": things.content_licence(site),
        "publisher": things.publisher_reference(site),
        "hasPart": [{"@type": "DataCatalog", "@id": f"{base}data/"}],
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{base}cari/?q={{search_term_string}}"},
            "query-input": "required name=search_term_string",
        } if settings.features.search else None,
    })  # fmt: skip
    return [website, things.institution(site, agency) if agency else things.publisher(site)]


def _list(site: Site, head: Meta) -> Thing:
    """A page that lists other pages."""
    return {
        "@type": "CollectionPage",
        "@id": head.canonical_url,
        "url": head.canonical_url,
        "name": bare(head.og_title or head.title),
        "description": bare(head.description),
        "inLanguage": head.lang,
        "isPartOf": things.website_reference(site),
    }


def _data(site: Site, words: Words, head: Meta, rest: str) -> list[Thing]:
    slug, _, below = rest.strip("/").partition("/")
    item = site.datasets.get(slug)
    if item is None:
        return []
    if not below:
        return [datasets.dataset(site, item, words)]
    folder, _, number = below.partition("/")
    frozen = next((each for each in item.facts.versions if folder == "v" and each.version == number), None)
    return [datasets.version(site, item, frozen, words)] if frozen else []


def _region(site: Site, words: Words, head: Meta, rest: str) -> list[Thing]:
    each = site.regions.get(rest.strip("/"))
    return [things.region(site, each)] if each else []


def _area(site: Site, words: Words, head: Meta, rest: str) -> list[Thing]:
    area = site.areas.get(rest.strip("/"))
    if area is None:
        return []
    page = identifier(site, f"kawasan/{area.slug}/")
    members = [things.place(site, member.code) for member in area.members]
    made = {"@type": "Place", "@id": page, "url": page, "name": area.name, "description": bare(head.description)}
    return [made | {"containedInPlace": things.COUNTRY, "containsPlace": members}]


def _institution(site: Site, words: Words, head: Meta, rest: str) -> list[Thing]:
    each = site.institutions.get(rest.strip("/"))
    return [things.institution(site, each)] if each else []


def _topic(site: Site, words: Words, head: Meta, rest: str) -> list[Thing]:
    each = site.topics.get(rest.strip("/"))
    if each is None:
        return []
    page = identifier(site, f"topik/{each.slug}/")
    term = {"@type": "DefinedTerm", "@id": page, "name": each.name, "description": each.description, "url": page}
    about = {"about": {"@id": page}, "@id": f"{head.canonical_url}#daftar"}
    return [kept(term), _list(site, head) | about]


def _meetings(site: Site) -> list[Janji]:
    coming = [j for j in site.agenda if not j.past and j.entry.kind == "rapat" and j.entry.place]
    return coming[:_EVENTS]


def _event(site: Site, janji: Janji) -> Thing:
    entry: Agenda = janji.entry
    owner = entry.institution.text
    status = "EventCancelled" if entry.status == "batal" else "EventScheduled"
    return kept({
        "@type": "Event",
        "name": entry.title,
        "startDate": entry.start,
        "endDate": entry.end,
        "description": entry.description,
        "eventStatus": f"https://schema.org/{status}",
        "location": {"@type": "Place", "name": entry.place, "address": entry.place},
        "organizer": things.named_organization(site, owner) if owner in site.institutions else None,
        "url": f"{identifier(site, 'jadwal/')}#agenda-{entry.slug}",
    })  # fmt: skip


_SINGLE: dict[str, _Maker] = {
    "data": _data, "wilayah": _region, "kawasan": _area, "instansi": _institution, "topik": _topic,
}  # fmt: skip
