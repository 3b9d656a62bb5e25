"""The related site: every reference resolved, every list in its order. Values only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lintas.model import (
    Anggota,
    Dataset,
    Halaman,
    Instansi,
    PackageFacts,
    Settings,
    SiaranPers,
    Source,
    Topik,
    Wilayah,
)


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
    figures: Mapping[str, tuple[Angka, ...]]  # by region code
    targets: Mapping[str, tuple[str, ...]]  # content path → address of each link slot
    by_year: Mapping[str, tuple[SiaranPers, ...]]
    by_topic: Mapping[str, tuple[SiaranPers, ...]]
    by_institution: Mapping[str, tuple[SiaranPers, ...]]
    by_region: Mapping[str, tuple[SiaranPers, ...]]  # a region and all regions within it
    by_dataset: Mapping[str, tuple[SiaranPers, ...]]
    media: Mapping[str, Source]
    theme: tuple[Source, ...]


def release_address(release: SiaranPers) -> str:
    """Site path of a release's page."""
    return f"siaran-pers/{release.year}/{release.slug}/"
