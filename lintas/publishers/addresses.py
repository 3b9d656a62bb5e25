"""Addresses that hold no text any more: tombstones of withdrawn releases, and old addresses that lead to new ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lintas.model import SiaranPers
from lintas.outputs import Output, Publisher, Tools, page_path
from lintas.packing import digest_of
from lintas.presenting import chrome, press
from lintas.relate import Site, identity, release_address
from lintas.rendering import root_from
from lintas.views.amendments import Alihan, SiaranDicabut
from lintas.views.parts import DateText, Link

NAME = "addresses"
LIST = "siaran-pers/"


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    planned = []
    for release in site.withdrawn:
        digest = digest_of(site.base, identity((release,)))
        subject = f"tombstone {release.path}"
        planned.append(Output(page_path(release_address(release)), NAME, subject, digest, listed=False))
    for release in (*site.releases, *site.withdrawn):
        for ref in release.former:
            digest = digest_of(site.base, release_address(release), release.title)
            subject = f"moved {release.path}"
            planned.append(Output(page_path(f"{LIST}{ref.text}/"), NAME, subject, digest, listed=False))
    return planned


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    kind, _, path = output.subject.partition(" ")
    release = next(release for release in (*site.withdrawn, *site.releases) if release.path == path)
    return _tombstone(site, release, tools) if kind == "tombstone" else _moved(site, release, output, tools)


def _tombstone(site: Site, release: SiaranPers, tools: Tools) -> bytes:
    words, gone = tools.renderer.strings, release.withdrawal
    address = release_address(release)
    view = SiaranDicabut(
        title=release.title,
        date=DateText(words.form.date_and_time(release.published), release.published),
        withdrawn=DateText(words.form.date_and_time(gone.date), gone.date),
        reason=gone.reason,
        numbers=tuple(number.text for number in release.numbers),
        lang=release.language,
    )
    head = chrome.meta(
        site,
        words,
        f"{words['label_dicabut']}: {release.title}",
        address,
        description=words["tombstone_lead"].format(date=words.form.long_date(gone.date)),
        crumbs=chrome.crumbs(words, Link(words["releases"], LIST), Link(release.year, f"{LIST}{release.year}/")),
        robots="noindex",
    )
    head = replace(head, feeds=(*head.feeds, *press.alternates(release, words)))
    return tools.renderer.page(view, head, "siaran-pers", page_path(address))


def _moved(site: Site, release: SiaranPers, output: Output, tools: Tools) -> bytes:
    words, address = tools.renderer.strings, release_address(release)
    view = Alihan(words["moved"], Link(release.title, address))
    head = chrome.meta(
        site,
        words,
        words["moved"],
        address,
        description=words["moved_text"],
        crumbs=chrome.crumbs(words, Link(words["releases"], LIST)),
        robots="noindex",
        refresh=root_from(output.path) + address,
    )
    return tools.renderer.page(view, head, "siaran-pers", output.path)


PUBLISHER = Publisher(NAME, _plan, _render)
