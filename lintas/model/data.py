"""What data stewards describe, and what was computed from it."""

from __future__ import annotations

from dataclasses import dataclass

from lintas.model.guards import Aturan, Pengecualian
from lintas.model.insight import ChartFacts, TableProfile, View
from lintas.model.shards import Shards
from lintas.model.sources import NOWHERE, Ref
from lintas.model.statistics import MetadataBlock, Reference
from lintas.model.translations import Terjemahan
from lintas.model.versions import DatasetVersion


@dataclass(frozen=True, slots=True)
class Link:
    title: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Contributor:
    title: str
    role: str = ""  # produsen-data | walidata | ... (free text is kept)
    institution: str = ""  # slug where x-instansi names one
    url: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """One column. Types and constraint names are those of Table Schema."""

    name: str
    title: str
    type: str
    description: str = ""
    concept: str = ""
    unit: str = ""
    constraints: tuple[tuple[str, str], ...] = ()  # shown in the data dictionary, values as text
    region_system: str = ""  # kemendagri | bps when the column holds region codes
    region_level: str = ""
    indicator: str = ""  # key of the indicator this column measures, e.g. penduduk
    aggregate: str = ""  # "jumlah" where values of parts add up to the whole
    measure: str = ""  # how it is measured (x-ukuran)
    classification: str = ""  # by which classification its values are sorted (x-klasifikasi)
    references: tuple[Reference, ...] = ()  # tables of other datasets that it refers to (x-rujukan)
    statistics: tuple[MetadataBlock, ...] = ()  # x-msvar, x-msind


@dataclass(frozen=True, slots=True)
class ForeignKey:
    fields: tuple[str, ...]
    resource: str  # "" = the same resource
    reference_fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Resource:
    """One file of a dataset. `fields` is empty for a file that is not a table."""

    name: str
    path: str  # relative to the portal root
    title: str
    description: str = ""
    format: str = ""  # csv, geojson, …
    media_type: str = ""
    tabular: bool = False
    fields: tuple[Field, ...] = ()
    primary_key: tuple[str, ...] = ()
    foreign_keys: tuple[ForeignKey, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Dataset:
    """One Data Package as described. `path` is its datapackage.json relative to the portal root."""

    path: str
    slug: str
    title: str
    digest: str  # over the descriptor and every data file
    description: str = ""
    version: str = ""
    created: str = ""
    updated: str = ""
    licences: tuple[Link, ...] = ()  # title = SPDX id or name, url
    sources: tuple[Link, ...] = ()
    contributors: tuple[Contributor, ...] = ()
    keywords: tuple[str, ...] = ()
    institution: Ref = NOWHERE
    topics: tuple[Ref, ...] = ()
    temporal_start: str = ""
    temporal_end: str = ""
    spatial: tuple[Ref, ...] = ()
    frequency: str = ""
    classification: str = "setiap-saat"
    notes: tuple[str, ...] = ()  # caveats, shown with the data
    role: str = ""  # kode-wilayah | batas-wilayah | kawasan | siaran-pers | ""
    resources: tuple[Resource, ...] = ()
    rules: tuple[Aturan, ...] = ()  # what its figures agree with
    waivers: tuple[Pengecualian, ...] = ()
    views: tuple[View, ...] = ()  # charts and maps
    statistics: tuple[MetadataBlock, ...] = ()  # x-mskeg
    former: tuple[Ref, ...] = ()  # slugs it had before (x-pengalihan)
    translations: tuple[Terjemahan, ...] = ()  # x-terjemahan


@dataclass(frozen=True, slots=True)
class ColumnFacts:
    name: str
    missing: int
    distinct: int


@dataclass(frozen=True, slots=True)
class TableFacts:
    """What was computed from one resource. Cell texts are as in the file; None = missing value."""

    resource: str
    bytes: int
    sha256: str
    rows: int = 0
    header: tuple[str, ...] = ()
    preview: tuple[tuple[str | None, ...], ...] = ()  # the first rows
    columns: tuple[ColumnFacts, ...] = ()
    figures: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()  # (region code, ((field name, cell text), …))


@dataclass(frozen=True, slots=True)
class ExportFacts:
    """A file that is made from a dataset for download. `path` is relative to the dataset's address."""

    path: str  # kabkota.xlsx
    kind: str  # xlsx | excel | json | parquet | descriptor | zip
    resource: str  # "" = of the whole package
    key: str  # the bytes in the store
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class ColumnFiles:
    """A table as the explorer takes it: an index and files of some columns each, one behind the other in the store."""

    resource: str
    key: str  # the bytes in the store
    sha256: str
    sizes: tuple[int, ...]  # bytes of the index and of each file


@dataclass(frozen=True, slots=True)
class PackageFacts:
    slug: str
    tables: tuple[TableFacts, ...] = ()
    exports: tuple[ExportFacts, ...] = ()
    explorable: tuple[ColumnFiles, ...] = ()
    profiles: tuple[TableProfile, ...] = ()
    charts: tuple[ChartFacts, ...] = ()
    spoken: tuple[ChartFacts, ...] = ()  # the same charts in the other languages of the portal
    versions: tuple[DatasetVersion, ...] = ()  # frozen ones, oldest first
    shards: tuple[Shards, ...] = ()  # of large tables
