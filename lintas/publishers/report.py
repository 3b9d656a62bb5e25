"""The report of the build: from what it was made and how to make it again, what was checked, what was let pass."""

from __future__ import annotations

import json
from collections.abc import Sequence

from lintas.model import Halaman, SiaranPers
from lintas.outputs import Output, Publisher, Tools, page_path
from lintas.packing import digest_of
from lintas.presenting import chrome, items, proof, report
from lintas.relate import Site
from lintas.views.report import Laporan

NAME = "report"
PAGE = "laporan/"


def _plan(site: Site, earlier: Sequence[Output]) -> list[Output]:
    """It tells of every page, and so depends on all outputs."""
    every: tuple[SiaranPers | Halaman, ...] = (*site.releases, *site.pages)
    waived = (*(item.dataset.digest for item in site.datasets.values()), *(t.digest for t in every if t.waivers))
    whole = digest_of(site.base, site.proof, *waived, *(f"{o.path} {o.digest}" for o in earlier))
    planned = [Output(page_path(PAGE), NAME, "page", whole), Output(proof.RECORD, NAME, "record", whole)]
    if site.proof.machine:
        planned.append(Output(proof.MACHINE, NAME, "machine", digest_of(*site.proof.machine)))
    return planned


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    if output.subject == "machine":
        return _json(dict(site.proof.machine))
    if output.subject == "record":
        return _json(proof.record(site, tools.told))
    words = tools.renderer.strings
    listed = tuple(report.waivers(site, words))
    view = Laporan(
        lead=words["report_lead"],
        origin=proof.origin(site, words),
        checks=proof.checks(site, tools.told, words),
        commands=proof.commands(site),
        repeat_note=words["repeat_note"],
        files=proof.files(site, words),
        count=items.count(words, "n_waivers", len(listed)) if listed else words["no_waivers"],
        waivers=listed,
        kept=report.kept(site, words),
    )
    head = chrome.meta(
        site, words, words["report"], PAGE, description=words["report_lead"], crumbs=chrome.crumbs(words)
    )
    return tools.renderer.page(view, head, "data", output.path)


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


PUBLISHER = Publisher(NAME, _plan, _render, last=True)
