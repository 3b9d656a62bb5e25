"""The list of public information: every release and dataset in sight, by class of UU 14/2008."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from lintas.model import Instansi, SiaranPers
from lintas.presenting import items
from lintas.relate import Himpunan, Site, release_address
from lintas.views.parts import Cell, Column, DataTable
from lintas.wording import Words

PAGE, FILE = "ppid/", "ppid/daftar.csv"
CLASSES = ("berkala", "serta-merta", "setiap-saat")
INLINE = 50  # releases of a class that the list itself shows; more stand on pages of their year
ROWS = 100  # releases on such a page
HEADER = (
    "nomor", "informasi", "klasifikasi", "jenis", "penanggung_jawab", "bentuk", "tanggal", "diperbarui", "alamat",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")  # a spreadsheet would run what begins so


def by_class(site: Site) -> Mapping[str, tuple[SiaranPers, ...]]:
    """Releases in sight by class, newest first."""
    return {kind: tuple(r for r in site.releases if r.classification == kind) for kind in CLASSES}


def by_year(releases: Iterable[SiaranPers]) -> Mapping[str, tuple[SiaranPers, ...]]:
    years: dict[str, list[SiaranPers]] = {}
    for release in releases:
        years.setdefault(release.year, []).append(release)
    return {year: tuple(years[year]) for year in sorted(years, reverse=True)}


def datasets(site: Site, kind: str) -> tuple[Himpunan, ...]:
    """Datasets of a class; one that names none is open at all times like everything here."""
    return tuple(item for item in site.datasets.values() if (item.dataset.classification or "setiap-saat") == kind)


def year_address(kind: str, year: str) -> str:
    return f"{PAGE}{kind}/{year}/"


def word(kind: str) -> str:
    """The part of the name of a text that stands for a class."""
    return kind.replace("-", "_")


def release_table(site: Site, releases: Sequence[SiaranPers], caption: str, words: Words) -> DataTable:
    rows = tuple(
        (
            Cell(release.title, release_address(release)),
            Cell(_name(owner_of(site, release)) or _agency(site)),
            Cell(words["form_release"]),
            Cell(words.form.short_date(release.published)),
        )
        for release in releases
    )
    return DataTable(caption, _columns(words), rows)


def dataset_table(site: Site, shown: Sequence[Himpunan], caption: str, words: Words) -> DataTable:
    rows = tuple(
        (
            Cell(item.dataset.title, f"data/{item.dataset.slug}/"),
            Cell(_name(site.institutions.get(item.dataset.institution.text)) or _agency(site)),
            Cell(", ".join(items.formats(item))),
            Cell(words.form.short_date(item.dataset.updated)),
        )
        for item in shown
    )
    return DataTable(caption, _columns(words), rows)


def _columns(words: Words) -> tuple[Column, ...]:
    names = ("column_information", "column_unit_in_charge", "column_form", "column_time")
    return tuple(Column(words[name], wide=name == "column_information") for name in names)


def owner_of(site: Site, release: SiaranPers) -> Instansi | None:
    """The institution that issued a release, which stands first."""
    return next((site.institutions[ref.text] for ref in release.institutions if ref.text in site.institutions), None)


def _name(institution: Instansi | None) -> str:
    return institution.name if institution else ""


def _agency(site: Site) -> str:
    """Who answers where nothing else is said."""
    return _name(site.institutions.get(site.settings.agency)) or site.settings.title


def rows(site: Site, words: Words) -> Iterable[tuple[str, ...]]:
    """The CSV without its header: datasets first, then releases, in the order of the classes."""
    base, number = site.settings.base_url, 0
    grouped = by_class(site)
    for kind in CLASSES:
        for item in datasets(site, kind):
            number += 1
            data = item.dataset
            owner = _name(site.institutions.get(data.institution.text)) or _agency(site)
            form = ", ".join(items.formats(item))
            told = (data.title, kind, "himpunan data", owner, form, (data.created or data.updated)[:10], data.updated)
            yield (str(number), *map(safe, told), f"{base}data/{data.slug}/")
        for release in grouped[kind]:
            number += 1
            owner = _name(owner_of(site, release)) or _agency(site)
            day = release.published[:10]
            told = (release.title, kind, "siaran pers", owner, words["form_release"], day, _changed(release) or day)
            yield (str(number), *map(safe, told), base + release_address(release))


def _changed(release: SiaranPers) -> str:
    return max((entry.date[:10] for entry in release.corrections), default="")


def safe(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
