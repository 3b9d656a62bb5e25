"""The list of institutions and a page for each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from lintas import wilayah
from lintas.model import Instansi, SiaranPers
from lintas.outputs import PAGES, Output, Publisher, Tools, page_path
from lintas.packing import digest_of, packer
from lintas.presenting import chrome, items, letters, standing
from lintas.relate import Site, identity
from lintas.views import pages
from lintas.views.parts import ExternalLink, InstitutionGroup, InstitutionItem, Link
from lintas.wording import Words

NAME = "institutions"
LIST = "instansi/"
_KINDS = (
    "kementerian", "lembaga", "pemerintah-provinsi", "pemerintah-kabupaten", "pemerintah-kota", "unit", "lainnya",
)  # fmt: skip


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    if not site.institutions:
        return []
    counts = [
        (i.slug, i.kind, len(site.by_institution.get(i.slug, ())), len(items.datasets_of_institution(site, i.slug)))
        for i in site.institutions.values()
    ]
    planned = [Output(page_path(LIST), NAME, "", digest_of(site.base, counts))]
    for slug in site.institutions:
        planned += _pages(site, slug)
    return planned


def _pages(site: Site, slug: str) -> Iterator[Output]:
    releases = site.by_institution.get(slug, ())
    slices = items.slices(releases, site.settings.page_size)
    datasets = items.datasets_of_institution(site, slug)
    data = [h.dataset.digest for h in datasets[: site.settings.page_size]], len(datasets)
    beside = (*data, standing.topics(site, releases), standing.states(site, datasets))
    facts = packer(Instansi)(site.institutions[slug])
    for page, shown in enumerate(slices, start=1):
        address = items.page_address(f"{LIST}{slug}/", page)
        counts = len(releases), len(slices), len(datasets)
        digest = digest_of(site.base, facts, beside if page == 1 else "", counts, identity(shown))
        newest = shown[0].published if shown else ""
        yield Output(page_path(address), NAME, f"{slug} {page}", digest, newest)


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    if not output.subject:
        return _list(site, tools)
    slug, page = output.subject.split(" ")
    return _institution(site, site.institutions[slug], int(page), tools)


def _list(site: Site, tools: Tools) -> bytes:
    words = tools.renderer.strings
    grouped: dict[str, list[InstitutionItem]] = defaultdict(list)
    for institution in sorted(site.institutions.values(), key=lambda i: i.name):
        grouped[institution.kind if institution.kind in _KINDS else "lainnya"].append(_item(site, institution, tools))
    groups = tuple(
        InstitutionGroup(words[f"kind_{kind.replace('-', '_')}"], tuple(grouped[kind]))
        for kind in _KINDS
        if kind in grouped
    )
    view = pages.DaftarInstansi(
        groups,
        items.count(words, "n_institutions", len(site.institutions)),
        long=len(site.institutions) > letters.FEW,
    )
    head = chrome.meta(
        site, words, words["institutions"], LIST, description=words["institutions_lead"], crumbs=chrome.crumbs(words)
    )
    return tools.renderer.page(view, head, "instansi", page_path(LIST))


def _item(site: Site, institution: Instansi, tools: Tools) -> InstitutionItem:
    words = tools.renderer.strings
    parent = site.institutions.get(institution.parent.text)
    return InstitutionItem(
        name=institution.name,
        path=f"{LIST}{institution.slug}/",
        short_name=institution.short_name,
        note=parent.name if parent else "",
        releases=items.count(words, "n_releases", len(site.by_institution.get(institution.slug, ()))),
        datasets=items.count(words, "n_datasets", len(items.datasets_of_institution(site, institution.slug))),
    )


def _institution(site: Site, institution: Instansi, page: int, tools: Tools) -> bytes:
    words = tools.renderer.strings
    releases = site.by_institution.get(institution.slug, ())
    slices = items.slices(releases, site.settings.page_size)
    datasets = items.datasets_of_institution(site, institution.slug)
    address = f"{LIST}{institution.slug}/"
    shown = site.settings.page_size if page == 1 else 0  # datasets
    region = wilayah.find(institution.region.text)
    kind = institution.kind if institution.kind in _KINDS else "lainnya"
    view = pages.InstansiHalaman(
        name=institution.name,
        kind=words[f"kind_{kind.replace('-', '_')}"],
        short_name=institution.short_name,
        description=institution.description,
        aliases=institution.aliases,
        parent=items.institution_link(site, institution.parent.text),
        units=_units(site, institution),
        region=items.region_item(site, region) if region else None,
        website=_website(institution.website),
        releases=tuple(items.release_item(site, release, words) for release in slices[page - 1]),
        releases_count=items.count(words, "n_releases", len(releases)),
        datasets=tuple(items.dataset_item(site, h, words) for h in datasets[:shown]),
        datasets_count=items.count(words, "n_datasets", len(datasets)),
        paging=items.paging(address, page, len(slices), words),
        narrow=standing.narrowed("instansi", institution.slug, len(slices), words),
        topics=_topics(site, releases, words) if page == 1 else (),
        freshness=standing.freshness(site, datasets, words) if page == 1 else (),
        more_datasets=standing.rest(datasets, shown, f"data/instansi/{institution.slug}/", words)
        if page == 1
        else None,
        contact=chrome.contact(site.settings.contact) if institution.slug == site.settings.agency else None,
    )
    own = items.page_address(address, page)
    title = items.paged_title(institution.name, page, len(slices), words)
    known = institution.name if institution.description else ""
    lead = items.lead_of(title, known, institution.description or words["institutions_lead"])
    head = chrome.meta(
        site, words, title, own, description=lead, crumbs=chrome.crumbs(words, Link(words["institutions"], LIST))
    )
    return tools.renderer.page(view, head, "instansi", page_path(own))


def _units(site: Site, institution: Instansi) -> tuple[Link, ...]:
    below = (each for each in site.institutions.values() if each.parent.text == institution.slug)
    return tuple(Link(each.name, f"{LIST}{each.slug}/") for each in below)


def _topics(site: Site, releases: Sequence[SiaranPers], words: Words) -> tuple[Link, ...]:
    return standing.links(standing.topics(site, releases), "topik", lambda key: site.topics[key].name, words)


def _website(url: str) -> ExternalLink | None:
    return ExternalLink(urlsplit(url).netloc.removeprefix("www.") or url, url) if url else None


PUBLISHER = Publisher(NAME, _plan, _render, bilingual=PAGES)
