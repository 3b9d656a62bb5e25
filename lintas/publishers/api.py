"""The static JSON API `/api/v1/` (docs/api.md). Releases are listed here; each one is its twin beside its page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from lintas import packing
from lintas.outputs import Output, Publisher, Tools
from lintas.packing import digest_of, packer
from lintas.presenting import items
from lintas.presenting.api import datasets, openapi, others, regions, releases
from lintas.presenting.api.shared import ROOT, Record, encoded
from lintas.relate import Kawasan, Site, identity

NAME = "api"
_LISTS: dict[str, Callable[[Site], Record]] = {
    "index": others.entrance,
    "instansi": others.institutions,
    "kawasan": others.areas,
    "openapi": openapi.description,
    "siaran-pers": releases.years,
    "topik": others.topics,
    "data": datasets.listed,
    "wilayah": regions.listed,
}


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    return [*_lists(site), *_releases(site), *_datasets(site), *_regions(site)]


def _lists(site: Site) -> Iterator[Output]:
    counts = [len(each) for each in (site.releases, site.withdrawn, site.datasets, site.regions, site.areas)]
    told = [
        (each.slug, len(site.by_institution.get(each.slug, ())), len(items.datasets_of_institution(site, each.slug)),
         each.region.text, each.region.text in site.regions, each.parent.text, each.description, each.website,
         each.aliases, each.kind)
        for each in site.institutions.values()
    ]  # fmt: skip
    topics = [
        (slug, each.description, len(site.by_topic.get(slug, ())), len(items.datasets_of_topic(site, slug)))
        for slug, each in site.topics.items()
    ]
    areas = [packer(Kawasan)(area) for area in site.areas.values()]
    members = [m.code in site.regions for area in site.areas.values() for m in area.members]
    years = [(year, len(group)) for year, group in site.by_year.items()]
    made = {
        "index": (*counts, len(site.topics), bool(site.agenda)),
        "instansi": told,
        "topik": topics,
        "kawasan": (areas, members),
        "siaran-pers": (years, [gone.year for gone in site.withdrawn]),
        "openapi": openapi.ways(site),
    }
    for kind, parts in made.items():
        yield Output(f"{ROOT}{kind}.json", NAME, kind, digest_of(site.base, parts))


def _releases(site: Site) -> Iterator[Output]:
    for year in site.by_year:
        pages = releases.pages(site, year)
        for page, shown in enumerate(pages, start=1):
            papers = [site.papers.get(release.path) for release in shown]
            digest = digest_of(site.base, len(pages), identity(shown), papers)
            yield Output(releases.path(year, page), NAME, f"siaran {year} {page}", digest)


def _datasets(site: Site) -> Iterator[Output]:
    own = {slug: digest_of(site.base, *datasets.ingredients(site, item)) for slug, item in site.datasets.items()}
    yield Output(f"{ROOT}data.json", NAME, "data", digest_of(site.base, *own.values()))
    for slug, digest in own.items():
        yield Output(datasets.path(slug), NAME, f"data {slug}", digest)
        for shards in site.datasets[slug].facts.shards:
            table = shards.resource
            yield Output(datasets.parts_path(slug, table), NAME, f"daftar {slug} {table}", digest)
            for part in shards.parts:
                code = part.province
                place = datasets.parts_path(slug, table, code)
                yield Output(place, NAME, f"pecahan {slug} {table} {code}", part.sha256)


def _regions(site: Site) -> Iterator[Output]:
    own = {code: digest_of(site.base, *regions.ingredients(site, code)) for code in site.regions}
    yield Output(f"{ROOT}wilayah.json", NAME, "wilayah", digest_of(site.base, *own.values()))
    for code, digest in own.items():
        yield Output(regions.path(code), NAME, f"wilayah {code}", digest)


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    kind, *rest = output.subject.split(" ")
    if not rest:
        return encoded(_LISTS[kind](site))
    if kind == "pecahan":
        return _part(site, tools, rest)
    if kind == "siaran":
        return encoded(releases.listed(site, rest[0], int(rest[1])))
    if kind == "wilayah":
        return encoded(regions.record(site, rest[0]))
    item = site.datasets[rest[0]]
    if kind == "data":
        return encoded(datasets.record(site, item))
    return encoded(datasets.parts(site, item, next(each for each in item.facts.shards if each.resource == rest[1])))


def _part(site: Site, tools: Tools, place: list[str]) -> bytes:
    slug, table, code = place
    shards = next(each for each in site.datasets[slug].facts.shards if each.resource == table)
    made: bytes = packing.unseal(tools.reading.export(shards.key))[code]
    return made


PUBLISHER = Publisher(NAME, _plan, _render)
