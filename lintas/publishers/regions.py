"""Regions: the index by island group, and a page for each province, kabupaten and kota."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from lintas import wilayah
from lintas.model import Instansi, Wilayah
from lintas.outputs import PAGES, Output, Publisher, Tools, page_path
from lintas.packing import digest_of, packer
from lintas.presenting import atlas, chrome, finder, items, linked, linked_maps, measures, standing
from lintas.relate import Kawasan, Site, identity
from lintas.views import pages
from lintas.views.parts import Cell, Column, DataTable, Link, RegionGroup, RegionItem
from lintas.wording import Words

NAME = "regions"
LIST = "wilayah/"
# The first digit of a Kemendagri code is the island group (Permendagri 58/2021, structure of the codes).
_ISLANDS = {
    "1": "island_1", "2": "island_1", "3": "island_3", "5": "island_5", "6": "island_6", "7": "island_7",
    "8": "island_8", "9": "island_9",
}  # fmt: skip


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    if not site.regions:
        return []
    drawn = atlas.boundaries(site)
    mapped = drawn.dataset.digest if drawn else ""
    planned = [Output(page_path(LIST), NAME, "", digest_of(site.base, mapped, tuple(site.regions)))]
    mentioned = _mentions(site)
    for code in site.regions:
        planned += _pages(site, code, mapped, mentioned.get(code, ()))
    return planned


def _mentions(site: Site) -> Mapping[str, tuple[str, ...]]:
    """Region code → slugs of the datasets that hold a figure of it."""
    found: dict[str, tuple[str, ...]] = {}
    for code, figures in site.figures.items():
        found[code] = tuple(dict.fromkeys(figure.dataset for figure in figures))
    return found


def _pages(site: Site, code: str, mapped: str, datasets: tuple[str, ...]) -> Iterator[Output]:
    releases = site.by_region.get(code, ())
    slices = items.slices(releases, site.settings.page_size)
    below = [child.code for child in wilayah.children(code) if child.code in site.regions]
    figures = [site.figures.get(key, ()) for key in (code, *below)]
    dense = site.densities.get(code)
    shown_too = (*below, *(other.code for other in _siblings(site, site.regions[code])), _around(site, code))
    own = digest_of(site.base, mapped, figures, dense, shown_too, [site.datasets[s].dataset.digest for s in datasets])
    for page, shown in enumerate(slices, start=1):
        address = items.page_address(f"{LIST}{code}/", page)
        digest = digest_of(own, len(releases), len(slices), identity(shown))
        newest = shown[0].published if shown else ""
        dates = [site.datasets[s].dataset.updated for s in datasets]
        yield Output(page_path(address), NAME, f"{code} {page}", digest, max([newest, *dates]))


def _around(site: Site, code: str) -> tuple[object, ...]:
    """What a region's page says of others: its metropolitan areas with their totals, and the institutions there."""
    areas = _areas(site, code)
    figures = [site.figures.get(member.code, ()) for area in areas for member in area.members]
    seated = [institution.slug for institution in _seated(site, code)]
    return [packer(Kawasan)(area) for area in areas], figures, seated


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    if not output.subject:
        return _index(site, tools)
    code, page = output.subject.split(" ")
    return _region(site, site.regions[code], int(page), tools)


def _index(site: Site, tools: Tools) -> bytes:
    words = tools.renderer.strings
    groups: dict[str, list[RegionItem]] = {}
    for region in site.regions.values():
        if region.level == "provinsi":
            below = [child for child in wilayah.children(region.code) if child.code in site.regions]
            children = tuple(items.region_item(site, child) for child in below)
            note = items.count(words, "n_children", len(below))
            group = groups.setdefault(words.get(_ISLANDS.get(region.code[0], ""), ""), [])
            group.append(items.region_item(site, region, note, children))
    view = pages.DaftarWilayah(
        groups=tuple(RegionGroup(title, tuple(regions)) for title, regions in groups.items()),
        count=region_count(site, words),
        map=atlas.country_map(site, tools),
        linked=linked_maps.provinces(site, tools, words),
        finder=finder.finder(site, words, "cari-wilayah"),
    )
    head = chrome.meta(
        site, words, words["regions"], LIST, description=words["regions_lead"], crumbs=chrome.crumbs(words)
    )
    return tools.renderer.page(view, head, "wilayah", page_path(LIST))


def region_count(site: Site, words: Words) -> str:
    provinces = sum(region.level == "provinsi" for region in site.regions.values())
    return words["n_regions"].format(
        provinces=words.form.number(provinces), regencies=words.form.number(len(site.regions) - provinces)
    )


