"""A dataset as `dcat:Dataset` with its files, its series of versions and the record of it."""

from __future__ import annotations

from collections.abc import Iterator

from lintas import wilayah
from lintas.cataloguing import iris
from lintas.cataloguing.authorities import DEFAULT_THEME, EU, FREQUENCIES, PUBLIC
from lintas.cataloguing.distributions import distributions
from lintas.cataloguing.graph import Given, Iri, Node, Text, moment, node
from lintas.cataloguing.portal import Portal
from lintas.model import Dataset
from lintas.relate import Himpunan

PROFILE = ("http://data.europa.eu/r5r/", "DCAT-AP 3.0.1")
_PACKAGE = ("https://datapackage.org/standard/data-package/", "Data Package 2.0")
_CHANGES = "http://purl.org/adms/changetype/"
_UPDATED = ("updated", ("Diperbarui", "updated"))
_PRODUCER = "produsen-data"


def entry(portal: Portal, item: Himpunan) -> Node:
    """The dataset as it stands now."""
    data = item.dataset
    page = portal.page(data.slug)
    known = next((version for version in item.facts.versions if version.version == data.version), None)
    earlier = [version for version in item.facts.versions if version.version != data.version]
    return node(
        portal.dataset(data.slug),
        "dcat:Dataset",
        ("dct:title", texts(data, "title") or (Text(data.slug, "id"),)),
        ("dct:description", texts(data, "description") or texts(data, "title") or (Text(data.slug, "id"),)),
        ("dct:identifier", Text(page)),
        *about(portal, item),
        ("dct:issued", moment(data.created) if data.created else None),
        ("dct:modified", moment(data.updated or data.created) if data.updated or data.created else None),
        ("dcat:version", Text(data.version)),
        ("adms:versionNotes", Text(known.note, "id") if known else None),
        ("dcat:inSeries", Iri(f"{page}#seri") if item.facts.versions else None),
        ("dcat:prev", Iri(frozen(portal, data.slug, earlier[-1].version)) if earlier else None),
        ("dcat:hasVersion", [Iri(frozen(portal, data.slug, v.version)) for v in item.facts.versions]),
        ("dcat:distribution", distributions(portal, item)),
    )


def frozen(portal: Portal, slug: str, version: str) -> str:
    return f"{portal.page(slug)}v/{iris.part(version)}/#himpunan-data"


def texts(data: Dataset, name: str) -> tuple[Text, ...]:
    """A text of the descriptor in each language in which it has one."""
    own = str(getattr(data, name))
    given = [Text(own, "id"), *(Text(dict(each.texts).get(name, ""), each.language) for each in data.translations)]
    return tuple(text for text in given if text.value.strip())


def _words(data: Dataset) -> list[Text]:
    said = [Text(word, "id") for word in data.keywords if word.strip()]
    for each in data.translations:
        own = dict(each.texts)
        said += [Text(own.get(f"keywords.{n}", ""), each.language) for n in range(len(data.keywords))]
    return said


def about(portal: Portal, item: Himpunan) -> tuple[tuple[str, Given], ...]:
    """What is true of every version of a dataset."""
    data = item.dataset
    page = portal.page(data.slug)
    return (
        ("dct:publisher", portal.publisher(data.institution.text)),
        ("dcat:contactPoint", portal.contact()),
        ("dct:creator", list(_creators(portal, data, page))),
        ("dcat:theme", list(themes(portal, data))),
        ("dcat:keyword", _words(data)),
        ("dct:language", portal.language("id")),
        ("dct:spatial", list(_places(portal, data))),
        ("dct:temporal", _period(data, page)),
        ("dct:accrualPeriodicity", _frequency(portal, data)),
        ("dct:accessRights", portal.concept(PUBLIC, ("Terbuka untuk umum", "public"), "dct:RightsStatement")),
        ("dct:conformsTo", portal.standard(*_PACKAGE)),
        ("dcat:landingPage", portal.document(page)),
        ("foaf:page", [portal.document(page + name) for name in ("datapackage.json", "croissant.json")]),
        ("dct:provenance", _provenance(data, page)),
        ("prov:wasDerivedFrom", [Iri(iris.web(source.url)) for source in data.sources]),
        ("prov:qualifiedAttribution", list(_attributions(portal, data, page))),
        ("skos:note", [Text(note, "id") for note in data.notes if note.strip()]),
    )


