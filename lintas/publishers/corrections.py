"""The register of corrections, withdrawals and replacements: pages and JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence

from lintas.outputs import Output, Publisher, Tools, page_path
from lintas.packing import digest_of
from lintas.presenting import chrome, corrections, items
from lintas.presenting.corrections import REGISTER, Entry
from lintas.relate import Site, identity
from lintas.views.amendments import DaftarKoreksi
from lintas.views.parts import FileItem, Link

NAME = "corrections"
JSON, FEED = f"{REGISTER}koreksi.json", "umpan/koreksi.xml"
_POLICY = "kebijakan-koreksi"


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    entries = corrections.register(site)
    newest = entries[0].date if entries else ""
    parts = _slices(site, entries)
    planned = []
    for page, shown in enumerate(parts, start=1):
        digest = digest_of(site.base, len(entries), len(parts), _identity(shown))
        planned.append(Output(page_path(items.page_address(REGISTER, page)), NAME, f"page {page}", digest, newest))
    planned.append(Output(JSON, NAME, "json", digest_of(site.base, _identity(entries))))
    return planned


def _slices(site: Site, entries: tuple[Entry, ...]) -> list[tuple[Entry, ...]]:
    size = site.settings.page_size
    return [entries[start : start + size] for start in range(0, len(entries), size)] or [()]


def _identity(entries: Sequence[Entry]) -> tuple[object, ...]:
    return tuple(
        (entry.kind, entry.number, identity((entry.release,)), identity((entry.successor,)) if entry.successor else "")
        for entry in entries
    )


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    entries = corrections.register(site)
    if output.subject == "json":
        records = [corrections.record(site, entry) for entry in entries]
        return (json.dumps({"koreksi": records}, ensure_ascii=False, indent=2) + "\n").encode()
    return _page(site, entries, int(output.subject.split(" ")[1]), tools)


def _page(site: Site, entries: tuple[Entry, ...], page: int, tools: Tools) -> bytes:
    words, parts = tools.renderer.strings, _slices(site, entries)
    policy = next((Link(p.title, f"{p.slug}/") for p in site.pages if p.slug == _POLICY), None)
    view = DaftarKoreksi(
        count=items.count(words, "n_corrections", len(entries)) or words["no_corrections"],
        changes=tuple(corrections.change(entry, words) for entry in parts[page - 1]),
        files=(FileItem("JSON", words["corrections"], JSON), FileItem("Atom", words["feed_corrections"], FEED)),
        policy=policy,
        paging=items.paging(REGISTER, page, len(parts), words),
    )
    own = items.page_address(REGISTER, page)
    title = items.paged_title(words["corrections"], page, len(parts), words)
    lead = items.lead_of(title, words["corrections"], words["corrections_lead"])
    head = chrome.meta(site, words, title, own, description=lead, crumbs=chrome.crumbs(words))
    return tools.renderer.page(view, head, "siaran-pers", page_path(own))


PUBLISHER = Publisher(NAME, _plan, _render)
