"""Addresses that hold no text any more: tombstones of withdrawn releases, and old addresses that lead to new ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lintas.model import Ref, SiaranPers
from lintas.outputs import Output, Publisher, Tools, page_path
from lintas.packing import digest_of
from lintas.presenting import chrome, press
from lintas.relate import Site, identity, release_address
from lintas.rendering import root_from
from lintas.views.amendments import Alihan, SiaranDicabut
from lintas.views.parts import DateText, Link

NAME = "addresses"
LIST = "siaran-pers/"


@dataclass(frozen=True, slots=True)
class Move:
    """What stood at `old` stands at `new`. `gone`: there is nothing to read there either."""

    old: str
    new: str
    title: str
    section: str
    parent: tuple[str, str] = ("", "")  # key of its name, address
    gone: bool = False


def _moves(site: Site) -> Iterator[Move]:
    """Every address that something had before."""
    for release in (*site.releases, *site.withdrawn):
        for ref in release.former:
            new, gone = release_address(release), release.status == "dicabut"
            yield Move(f"{LIST}{ref.text}/", new, release.title, "siaran-pers", ("releases", LIST), gone)
    for page in site.pages:
        yield from _renamed("", (page.slug, page.title), page.former)
    for institution in site.institutions.values():
        yield from _renamed("institutions", (institution.slug, institution.name), institution.former)
    for topic in site.topics.values():
        yield from _renamed("topics", (topic.slug, topic.name), topic.former)
    for slug, item in site.datasets.items():
        yield from _renamed("datasets", (slug, item.dataset.title), item.dataset.former)


_FOLDERS = {"": "", "institutions": "instansi", "topics": "topik", "datasets": "data"}  # by the key of their name


def _renamed(kind: str, now: tuple[str, str], former: Sequence[Ref]) -> Iterator[Move]:
    """`now` is the name in the address and the title."""
    section = _FOLDERS[kind]
    above = f"{section}/" if section else ""
    for ref in former:
        yield Move(f"{above}{ref.text}/", f"{above}{now[0]}/", now[1], section, (kind, above))


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    planned = []
    for release in site.withdrawn:
        digest = digest_of(site.base, identity((release,)))
        subject = f"tombstone {release.path}"
        planned.append(Output(page_path(release_address(release)), NAME, subject, digest, listed=False))
    for move in _moves(site):
        digest = digest_of(site.base, move.new, move.title, move.gone)
        planned.append(Output(page_path(move.old), NAME, f"moved {move.old} {move.new}", digest, listed=False))
    return planned


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    kind, _, rest = output.subject.partition(" ")
    if kind == "tombstone":
        return _tombstone(site, next(release for release in site.withdrawn if release.path == rest), tools)
    old, new = rest.split(" ")
    return _moved(site, next(move for move in _moves(site) if (move.old, move.new) == (old, new)), tools)


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


def _moved(site: Site, move: Move, tools: Tools) -> bytes:
    """A page that leads on at once. For search engines it is a redirect, its canonical address the true one."""
    words, path = tools.renderer.strings, page_path(move.old)
    view = Alihan(words["moved"], Link(move.title, move.new))
    word, above = move.parent
    head = chrome.meta(
        site,
        words,
        words["moved"],
        move.new,
        description=words["moved_text"],
        crumbs=chrome.crumbs(words, *([Link(words[word], above)] if word else [])),
        robots="noindex" if move.gone else "",
        refresh=root_from(path) + move.new,
    )
    return tools.renderer.page(view, head, move.section, path)


PUBLISHER = Publisher(NAME, _plan, _render)
