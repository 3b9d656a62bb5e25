"""Press releases: a page each, and the lists of all and of each year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lintas import formatting, wilayah
from lintas.model import SiaranPers
from lintas.outputs import Output, Publisher, Tools, page_path
from lintas.packing import digest_of
from lintas.presenting import chrome, items
from lintas.relate import Site, identity, release_address
from lintas.rendering import fill_slots, root_from, trusted
from lintas.views import pages
from lintas.views.parts import DatasetItem, DateText, Link, Person, Photo, RegionItem, Regulation

NAME = "releases"
LIST = "siaran-pers/"


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    planned = [_release_output(site, index) for index in range(len(site.releases))]
    planned += _lists(site, LIST, "", site.releases)
    for year, group in site.by_year.items():
        planned += _lists(site, f"{LIST}{year}/", year, group)
    return planned


def _release_output(site: Site, index: int) -> Output:
    release = site.releases[index]
    around = [(r.year, r.slug, r.title, r.published) for r in _neighbours(site, index) if r]
    data = [site.datasets[ref.text].dataset.digest for ref in release.datasets if ref.text in site.datasets]
    digest = digest_of(site.base, identity((release,)), site.targets.get(release.path), around, data)
    return Output(page_path(release_address(release)), NAME, f"release {release.path}", digest, release.published)


def _lists(site: Site, address: str, year: str, releases: Sequence[SiaranPers]) -> Iterator[Output]:
    slices = items.slices(releases, site.settings.page_size)
    years = [(key, len(group)) for key, group in site.by_year.items()]
    for page, shown in enumerate(slices, start=1):
        digest = digest_of(site.base, years, len(releases), len(slices), identity(shown))
        newest = shown[0].published if shown else ""
        yield Output(page_path(items.page_address(address, page)), NAME, f"list {year or '-'} {page}", digest, newest)


def _neighbours(site: Site, index: int) -> tuple[SiaranPers | None, SiaranPers | None]:
    """The next older and the next newer release."""
    older = site.releases[index + 1] if index + 1 < len(site.releases) else None
    return older, site.releases[index - 1] if index else None


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    kind, _, rest = output.subject.partition(" ")
    if kind == "release":
        return _release_page(site, site.positions[rest], output, tools)
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
    return tools.renderer.page(view, head, "siaran-pers", output.path)


def release_view(site: Site, index: int, tools: Tools) -> pages.Siaran:
    """Everything that stands on the page of one release."""
    release, words = site.releases[index], tools.renderer.strings
    html = tools.reading.prose(release.path, release.digest)
    root = root_from(page_path(release_address(release)))
    older, newer = _neighbours(site, index)
    links = (items.institution_link(site, ref.text) for ref in release.institutions)
    return pages.Siaran(
        title=release.title,
        date=DateText(formatting.date_and_time(release.published), release.published),
        html=trusted(fill_slots(html, site.targets.get(release.path, ()), root)),
        lang=release.language,
        numbers=tuple(number.text for number in release.numbers),
        place=release.place,
        event=_event(release),
        summary=release.summary,
        institutions=tuple(link for link in links if link),
        regions=tuple(_region(site, ref.text) for ref in release.regions),
        topics=tuple(Link(site.topics[t.text].name, f"topik/{t.text}/") for t in release.topics),
        people=tuple(Person(p.name, p.role, items.institution_link(site, p.institution)) for p in release.people),
        regulations=tuple(Regulation(r.short, r.title, r.url) for r in release.regulations),
        photos=tuple(Photo(f"media/{p.file.text}", p.alt, "", "", p.caption, p.credit) for p in release.photos),
        datasets=tuple(_datasets(site, release, tools)),
        contacts=tuple(chrome.contact(contact) for contact in release.contacts),
        classification=words[f"class_{release.classification.replace('-', '_')}"],
        classification_note=words[f"class_{release.classification.replace('-', '_')}_note"],
        previous=_neighbour(older),
        next=_neighbour(newer),
    )


def _event(release: SiaranPers) -> DateText | None:
    if not release.event_start:
        return None
    if release.event_end and release.event_end[:10] != release.event_start[:10]:
        return DateText(formatting.date_range(release.event_start, release.event_end), release.event_start)
    return DateText(formatting.date_and_time(release.event_start), release.event_start)


def _region(site: Site, code: str) -> RegionItem:
    """A region with the province it lies in; a kecamatan leads to its kabupaten or kota."""
    region = wilayah.find(code)
    if region is None:
        return RegionItem(code, code, "")
    above = [wilayah.find(code[:length]) for length in (5, 2) if len(code) > length]
    item = items.region_item(site, region, note=", ".join(r.name for r in above if r))
    if item.path or not above or not above[0]:
        return item
    return RegionItem(code, region.name, items.region_item(site, above[0]).path, item.kind, item.note)


def _datasets(site: Site, release: SiaranPers, tools: Tools) -> Iterator[DatasetItem]:
    for ref in release.datasets:
        if ref.text in site.datasets:
            yield items.dataset_item(site, site.datasets[ref.text], tools.renderer.strings)


def _neighbour(release: SiaranPers | None) -> Link | None:
    if release is None:
        return None
    return Link(release.title, release_address(release), note=formatting.long_date(release.published))


def _list_page(site: Site, year: str, page: int, tools: Tools) -> bytes:
    words = tools.renderer.strings
    releases = site.by_year[year] if year else site.releases
    address = f"{LIST}{year}/" if year else LIST
    slices = items.slices(releases, site.settings.page_size)
    heading = words["releases_of_year"].format(year=year) if year else words["releases"]
    years = tuple(
        Link(key, f"{LIST}{key}/", count=formatting.number(len(group)), current=key == year)
        for key, group in sorted(site.by_year.items(), reverse=True)
    )
    view = pages.DaftarSiaran(
        heading=heading,
        releases=tuple(items.release_item(site, release) for release in slices[page - 1]),
        count=items.count(words["n_releases"], len(releases)) or words["no_releases"],
        years=years,
        paging=items.paging(address, page, len(slices), words),
    )
    above = (Link(words["releases"], LIST),) if year else ()
    title = items.paged_title(heading, page, len(slices), words)
    own = items.page_address(address, page)
    lead = items.lead_of(title, words["releases"], words["releases_lead"])
    head = chrome.meta(site, words, title, own, description=lead, crumbs=chrome.crumbs(words, *above))
    return tools.renderer.page(view, head, "siaran-pers", page_path(own))


PUBLISHER = Publisher(NAME, _plan, _render)
