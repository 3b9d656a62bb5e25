"""The calendar: page, iCalendar, JSON and an Atom feed. A portal without entries has none of them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from xml.etree import ElementTree

from lintas import formatting
from lintas.outputs import Output, Publisher, Tools, page_path
from lintas.presenting import agenda, atom, chrome, items
from lintas.presenting.agenda import FEED, FILE, JSON, PAGE
from lintas.presenting.calendar_file import calendar
from lintas.relate import Janji, Site
from lintas.views.agenda import Jadwal
from lintas.views.parts import FileItem
from lintas.wording import Words

NAME = "agenda"
_KINDS = ("siaran", "data", "rapat", "lain")
_LENGTH = 50  # newest changes in the feed


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    if not site.agenda:
        return []
    digest = agenda.ingredients(site)
    newest = max(map(agenda.stamp, site.agenda))
    files = ((FILE, "ics"), (JSON, "json"), (FEED, "feed"))
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
    if output.subject == "feed":
        return _feed(site, words)
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


def _feed(site: Site, words: Words) -> bytes:
    newest_first = sorted(site.agenda, key=lambda j: (agenda.stamp(j), j.entry.slug), reverse=True)[:_LENGTH]
    feed = atom.feed(site, words["agenda"], (FEED, PAGE), agenda.stamp(newest_first[0]))
    feed.extend(_entry(site, janji, words) for janji in newest_first)
    return atom.written(feed)


def _entry(site: Site, janji: Janji, words: Words) -> ElementTree.Element:
    entry, element = janji.entry, ElementTree.Element("entry")
    status = words[f"agenda_{entry.status}"]
    atom.add(element, "title", f"{status}: {entry.title}")
    atom.add(element, "id", atom.tag(site, entry.announced, f"jadwal/{entry.slug}"))
    atom.add(element, "link", rel="alternate", type="text/html", href=site.settings.base_url + agenda.address(entry))
    atom.add(element, "published", formatting.rfc3339(entry.announced))
    atom.add(element, "updated", formatting.rfc3339(agenda.stamp(janji)))
    owner = site.institutions.get(entry.institution.text) or site.institutions.get(site.settings.agency)
    atom.author(element, owner.name if owner else site.settings.title, owner.website if owner else "")
    atom.add(element, "category", term=entry.kind, label=words[f"agenda_{entry.kind}"])
    told = (f"{agenda.when(entry, words)}.", entry.place and f"{entry.place}.", entry.description, entry.reason)
    atom.add(element, "summary", " ".join(filter(None, (*told, agenda.verdict(janji, words)))))
    return element


PUBLISHER = Publisher(NAME, _plan, _render)
