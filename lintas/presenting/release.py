"""The view of one press release: everything that stands on its page, ready to print."""

from __future__ import annotations

from collections.abc import Iterator

from lintas import wilayah
from lintas.model import SiaranPers
from lintas.outputs import Tools, page_path
from lintas.presenting import chrome, citing, corrections, figures, items, pictures
from lintas.presenting.message import message
from lintas.relate import Site, identity, related, release_address
from lintas.rendering import trusted
from lintas.views import pages
from lintas.views.parts import DatasetItem, DateText, FileItem, Link, Person, RegionItem, Regulation
from lintas.wording import Words


def ingredients(site: Site, index: int) -> tuple[object, ...]:
    """Everything that the page of one release is made from besides `site.base`; it goes into the digest of the page."""
    release = site.releases[index]
    around = [(r.year, r.slug, r.title, r.published) for r in neighbours(site, index) if r]
    data = [site.datasets[ref.text].dataset.digest for ref in release.datasets if ref.text in site.datasets]
    became = corrections.ingredients(site, release)
    seen = [*pictures.shown(site, release.path), *pictures.of_photos(site, release)]
    near = identity(site.releases[other] for other in related(site, index))
    bound, paper = figures.ingredients(site, release.path), site.papers.get(release.path)
    keys = (*(ref.text for ref in release.institutions), *(person.institution for person in release.people))
    owners = [site.institutions[key].website for key in keys if key in site.institutions]  # linked data names them
    said = [(text.language, text.title) for text in site.translations.get(release.slug, ())]
    own = (said, identity((release,)), site.targets.get(release.path), bound, paper, owners)
    return *own, around, data, became, seen, near


def neighbours(site: Site, index: int) -> tuple[SiaranPers | None, SiaranPers | None]:
    """The next older and the next newer release."""
    older = site.releases[index + 1] if index + 1 < len(site.releases) else None
    return older, site.releases[index - 1] if index else None


def release_view(site: Site, index: int, tools: Tools) -> pages.Siaran:
    """Everything that stands on the page of one release."""
    release, words = site.releases[index], tools.renderer.strings
    html = figures.prose(site, release, tools)
    root = tools.renderer.root(page_path(release_address(release)))
    older, newer = neighbours(site, index)
    links = (items.institution_link(site, ref.text) for ref in release.institutions)
    return pages.Siaran(
        title=release.title,
        date=DateText(words.form.date_and_time(release.published), release.published),
        html=trusted(pictures.body(site, html, release.path, root)),
        lang=release.language,
        numbers=tuple(number.text for number in release.numbers),
        place=release.place,
        event=_event(release, words),
        summary=release.summary,
        institutions=tuple(link for link in links if link),
        regions=tuple(_region(site, ref.text) for ref in release.regions),
        topics=tuple(Link(site.topics[t.text].name, f"topik/{t.text}/") for t in release.topics),
        people=tuple(Person(p.name, p.role, items.institution_link(site, p.institution)) for p in release.people),
        regulations=tuple(Regulation(r.short, r.title, r.url) for r in release.regulations),
        photos=tuple(pictures.photo(site, photo) for photo in release.photos),
        datasets=tuple(_datasets(site, release, tools)),
        contacts=tuple(chrome.contact(contact) for contact in release.contacts),
        classification=words[f"class_{release.classification.replace('-', '_')}"],
        classification_note=words[f"class_{release.classification.replace('-', '_')}_note"],
        previous=_neighbour(older, words),
        next=_neighbour(newer, words),
        files=files(site, release, words),
        message=message(site, release, words),
        address_url=site.settings.base_url + chrome.folder(words) + release_address(release),
        related=tuple(items.release_item(site, site.releases[other], words) for other in related(site, index)),
        notices=corrections.notices(site, release, words),
        history=corrections.history(release, words),
        fingerprint=release.fingerprint.text if site.settings.features.authenticity else "",
        figures=figures.notes(site, release.path, words),
        citation=citing.release(site, release, words),
    )


def files(site: Site, release: SiaranPers, words: Words) -> tuple[FileItem, ...]:
    """The release in other forms."""
    address, paper = release_address(release), site.papers.get(release.path)
    printed = (
        (FileItem("PDF", words["paper"], paper.path, words.form.file_size(paper.bytes), paper.sha256),) if paper else ()
    )
    return (
        *printed,
        FileItem("Markdown", words["twin_markdown"], f"{address}index.md"),
        FileItem("JSON", words["twin_json"], f"{address}index.json"),
    )


def _event(release: SiaranPers, words: Words) -> DateText | None:
    if not release.event_start:
        return None
    if release.event_end and release.event_end[:10] != release.event_start[:10]:
        return DateText(words.form.date_range(release.event_start, release.event_end), release.event_start)
    return DateText(words.form.date_and_time(release.event_start), release.event_start)


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


def _neighbour(release: SiaranPers | None, words: Words) -> Link | None:
    if release is None:
        return None
    return Link(release.title, release_address(release), note=words.form.long_date(release.published))
