"""What lacks a translation, in a portal of several languages: one page for those who write it."""

from __future__ import annotations

from collections.abc import Sequence

from lintas.outputs import Output, Publisher, Tools, page_path
from lintas.packing import digest_of
from lintas.presenting import chrome, untranslated
from lintas.presenting.untranslated import PAGE
from lintas.relate import Site
from lintas.views.parts import Link
from lintas.views.translations import BelumDiterjemahkan

NAME = "untranslated"


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    if not site.others:
        return []
    return [Output(page_path(PAGE), NAME, "", digest_of(site.base, *untranslated.ingredients(site)))]


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    words = tools.renderer.strings
    lead = words["untranslated_lead"]
    view = BelumDiterjemahkan(lead, untranslated.groups(site, words))
    above = (Link(words["quality_portal"], "mutu/"),) if site.datasets else ()
    head = chrome.meta(site, words, words["untranslated"], PAGE, description=lead, crumbs=chrome.crumbs(words, *above))
    return tools.renderer.page(view, head, "data", output.path)


PUBLISHER = Publisher(NAME, _plan, _render)