def themes(portal: Portal, data: Dataset) -> Iterator[Iri]:
    """EU themes of the topics, then the topics themselves."""
    topics = [portal.site.topics[ref.text] for ref in data.topics if ref.text in portal.site.topics]
    for code in dict.fromkeys(topic.theme for topic in topics if topic.theme) or (DEFAULT_THEME,):
        yield portal.theme(code)
    for topic in topics:
        yield topic_concept(portal, topic.slug)


def topic_concept(portal: Portal, slug: str) -> Iri:
    topic, scheme = portal.site.topics[slug], f"{portal.base}topik/#skema"
    return portal.graph.share(node(
        f"{portal.base}topik/{iris.part(slug)}/#topik", "skos:Concept",
        ("skos:prefLabel", Text(topic.name, "id")),
        ("skos:definition", Text(topic.description, "id")),
        ("skos:broadMatch", portal.theme(topic.theme) if topic.theme else None),
        ("skos:inScheme", portal.graph.share(node(
            scheme, "skos:ConceptScheme", ("dct:title", Text(f"Topik {portal.site.settings.title}", "id"))))),
    ))  # fmt: skip


def _creators(portal: Portal, data: Dataset, page: str) -> Iterator[Iri]:
    for number, person in enumerate(data.contributors, 1):
        if person.role == _PRODUCER and (agent := portal.contributor(person, page, number)):
            yield agent


def _places(portal: Portal, data: Dataset) -> Iterator[Iri]:
    for ref in data.spatial:
        region = wilayah.find(ref.text)
        if ref.text == "ID":
            yield portal.place("", "Indonesia")
        elif region is not None:
            yield portal.place(region.code, region.name)


def _period(data: Dataset, page: str) -> Node | None:
    if not (data.temporal_start or data.temporal_end):
        return None
    return node(
        f"{page}#cakupan-waktu", "dct:PeriodOfTime",
        ("dcat:startDate", moment(data.temporal_start) if data.temporal_start else None),
        ("dcat:endDate", moment(data.temporal_end) if data.temporal_end else None),
    )  # fmt: skip


def _frequency(portal: Portal, data: Dataset) -> Iri | None:
    known = FREQUENCIES.get(data.frequency)
    return portal.concept(f"{EU}frequency/{known[0]}", known[1:3], "dct:Frequency") if known else None


def _provenance(data: Dataset, page: str) -> Node | None:
    """The sources in words; those with an address are links as well."""
    told = "; ".join(source.title for source in data.sources if source.title)
    return (
        node(f"{page}#sumber", "dct:ProvenanceStatement", ("rdfs:label", Text(f"Sumber: {told}.", "id")))
        if told
        else None
    )


def _attributions(portal: Portal, data: Dataset, page: str) -> Iterator[Node]:
    for number, person in enumerate(data.contributors, 1):
        agent = portal.contributor(person, page, number)
        if agent is not None and person.role:
            role = portal.term(f"peran-{person.role}", person.role.replace("-", " "), "dcat:Role")
            iri = f"{page}#peran-{number}"
            yield node(iri, "prov:Attribution", ("prov:agent", agent), ("dcat:hadRole", role))


def record(portal: Portal, data: Dataset) -> Node | None:
    """The entry of the dataset in the catalogue; without any date there is nothing that it could say."""
    changed = data.updated or data.created
    if not changed:
        return None
    kind, names = ("created", ("Baru", "created")) if changed[:10] == data.created[:10] else _UPDATED
    return node(
        f"{portal.page(data.slug)}#catatan", "dcat:CatalogRecord",
        ("dct:identifier", Text(data.slug)),
        ("foaf:primaryTopic", Iri(portal.dataset(data.slug))),
        ("dct:issued", moment(data.created) if data.created else None),
        ("dct:modified", moment(changed)),
        ("adms:status", portal.concept(f"{_CHANGES}{kind}", names)),
        ("dct:conformsTo", portal.standard(*PROFILE)),
        ("dct:language", portal.language("id")),
    )  # fmt: skip
