"""A page for each chart, map and table alone, to be put into a frame on other people's pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lintas.outputs import PAGES, Output, Publisher, Tools, page_path
from lintas.packing import digest_of
from lintas.presenting import atlas, chrome, dataset, embedding, insight
from lintas.relate import Himpunan, Site
from lintas.views.chrome import Meta
from lintas.views.embeds import Sematan
from lintas.views.parts import ExternalLink, Link, Map
from lintas.wording import Words

NAME = "embeds"


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    return [*_charts(site), *_tables(site), *_maps(site)]


def _charts(site: Site) -> Iterator[Output]:
    for slug, item in site.datasets.items():
        for chart in item.facts.charts:
            made = digest_of(site.base, item.dataset.digest, chart.key, [file.sha256 for file in chart.files])
            yield _output(embedding.of_chart(slug, chart.view.name), f"chart {slug} {chart.view.name}", made)


def _tables(site: Site) -> Iterator[Output]:
    for slug, item in site.datasets.items():
        for table in item.facts.tables:
            if embedding.shows(item, table.resource):
                made = digest_of(site.base, item.dataset.digest, table.sha256)
                yield _output(embedding.of_table(slug, table.resource), f"table {slug} {table.resource}", made)


def _maps(site: Site) -> Iterator[Output]:
    source = atlas.boundaries(site)
    if source is None:
        return
    digest = digest_of(site.base, source.dataset.digest)
    if site.regions:
        yield _output(embedding.of_map(atlas.COUNTRY), "country", digest)
    for code in site.regions:
        yield _output(embedding.of_map(f"wilayah/{code}/peta.svg"), f"region {code}", digest)
    for slug, area in site.areas.items():
        own = digest_of(digest, area.name, [(m.code, m.partial) for m in area.members])
        yield _output(embedding.of_map(f"kawasan/{slug}/peta.svg"), f"kawasan {slug}", own)


def _output(address: str, subject: str, digest: str) -> Output:
    return Output(page_path(address), NAME, subject, digest, listed=False)


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    kind, *rest = output.subject.split(" ")
    words = tools.renderer.strings
    if kind == "chart":
        view, section = _chart(site, site.datasets[rest[0]], rest[1], words), "data"
    elif kind == "table":
        view, section = _table(site, site.datasets[rest[0]], rest[1], words), "data"
    else:
        view, section = _map(site, kind, "".join(rest), tools), "kawasan" if kind == "kawasan" else "wilayah"
    return tools.renderer.page(view, _head(site, words, view), section, output.path)


def _head(site: Site, words: Words, view: Sematan) -> Meta:
    """Search engines are led to the page that says everything."""
    whole = site.settings.base_url + chrome.folder(words) + view.origin.path
    title = words["embed_of"].format(title=view.title)
    head = chrome.meta(site, words, title, view.origin.path, description=view.title, robots="noindex")
    return replace(head, canonical_url=whole, feeds=())


def _chart(site: Site, item: Himpunan, name: str, words: Words) -> Sematan:
    found = next(chart for chart in item.facts.charts if chart.view.name == name)
    shown = replace(insight.chart(site, item, found, words), embed=None)
    return _of_dataset(site, item, Sematan(shown.title, _origin(item, words), site.settings.title, chart=shown))


def _table(site: Site, item: Himpunan, name: str, words: Words) -> Sematan:
    place = [table.resource for table in item.facts.tables].index(name)
    section = dataset.sections(site, item, words)[place]
    whole = f"{item.dataset.title}: {section.title}" if len(item.facts.tables) > 1 else item.dataset.title
    view = Sematan(whole, _origin(item, words), site.settings.title, table=section.preview, note=section.preview_note)
    return _of_dataset(site, item, view)


def _origin(item: Himpunan, words: Words) -> Link:
    return Link(words["embed_full"], f"data/{item.dataset.slug}/")


def _of_dataset(site: Site, item: Himpunan, view: Sematan) -> Sematan:
    owner = site.institutions.get(item.dataset.institution.text)
    source = "" if view.chart else owner.name if owner else ""  # a chart tells its source itself
    return replace(view, source=source, licences=dataset.licences(item.dataset))


def _map(site: Site, kind: str, key: str, tools: Tools) -> Sematan:
    words = tools.renderer.strings
    if kind == "country":
        drawn, name, origin = atlas.country_map(site, tools), words["indonesia"], "wilayah/"
    elif kind == "region":
        drawn, name, origin = atlas.region_map(site, tools, key), site.regions[key].name, f"wilayah/{key}/"
    else:
        area = site.areas[key]
        drawn, name, origin = atlas.kawasan_map(site, tools, area), area.name, f"kawasan/{key}/"
    link = Link(words["embed_full_map"], origin)
    return Sematan(name, link, site.settings.title, map=drawn, licences=_licences(site, drawn))


def _licences(site: Site, drawn: Map | None) -> tuple[ExternalLink, ...]:
    source = atlas.boundaries(site)
    return dataset.licences(source.dataset) if source and drawn else ()


PUBLISHER = Publisher(NAME, _plan, _render, bilingual=PAGES)
