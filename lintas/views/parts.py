"""Pieces that pages share: everything a template may read, ready to print.

Texts are final (dates, numbers and units in the page's language); tuples are in the order shown; `path` is a site
path without leading slash, printed as `{{ akar }}{{ path }}`; `url` is absolute; "", `None` or `()` is left out.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A link within the site. `note` is small text beside it, `count` a formatted number of what it leads to."""

    text: str
    path: str
    note: str = ""
    count: str = ""
    current: bool = False  # this very page, or the chosen filter


@dataclass(frozen=True, slots=True)
class ExternalLink:
    """A link out of the site; without `url` the text is printed alone."""

    text: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class DateText:
    """A date as read ("4 Juli 2025") and as machines read it ("2025-07-04", or a date-time with zone)."""

    text: str
    iso: str


@dataclass(frozen=True, slots=True)
class LinkGroup:
    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class TocItem:
    id: str
    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paging:
    text: str  # "Halaman 2 dari 7"
    pages: tuple[Link, ...]
    previous: Link | None = None
    next: Link | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """One number that matters. `rank_text` such as "peringkat 5 dari 514"; `rank_total` 0 = no strip below it."""

    label: str
    value: str
    unit: str = ""
    date: str = ""
    source: Link | None = None
    note: str = ""
    rank_text: str = ""
    rank: int = 0
    rank_total: int = 0
    path: str = ""  # page the label leads to


@dataclass(frozen=True, slots=True)
class Embed:
    """How others show a figure: its page of its own, and the code that puts it into theirs."""

    path: str
    code: str


@dataclass(frozen=True, slots=True)
class Map:
    """A static SVG file drawn by the build. `alt` is the full text alternative; sizes are CSS pixels as text."""

    path: str
    alt: str
    width: str
    height: str
    caption: str = ""
    source: Link | None = None
    legend: tuple[str, ...] = ()
    title: str = ""
    png: str = ""  # site path of the picture in pixels; "" = the browser makes it when it is asked for
    file: str = ""  # name under which it is saved
    embed: Embed | None = None


@dataclass(frozen=True, slots=True)
class PictureSource:
    """Files of one form, for browsers that know it; each with its width in pixels."""

    type: str  # media type
    files: tuple[tuple[str, str], ...]  # site path and width, narrow ones first


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo. `path` is the file for every browser; `sources` come before it, the best form first."""

    path: str
    alt: str
    width: str = ""
    height: str = ""
    caption: str = ""
    credit: str = ""
    sources: tuple[PictureSource, ...] = ()
    sizes: str = ""  # how wide the picture is shown, as `sizes` of HTML


@dataclass(frozen=True, slots=True)
class Cell:
    text: str  # "" = missing
    path: str = ""
    note: str = ""
    share: int = 0  # length of a bar below the value, percent of the longest; 0 = none


@dataclass(frozen=True, slots=True)
class Column:
    title: str
    numeric: bool = False
    unit: str = ""
    code: bool = False  # region codes and other identifiers: never broken over lines
    wide: bool = False  # sentences, which need room


@dataclass(frozen=True, slots=True)
class DataTable:
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]  # the first cell of each row is its header
    total: tuple[Cell, ...] = ()
    source: Link | None = None
    note: str = ""
    lang: str = ""  # of what stands in its cells, where it is not that of the page


@dataclass(frozen=True, slots=True)
class ReleaseItem:
    """A release in a list. `lang` is set when it differs from the page's language."""

    title: str
    path: str
    date: DateText
    numbers: tuple[str, ...] = ()
    summary: str = ""
    place: str = ""
    institution: str = ""
    lang: str = ""
    label: str = ""  # what became of it: "Diralat", "Diganti"


@dataclass(frozen=True, slots=True)
class DatasetItem:
    """A dataset in a list. `formats` such as ("CSV", "XLSX"); `rows` such as "514 baris"; `period` its time cover."""

    title: str
    path: str
    description: str = ""
    institution: str = ""
    updated: DateText | None = None
    period: str = ""
    rows: str = ""
    formats: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RegionItem:
    code: str
    name: str
    path: str
    kind: str = ""
    note: str = ""  # "27 kabupaten/kota"
    children: tuple[RegionItem, ...] = ()


@dataclass(frozen=True, slots=True)
class RegionGroup:
    title: str  # an island group, such as "Sumatra"
    regions: tuple[RegionItem, ...]


@dataclass(frozen=True, slots=True)
class KawasanItem:
    name: str
    path: str
    basis: str = ""
    members: str = ""  # "9 kabupaten/kota"
    population: str = ""
    area: str = ""
    certainty: str = ""
    note: str = ""  # how many members are counted whole though they belong only in part


@dataclass(frozen=True, slots=True)
class InstitutionItem:
    name: str
    path: str
    short_name: str = ""
    note: str = ""
    releases: str = ""  # "3 siaran pers"
    datasets: str = ""  # "2 himpunan data"


@dataclass(frozen=True, slots=True)
class InstitutionGroup:
    title: str
    institutions: tuple[InstitutionItem, ...]


@dataclass(frozen=True, slots=True)
class TopicItem:
    name: str
    path: str
    description: str = ""
    releases: str = ""
    datasets: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    role: str = ""
    institution: Link | None = None


@dataclass(frozen=True, slots=True)
class Regulation:
    short: str
    title: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class ContactItem:
    """`phone_href` is the E.164 number for a tel: link, "" when the phone text is not one number."""

    unit: str = ""
    name: str = ""
    email: str = ""
    phone: str = ""
    phone_href: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class FileItem:
    """A file to download. `label` is read aloud before the format: "Unduh Penduduk kabupaten dan kota"."""

    format: str  # "CSV"
    label: str
    path: str
    size: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class ContributorItem:
    role: str
    name: str
    path: str = ""
    url: str = ""
