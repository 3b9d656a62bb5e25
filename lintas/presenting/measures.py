"""Figures as views: number, unit, date, source, rank."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from lintas.relate import Angka, Site, number, total
from lintas.views.parts import Figure, Link
from lintas.wording import Words

FIRST = ("penduduk", "luas")  # the figures by which a region is known; its density follows from them
LEVELS = {0: "level_province", 1: "level_regency"}


def region_figures(site: Site, code: str, words: Words) -> tuple[Figure, ...]:
    """Population, area and density of a region, then its other figures in the order of their tables."""
    known = site.figures.get(code, ())
    shown = [angka for indicator in FIRST for angka in known if angka.indicator == indicator]
    shown += [site.densities[code]] if code in site.densities else []
    shown += [angka for angka in known if angka.indicator not in FIRST]
    return tuple(_figure(site, angka, words[LEVELS[code.count(".")]], words) for angka in shown)


def _figure(site: Site, angka: Angka, level: str, words: Words) -> Figure:
    """A figure of a table, or one that was computed from tables and belongs to none."""
    rank = words["rank_of"].format(n=words.form.number(angka.rank), total=words.form.number(angka.ranked), level=level)
    return Figure(
        label=angka.label if angka.dataset else words["density"],
        value=words.form.number(angka.value) if angka.dataset else density_text(Decimal(angka.value), words),
        unit=words.form.unit_name(angka.unit),
        date=words.form.long_date(angka.date) if angka.date else "",
        source=source(site, angka.dataset) if angka.dataset else None,
        note="" if angka.dataset else words["density_note"],
        rank_text=rank if angka.rank else "",
        rank=angka.rank,
        rank_total=angka.ranked,
    )


def source(site: Site, slug: str) -> Link:
    return Link(site.datasets[slug].dataset.title, f"data/{slug}/")


def sums(site: Site, codes: Iterable[str], words: Words) -> tuple[Figure, ...]:
    """Population, area and density of regions taken together; what cannot be summed whole is left out."""
    members = tuple(codes)
    figures = []
    for indicator in FIRST:
        value = total(site.figures, members, indicator)
        sample = next((a for code in members for a in site.figures.get(code, ()) if a.indicator == indicator), None)
        if value is not None and sample is not None:
            figures.append(
                Figure(
                    label=sample.label,
                    value=area_text(value, words) if indicator == "luas" else words.form.number(value),
                    unit=words.form.unit_name(sample.unit),
                    date=words.form.long_date(sample.date) if sample.date else "",
                    source=source(site, sample.dataset),
                )
            )
    dense = density(site, members)
    return (*figures, _density_figure(site, members, dense, words)) if dense is not None else tuple(figures)


def density(site: Site, codes: tuple[str, ...]) -> Decimal | None:
    """People per km²: total population over total area; None when either is not known for every code."""
    people, area = total(site.figures, codes, "penduduk"), total(site.figures, codes, "luas")
    return people / area if people is not None and area else None


def density_text(value: Decimal | None, words: Words) -> str:
    """People per km², whole from a hundred on: finer digits would say more than the tables know."""
    return "" if value is None else words.form.number(value, 0 if value >= 100 else 1)


def area_text(value: Decimal | None, words: Words) -> str:
    """km² as the tables give them, with three decimals at most; whole from a hundred thousand on."""
    if value is None:
        return ""
    if value >= 100_000:
        return words.form.number(value, 0)
    return words.form.number(value, 3) if value != round(value, 3) else words.form.number(value)


def _density_figure(site: Site, codes: tuple[str, ...], value: Decimal, words: Words) -> Figure:
    parts = [a for a in site.figures.get(codes[0], ()) if a.indicator in {"penduduk", "luas"}]
    return Figure(
        label=words["density"],
        value=density_text(value, words),
        unit=words["unit_density"],
        date=words.form.long_date(max(a.date for a in parts)),
        note=words["density_note"],
    )


def cell_value(site: Site, code: str, indicator: str) -> Decimal | None:
    """One indicator of one region as a number."""
    return next((number(a.value) for a in site.figures.get(code, ()) if a.indicator == indicator), None)