def _region(site: Site, region: Wilayah, page: int, tools: Tools) -> bytes:
    words = tools.renderer.strings
    slices = items.slices(site.by_region.get(region.code, ()), site.settings.page_size)
    parent = site.regions.get(region.parent)
    full = f"{region.name} ({region.code})"
    above = (Link(parent.name, f"{LIST}{parent.code}/"),) if parent else ()
    title = items.paged_title(full, page, len(slices), words)
    lead = words["region_lead"].format(name=region.name, code=region.code)
    own = items.page_address(f"{LIST}{region.code}/", page)
    head = chrome.meta(
        site,
        words,
        title,
        own,
        description=items.lead_of(title, full, lead),
        crumbs=chrome.crumbs(words, Link(words["regions"], LIST), *above),
    )
    if page == 1:
        head = linked.located(site, head, region, atlas.boxes(site, tools).get(region.code))
    return tools.renderer.page(_view(site, region, page, tools), head, "wilayah", page_path(own))


def _view(site: Site, region: Wilayah, page: int, tools: Tools) -> pages.WilayahHalaman:
    words, first = tools.renderer.strings, page == 1
    releases = site.by_region.get(region.code, ())
    slices = items.slices(releases, site.settings.page_size)
    parent = site.regions.get(region.parent)
    return pages.WilayahHalaman(
        name=region.name,
        code=region.code,
        kind=items.kind_name(region),
        parents=(items.region_item(site, parent),) if parent else (),
        figures=measures.region_figures(site, region.code, words) if first else (),
        children=_children(site, region, words) if first else None,
        siblings=tuple(_siblings(site, region)) if first else (),
        siblings_title=words["siblings"].format(name=parent.name) if parent else "",
        releases=tuple(items.release_item(site, release, words) for release in slices[page - 1]),
        releases_count=items.count(words, "n_releases", len(releases)),
        kawasan=tuple(items.kawasan_item(site, area, words) for area in _areas(site, region.code)),
        institutions=tuple(Link(i.name, f"instansi/{i.slug}/") for i in _seated(site, region.code)),
        datasets=tuple(_sources(site, region.code)),
        map=atlas.region_map(site, tools, region.code),
        linked=linked_maps.parts(site, tools, words, region.code) if first else None,
        no_figures="" if site.figures.get(region.code) else words["no_figures"],
        paging=items.paging(f"{LIST}{region.code}/", page, len(slices), words),
        narrow=standing.narrowed("wilayah", region.code, len(slices), words),
    )


def _seated(site: Site, code: str) -> list[Instansi]:
    return [institution for institution in site.institutions.values() if institution.region.text == code]


def _areas(site: Site, code: str) -> list[Kawasan]:
    return [area for area in site.areas.values() if any(member.code == code for member in area.members)]


def _siblings(site: Site, region: Wilayah) -> Iterator[RegionItem]:
    for other in wilayah.children(region.parent) if region.parent else ():
        if other.code != region.code and other.code in site.regions:
            yield items.region_item(site, other)


def _sources(site: Site, code: str) -> Iterator[Link]:
    for slug in dict.fromkeys(figure.dataset for figure in site.figures.get(code, ())):
        yield measures.source(site, slug)


def _children(site: Site, region: Wilayah, words: Words) -> DataTable | None:
    """The parts of a region with population, area and density; kecamatan as a plain list of names and codes."""
    below = wilayah.children(region.code)
    if not below:
        return None
    columns = [Column(words["name"]), Column(words["region_code"], code=True)]
    measured = [i for i in ("penduduk", "luas") if any(measures.cell_value(site, c.code, i) is not None for c in below)]
    columns += [Column(words[f"column_{i}"], numeric=True, unit=words[f"column_{i}_unit"]) for i in measured]
    if len(measured) == 2:
        columns.append(Column(words["density"], numeric=True, unit=words["unit_density"]))
    longest = {i: max(measures.cell_value(site, c.code, i) or Decimal(0) for c in below) for i in measured}
    rows = tuple(_child_row(site, child, longest, words) for child in below)
    caption = words["children_caption"].format(name=region.name, n=words.form.number(len(below)))
    return DataTable(caption, tuple(columns), rows)


def _child_row(site: Site, child: Wilayah, longest: Mapping[str, Decimal], words: Words) -> tuple[Cell, ...]:
    path = f"{LIST}{child.code}/" if child.code in site.regions else ""
    cells = [Cell(child.name, path), Cell(child.code)]
    for indicator in longest:
        value = measures.cell_value(site, child.code, indicator)
        share = int(100 * value / longest[indicator]) if value and longest[indicator] else 0
        cells.append(Cell(words.form.number(value) if value is not None else "", share=share))
    if len(longest) == 2:
        dense = measures.density(site, (child.code,))
        cells.append(Cell(measures.density_text(dense, words)))
    return tuple(cells)


PUBLISHER = Publisher(NAME, _plan, _render, bilingual=PAGES)
