"""The calendar: page, iCalendar and JSON. A portal without entries has none of them."""

from __future__ import annotations

import json
from collections.abc import Sequence

from lintas.outputs import Output, Publisher, Tools, page_path
from lintas.presenting import agenda, chrome, items
from lintas.presenting.agenda import FEED, FILE, JSON, PAGE
from lintas.presenting.calendar_file import calendar
from lintas.relate import Site
from lintas.views.agenda import Jadwal
from lintas.views.parts import FileItem

NAME = "agenda"
_KINDS = ("siaran", "data", "rapat", "lain")


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    if not site.agenda:
        return []
    digest = agenda.ingredients(site)
    newest = max(map(agenda.stamp, site.agenda))
    files = ((FILE, "ics"), (JSON, "json"))
    return [
        Output(page_path(PAGE), NAME, "page", digest, newest),
        *(Output(path, NAME, subject, digest) for path, subject in files),
    ]


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    words = tools.renderer.strings
    if output.subject == "ics":
        return calendar(site, words["agenda"], {kind: words[f"agenda_{kind}"] for kind in _KINDS})
    if output.subject == "json":
        records = [agenda.record(site, janji) for janji in site.agenda]
        return (json.dumps({"jadwal": records}, ensure_ascii=False, indent=2) + "\n").encode()
    return _page(site, tools)


def _page(site: Site, tools: Tools) -> bytes:
    words = tools.renderer.strings
    coming = sum(not janji.past for janji in site.agenda)
    kept, more = agenda.kept(site.agenda, words)
    view = Jadwal(
        count=items.count(words, "n_agenda", coming) or words["no_agenda"],
        kept=kept,
        kept_more=more,
        months=agenda.months(site, words),
        years=agenda.years(site, words),
        calendar_url=site.settings.base_url + FILE,
        files=(
            FileItem("ICS", words["agenda"], FILE),
            FileItem("JSON", words["agenda"], JSON),
            FileItem("Atom", words["feed_agenda"], FEED),
        ),
    )
    head = chrome.meta(
        site, words, words["agenda"], PAGE, description=words["agenda_lead"], crumbs=chrome.crumbs(words)
    )
    return tools.renderer.page(view, head, "siaran-pers", page_path(PAGE))


PUBLISHER = Publisher(NAME, _plan, _render)
