"""A dataset after Croissant 1.1, so that a program can load its tables with their types.

Records come from the Parquet file, else from the JSON file of a table: `mlcroissant` lets pandas guess the types and
the separator of a CSV, which turns the region code 11.10 into the number 11.1. The CSV is the last resort.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lintas.cataloguing import iris
from lintas.cataloguing.authorities import LICENCES
from lintas.cataloguing.descriptors import Json, resources, schema
from lintas.cataloguing.files import DataFile, files
from lintas.cataloguing.portal import Portal
from lintas.model import Contributor, Dataset, ForeignKey, Resource
from lintas.relate import Himpunan, Site

_VERSION = "http://mlcommons.org/croissant/1.1"
_CONTEXT: Json = {
    "@language": "id", "@vocab": "https://schema.org/", "arrayShape": "cr:arrayShape", "citeAs": "cr:citeAs",
    "column": "cr:column", "conformsTo": "dct:conformsTo", "containedIn": "cr:containedIn",
    "cr": "http://mlcommons.org/croissant/", "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"}, "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/", "description": {"@container": "@language"},
    "equivalentProperty": "cr:equivalentProperty", "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract", "field": "cr:field", "fileProperty": "cr:fileProperty", "fileObject": "cr:fileObject",
    "fileSet": "cr:fileSet", "format": "cr:format", "includes": "cr:includes", "isArray": "cr:isArray",
    "isLiveDataset": "cr:isLiveDataset", "jsonPath": "cr:jsonPath", "key": "cr:key", "md5": "cr:md5",
    "name": {"@container": "@language"}, "parentField": "cr:parentField", "path": "cr:path",
    "recordSet": "cr:recordSet", "references": "cr:references", "regex": "cr:regex", "repeated": "cr:repeated",
    "replace": "cr:replace", "samplingRate": "cr:samplingRate", "sc": "https://schema.org/",
    "separator": "cr:separator", "source": "cr:source", "subField": "cr:subField", "transform": "cr:transform",
}  # fmt: skip
_PARQUET = ["application/vnd.apache.parquet", "application/x-parquet"]  # as registered, and as mlcroissant knows it
_KINDS = {
    "boolean": "sc:Boolean", "date": "sc:Date", "datetime": "sc:DateTime", "integer": "sc:Integer",
    "number": "sc:Float", "time": "sc:Time", "year": "sc:Integer",
}  # fmt: skip
_FROM_TEXT = {**_KINDS, "date": "sc:Text", "datetime": "sc:Text", "time": "sc:Text"}  # of a CSV, whose formats vary


def metadata(site: Site, item: Himpunan, package: Json, citation: str) -> Json:
    portal, data = Portal(site), item.dataset
    page, found = portal.page(data.slug), files(item)
    licences = [LICENCES[link.title].iri if link.title in LICENCES else iris.web(link.url) or link.title
                for link in data.licences]  # fmt: skip
    made: Json = {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "@id": page,
        "name": _said(data, "title") or data.slug,
        "description": _said(data, "description") or _said(data, "title") or data.slug,
        "conformsTo": _VERSION,
        "url": page,
        "citeAs": citation,  # BibTeX, as Croissant asks
        "license": _one([licence for licence in licences if licence]),
        "version": data.version,
        "datePublished": data.created or data.updated,
        "dateModified": data.updated or data.created,
        "inLanguage": "id",
        "keywords": [word for word in data.keywords if word.strip()],
        "creator": _agents(portal, data),
        "publisher": [_organization(portal.publisher_name(data.institution.text))],
        "isLiveDataset": True,
        "distribution": [_file(page, file) for file in found],
        "recordSet": list(_record_sets(item, package, found)),
    }
    return {key: value for key, value in made.items() if value not in ("", [])}


def _said(data: Dataset, name: str) -> Any:
    """A text of the descriptor: by language where there is a translation."""
    own = str(getattr(data, name)).strip()
    others = {each.language: text for each in data.translations if (text := dict(each.texts).get(name, "").strip())}
    return {"id": own, **others} if own and others else own


def _one(values: list[str]) -> Any:
    return values[0] if len(values) == 1 else values


def _organization(name: str, url: str = "") -> Json:
    return {"@type": "sc:Organization", "name": name} | ({"url": url} if url else {})


def _agents(portal: Portal, data: Dataset) -> list[Json]:
    """Who made the data; those who only keep or check them where nobody else is named."""
    makers = [person for person in data.contributors if person.role == "produsen-data"] or list(data.contributors)
    made = [_agent(portal, person) for person in makers if person.title or person.institution]
    return made or [_organization(portal.publisher_name(data.institution.text))]


def _agent(portal: Portal, person: Contributor) -> Json:
    found = portal.site.institutions.get(person.institution)
    return _organization(found.name if found else person.title, iris.web(found.website if found else person.url))


def _file(page: str, file: DataFile) -> Json:
    made: Json = {
        "@type": "cr:FileObject",
        "@id": _file_id(file),
        "name": file.name,
        "description": file.description or file.title,
        "contentUrl": page + iris.part(file.name),
        "contentSize": f"{file.bytes} B",
        "encodingFormat": _PARQUET if file.kind == "parquet" else file.type.media,
        "sha256": file.sha256,
    }
    return made


def _file_id(file: DataFile) -> str:
    return f"berkas-{iris.part(file.name)}"


def _record_sets(item: Himpunan, package: Json, found: tuple[DataFile, ...]) -> Iterator[Json]:
    described = resources(package)
    for resource in item.dataset.resources:
        source = _source(resource, found)
        if source is None or not resource.fields:
            continue
        fields = schema(described[resource.name]).get("fields", [])
        made: Json = {
            "@type": "cr:RecordSet",
            "@id": _table_id(resource.name),
            "name": resource.title or resource.name,
            "description": resource.description,
            "key": [{"@id": _field_id(resource.name, name)} for name in resource.primary_key],
            "field": [_field(item.dataset, resource, source, field) for field in fields],
        }
        made["key"] = made["key"][0] if len(made["key"]) == 1 else made["key"]
        yield {key: value for key, value in made.items() if value not in ("", [])}


def _source(resource: Resource, found: tuple[DataFile, ...]) -> DataFile | None:
    """The file that records are read from: the first that keeps types, else the table's own text."""
    own = [file for file in found if file.resource is resource]
    kept = (file for kind in ("parquet", "json") for file in own if file.kind == kind)
    return next(kept, None) or next((file for file in own if file.own and file.type.name in ("CSV", "TSV")), None)


