"""The catalogue after Project Open Data 1.1 (`data.json`), as American portals and many harvesters read it.

`bureauCode` and `programCode` are for federal agencies of the United States alone, so they are not there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lintas import wilayah
from lintas.cataloguing import iris
from lintas.cataloguing.authorities import FREQUENCIES, LICENCES, THEMES
from lintas.cataloguing.files import DataFile, files
from lintas.cataloguing.portal import Portal
from lintas.model import Dataset
from lintas.relate import Himpunan, Site

_SCHEMA = "https://project-open-data.cio.gov/v1.1/schema"
_CONTEXT = f"{_SCHEMA}/catalog.jsonld"
_TABLE_SCHEMA = "https://datapackage.org/standard/table-schema/"


def catalogue(site: Site) -> dict[str, Any]:
    portal = Portal(site)
    return {
        "@context": _CONTEXT,
        "@id": f"{portal.base}data.json",
        "@type": "dcat:Catalog",
        "conformsTo": _SCHEMA,
        "describedBy": f"{_SCHEMA}/catalog.json",
        "dataset": [_dataset(portal, item) for item in site.datasets.values()],
    }


def _dataset(portal: Portal, item: Himpunan) -> dict[str, Any]:
    data, page = item.dataset, portal.page(item.dataset.slug)
    known = FREQUENCIES.get(data.frequency)
    made: dict[str, Any] = {
        "@type": "dcat:Dataset",
        "title": data.title.strip() or data.slug,
        "description": data.description.strip() or data.title.strip() or data.slug,
        "keyword": [word for word in data.keywords if word.strip()] or _fallback_words(portal, data),
        "modified": _modified(item),
        "publisher": _publisher(portal, data),
        "contactPoint": contact(portal),
        "identifier": page,
        "accessLevel": "public",
        "license": _licence(data),
        "issued": data.created,
        "language": ["id"],
        "spatial": "; ".join(_places(data)),
        "temporal": _period(data),
        "accrualPeriodicity": known[3] if known else "",
        "theme": list(dict.fromkeys(_themes(portal, data))),
        "landingPage": page,
        "conformsTo": "https://datapackage.org/standard/data-package/",
        "describedBy": f"{page}datapackage.json",
        "describedByType": "application/json",
        "references": [iri for iri in dict.fromkeys(iris.web(source.url) for source in data.sources) if iri],
        "distribution": [_distribution(page, file) for file in files(item)],
    }
    return {key: value for key, value in made.items() if value not in ("", [])}


def contact(portal: Portal) -> dict[str, str]:
    """Whom to ask. The schema wants an address even where none is known, and lets it be empty after `mailto:`."""
    address = iris.mail(portal.site.settings.contact.email) or "mailto:"
    return {"@type": "vcard:Contact", "fn": portal.contact_name(), "hasEmail": address}


def _publisher(portal: Portal, data: Dataset) -> dict[str, Any]:
    """The institution within the institutions above it."""
    site = portal.site
    slug = data.institution.text if data.institution.text in site.institutions else site.settings.agency
    chain: list[str] = []
    while slug in site.institutions and slug not in chain:
        chain.append(slug)
        slug = site.institutions[slug].parent.text
    made: dict[str, Any] = {}
    for slug in reversed(chain):
        own: dict[str, Any] = {"@type": "org:Organization", "name": site.institutions[slug].name}
        made = {**own, "subOrganizationOf": made} if made else own
    return made or {"@type": "org:Organization", "name": site.settings.title}


def _fallback_words(portal: Portal, data: Dataset) -> list[str]:
    """At least one keyword is required: the topics, else the name of the dataset."""
    topics = [portal.site.topics[ref.text].name for ref in data.topics if ref.text in portal.site.topics]
    return topics or [data.slug]


def _modified(item: Himpunan) -> str:
    """The last change; where no date is given at all, the interval in which it is renewed, or that it may change."""
    data = item.dataset
    given = data.updated or data.created or max((v.date for v in item.facts.versions), default="")
    known = FREQUENCIES.get(data.frequency)
    return given or (known[3] if known and known[3].startswith("R/") else "R/P1Y")


def _licence(data: Dataset) -> str:
    for link in data.licences:
        known = LICENCES.get(link.title)
        if iri := known.iri if known else iris.web(link.url):
            return iri
    return ""


def _places(data: Dataset) -> Iterator[str]:
    for ref in data.spatial:
        region = wilayah.find(ref.text)
        if ref.text == "ID":
            yield "Indonesia"
        elif region is not None:
            yield region.name


def _period(data: Dataset) -> str:
    """Two dates; a cover that is open on one side cannot be said in this format."""
    return f"{data.temporal_start}/{data.temporal_end}" if data.temporal_start and data.temporal_end else ""


def _themes(portal: Portal, data: Dataset) -> Iterator[str]:
    topics = [portal.site.topics[ref.text] for ref in data.topics if ref.text in portal.site.topics]
    yield from (topic.name for topic in topics)
    yield from (THEMES[topic.theme][1] for topic in topics if topic.theme)


def _distribution(page: str, file: DataFile) -> dict[str, str]:
    schema = file.own and file.resource is not None and bool(file.resource.fields)
    made = {
        "@type": "dcat:Distribution",
        "title": f"{file.title} ({file.type.name})",
        "description": file.description,
        "downloadURL": page + iris.part(file.name),
        "mediaType": file.type.media,
        "format": file.type.name,
        "conformsTo": _TABLE_SCHEMA if schema else "",
        "describedBy": f"{page}datapackage.json" if schema else "",
        "describedByType": "application/json" if schema else "",
    }
    return {key: value for key, value in made.items() if value}
