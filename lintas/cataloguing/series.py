"""Frozen versions as datasets of their own, in a series that leads from one to the next."""

from __future__ import annotations

from collections.abc import Iterator

from lintas.cataloguing import iris
from lintas.cataloguing.distributions import frozen_distributions
from lintas.cataloguing.entries import about, frozen, texts
from lintas.cataloguing.graph import Iri, Node, Text, moment, node
from lintas.cataloguing.portal import Portal
from lintas.relate import Himpunan

_SERIES = ("dct:publisher", "dcat:contactPoint", "dct:spatial", "dct:accrualPeriodicity", "dcat:theme", "dct:language")
_LATER = ("dct:temporal", "dct:provenance", "foaf:page", "prov:qualifiedAttribution", "dcat:landingPage", "skos:note")


def series(portal: Portal, item: Himpunan) -> Node | None:
    data, versions = item.dataset, item.facts.versions
    if not versions:
        return None
    shared = tuple(pair for pair in about(portal, item) if pair[0] in _SERIES)
    dates = sorted(version.date for version in versions if version.date)
    told = f"Versi-versi himpunan data “{data.title}”, yang terlama lebih dahulu."
    return node(
        f"{portal.page(data.slug)}#seri", "dcat:DatasetSeries",
        ("dct:title", Text(f"{data.title}: semua versi", "id")),
        ("dct:description", Text(told, "id")),
        *shared,
        ("dct:issued", moment(dates[0]) if dates else None),
        ("dct:modified", moment(max(dates[-1], data.updated)) if dates else None),
        ("dcat:first", Iri(frozen(portal, data.slug, versions[0].version))),
        ("dcat:last", Iri(portal.dataset(data.slug))),
    )  # fmt: skip


def frozen_entries(portal: Portal, item: Himpunan) -> Iterator[Node]:
    """The frozen versions, oldest first. What only the present descriptor tells is left to the present dataset."""
    data = item.dataset
    shared = tuple(pair for pair in about(portal, item) if pair[0] not in _LATER)
    previous = ""
    for version in item.facts.versions:
        here, title = frozen(portal, data.slug, version.version), version.title or data.title
        page = f"{portal.page(data.slug)}v/{iris.part(version.version)}/"
        yield node(
            here, "dcat:Dataset",
            ("dct:title", Text(f"{title} (versi {version.version})", "id")),
            ("dct:description", texts(data, "description") or (Text(title, "id"),)),
            ("dct:identifier", Text(page)),
            *shared,
            ("dct:issued", moment(version.date) if version.date else None),
            ("dct:modified", moment(version.date) if version.date else None),
            ("dcat:version", Text(version.version)),
            ("adms:versionNotes", Text(version.note, "id")),
            ("dcat:landingPage", portal.document(page)),
            ("dcat:inSeries", Iri(f"{portal.page(data.slug)}#seri")),
            ("dcat:isVersionOf", Iri(portal.dataset(data.slug))),
            ("dcat:prev", Iri(previous) if previous else None),
            ("dcat:distribution", frozen_distributions(portal, data, version)),
        )  # fmt: skip
        previous = here
