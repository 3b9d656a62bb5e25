"""Everything that was authored."""

from __future__ import annotations

from dataclasses import dataclass

from lintas.model.data import Dataset, PackageFacts
from lintas.model.places import Anggota, RincianKawasan
from lintas.model.settings import Settings
from lintas.model.sources import Source
from lintas.model.texts import Halaman, Instansi, SiaranPers, Topik


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
