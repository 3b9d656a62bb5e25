"""The libraries with which a browser draws charts, fetched only by readers who explore one."""

from __future__ import annotations

from collections.abc import Sequence

from lintas.outputs import Output, Publisher, Tools
from lintas.presenting import exploring
from lintas.relate import Site

NAME = "chart_bundle"


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    if not any(item.facts.charts for item in site.datasets.values()):
        return []
    address = exploring.libraries()
    return [Output(address, NAME, "", address)]


def _render(_: Output, site: Site, tools: Tools) -> bytes:
    from lintas.charts.exploring import bundle

    return bundle()


PUBLISHER = Publisher(NAME, _plan, _render)
