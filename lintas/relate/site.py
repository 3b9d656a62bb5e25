"""The related site: every reference resolved, every list in its order. Values only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lintas.model import (
    UNPROVED,
    UNSIGNED,
    Anggota,
    Bound,
    Dataset,
    Halaman,
    Instansi,
    PackageFacts,
    PaperFacts,
    PictureFacts,
    Proof,
    RincianKawasan,
    Settings,
    SiaranPers,
    Source,
    Tertanda,
    Topik,
    Wilayah,
)
from lintas.quality import Freshness
from lintas.relate.agenda import Janji
from lintas.relate.columns import Rujukan
from lintas.relate.quotations import Place

CERTAINTIES = ("rendah", "sedang", "tinggi")  # of a member of an area, lowest first


@dataclass(frozen=True, slots=True)
class Angka:
    """One indicator of one region. `value` is the cell as written; rank 1 is the largest of `ranked` of its level."""

    indicator: str
    label: str
    value: str
    unit: str
    date: str  # ISO, end of the table's time cover
    dataset: str
    aggregate: str
    rank: int = 0
    ranked: int = 0
    table: str = ""
    column: str = ""


@dataclass(frozen=True, slots=True)
class Himpunan:
    """A dataset with what was computed from it."""

    dataset: Dataset
    facts: PackageFacts


@dataclass(frozen=True, slots=True)
class Kawasan:
    slug: str
    name: str
    members: tuple[Anggota, ...]
    details: RincianKawasan

    @property
    def basis(self) -> str:
        """The legal basis of the area; of its first member where no row describes the area."""
        return self.details.basis or self.members[0].basis

    @property
    def certainty(self) -> str:
        """The lowest certainty of the members: a list is as certain as its least certain row."""
        stated = [member.certainty for member in self.members]
        return next((level for level in CERTAINTIES if level in stated), stated[0])

    @property
    def partial(self) -> bool:
        """Whether a member belongs to it only in part, so that totals over whole members are too large."""
        return any(member.partial for member in self.members)


@dataclass(frozen=True, slots=True)
class Site:
    """All that publishers may read. Releases are newest first everywhere; mappings keep the order of their pages."""

    settings: Settings
    base: str  # digest of what every page depends on: engine, theme, settings, names of all that can be linked
    releases: tuple[SiaranPers, ...]
    positions: Mapping[str, int]  # content path → index in `releases`
    pages: tuple[Halaman, ...]
    institutions: Mapping[str, Instansi]
    topics: Mapping[str, Topik]
    datasets: Mapping[str, Himpunan]
    regions: Mapping[str, Wilayah]  # those that have a page
    areas: Mapping[str, Kawasan]
    figures: Mapping[str, tuple[Angka, ...]]  # by region code; an indicator once per dataset
    densities: Mapping[str, Angka]  # by region code; computed, of no dataset
    targets: Mapping[str, tuple[str, ...]]  # content path → address of each link slot
    by_year: Mapping[str, tuple[SiaranPers, ...]]
    by_topic: Mapping[str, tuple[SiaranPers, ...]]
    by_institution: Mapping[str, tuple[SiaranPers, ...]]
    by_region: Mapping[str, tuple[SiaranPers, ...]]  # a region and all regions within it
    by_dataset: Mapping[str, tuple[SiaranPers, ...]]
    media: Mapping[str, Source]
    theme: tuple[Source, ...]
    freshness: Mapping[str, Freshness]  # by dataset
    withdrawn: tuple[SiaranPers, ...] = ()  # published once; they stand in no other list
    replaced: Mapping[str, tuple[SiaranPers, ...]] = field(default_factory=dict)  # slug → releases that it replaces
    agenda: tuple[Janji, ...] = ()  # the calendar, earliest first
    by_slug: Mapping[str, SiaranPers] = field(default_factory=dict)  # of those in `releases`
    references: tuple[Rujukan, ...] = ()  # between columns of datasets, in the order of their sources
    pictures: Mapping[str, PictureFacts] = field(default_factory=dict)  # by content path; those in `media`
    sharing: Mapping[str, tuple[int, ...]] = field(default_factory=dict)  # topic, region, … → positions, ascending
    bound: Mapping[str, tuple[Bound, ...]] = field(default_factory=dict)  # content path → its figures bound to data
    quoted: Mapping[str, tuple[Bound, ...]] = field(default_factory=dict)  # dataset → figures that are taken from it
    rows: Mapping[Place, str] = field(default_factory=dict)  # quoted row → its id on the page of the dataset
    papers: Mapping[str, PaperFacts] = field(default_factory=dict)  # by content path of the release
    synonyms: tuple[tuple[str, ...], ...] = ()  # groups of expressions that mean the same, the agency's own
    news: tuple[SiaranPers, ...] = ()  # those in `releases` that came out within the last two days
    secured: bool = False  # there is a contact for reports of weaknesses, and it has not expired
    proof: Proof = UNPROVED  # from what it is built; told by the report alone
    signed: Tertanda = UNSIGNED  # the signature of the manifest of releases
    language: str = "id"
    translations: Mapping[str, tuple[SiaranPers, ...]] = field(default_factory=dict)  # slug → as they are published
    others: Mapping[str, Site] = field(default_factory=dict)  # the same portal in its other languages
    waiting: tuple[Halaman, ...] = ()  # standing pages that this language lacks
    repeated: Mapping[str, tuple[Angka, ...]] = field(default_factory=dict)  # by region code; what `figures` leaves out


def release_address(release: SiaranPers) -> str:
    """Site path of a release's page."""
    return f"siaran-pers/{release.year}/{release.slug}/"


def identity(releases: Iterable[SiaranPers]) -> tuple[str, ...]:
    """What stands in the digest of a page that lists releases: their text and, because it links to them, their path.

    The excerpt of a release with figures bound to data may hold what the data says.
    """
    return tuple(f"{r.path} {r.digest}{r.original} {r.excerpt if r.bindings else ''}".rstrip() for r in releases)
