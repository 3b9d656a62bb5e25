"""Releases as PDF, set by a step and written here."""

from __future__ import annotations

from collections.abc import Sequence

from lintas.outputs import Output, Publisher, Tools
from lintas.relate import Site

NAME = "papers"


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    return [Output(paper.path, NAME, paper.key, paper.sha256) for paper in site.papers.values()]


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    return tools.reading.export(output.subject)


PUBLISHER = Publisher(NAME, _plan, _render)
