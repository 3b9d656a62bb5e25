"""Names that cannot become addresses: those that the portal itself uses, and keys of areas that are no slugs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintas import formatting
from lintas.diagnostics import Diagnostic, Span, fault
from lintas.model import Catalogue

PAGES = frozenset(
    """
aset bandingkan cek-keaslian data en foto index instansi jadwal kawasan keaslian koreksi laporan media mutu peta ppid
siaran-pers topik umpan wilayah
""".split()
)
DATASETS = frozenset("format halaman instansi katalog.csv kemutakhiran saring.json tahun topik wilayah".split())
_GENERATED = "siaran-pers"  # the dataset that the build makes from the releases
_CONTENT = "datasets/"
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def reserved(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A fault for every page, authored dataset and area with such a name."""
    for page in catalogue.pages:
        if page.slug in PAGES:
            yield fault("TAU111", Span(page.path), value=page.slug)
    taken = DATASETS | ({_GENERATED} if catalogue.settings.features.release_dataset else frozenset())
    for dataset in catalogue.datasets:
        if dataset.slug in taken and dataset.path.startswith(_CONTENT):
            yield fault("TAU111", Span(dataset.path), value=dataset.slug)
    yield from _areas(catalogue)


def _areas(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Areas are named by cells of a table, so their keys are judged here, where they become addresses."""
    place = next((Span(dataset.path) for dataset in catalogue.datasets if dataset.role == "kawasan"), Span(""))
    for key in sorted({member.area for member in catalogue.members}):
        if not _SLUG.fullmatch(key):
            yield fault("TAU113", place, value=key, hint=formatting.slug(key))
