"""The files of each chart: pictures for the page, SVG and PNG for taking away, and what they were drawn from."""

from __future__ import annotations

from collections.abc import Sequence

from lintas import packing
from lintas.outputs import Output, Publisher, Tools
from lintas.relate import Site

NAME = "chart_files"


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    return [
        Output(f"data/{slug}/grafik/{file.name}", NAME, f"{slug} {chart.view.name} {file.name}", file.sha256)
        for slug, item in site.datasets.items()
        for chart in item.facts.charts
        for file in chart.files
    ]


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    slug, view, name = output.subject.split(" ")
    chart = next(chart for chart in site.datasets[slug].facts.charts if chart.view.name == view)
    files: dict[str, bytes] = packing.unseal(tools.reading.export(chart.key)) or {}
    return files[name]


PUBLISHER = Publisher(NAME, _plan, _render, bilingual=("*",))
