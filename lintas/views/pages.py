"""One view per page kind. Which template draws it stands in `lintas.views.TEMPLATES`.

`html` is sanitised HTML, and a `markupsafe.Markup` value when it reaches a template.
"""

from __future__ import annotations

from dataclasses import dataclass

from lintas.views.amendments import Change, Notice
from lintas.views.citations import Citation
from lintas.views.data import MetadataBlockItem, PrincipleItem, VersionItem
from lintas.views.figures import FigureGroup, QuotedTable
from lintas.views.finding import Finder, LetterGroup, LinkedMap, Narrowing
from lintas.views.insight import Chart, Score
from lintas.views.parts import (
    ContactItem,
    ContributorItem,
    DatasetItem,
    DataTable,
    DateText,
    ExternalLink,
    Figure,
    FileItem,
    InstitutionGroup,
    KawasanItem,
    Link,
    Map,
    Paging,
    Person,
    Photo,
    RegionGroup,
    RegionItem,
    Regulation,
    ReleaseItem,
    TocItem,
    TopicItem,
)
from lintas.views.report import RuleItem, WaiverItem
from lintas.views.tables import TableSection


@dataclass(frozen=True, slots=True)
class Beranda:
    """Home: whose site, what is new, where the data is. The first release is shown large."""

    releases: tuple[ReleaseItem, ...]
    datasets: tuple[DatasetItem, ...]
    figures: tuple[Figure, ...] = ()
    provinces: tuple[RegionItem, ...] = ()
    kawasan: tuple[KawasanItem, ...] = ()
    topics: tuple[TopicItem, ...] = ()
    release_count: str = ""  # "1 siaran pers"
    dataset_count: str = ""
    region_count: str = ""  # "38 provinsi, 514 kabupaten/kota"
    finder: Finder | None = None


@dataclass(frozen=True, slots=True)
class DaftarSiaran:
    """Releases, all or of one year."""

    heading: str
    releases: tuple[ReleaseItem, ...]
    count: str  # "123 siaran pers"
    years: tuple[Link, ...] = ()
    paging: Paging | None = None
    narrowing: Narrowing | None = None  # on the first page
    withdrawn: tuple[ReleaseItem, ...] = ()  # of this year; on the last page of its list


@dataclass(frozen=True, slots=True)
class Siaran:
    """One press release. `classification` is the class of public information, `classification_note` what it means."""

    title: str
    date: DateText
    html: str
    lang: str = "id"
    numbers: tuple[str, ...] = ()
    place: str = ""
    event: DateText | None = None  # when what it reports took place; a range has the start as `iso`
    summary: str = ""
    institutions: tuple[Link, ...] = ()
    regions: tuple[RegionItem, ...] = ()
    topics: tuple[Link, ...] = ()
    people: tuple[Person, ...] = ()
    regulations: tuple[Regulation, ...] = ()
    photos: tuple[Photo, ...] = ()
    datasets: tuple[DatasetItem, ...] = ()
    contacts: tuple[ContactItem, ...] = ()
    classification: str = ""
    classification_note: str = ""
    draft: bool = False
    files: tuple[FileItem, ...] = ()  # the release in other formats
    previous: Link | None = None  # older; `note` is its date
    next: Link | None = None
    related: tuple[ReleaseItem, ...] = ()
    message: str = ""  # ready to be pasted into a chat
    address_url: str = ""  # of this page, to be printed
    notices: tuple[Notice, ...] = ()  # what became of it, for the top of the page
    history: tuple[Change, ...] = ()  # its corrections, newest first
    fingerprint: str = ""  # SHA-256 of its text in normal form; "" where nobody can check it
    figures: tuple[FigureGroup, ...] = ()  # the cells that its text quotes
    citation: Citation | None = None


@dataclass(frozen=True, slots=True)
class Katalog:
    """The data catalogue, whole or narrowed by one filter. `chosen` leads back to the catalogue without it."""

    heading: str
    count: str  # "8 himpunan data"
    datasets: tuple[DatasetItem, ...]
    narrowing: Narrowing | None = None  # on the first page
    chosen: Link | None = None
    description: str = ""
    files: tuple[FileItem, ...] = ()  # the catalogue itself as data
    paging: Paging | None = None


@dataclass(frozen=True, slots=True)
class HimpunanData:
    """One dataset: meaning first, then files, preview, dictionary, quality, terms."""

    slug: str
    title: str
    description: str
    tables: tuple[TableSection, ...]
    version: str = ""
    institution: Link | None = None
    updated: DateText | None = None
    created: DateText | None = None
    period: str = ""
    frequency: str = ""
    classification: str = ""
    spatial: tuple[Link, ...] = ()  # `path` "" where a place has no page
    topics: tuple[Link, ...] = ()
    keywords: tuple[str, ...] = ()
    size: str = ""  # "514 baris dalam 1 tabel"
    notes: tuple[str, ...] = ()
    charts: tuple[Chart, ...] = ()
    score: Score | None = None
    agreements: tuple[RuleItem, ...] = ()  # rules that its figures keep
    waivers: tuple[WaiverItem, ...] = ()
    licences: tuple[ExternalLink, ...] = ()
    sources: tuple[ExternalLink, ...] = ()
    contributors: tuple[ContributorItem, ...] = ()
    citation: Citation | None = None
    package_files: tuple[FileItem, ...] = ()
    machine_files: tuple[FileItem, ...] = ()  # the dataset told to harvesters
    releases: tuple[ReleaseItem, ...] = ()
    map: Map | None = None
    versions: tuple[VersionItem, ...] = ()  # frozen ones, newest first
    principles: tuple[PrincipleItem, ...] = ()
    statistics: tuple[MetadataBlockItem, ...] = ()
    quoted: tuple[QuotedTable, ...] = ()  # rows that texts of the portal quote


