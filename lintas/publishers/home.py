"""The home page: whose site it is, what is new, where the data is."""

from __future__ import annotations

from collections.abc import Sequence

from lintas.outputs import PAGES, Output, Publisher, Tools, page_path
from lintas.packing import digest_of, packer
from lintas.presenting import atlas, chrome, finder, items, measures
from lintas.relate import Himpunan, Kawasan, Site, identity
from lintas.views import pages
from lintas.views.parts import RegionItem

NAME = "home"
_RELEASES, _DATASETS, _TOPICS = 5, 6, 12


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    newest = site.releases[:_RELEASES]
    drawn = atlas.boundaries(site)
    digest = digest_of(
        site.base,
        len(site.releases),
        identity(newest),
        [h.dataset.digest for h in site.datasets.values()],
        [(slug, len(group)) for slug, group in site.by_topic.items()],
        [packer(Kawasan)(area) for area in site.areas.values()],
        [topic.description for topic in site.topics.values()],
        tuple(site.regions),
        drawn.dataset.digest if drawn else "",
    )
    changed = max([*(r.published for r in newest), *(h.dataset.updated for h in site.datasets.values())], default="")
    return [Output(page_path(""), NAME, "", digest, changed)]


def latest(site: Site) -> list[Himpunan]:
    """Datasets by date of change, newest first; those of the same day in order of title."""
    by_title = sorted(site.datasets.values(), key=lambda h: h.dataset.title)
    return sorted(by_title, key=lambda h: h.dataset.updated, reverse=True)


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    words = tools.renderer.strings
    provinces = [region for region in site.regions.values() if region.level == "provinsi"]
    regencies = len(site.regions) - len(provinces)
    view = pages.Beranda(
        releases=tuple(items.release_item(site, release, words) for release in site.releases[:_RELEASES]),
        datasets=tuple(items.dataset_item(site, item, words) for item in latest(site)[:_DATASETS]),
        figures=measures.sums(site, tuple(r.code for r in provinces), words) if len(provinces) > 1 else (),
        provinces=tuple(_province(site, region.code) for region in provinces),
        kawasan=tuple(items.kawasan_item(site, area, words) for area in site.areas.values()),
        topics=tuple(items.topic_item(site, slug, words) for slug in _topics(site)),
        release_count=items.count(words, "n_releases", len(site.releases)),
        dataset_count=items.count(words, "n_datasets", len(site.datasets)),
        region_count=words["n_regions"].format(provinces=len(provinces), regencies=regencies) if provinces else "",
        finder=finder.finder(site, words, "cari-wilayah"),
    )
    head = chrome.meta(site, words, site.settings.title, "")
    return tools.renderer.page(view, head, "", output.path)


def _topics(site: Site) -> list[str]:
    """All topics, or those with most to show, in the order of the list of topics."""
    sizes = {slug: len(site.by_topic.get(slug, ())) + len(items.datasets_of_topic(site, slug)) for slug in site.topics}
    most = set(sorted(sizes, key=lambda slug: -sizes[slug])[:_TOPICS])
    return [slug for slug in site.topics if slug in most]


def _province(site: Site, code: str) -> RegionItem:
    return items.region_item(site, site.regions[code])


PUBLISHER = Publisher(NAME, _plan, _render, bilingual=PAGES)
