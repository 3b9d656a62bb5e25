"""Datasets and the catalogue as linked data, by Google's guide to Dataset."""

from __future__ import annotations

from collections.abc import Iterator

from lintas import wilayah
from lintas.foreign import bare
from lintas.model import Dataset, DatasetVersion, Field
from lintas.packages import file_name
from lintas.presenting import versions
from lintas.presenting.licences import licence
from lintas.presenting.linked.things import (
    COUNTRY,
    Thing,
    content_licence,
    identifier,
    kept,
    named_organization,
    place,
    publisher_reference,
    website_reference,
)
from lintas.relate import Himpunan, Site, release_address
from lintas.wording import Words

CATALOGUE = "data/"
_RELEASES = 20  # newest that speak of a dataset; as many as its page lists
_SHORTEST, _LONGEST = 50, 5000  # characters of a description that Google reads
_MEDIA = {
    "csv": "text/csv", "excel": "text/csv", "json": "application/json", "geojson": "application/geo+json",
    "parquet": "application/vnd.apache.parquet", "zip": "application/zip",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}  # fmt: skip


def dataset(site: Site, item: Himpunan, words: Words) -> Thing:
    data, page = item.dataset, identifier(site, f"data/{item.dataset.slug}/")
    makers = [c for c in data.contributors if c.role == "produsen-data"] or list(data.contributors)
    creators = [_creator(site, c.title, c.institution, c.url) for c in makers]
    owner = data.institution.text
    return kept({
        "@type": "Dataset",
        "@id": page,
        "url": page,
        "name": data.title,
        "description": _described(data.description, data.title, words),
        "identifier": page,
        "version": data.version,
        "inLanguage": "id",
        "keywords": [*data.keywords, *(site.topics[r.text].name for r in data.topics if r.text in site.topics)],
        "license": [link.url or licence(link.title).url or link.title for link in data.licences],
        "creator": creators or ([named_organization(site, owner)] if owner in site.institutions else []),
        "publisher": publisher_reference(site),
        "maintainer": named_organization(site, owner) if owner in site.institutions else None,
        "isAccessibleForFree": True,
        "datePublished": data.created[:10],
        "dateModified": data.updated[:10],
        "temporalCoverage": _coverage(data),
        "spatialCoverage": [_place(site, ref.text) for ref in data.spatial],
        "variableMeasured": [_variable(field) for field in _measures(data)],
        "measurementTechnique": list(dict.fromkeys(f.measure for r in data.resources for f in r.fields if f.measure)),
        "isBasedOn": [link.url or link.title for link in data.sources],
        "includedInDataCatalog": {"@type": "DataCatalog", "@id": identifier(site, CATALOGUE)},
        "distribution": list(_distributions(site, item)),
        "workExample": [{"@id": identifier(site, versions.address(data.slug, v.version))} for v in item.facts.versions],
        "subjectOf": list(_releases(site, data.slug)),
    })  # fmt: skip


def _described(text: str, title: str, words: Words) -> str:
    flat = " ".join(bare(text).split())
    if len(flat) < _SHORTEST:
        flat = " ".join(f"{bare(title)}. {flat} {words['catalogue_lead']}".split())
    return flat[:_LONGEST]


def _creator(site: Site, title: str, slug: str, url: str) -> Thing:
    if slug in site.institutions:
        return named_organization(site, slug)
    return kept({"@type": "Organization", "name": title, "url": url})


def _coverage(data: Dataset) -> str:
    """ISO 8601 interval; one that is open stays open."""
    start, end = data.temporal_start, data.temporal_end
    return f"{start or '..'}/{end or '..'}" if start or end else ""


def _place(site: Site, code: str) -> Thing:
    return COUNTRY if code == "ID" or wilayah.find(code) is None else place(site, code)


