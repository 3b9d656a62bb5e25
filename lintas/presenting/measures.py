"""Figures as views: number, unit, date, source, rank."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from lintas import formatting
from lintas.relate import Angka, Site, number, total
from lintas.views.parts import Figure, Link

LEVELS = {0: "level_province", 1: "level_regency"}


def region_figures(site: Site, code: str, words: Mapping[str, str]) -> tuple[Figure, ...]:
    """Every figure of a region, then its density where population and area are both known."""
    shown = site.figures.get(code, ())
    figures = [_figure(site, angka, words[LEVELS[code.count(".")]], words) for angka in shown]
    dense = density(site, (code,))
    if dense is not None:
        figures.insert(0 if not figures else len(figures), _density_figure(site, (code,), dense, words))
    return tuple(figures)


def _figure(site: Site, angka: Angka, level: str, words: Mapping[str, str]) -> Figure:
    return Figure(
        label=angka.label,
        value=formatting.number(angka.value),
        unit=formatting.unit_name(angka.unit),
        date=formatting.long_date(angka.date) if angka.date else "",
        source=source(site, angka.dataset),
        rank_text=words["rank_of"].format(
            n=formatting.number(angka.rank), total=formatting.number(angka.ranked), level=level
        )
        if angka.rank
        else "",
        rank=angka.rank,
        rank_total=angka.ranked,
    )


def source(site: Site, slug: str) -> Link:
    return Link(site.datasets[slug].dataset.title, f"data/{slug}/")


def sums(site: Site, codes: Iterable[str], words: Mapping[str, str]) -> tuple[Figure, ...]:
    """Population, area and density of regions taken together; what cannot be summed whole is left out."""
    members = tuple(codes)
    figures = []
    for indicator in ("penduduk", "luas"):
        value = total(site.figures, members, indicator)
        sample = next((a for code in members for a in site.figures.get(code, ()) if a.indicator == indicator), None)
        if value is not None and sample is not None:
            figures.append(
                Figure(
                    label=sample.label,
                    value=formatting.number(value),
                    unit=formatting.unit_name(sample.unit),
                    date=formatting.long_date(sample.date) if sample.date else "",
                    source=source(site, sample.dataset),
                )
            )
    dense = density(site, members)
    return (*figures, _density_figure(site, members, dense, words)) if dense is not None else tuple(figures)


def density(site: Site, codes: tuple[str, ...]) -> Decimal | None:
    """People per km²: total population over total area; None when either is not known for every code."""
    people, area = total(site.figures, codes, "penduduk"), total(site.figures, codes, "luas")
    return people / area if people is not None and area else None


def _density_figure(site: Site, codes: tuple[str, ...], value: Decimal, words: Mapping[str, str]) -> Figure:
    parts = [a for a in site.figures.get(codes[0], ()) if a.indicator in {"penduduk", "luas"}]
    return Figure(
        label=words["density"],
        value=formatting.number(value, 0 if value >= 100 else 1),
        unit=words["unit_density"],
        date=formatting.long_date(max(a.date for a in parts)),
        note=words["density_note"],
    )


def cell_value(site: Site, code: str, indicator: str) -> Decimal | None:
    """One indicator of one region as a number."""
    return next((number(a.value) for a in site.figures.get(code, ()) if a.indicator == indicator), None)
