"""Names that the portal itself uses as addresses and that no page or dataset may take."""

from __future__ import annotations

from collections.abc import Iterator

from lintas.diagnostics import Diagnostic, Span, fault
from lintas.model import Catalogue

PAGES = frozenset("aset data index instansi kawasan laporan media mutu peta siaran-pers topik umpan wilayah".split())
DATASETS = frozenset("format instansi katalog.csv topik".split())
_GENERATED = "siaran-pers"  # the dataset that the build makes from the releases
_CONTENT = "datasets/"


def reserved(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A fault for every page and every authored dataset with such a name."""
    for page in catalogue.pages:
        if page.slug in PAGES:
            yield fault("TAU111", Span(page.path), value=page.slug)
    taken = DATASETS | ({_GENERATED} if catalogue.settings.features.release_dataset else frozenset())
    for dataset in catalogue.datasets:
        if dataset.slug in taken and dataset.path.startswith(_CONTENT):
            yield fault("TAU111", Span(dataset.path), value=dataset.slug)
