"""Quality of the whole portal on one page: what is overdue and with whom, and why each score is what it is."""

from __future__ import annotations

from collections.abc import Sequence

from lintas.outputs import PAGES, Output, Publisher, Tools, page_path
from lintas.packing import digest_of, packer
from lintas.presenting import chrome, items, scores, untranslated
from lintas.quality import Freshness
from lintas.relate import Site
from lintas.views import insight
from lintas.views.parts import Link

NAME = "quality"
PAGE = "mutu/"


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    if not site.datasets:
        return []
    states = [
        (slug, item.dataset.digest, packer(Freshness)(site.freshness[slug])) for slug, item in site.datasets.items()
    ]
    changed = max((item.dataset.updated for item in site.datasets.values()), default="")
    return [Output(page_path(PAGE), NAME, "", digest_of(site.base, states), changed)]


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    words = tools.renderer.strings
    listed = [scores.scored(site, item, words) for item in site.datasets.values()]
    late = scores.overdue(site, words)
    number = sum(len(group.datasets) for group in late)
    view = insight.Mutu(
        lead=words["quality_lead"],
        count=items.count(words, "n_datasets", len(listed)),
        datasets=tuple(sorted(listed, key=_least_first)),
        common=scores.common(site, words),
        late=late,
        translations=Link(words["untranslated"], untranslated.PAGE) if site.others else None,
        late_text=items.count(words, "n_late", number) if number else words["none_late"],
    )
    head = chrome.meta(
        site,
        words,
        words["quality_portal"],
        PAGE,
        description=words["quality_lead"],
        crumbs=chrome.crumbs(words, Link(words["datasets"], "data/")),
    )
    return tools.renderer.page(view, head, "data", output.path)


def _least_first(dataset: insight.ScoredDataset) -> tuple[bool, float, str]:
    return (not dataset.score.late, dataset.score.met / max(1, dataset.score.of), dataset.title.casefold())


PUBLISHER = Publisher(NAME, _plan, _render, bilingual=PAGES)
