"""Everything that was authored."""

from __future__ import annotations

from dataclasses import dataclass

from lintas.model.agenda import Agenda
from lintas.model.authenticity import UNSIGNED, Tertanda
from lintas.model.data import Dataset, PackageFacts
from lintas.model.figures import Bound
from lintas.model.papers import PaperFacts
from lintas.model.pictures import PictureFacts
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
    agenda: tuple[Agenda, ...] = ()
    theme: tuple[Source, ...] = ()
    bound: tuple[Bound, ...] = ()  # figures of texts bound to data, by texts and places
    synonyms: tuple[tuple[str, ...], ...] = ()  # the agency's own, for the search
    signed: Tertanda = UNSIGNED  # the signature of the manifest of releases
    papers: tuple[PaperFacts, ...] = ()  # releases as PDF, known when all is related
    pictures: tuple[PictureFacts, ...] = ()  # those of `media` that are pictures and can be shown