def _place(source: DataFile, column: str) -> Json:
    """Where a column stands in the file; in JSON each row is an object."""
    if source.kind != "json":
        return {"column": column}
    escaped = column.replace("\\", "\\\\").replace('"', '\\"')
    return {"jsonPath": f'$[*]."{escaped}"'}


def _table_id(table: str) -> str:
    return f"tabel-{iris.part(table)}"


def _field_id(table: str, field: str) -> str:
    return f"{_table_id(table)}/{iris.part(field)}"


def _field(dataset: Dataset, resource: Resource, source: DataFile, field: Json) -> Json:
    name = str(field["name"])
    kinds = _FROM_TEXT if source.own else _KINDS
    made: Json = {
        "@type": "cr:Field",
        "@id": _field_id(resource.name, name),
        "name": name,
        "description": ". ".join(filter(None, (str(field.get("title") or ""), str(field.get("description") or "")))),
        "dataType": kinds.get(str(field.get("type")), "sc:Text"),
        "source": {"fileObject": {"@id": _file_id(source)}, "extract": _place(source, name)},
        "references": _reference(dataset, resource, name),
    }
    return {key: value for key, value in made.items() if value not in ("", {})}


def _reference(dataset: Dataset, resource: Resource, name: str) -> Json:
    """The column that this one refers to, in the first foreign key of one column to the key of another table.

    mlcroissant joins tables by references, and breaks down over a second one of a table and over a chain of them:
    the other table is one without foreign keys. All foreign keys stand in the Data Package and in CSVW.
    """
    for key in resource.foreign_keys:
        target = _target(dataset, resource, key)
        if len(key.fields) == 1 and target is not None and target.primary_key == key.reference_fields:
            return {"field": {"@id": _field_id(target.name, key.reference_fields[0])}} if key.fields == (name,) else {}
    return {}


def _target(dataset: Dataset, resource: Resource, key: ForeignKey) -> Resource | None:
    others = (r for r in dataset.resources if r.name != resource.name and r.fields and not r.foreign_keys)
    return next((other for other in others if other.name == key.resource), None)
