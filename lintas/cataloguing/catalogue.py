"""The graphs of the portal: one of the whole catalogue, one of each dataset."""

from __future__ import annotations

from collections.abc import Mapping

from lintas.cataloguing.entries import PROFILE, entry, record, topic_concept
from lintas.cataloguing.graph import Graph, Iri, Node, Text, moment, node
from lintas.cataloguing.portal import Portal
from lintas.cataloguing.series import frozen_entries, series
from lintas.maps import Box
from lintas.model import Link
from lintas.relate import Himpunan, Site

_THEMES = "http://publications.europa.eu/resource/authority/data-theme"


def whole(site: Site, boxes: Mapping[str, Box]) -> Graph:
    """The catalogue with every dataset as it is now. Frozen versions are named; their own files describe them."""
    portal = Portal(site, boxes)
    items = list(site.datasets.values())
    records = [made for item in items if (made := record(portal, item.dataset)) is not None]
    main = [_catalogue(portal, records), _service(portal)]
    for item in items:
        made = series(portal, item)
        main += [entry(portal, item), *((made,) if made is not None else ())]
    return Graph([*main, *records], portal.graph.shared)


def single(site: Site, item: Himpunan, boxes: Mapping[str, Box]) -> Graph:
    """One dataset, with its frozen versions and their series."""
    portal = Portal(site, boxes)
    found = (entry(portal, item), series(portal, item), *frozen_entries(portal, item), record(portal, item.dataset))
    return Graph([each for each in found if each is not None], portal.graph.shared)


def _catalogue(portal: Portal, records: list[Node]) -> Node:
    site, settings = portal.site, portal.site.settings
    changed = max((item.dataset.updated or item.dataset.created for item in site.datasets.values()), default="")
    for slug in site.topics:
        topic_concept(portal, slug)
    return node(
        f"{portal.base}#katalog", "dcat:Catalog",
        ("dct:title", Text(settings.title, "id")),
        ("dct:description", Text(settings.tagline or settings.title, "id")),
        ("dct:publisher", portal.publisher()),
        ("dcat:contactPoint", portal.contact()),
        ("dct:language", [portal.language(code) for code in settings.languages]),
        ("dct:license", portal.licence(Link(settings.licence))),
        ("dct:spatial", portal.place("", "Indonesia")),
        ("dct:modified", moment(changed) if changed else None),
        ("dct:conformsTo", portal.standard(*PROFILE)),
        ("foaf:homepage", portal.document(portal.base)),
        ("dcat:themeTaxonomy", [Iri(_THEMES), *([Iri(f"{portal.base}topik/#skema")] if site.topics else [])]),
        ("dcat:service", Iri(f"{portal.base}api/#layanan")),
        ("dcat:dataset", [Iri(portal.dataset(slug)) for slug in site.datasets]),
        ("dcat:record", [Iri(each.iri) for each in records]),
    )  # fmt: skip


def _service(portal: Portal) -> Node:
    """The JSON API of the portal."""
    settings = portal.site.settings
    return node(
        f"{portal.base}api/#layanan",
        "dcat:DataService",
        ("dct:title", (Text(f"API JSON {settings.title}", "id"), Text(f"JSON API of {settings.title}", "en"))),
        ("dcat:endpointURL", Iri(f"{portal.base}api/v1/")),
        ("dcat:endpointDescription", Iri(f"{portal.base}api/v1/openapi.json")),
        ("dcat:landingPage", portal.document(f"{portal.base}api/")),
        ("dct:publisher", portal.publisher()),
        ("dcat:contactPoint", portal.contact()),
        ("dct:license", portal.licence(Link(settings.licence))),
        ("dct:conformsTo", portal.standard("https://spec.openapis.org/oas/v3.1.0", "OpenAPI 3.1")),
        ("dcat:theme", portal.theme("GOVE")),
        ("dcat:keyword", (Text("API", "id"), Text("JSON", "id"))),
        ("dcat:servesDataset", [Iri(portal.dataset(slug)) for slug in portal.site.datasets]),
    )