@dataclass(frozen=True, slots=True)
class DaftarWilayah:
    """All provinces by island group, each with its kabupaten and kota."""

    groups: tuple[RegionGroup, ...]
    count: str
    map: Map | None = None
    source: Link | None = None
    linked: LinkedMap | None = None  # drawn in place of the picture of `map`
    finder: Finder | None = None


@dataclass(frozen=True, slots=True)
class WilayahHalaman:
    """One region with every figure and every release about it."""

    name: str
    code: str
    kind: str  # "Kota", "Kabupaten", "Provinsi"
    parents: tuple[RegionItem, ...] = ()
    figures: tuple[Figure, ...] = ()
    children: DataTable | None = None  # first cell: name with link
    siblings: tuple[RegionItem, ...] = ()
    siblings_title: str = ""
    releases: tuple[ReleaseItem, ...] = ()
    releases_count: str = ""
    kawasan: tuple[KawasanItem, ...] = ()
    institutions: tuple[Link, ...] = ()
    datasets: tuple[Link, ...] = ()  # every table that holds this code; `note` = number of rows
    map: Map | None = None
    paging: Paging | None = None
    narrow: Link | None = None  # to the list of releases, where JavaScript narrows these further
    linked: LinkedMap | None = None  # its parts
    no_figures: str = ""  # says so


@dataclass(frozen=True, slots=True)
class DaftarKawasan:
    items: tuple[KawasanItem, ...]
    count: str
    source: Link | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Kawasan:
    """A metropolitan area. Totals are computed from the member rows; `note` says what is counted whole."""

    name: str
    members: DataTable
    kind: str = ""  # "Kawasan metropolitan"
    basis: str = ""
    basis_status: str = ""  # whether the legal basis was found
    certainty: str = ""
    description: str = ""
    figures: tuple[Figure, ...] = ()
    note: str = ""
    map: Map | None = None
    releases: tuple[ReleaseItem, ...] = ()
    others: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class DaftarInstansi:
    groups: tuple[InstitutionGroup, ...]
    count: str
    long: bool = False  # long enough for a field that looks through it


@dataclass(frozen=True, slots=True)
class InstansiHalaman:
    name: str
    kind: str = ""
    short_name: str = ""
    description: str = ""
    aliases: tuple[str, ...] = ()
    parent: Link | None = None
    units: tuple[Link, ...] = ()
    region: RegionItem | None = None
    website: ExternalLink | None = None
    releases: tuple[ReleaseItem, ...] = ()
    releases_count: str = ""
    datasets: tuple[DatasetItem, ...] = ()
    datasets_count: str = ""
    paging: Paging | None = None
    narrow: Link | None = None  # to the list of releases, where JavaScript narrows these further
    topics: tuple[Link, ...] = ()  # of its releases, most frequent first
    freshness: tuple[str, ...] = ()  # of its data: "Sesuai jadwal: 3"
    more_datasets: Link | None = None  # all of them, where not all are shown
    contact: ContactItem | None = None


@dataclass(frozen=True, slots=True)
class DaftarTopik:
    """All topics: with descriptions, or under their letters where there are many."""

    topics: tuple[TopicItem, ...]
    count: str
    groups: tuple[LetterGroup, ...] = ()


@dataclass(frozen=True, slots=True)
class TopikHalaman:
    name: str
    description: str = ""
    releases: tuple[ReleaseItem, ...] = ()
    releases_count: str = ""
    datasets: tuple[DatasetItem, ...] = ()
    datasets_count: str = ""
    paging: Paging | None = None
    narrow: Link | None = None  # to the list of releases, where JavaScript narrows these further
    institutions: tuple[Link, ...] = ()  # behind its releases, most frequent first
    freshness: tuple[str, ...] = ()  # of its data: "Sesuai jadwal: 3"
    more_datasets: Link | None = None  # all of them, where not all are shown


@dataclass(frozen=True, slots=True)
class HalamanStatis:
    title: str
    html: str
    summary: str = ""
    updated: DateText | None = None
    toc: tuple[TocItem, ...] = ()
    pages: tuple[Link, ...] = ()  # the other statements, this one marked current
    figures: tuple[FigureGroup, ...] = ()  # the cells that its text quotes


@dataclass(frozen=True, slots=True)
class TidakDitemukan:
    """404. Its `akar` is the configured base path, because it is served at any address.

    `other` says the same in the other language of the portal, which its `note` names, and leads to its home page.
    """

    links: tuple[Link, ...] = ()
    other: Link | None = None
