"""Metropolitan areas: the list, and a page each with members, totals computed from the tables, and a map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lintas import formatting, wilayah
from lintas.model import Anggota
from lintas.outputs import Output, Publisher, Tools, digest_of, page_path
from lintas.packing import packer
from lintas.presenting import atlas, chrome, items, measures
from lintas.relate import Kawasan, Site, total
from lintas.views import pages
from lintas.views.parts import Cell, Column, DataTable, Link

NAME = "kawasan"
LIST = "kawasan/"


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    if not site.areas:
        return []
    drawn = atlas.boundaries(site)
    rows = [packer(Anggota)(m) for area in site.areas.values() for m in area.members]
    figures = [site.figures.get(m.code, ()) for area in site.areas.values() for m in area.members]
    shared = digest_of(site.base, drawn.dataset.digest if drawn else "", rows, figures)
    planned = [Output(page_path(LIST), NAME, "", shared)]
    for slug, area in site.areas.items():
        releases = [release.digest for release in _releases(site, area)]
        planned.append(Output(page_path(f"{LIST}{slug}/"), NAME, slug, digest_of(shared, releases), _changed(site)))
    return planned


def _changed(site: Site) -> str:
    return max((h.dataset.updated for h in site.datasets.values() if h.dataset.role == "kawasan"), default="")


def _releases(site: Site, area: Kawasan):  # type: ignore[no-untyped-def]
    """The latest releases about any member."""
    codes = {member.code for member in area.members}
    found = (r for r in site.releases if any(ref.text[:5] in codes for ref in r.regions))
    return [release for _, release in zip(range(6), found, strict=False)]


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    return _area(site, site.areas[output.subject], tools) if output.subject else _list(site, tools)


def _list(site: Site, tools: Tools) -> bytes:
    words = tools.renderer.strings
    found = next((h.dataset for h in site.datasets.values() if h.dataset.role == "kawasan"), None)
    view = pages.DaftarKawasan(
        items=tuple(items.kawasan_item(site, area, words) for area in site.areas.values()),
        count=items.count(words["n_kawasan"], len(site.areas)),
        source=Link(found.title, f"data/{found.slug}/") if found else None,
        note=words["kawasan_note"],
    )
    head = chrome.meta(
        site, words, words["kawasan"], LIST, description=words["kawasan_lead"], crumbs=chrome.crumbs(words)
    )
    return tools.renderer.page(view, head, "kawasan", page_path(LIST))


def _area(site: Site, area: Kawasan, tools: Tools) -> bytes:
    words = tools.renderer.strings
    codes = tuple(member.code for member in area.members)
    partial = any(member.partial for member in area.members)
    view = pages.Kawasan(
        name=area.name,
        members=_members(site, area, words),
        basis=area.members[0].basis,
        certainty=area.members[0].certainty,
        figures=measures.sums(site, codes, words),
        note=words["kawasan_partial_note"] if partial else "",
        map=atlas.kawasan_map(site, tools, area),
        releases=tuple(items.release_item(site, release) for release in _releases(site, area)),
        others=tuple(Link(other.name, f"{LIST}{other.slug}/") for other in site.areas.values() if other is not area),
    )
    head = chrome.meta(
        site,
        words,
        area.name,
        f"{LIST}{area.slug}/",
        description=words["kawasan_one_lead"].format(name=area.name, n=formatting.number(len(codes))),
        crumbs=chrome.crumbs(words, Link(words["kawasan"], LIST)),
    )
    return tools.renderer.page(view, head, "kawasan", page_path(f"{LIST}{area.slug}/"))


def _members(site: Site, area: Kawasan, words: Mapping[str, str]) -> DataTable:
    columns = (
        Column(words["name"]),
        Column(words["region_code"], code=True),
        Column(words["column_penduduk"], numeric=True, unit=words["column_penduduk_unit"]),
        Column(words["column_luas"], numeric=True, unit=words["column_luas_unit"]),
        Column(words["density"], numeric=True, unit=words["unit_density"]),
        Column(words["legal_basis"]),
        Column(words["certainty"]),
    )
    codes = tuple(member.code for member in area.members)
    sums = (total(site.figures, codes, "penduduk"), total(site.figures, codes, "luas"), measures.density(site, codes))
    foot = (Cell(words["total"]), Cell(""), *(Cell(_number(v)) for v in sums), Cell(""), Cell(""))
    rows = tuple(_row(site, member, words) for member in area.members)
    return DataTable(words["members_caption"].format(name=area.name), columns, rows, foot if any(sums) else ())


def _row(site: Site, member: Anggota, words: Mapping[str, str]) -> tuple[Cell, ...]:
    region = wilayah.find(member.code)
    path = f"wilayah/{member.code}/" if member.code in site.regions else ""
    name = region.name if region else member.code
    values = [measures.cell_value(site, member.code, indicator) for indicator in ("penduduk", "luas")]
    values.append(measures.density(site, (member.code,)))
    return (
        Cell(name, path, note=words["partial"] if member.partial else ""),
        Cell(member.code),
        *(Cell(_number(value)) for value in values),
        Cell(member.basis),
        Cell(member.certainty),
    )


def _number(value) -> str:  # type: ignore[no-untyped-def]
    if value is None:
        return ""
    whole = value == value.to_integral_value()
    return formatting.number(value if whole or abs(value.as_tuple().exponent) <= 3 else value.quantize(1))


PUBLISHER = Publisher(NAME, _plan, _render)
