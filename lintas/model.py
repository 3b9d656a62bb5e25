"""The nouns of the portal: frozen dataclasses only, no behaviour, no I/O.

Two worlds. *Authored* values (what `Catalogue` holds) keep references as `Ref`, text with its place. *Related* values
(what `Site` holds, see `relate`) are reached by key. Dates are ISO 8601 text (`2025-07-04` or
`2025-07-04T13:00:00+07:00`) so that values hash and compare as they were written.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference as an author typed it, with the place where it stands (1-based; 0 = unknown)."""

    text: str
    line: int = 0
    column: int = 0


# --- sources -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Source:
    """A file below the portal root. `path` is POSIX and relative; `digest` is SHA-256 in hex of its bytes."""

    path: str
    kind: str  # settings, siaran, halaman, instansi, topik, media, dataset, theme
    digest: str
    size: int  # bytes


# --- settings ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Contact:
    email: str = ""
    phone: str = ""
    address: str = ""
    name: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Features:
    """Switches for costly outputs (`fitur` in situs.yaml)."""

    xlsx: bool = True
    parquet: bool = True
    json: bool = True
    zip: bool = True
    maps: bool = True
    release_dataset: bool = True  # the generated dataset "siaran-pers"
    regions: str = "semua"  # semua | terkait | tidak: which regions get a page


@dataclass(frozen=True, slots=True)
class Settings:
    title: str
    tagline: str = ""
    agency: str = ""  # slug of the publishing institution, or "" when none is declared
    base_url: str = "https://example.go.id/"  # always ends with "/"
    contact: Contact = Contact()
    languages: tuple[str, ...] = ("id",)
    licence: str = "CC-BY-4.0"  # SPDX id of the content
    number_profile: str = ""
    demonstration: bool = False
    features: Features = Features()
    page_size: int = 20  # releases on one list page


# --- prose ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Prose:
    """Markdown turned into safe HTML. The HTML names internal link targets by slot: `href="slot:0"` is `links[0]`."""

    html: str
    links: tuple[Ref, ...] = ()  # internal link and image targets, in order of slot number
    headings: tuple[Heading, ...] = ()
    text: str = ""  # the first 300 characters as plain text


# --- releases and pages --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Orang:
    name: str
    role: str = ""
    institution: str = ""


@dataclass(frozen=True, slots=True)
class Foto:
    file: Ref  # path below content/media/
    alt: str
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Peraturan:
    """A regulation that a release rests on. `short` such as "Perpres 12/2025", `title` the full name."""

    short: str
    title: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class SiaranPers:
    """One press release as authored."""

    path: str
    digest: str
    slug: str
    year: str
    title: str
    published: str  # date, or date-time with zone
    numbers: tuple[Ref, ...] = ()
    place: str = ""
    event_start: str = ""
    event_end: str = ""
    summary: str = ""
    institutions: tuple[Ref, ...] = ()
    regions: tuple[Ref, ...] = ()
    topics: tuple[Ref, ...] = ()
    regulations: tuple[Peraturan, ...] = ()
    people: tuple[Orang, ...] = ()
    photos: tuple[Foto, ...] = ()
    datasets: tuple[Ref, ...] = ()
    contacts: tuple[Contact, ...] = ()
    classification: str = "berkala"  # berkala | serta-merta | setiap-saat
    language: str = "id"
    status: str = "terbit"  # terbit | draf
    links: tuple[Ref, ...] = ()
    headings: tuple[Heading, ...] = ()
    excerpt: str = ""


@dataclass(frozen=True, slots=True)
class Halaman:
    """A standing page such as /tentang/."""

    path: str
    digest: str
    slug: str
    title: str
    summary: str = ""
    updated: str = ""
    links: tuple[Ref, ...] = ()
    headings: tuple[Heading, ...] = ()
    excerpt: str = ""


@dataclass(frozen=True, slots=True)
class Instansi:
    path: str
    slug: str
    name: str
    short_name: str = ""
    kind: str = ""  # kementerian, lembaga, pemerintah-provinsi, pemerintah-kabupaten, pemerintah-kota, unit, lainnya
    parent: Ref = Ref("")
    region: Ref = Ref("")
    website: str = ""
    description: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Topik:
    slug: str
    name: str
    description: str = ""
    line: int = 0


# --- datasets ------------------------------------------------------------------------------------------------------


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
    institution: Ref = Ref("")
    topics: tuple[Ref, ...] = ()
    temporal_start: str = ""
    temporal_end: str = ""
    spatial: tuple[Ref, ...] = ()
    frequency: str = ""
    classification: str = "setiap-saat"
    notes: tuple[str, ...] = ()  # caveats, shown with the data
    role: str = ""  # kode-wilayah | batas-wilayah | kawasan | siaran-pers | ""
    resources: tuple[Resource, ...] = ()


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
    kind: str  # xlsx | json | parquet | descriptor | zip | checksums
    resource: str  # "" = of the whole package
    key: str  # the bytes in the store
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class PackageFacts:
    slug: str
    tables: tuple[TableFacts, ...] = ()
    exports: tuple[ExportFacts, ...] = ()


# --- regions -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Wilayah:
    """A region of the Kemendagri register. `code` is text such as "32.75"; `parent` is "" for a province."""

    code: str
    name: str  # full name, e.g. "Kota Bekasi"
    level: str  # provinsi | kabkota | kecamatan
    kind: str  # provinsi | kabupaten | kota | kecamatan
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Anggota:
    """One member of a metropolitan area, a row of the table `anggota` of the dataset with the role kawasan."""

    area: str  # slug
    area_name: str
    code: str
    partial: bool = False  # only a part of the regency belongs to it
    basis: str = ""
    certainty: str = ""
    status: str = ""  # whether the legal basis was found: dikutip | belum-ditemukan | belum-ada
    note: str = ""


@dataclass(frozen=True, slots=True)
class RincianKawasan:
    """A metropolitan area as a whole, a row of the table `kawasan` of the dataset with the role kawasan."""

    area: str  # slug
    kind: str = ""  # metropolitan | aglomerasi
    basis: str = ""
    status: str = ""
    note: str = ""


# --- everything that was authored ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What was written, before references are resolved. Tuples are in path order."""

    settings: Settings
    releases: tuple[SiaranPers, ...] = ()
    pages: tuple[Halaman, ...] = ()
    institutions: tuple[Instansi, ...] = ()
    topics: tuple[Topik, ...] = ()
    datasets: tuple[Dataset, ...] = ()
    facts: tuple[PackageFacts, ...] = ()  # one for each dataset, same order
    members: tuple[Anggota, ...] = ()
    areas: tuple[RincianKawasan, ...] = ()
    media: tuple[Source, ...] = ()
    theme: tuple[Source, ...] = ()
