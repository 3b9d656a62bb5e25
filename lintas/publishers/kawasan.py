"""Metropolitan areas: the list, and a page each with members, totals computed from the tables, and a map."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lintas import wilayah
from lintas.model import Anggota, SiaranPers
from lintas.outputs import PAGES, Output, Publisher, Tools, page_path
from lintas.packing import digest_of, packer
from lintas.presenting import atlas, chrome, items, measures
from lintas.relate import Kawasan, Site, identity, total
from lintas.views import pages
from lintas.views.parts import Cell, Column, DataTable, Link
from lintas.wording import Words

NAME = "kawasan"
LIST = "kawasan/"
_NOTHING = "\N{EN DASH}"  # where a cell has nothing to say, as against a value that is missing
_REMARKS: tuple[tuple[str, Callable[[Anggota], str]], ...] = (
    ("legal_basis", lambda member: member.basis),
    ("certainty", lambda member: member.certainty),
    ("remark", lambda member: member.note),
)


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    if not site.areas:
        return []
    drawn = atlas.boundaries(site)
    rows = [packer(Kawasan)(area) for area in site.areas.values()]
    figures = [site.figures.get(m.code, ()) for area in site.areas.values() for m in area.members]
    shared = digest_of(site.base, drawn.dataset.digest if drawn else "", rows, figures, _source(site))
    planned = [Output(page_path(LIST), NAME, "", shared)]
    for slug, area in site.areas.items():
        releases = identity(_releases(site, area))
        planned.append(Output(page_path(f"{LIST}{slug}/"), NAME, slug, digest_of(shared, releases), _changed(site)))
    return planned


def _changed(site: Site) -> str:
    return max((h.dataset.updated for h in site.datasets.values() if h.dataset.role == "kawasan"), default="")


def _releases(site: Site, area: Kawasan) -> list[SiaranPers]:
    """The latest releases about any member."""
    codes = {member.code for member in area.members}
    found = (r for r in site.releases if any(ref.text[:5] in codes for ref in r.regions))
    return [release for _, release in zip(range(6), found, strict=False)]


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    return _area(site, site.areas[output.subject], tools) if output.subject else _list(site, tools)


def _list(site: Site, tools: Tools) -> bytes:
    words = tools.renderer.strings
    partly = any(area.partial for area in site.areas.values())
    view = pages.DaftarKawasan(
        items=tuple(items.kawasan_item(site, area, words) for area in site.areas.values()),
        count=items.count(words, "n_kawasan", len(site.areas)),
        source=_source(site),
        note=" ".join([words["kawasan_at_most"]] * partly + [words["kawasan_note"]]),
    )
    head = chrome.meta(
        site, words, words["kawasan"], LIST, description=words["kawasan_lead"], crumbs=chrome.crumbs(words)
    )
    return tools.renderer.page(view, head, "kawasan", page_path(LIST))


def _area(site: Site, area: Kawasan, tools: Tools) -> bytes:
    words = tools.renderer.strings
    codes = tuple(member.code for member in area.members)
    view = pages.Kawasan(
        name=area.name,
        members=_members(site, area, words),
        kind=words.get(f"kawasan_{area.details.kind}", words["kawasan_one"]),
        basis=area.basis,
        basis_status=_status(area.details.status or area.members[0].status, words),
        certainty=_certainty(area, words),
        description=area.details.note,
        figures=measures.sums(site, codes, words),
        note=words["kawasan_partial_note"] if area.partial else "",
        map=atlas.kawasan_map(site, tools, area),
        releases=tuple(items.release_item(site, release, words) for release in _releases(site, area)),
        others=tuple(Link(other.name, f"{LIST}{other.slug}/") for other in site.areas.values() if other is not area),
    )
    head = chrome.meta(
        site,
        words,
        area.name,
        f"{LIST}{area.slug}/",
        description=words["kawasan_one_lead"].format(name=area.name, n=words.form.number(len(codes))),
        crumbs=chrome.crumbs(words, Link(words["kawasan"], LIST)),
    )
    return tools.renderer.page(view, head, "kawasan", page_path(f"{LIST}{area.slug}/"))


def _status(status: str, words: Words) -> str:
    """What a reader should know of the legal basis; a status that is not listed is shown as it is."""
    return words.get(f"basis_{status.replace('-', '_')}", status)


def _certainty(area: Kawasan, words: Words) -> str:
    mixed = len({member.certainty for member in area.members}) > 1
    return words["lowest_certainty"].format(level=area.certainty) if mixed else area.certainty


def _members(site: Site, area: Kawasan, words: Words) -> DataTable:
    """Members with their figures. What is the same for all stands above the table and gets no column."""
    varied = [
        (words[word], read)
        for word, read in _REMARKS
        if word == "certainty" or any(read(member) not in {"", area.basis} for member in area.members)
    ]
    columns = (
        Column(words["name"]),
        Column(words["region_code"], code=True),
        Column(words["column_penduduk"], numeric=True, unit=words["column_penduduk_unit"]),
        Column(words["column_luas"], numeric=True, unit=words["column_luas_unit"]),
        Column(words["density"], numeric=True, unit=words["unit_density"]),
        *(Column(title, wide=title == words["remark"]) for title, _ in varied),
    )
    rows = tuple(_row(site, member, [read(member) for _, read in varied], words) for member in area.members)
    caption = words["members_caption"].format(name=area.name)
    return DataTable(caption, columns, rows, _totals(site, area, len(varied), words), _source(site))


def _totals(site: Site, area: Kawasan, remarks: int, words: Words) -> tuple[Cell, ...]:
    cells = _measured(site, tuple(member.code for member in area.members), words)
    if not any(cell.text for cell in cells):
        return ()
    name = Cell(words["total"], note=words["counted_whole"] if area.partial else "")
    return (name, Cell(_NOTHING), *cells, *(Cell(_NOTHING) for _ in range(remarks)))


def _row(site: Site, member: Anggota, remarks: Sequence[str], words: Words) -> tuple[Cell, ...]:
    region = wilayah.find(member.code)
    path = f"wilayah/{member.code}/" if member.code in site.regions else ""
    name = Cell(region.name if region else member.code, path, note=words["partial"] if member.partial else "")
    measured = _measured(site, (member.code,), words)
    return (name, Cell(member.code), *measured, *(Cell(text or _NOTHING) for text in remarks))


def _measured(site: Site, codes: tuple[str, ...], words: Words) -> tuple[Cell, ...]:
    """Population, area and density of regions taken together."""
    people, extent = total(site.figures, codes, "penduduk"), total(site.figures, codes, "luas")
    return (
        Cell("" if people is None else words.form.number(people)),
        Cell(measures.area_text(extent, words)),
        Cell(measures.density_text(measures.density(site, codes), words)),
    )


def _source(site: Site) -> Link | None:
    found = next((h.dataset for h in site.datasets.values() if h.dataset.role == "kawasan"), None)
    return Link(found.title, f"data/{found.slug}/") if found else None


PUBLISHER = Publisher(NAME, _plan, _render, bilingual=PAGES)
