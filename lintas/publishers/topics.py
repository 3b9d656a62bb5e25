"""The list of topics and a page for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lintas.model import Instansi, SiaranPers
from lintas.outputs import PAGES, Output, Publisher, Tools, page_path
from lintas.packing import digest_of
from lintas.presenting import chrome, items, letters, standing
from lintas.relate import Site, identity
from lintas.views import pages
from lintas.views.finding import FacetValue, LetterGroup
from lintas.views.parts import Link
from lintas.wording import Words

NAME = "topics"
LIST = "topik/"


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    if not site.topics:
        return []
    counts = [(s, len(site.by_topic.get(s, ())), len(items.datasets_of_topic(site, s))) for s in site.topics]
    texts = [topic.description for topic in site.topics.values()]
    planned = [Output(page_path(LIST), NAME, "", digest_of(site.base, counts, texts))]
    for slug in site.topics:
        planned += _pages(site, slug)
    return planned


def _pages(site: Site, slug: str) -> Iterator[Output]:
    releases = site.by_topic.get(slug, ())
    slices = items.slices(releases, site.settings.page_size)
    datasets = items.datasets_of_topic(site, slug)
    data = [h.dataset.digest for h in datasets[: site.settings.page_size]], len(datasets)
    beside = (*data, standing.institutions(site, releases), standing.states(site, datasets))
    for page, shown in enumerate(slices, start=1):
        counts = len(releases), len(slices), len(datasets)
        own = (site.topics[slug].description, counts, identity(shown), beside if page == 1 else "")
        address = items.page_address(f"{LIST}{slug}/", page)
        newest = shown[0].published if shown else ""
        yield Output(page_path(address), NAME, f"{slug} {page}", digest_of(site.base, *own), newest)


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    words = tools.renderer.strings
    if not output.subject:
        view = _list(site, words)
        head = chrome.meta(
            site, words, words["topics"], LIST, description=words["topics_lead"], crumbs=chrome.crumbs(words)
        )
        return tools.renderer.page(view, head, "topik", output.path)
    slug, page = output.subject.split(" ")
    return _topic(site, slug, int(page), tools)


def _list(site: Site, words: Words) -> pages.DaftarTopik:
    topics = tuple(items.topic_item(site, slug, words) for slug in site.topics)
    count = items.count(words, "n_topics", len(topics))
    if len(topics) <= letters.FEW:
        return pages.DaftarTopik(topics, count)
    links = [
        FacetValue("", topic.name, topic.path, ", ".join(filter(None, (topic.releases, topic.datasets))))
        for topic in topics
    ]
    grouped = letters.by_letter(links, lambda link: link.text)
    groups = tuple(LetterGroup(letters.anchor(sign), sign, group) for sign, group in grouped)
    return pages.DaftarTopik((), count, groups)


def _topic(site: Site, slug: str, page: int, tools: Tools) -> bytes:
    words, topic = tools.renderer.strings, site.topics[slug]
    releases = site.by_topic.get(slug, ())
    slices = items.slices(releases, site.settings.page_size)
    datasets = items.datasets_of_topic(site, slug)
    address = f"{LIST}{slug}/"
    shown = site.settings.page_size if page == 1 else 0  # datasets
    view = pages.TopikHalaman(
        name=topic.name,
        description=topic.description,
        releases=tuple(items.release_item(site, release, words) for release in slices[page - 1]),
        releases_count=items.count(words, "n_releases", len(releases)),
        datasets=tuple(items.dataset_item(site, h, words) for h in datasets[:shown]),
        datasets_count=items.count(words, "n_datasets", len(datasets)),
        paging=items.paging(address, page, len(slices), words),
        narrow=standing.narrowed("topik", slug, len(slices), words),
        institutions=_institutions(site, releases, words) if page == 1 else (),
        freshness=standing.freshness(site, datasets, words) if page == 1 else (),
        more_datasets=standing.rest(datasets, shown, f"data/topik/{slug}/", words) if page == 1 else None,
    )
    own = items.page_address(address, page)
    title = items.paged_title(topic.name, page, len(slices), words)
    lead = items.lead_of(title, topic.name if topic.description else "", topic.description or words["topics_lead"])
    head = chrome.meta(
        site, words, title, own, description=lead, crumbs=chrome.crumbs(words, Link(words["topics"], LIST))
    )
    return tools.renderer.page(view, head, "topik", page_path(own))


def _institutions(site: Site, releases: Sequence[SiaranPers], words: Words) -> tuple[Link, ...]:
    tally = standing.institutions(site, releases)
    return standing.links(tally, "instansi", lambda key: _short(site.institutions[key]), words)


def _short(institution: Instansi) -> str:
    return institution.short_name or institution.name


PUBLISHER = Publisher(NAME, _plan, _render, bilingual=PAGES)
