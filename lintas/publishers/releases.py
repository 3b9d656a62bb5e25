"""Press releases: a page each, and the lists of all and of each year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lintas.model import SiaranPers
from lintas.outputs import PAGES, Output, Publisher, Tools, page_path
from lintas.packing import digest_of
from lintas.presenting import chrome, combining, facets, items, press
from lintas.presenting.release import ingredients, release_view
from lintas.relate import Site, changed, identity, release_address
from lintas.views import pages
from lintas.views.finding import Narrowing
from lintas.views.parts import Link
from lintas.wording import Words

NAME = "releases"
LIST = "siaran-pers/"
ITEMS = "siaran-pers/saring.json"


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    planned = [_release_output(site, index) for index in range(len(site.releases))]
    planned += _lists(site, LIST, "", site.releases)
    if len(site.releases) > 1:
        planned.append(Output(ITEMS, NAME, "items", digest_of(site.base, combining.told_of_releases(site))))
    for year, group in site.by_year.items():
        planned += _lists(site, f"{LIST}{year}/", year, group)
    return planned


def _release_output(site: Site, index: int) -> Output:
    release = site.releases[index]
    digest = digest_of(site.base, *ingredients(site, index))
    return Output(page_path(release_address(release)), NAME, f"release {release.path}", digest, changed(release))


def _lists(site: Site, address: str, year: str, releases: Sequence[SiaranPers]) -> Iterator[Output]:
    slices = items.slices(releases, site.settings.page_size)
    years = [(key, len(group)) for key, group in site.by_year.items()]
    beside = facets.first(facets.of_releases(site))
    for page, shown in enumerate(slices, start=1):
        gone = identity(_withdrawn(site, year)) if page == len(slices) else ()
        more = beside if page == 1 else ""  # facets stand on the first page alone: no other is drawn for their counts
        digest = digest_of(site.base, years, len(releases), len(slices), identity(shown), gone, more)
        newest = shown[0].published if shown else ""
        yield Output(page_path(items.page_address(address, page)), NAME, f"list {year or '-'} {page}", digest, newest)


def _withdrawn(site: Site, year: str) -> tuple[SiaranPers, ...]:
    """What was withdrawn of a year; the list of all years leaves that to the lists of each."""
    return tuple(release for release in site.withdrawn if release.year == year)


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    kind, _, rest = output.subject.partition(" ")
    if kind == "release":
        return _release_page(site, site.positions[rest], output, tools)
    if kind == "items":
        return combining.of_releases(site, tools)
    year, page = rest.split(" ")
    return _list_page(site, "" if year == "-" else year, int(page), tools)


def _release_page(site: Site, index: int, output: Output, tools: Tools) -> bytes:
    release, words = site.releases[index], tools.renderer.strings
    view = release_view(site, index, tools)
    head = chrome.meta(
        site,
        words,
        release.title,
        release_address(release),
        description=release.summary or release.excerpt,
        og_type="article",
        crumbs=chrome.crumbs(words, Link(words["releases"], LIST), Link(release.year, f"{LIST}{release.year}/")),
    )
    return tools.renderer.page(view, press.head(site, release, head, words), "siaran-pers", output.path)


def _list_page(site: Site, year: str, page: int, tools: Tools) -> bytes:
    words = tools.renderer.strings
    releases = site.by_year[year] if year else site.releases
    address = f"{LIST}{year}/" if year else LIST
    slices = items.slices(releases, site.settings.page_size)
    heading = words["releases_of_year"].format(year=year) if year else words["releases"]
    years = tuple(
        Link(key, f"{LIST}{key}/", count=words.form.number(len(group)), current=key == year)
        for key, group in sorted(site.by_year.items(), reverse=True)
    )
    withdrawn = _withdrawn(site, year) if page == len(slices) else ()
    view = pages.DaftarSiaran(
        heading=heading,
        releases=tuple(items.release_item(site, release, words) for release in slices[page - 1]),
        count=items.count(words, "n_releases", len(releases)) or ("" if withdrawn else words["no_releases"]),
        years=years,
        paging=items.paging(address, page, len(slices), words),
        withdrawn=tuple(items.release_item(site, gone, words) for gone in withdrawn),
        narrowing=_narrowing(site, words, year) if page == 1 else None,
    )
    above = (Link(words["releases"], LIST),) if year else ()
    title = items.paged_title(heading, page, len(slices), words)
    own = items.page_address(address, page)
    lead = items.lead_of(title, words["releases"], words["releases_lead"])
    head = chrome.meta(site, words, title, own, description=lead, crumbs=chrome.crumbs(words, *above))
    return tools.renderer.page(view, head, "siaran-pers", page_path(own))


def _narrowing(site: Site, words: Words, year: str) -> Narrowing | None:
    """Facets of the list; the years stand above it already."""
    if len(site.releases) < 2:
        return None
    return Narrowing(
        label=words["filters_releases"],
        facets=facets.shown(site, words, facets.of_releases(site), facets.RELEASES),
        source=chrome.folder(words) + ITEMS,
        base=chrome.folder(words) + LIST,
        counted=words["n_releases"],
        order="terbaru",
        chosen=f"tahun={year}" if year else "",
    )


PUBLISHER = Publisher(NAME, _plan, _render, bilingual=(*PAGES, "saring.json"))