def _measures(data: Dataset) -> Iterator[Field]:
    """What is measured: indicators, then other numbers; each name once."""
    fields = [field for resource in data.resources for field in resource.fields if field.type in ("integer", "number")]
    seen: set[str] = set()
    for field in sorted(fields, key=lambda field: not field.indicator):
        if field.name not in seen:
            seen.add(field.name)
            yield field


def _variable(field: Field) -> Thing:
    return kept({
        "@type": "PropertyValue", "name": field.title or field.name, "alternateName": field.name,
        "description": field.description, "unitText": field.unit, "propertyID": field.indicator,
    })  # fmt: skip


def _distributions(site: Site, item: Himpunan) -> Iterator[Thing]:
    folder = f"data/{item.dataset.slug}/"
    computed = {table.resource: table for table in item.facts.tables}
    titles = {resource.name: resource.title for resource in item.dataset.resources}
    for resource in item.dataset.resources:
        facts = computed[resource.name]
        kind = resource.media_type or _media(file_name(resource))
        yield _download(site, resource.title, (folder + file_name(resource), kind), (facts.bytes, facts.sha256))
    for export in item.facts.exports:
        if export.kind in (*_MEDIA, "descriptor"):
            title = titles.get(export.resource, item.dataset.title)
            kind = _MEDIA.get(export.kind, "application/json")
            yield _download(site, title, (folder + export.path, kind), (export.bytes, export.sha256))


def _media(name: str) -> str:
    return _MEDIA.get(name.rpartition(".")[2], "application/octet-stream")


def _download(site: Site, title: str, file: tuple[str, str], content: tuple[int, str]) -> Thing:
    return {
        "@type": "DataDownload", "name": title, "encodingFormat": file[1], "contentUrl": identifier(site, file[0]),
        "contentSize": f"{content[0]} B", "sha256": content[1],
    }  # fmt: skip


def _releases(site: Site, slug: str) -> Iterator[Thing]:
    """Releases that name it or quote figures from it: each of them names it too."""
    quoting = {each.path for each in site.quoted.get(slug, ())}
    named = site.by_dataset.get(slug, ())[:_RELEASES]
    paths = {release.path for release in named}
    more = [site.releases[site.positions[path]] for path in sorted(quoting - paths) if path in site.positions]
    for release in (*named, *more):
        page = identifier(site, release_address(release))
        yield {"@type": "NewsArticle", "@id": page, "headline": release.title, "url": page}


def version(site: Site, item: Himpunan, frozen: DatasetVersion, words: Words) -> Thing:
    """A frozen version, which never changes."""
    page = identifier(site, versions.address(item.dataset.slug, frozen.version))
    told = " ".join((*versions.sentences(frozen, words), frozen.note))
    title = words["version_title"].format(title=frozen.title, version=frozen.version)
    return kept({
        "@type": "Dataset",
        "@id": page,
        "url": page,
        "name": title,
        "description": _described(told, title, words),
        "version": frozen.version,
        "datePublished": frozen.date,
        "inLanguage": "id",
        "isAccessibleForFree": True,
        "publisher": publisher_reference(site),
        "exampleOfWork": {"@type": "Dataset", "@id": identifier(site, f"data/{item.dataset.slug}/")},
        "distribution": [
            _download(site, file.name, (versions.address(item.dataset.slug, frozen.version) + file.name,
                                        _media(file.name)), (file.bytes, file.sha256))
            for file in frozen.files
        ],
    })  # fmt: skip


def catalogue(site: Site, words: Words, description: str) -> Thing:
    page = identifier(site, CATALOGUE)
    return kept({
        "@type": "DataCatalog",
        "@id": page,
        "url": page,
        "name": f"{words['datasets']}, {site.settings.title}",
        "description": description,
        "inLanguage": "id",
        "license": content_licence(site),
        "isAccessibleForFree": True,
        "publisher": publisher_reference(site),
        "isPartOf": website_reference(site),
        "dataset": [
            {"@type": "Dataset", "@id": identifier(site, f"data/{slug}/"), "name": item.dataset.title}
            for slug, item in site.datasets.items()
        ],
    })  # fmt: skip
