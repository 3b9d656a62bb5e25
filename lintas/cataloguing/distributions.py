"""A file as `dcat:Distribution`, with everything that tells a harvester what it will get."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lintas.cataloguing import iris
from lintas.cataloguing.authorities import STABLE, packing
from lintas.cataloguing.files import DataFile, files, frozen_files
from lintas.cataloguing.graph import Iri, Node, Text, Typed, moment, node
from lintas.cataloguing.portal import Portal
from lintas.model import Dataset, DatasetVersion, Link
from lintas.relate import Himpunan

_SCHEMA = ("https://datapackage.org/standard/table-schema/", "Table Schema")
_CSVW = ("https://www.w3.org/TR/tabular-metadata/", "CSV on the Web")
_ZIP = "application/zip"


@dataclass(frozen=True, slots=True)
class Edition:
    """The page on which files stand, and what is true of all of them."""

    page: str
    licences: tuple[Link, ...]
    issued: str = ""
    modified: str = ""


def distributions(portal: Portal, item: Himpunan) -> Iterator[Node]:
    data = item.dataset
    edition = Edition(portal.page(data.slug), data.licences, data.created, data.updated or data.created)
    return (_distribution(portal, edition, file) for file in files(item))


def frozen_distributions(portal: Portal, data: Dataset, version: DatasetVersion) -> Iterator[Node]:
    page = f"{portal.page(data.slug)}v/{iris.part(version.version)}/"
    edition = Edition(page, data.licences, version.date, version.date)
    return (_distribution(portal, edition, file) for file in frozen_files(version))


def _distribution(portal: Portal, edition: Edition, file: DataFile) -> Node:
    here = f"{edition.page}#berkas-{iris.part(file.name)}"
    licences = (portal.licence(link) for link in edition.licences)
    packed = packing(file.name)
    return node(
        here, "dcat:Distribution",
        ("dct:title", Text(f"{file.title} ({_label(file)})", "id")),
        ("dct:description", Text(file.description, "id")),
        ("dcat:accessURL", Iri(edition.page)),
        ("dcat:downloadURL", Iri(edition.page + iris.part(file.name))),
        ("dcat:mediaType", portal.media(file.type.media)),
        ("dct:format", portal.format(file.type)),
        ("dcat:compressFormat", portal.media(packed) if packed else None),
        ("dcat:packageFormat", portal.media(_ZIP) if file.type.media == _ZIP else None),
        ("dcat:byteSize", Typed(str(file.bytes), "xsd:nonNegativeInteger")),
        ("spdx:checksum", node(
            f"{here}-sha256", "spdx:Checksum",
            ("spdx:algorithm", Iri("http://spdx.org/rdf/terms#checksumAlgorithm_sha256")),
            ("spdx:checksumValue", Typed(file.sha256, "xsd:hexBinary")))),
        ("dct:license", next(filter(None, licences), None)),
        ("dct:issued", moment(edition.issued) if edition.issued else None),
        ("dct:modified", moment(edition.modified) if edition.modified else None),
        ("dct:conformsTo", list(_standards(portal, file))),
        ("dcatap:availability", portal.concept(STABLE, ("tetap tersedia", "stable"))),
    )  # fmt: skip


def _label(file: DataFile) -> str:
    return "CSV untuk Excel" if file.kind == "excel" else file.type.name


def _standards(portal: Portal, file: DataFile) -> Iterator[Iri]:
    if file.own and file.resource is not None and file.resource.fields:
        yield portal.standard(*_SCHEMA)
        if file.type.name in ("CSV", "TSV") and not packing(file.name):
            yield portal.standard(*_CSVW)
