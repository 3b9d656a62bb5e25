"""Static maps: the country, a locator for each region, and each metropolitan area, the large ones in pixels too."""

from __future__ import annotations

from collections.abc import Sequence

from lintas import maps
from lintas.outputs import Output, Publisher, Tools
from lintas.packing import digest_of
from lintas.presenting import atlas
from lintas.relate import Site

NAME = "map_files"


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    source = atlas.boundaries(site)
    if source is None:
        return []
    digest = source.dataset.digest
    planned = _both(atlas.COUNTRY, "country", digest)
    planned += [Output(f"wilayah/{code}/peta.svg", NAME, f"region {code}", digest) for code in site.regions]
    for slug, area in site.areas.items():
        members = [(m.code, m.partial) for m in area.members]
        own = digest_of(digest, area.name, members)
        planned += _both(f"kawasan/{slug}/peta.svg", f"kawasan {slug}", own)
    return planned


def _both(path: str, subject: str, digest: str) -> list[Output]:
    return [Output(path, NAME, subject, digest), Output(atlas.pixels(path), NAME, subject, digest)]


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    book = atlas.atlas(site, tools)
    kind, _, key = output.subject.partition(" ")
    if book is None:
        return b""
    if kind == "country":
        svg = maps.mapped(book.country(), {}, maps.country_sentence(len(book.provinces)))
    elif kind == "region":
        sheet = atlas.region_sheet(book, key)
        svg = maps.locator(sheet, key, atlas.region_sentence(sheet, key))
    else:
        area = site.areas[key]
        svg = maps.mapped(book.area(area), {m.code: m.partial for m in area.members}, atlas.area_sentence(area))
    if output.path.endswith(".png"):
        from lintas.charts.vega import png

        return png(svg)
    return svg.encode()


PUBLISHER = Publisher(NAME, _plan, _render)
