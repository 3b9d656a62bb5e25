"""The report of the build: what was let pass, why and by whom, and which rules the figures keep."""

from __future__ import annotations

from collections.abc import Sequence

from lintas.model import Halaman, SiaranPers
from lintas.outputs import Output, Publisher, Tools, page_path
from lintas.packing import digest_of
from lintas.presenting import chrome, items, report
from lintas.relate import Site
from lintas.views.report import Laporan

NAME = "report"
PAGE = "laporan/"


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    every: tuple[SiaranPers | Halaman, ...] = (*site.releases, *site.pages)
    texts = [text for text in every if text.waivers]
    if not site.datasets and not texts:
        return []
    parts = (*(item.dataset.digest for item in site.datasets.values()), *(f"{t.path} {t.digest}" for t in texts))
    return [Output(page_path(PAGE), NAME, "", digest_of(site.base, *parts))]


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    words = tools.renderer.strings
    listed = tuple(report.waivers(site, words))
    view = Laporan(
        lead=words["report_lead"],
        count=items.count(words, "n_waivers", len(listed)) if listed else words["no_waivers"],
        waivers=listed,
        kept=report.kept(site, words),
    )
    head = chrome.meta(
        site, words, words["report"], PAGE, description=words["report_lead"], crumbs=chrome.crumbs(words)
    )
    return tools.renderer.page(view, head, "data", output.path)


PUBLISHER = Publisher(NAME, _plan, _render)
