"""Two to five regions side by side, with every figure that the API gives of them (`/bandingkan/`)."""

from __future__ import annotations

from collections.abc import Sequence

from lintas.model import Wilayah
from lintas.outputs import PAGES, Output, Publisher, Tools, page_path
from lintas.packing import digest_of
from lintas.presenting import chrome, finder, items, measures
from lintas.presenting.api import regions as records
from lintas.relate import Site, total
from lintas.rendering import data_block
from lintas.views.comparison import Banding
from lintas.views.comparison_texts import SCRIPT
from lintas.views.parts import Cell, Column, DataTable, Link
from lintas.wording import Words

NAME = "comparison"
ADDRESS = "bandingkan/"
MOST = 5  # regions at once
_ROWS = 60  # regions in the table that stands there without a choice


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    if not site.regions:
        return []
    shown = [
        (region.code, site.figures.get(region.code, ()), site.densities.get(region.code)) for region in _first(site)
    ]
    digest = digest_of(site.base, tuple(site.regions), shown, sorted(_units(site)))
    return [Output(page_path(ADDRESS), NAME, "", digest)]


def _first(site: Site) -> list[Wilayah]:
    """The provinces, or where none has a page the first regions."""
    provinces = [region for region in site.regions.values() if region.level == "provinsi"]
    return provinces or list(site.regions.values())[:_ROWS]


def _units(site: Site) -> set[str]:
    return {figure.unit for code in site.regions for figure in records.figures_of(site, code)}


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    words = tools.renderer.strings
    view = Banding(
        table=_table(site, words),
        data=_data(site, words),
        finder=finder.finder(site, words, "banding"),
    )
    head = chrome.meta(
        site,
        words,
        words["compare"],
        ADDRESS,
        description=words["compare_lead"],
        crumbs=chrome.crumbs(words, Link(words["regions"], "wilayah/")),
    )
    return tools.renderer.page(view, head, "wilayah", page_path(ADDRESS))


def _table(site: Site, words: Words) -> DataTable:
    columns = (
        Column(words["name"]),
        Column(words["region_code"], code=True),
        Column(words["column_penduduk"], numeric=True, unit=words["column_penduduk_unit"]),
        Column(words["column_luas"], numeric=True, unit=words["column_luas_unit"]),
        Column(words["density"], numeric=True, unit=words["unit_density"]),
    )
    rows = tuple(_row(site, region, words) for region in _first(site))
    return DataTable(words["compare_all"], columns, rows)


def _row(site: Site, region: Wilayah, words: Words) -> tuple[Cell, ...]:
    codes = (region.code,)
    people, extent = total(site.figures, codes, "penduduk"), total(site.figures, codes, "luas")
    return (
        Cell(region.name, items.region_item(site, region).path),
        Cell(region.code),
        Cell("" if people is None else words.form.number(people)),
        Cell(measures.area_text(extent, words)),
        Cell(measures.density_text(measures.density(site, codes), words)),
    )


def _data(site: Site, words: Words) -> str:
    number = words.form.number("1234.5")
    return data_block({
        "indeks": finder.INDEX,
        "folder": records.path("").removesuffix(".json"),
        "awalan": "" if words.lang == "id" else f"{words.lang}/",
        "paling": MOST,
        "bahasa": words.lang,
        "pemisah": [number[1], number[-2]],
        "bulan": [words.form.short_date(f"2001-{month:02}-01").split(" ")[1] for month in range(1, 13)],
        "satuan": {unit: words.form.unit_name(unit) for unit in sorted(_units(site)) if unit},
        "teks": {key.removeprefix("compare_"): words[key] for key in SCRIPT},
    })  # fmt: skip


PUBLISHER = Publisher(NAME, _plan, _render, bilingual=PAGES)
