"""The list of topics and a page for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lintas.outputs import PAGES, Output, Publisher, Tools, page_path
from lintas.packing import digest_of
from lintas.presenting import chrome, items
from lintas.relate import Site, identity
from lintas.views import pages
from lintas.views.parts import Link

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
    data = [h.dataset.digest for h in items.datasets_of_topic(site, slug)]
    for page, shown in enumerate(slices, start=1):
        own = (site.topics[slug].description, data, len(releases), len(slices), identity(shown))
        address = items.page_address(f"{LIST}{slug}/", page)
        newest = shown[0].published if shown else ""
        yield Output(page_path(address), NAME, f"{slug} {page}", digest_of(site.base, *own), newest)


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    words = tools.renderer.strings
    if not output.subject:
        topics = tuple(items.topic_item(site, slug, words) for slug in site.topics)
        view = pages.DaftarTopik(topics, items.count(words, "n_topics", len(topics)))
        head = chrome.meta(
            site, words, words["topics"], LIST, description=words["topics_lead"], crumbs=chrome.crumbs(words)
        )
        return tools.renderer.page(view, head, "topik", output.path)
    slug, page = output.subject.split(" ")
    return _topic(site, slug, int(page), tools)


def _topic(site: Site, slug: str, page: int, tools: Tools) -> bytes:
    words, topic = tools.renderer.strings, site.topics[slug]
    releases = site.by_topic.get(slug, ())
    slices = items.slices(releases, site.settings.page_size)
    datasets = items.datasets_of_topic(site, slug)
    address = f"{LIST}{slug}/"
    view = pages.TopikHalaman(
        name=topic.name,
        description=topic.description,
        releases=tuple(items.release_item(site, release, words) for release in slices[page - 1]),
        releases_count=items.count(words, "n_releases", len(releases)),
        datasets=tuple(items.dataset_item(site, h, words) for h in datasets) if page == 1 else (),
        datasets_count=items.count(words, "n_datasets", len(datasets)),
        paging=items.paging(address, page, len(slices), words),
    )
    own = items.page_address(address, page)
    title = items.paged_title(topic.name, page, len(slices), words)
    lead = items.lead_of(title, topic.name if topic.description else "", topic.description or words["topics_lead"])
    head = chrome.meta(
        site, words, title, own, description=lead, crumbs=chrome.crumbs(words, Link(words["topics"], LIST))
    )
    return tools.renderer.page(view, head, "topik", page_path(own))


PUBLISHER = Publisher(NAME, _plan, _render, bilingual=PAGES)
