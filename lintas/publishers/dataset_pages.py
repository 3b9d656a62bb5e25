"""A page for each dataset."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lintas.outputs import PAGES, Output, Publisher, Tools, page_path
from lintas.packing import digest_of, packer
from lintas.presenting import (
    cards,
    chrome,
    citing,
    dataset,
    figures,
    insight,
    items,
    machines,
    references,
    report,
    satudata,
    scores,
    versions,
)
from lintas.quality import Freshness
from lintas.relate import Himpunan, Rujukan, Site, identity
from lintas.views import pages
from lintas.views.parts import ExternalLink, Link
from lintas.wording import Words

NAME = "dataset_pages"
LIST = "data/"
_RELEASES = 20  # newest that a dataset page lists


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    planned = []
    for slug, item in site.datasets.items():
        releases = identity(site.by_dataset.get(slug, ())[:_RELEASES])
        exports = [export.sha256 for export in item.facts.exports]
        drawn = [(chart.key, [file.sha256 for file in chart.files]) for chart in item.facts.charts]
        fresh = packer(Freshness)(site.freshness[slug])
        tied = [packer(Rujukan)(each) for each in references.of(site, slug)]
        made = (exports, releases, drawn, fresh, tied, *figures.texts_of(site, slug))
        digest = digest_of(site.base, item.dataset.digest, *made)
        planned.append(Output(page_path(f"{LIST}{slug}/"), NAME, slug, digest, item.dataset.updated))
    return planned


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    return _dataset(site, site.datasets[output.subject], tools)


def _dataset(site: Site, item: Himpunan, tools: Tools) -> bytes:
    words, data = tools.renderer.strings, item.dataset
    head = chrome.meta(
        site,
        words,
        data.title,
        f"{LIST}{data.slug}/",
        description=data.description,
        crumbs=chrome.crumbs(words, Link(words["datasets"], LIST)),
    )
    head = cards.with_dataset(site, item, head, words)
    head = replace(head, feeds=(*head.feeds, *machines.dataset_links(item, words)))
    return tools.renderer.page(_view(site, item, words), head, "data", page_path(f"{LIST}{data.slug}/"))


def _view(site: Site, item: Himpunan, words: Words) -> pages.HimpunanData:
    data = item.dataset
    releases = site.by_dataset.get(data.slug, ())
    return pages.HimpunanData(
        slug=data.slug,
        title=data.title,
        description=data.description,
        tables=dataset.sections(site, item, words),
        version=data.version,
        institution=items.institution_link(site, data.institution.text),
        updated=items.date_text(data.updated[:10], words),
        created=items.date_text(data.created[:10], words),
        period=words.form.date_range(data.temporal_start, data.temporal_end),
        frequency=words.get(f"frequency_{data.frequency}", data.frequency),
        classification=words[f"class_{data.classification.replace('-', '_')}"],
        spatial=dataset.coverage(site, data, words),
        topics=tuple(Link(site.topics[r.text].name, f"topik/{r.text}/") for r in data.topics if r.text in site.topics),
        keywords=data.keywords,
        size=dataset.size(item, words),
        notes=data.notes,
        charts=insight.charts(site, item, words),
        score=scores.score(site, item, words),
        agreements=report.rules(data, words),
        waivers=report.dataset_waivers(data, words),
        licences=dataset.licences(data),
        sources=tuple(ExternalLink(link.title, link.url) for link in data.sources),
        contributors=dataset.contributors(site, data, words),
        citation=citing.dataset(site, item, words),
        package_files=dataset.package_files(item, words),
        machine_files=machines.dataset_files(item, words),
        releases=tuple(items.release_item(site, release, words) for release in releases[:_RELEASES]),
        versions=versions.listed(data.slug, item.facts.versions, words),
        principles=satudata.principles(data, words),
        statistics=satudata.statistics(data, words),
        quoted=figures.quoted(site, item, words),
    )


PUBLISHER = Publisher(NAME, _plan, _render, bilingual=PAGES)
