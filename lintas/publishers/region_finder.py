"""The index of the region finder, fetched when a reader begins to type."""

from __future__ import annotations

from collections.abc import Sequence

from lintas.outputs import Output, Publisher, Tools
from lintas.packing import digest_of
from lintas.presenting import finder
from lintas.relate import Site

NAME = "region_finder"


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    return [Output(finder.INDEX, NAME, "index", digest_of(site.base, *site.regions))] if site.regions else []


def _render(_: Output, site: Site, __: Tools) -> bytes:
    return finder.index(site)


PUBLISHER = Publisher(NAME, _plan, _render)
