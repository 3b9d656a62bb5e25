"""Corrections, withdrawals and replacements against the present and against the other releases."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import unquote

from lintas.diagnostics import Diagnostic, Span, fault
from lintas.model import SiaranPers
from lintas.reader import near
from lintas.relate.calendar import due, instant


def check_amendments(releases: Iterable[SiaranPers], now: str) -> Iterator[Diagnostic]:
    """Faults of what says when a release was changed and what took its place. `now` as `instant` writes it."""
    every = tuple(releases)
    amended = [release for release in every if release.status != "terbit" or release.corrections]
    slugs = {release.slug: release for release in every} if amended else {}
    for release in amended:
        if due(release) <= now and release.status != "draf":
            yield from _future(release, now)
        if release.status == "diganti" and release.successor.text:
            yield from _successor(release, slugs, now)
    if any(release.former for release in every):
        yield from _former(every)


def _future(release: SiaranPers, now: str) -> Iterator[Diagnostic]:
    """A change cannot have happened after the present."""
    dated = [(entry.date, entry.line) for entry in release.corrections]
    for day, line in (*dated, (release.withdrawal.date, release.withdrawal.line)):
        if day and instant(day) > now:
            yield fault("KOR201", Span(release.path, line), value=day)


def _successor(release: SiaranPers, slugs: Mapping[str, SiaranPers], now: str) -> Iterator[Diagnostic]:
    ref = release.successor
    place, found = Span(release.path, ref.line, ref.column), slugs.get(ref.text)
    if found is None:
        yield fault("KOR202", place, key=ref.text, hint=near(ref.text, slugs))
    elif _returns(release, slugs):
        yield fault("KOR204", place, related=(Span(found.path),), key=ref.text)
    elif found.status == "dicabut":
        yield fault("KOR205", place, related=(Span(found.path),), key=ref.text)
    elif due(release) <= now and (found.status == "draf" or due(found) > now):
        yield fault("KOR203", place, related=(Span(found.path),), key=ref.text)


def _returns(release: SiaranPers, slugs: Mapping[str, SiaranPers]) -> bool:
    """Whether the way from one successor to the next comes back to this release."""
    seen: set[str] = set()
    step: SiaranPers | None = release
    while step is not None and step.status == "diganti" and step.slug not in seen:
        seen.add(step.slug)
        step = slugs.get(step.successor.text)
        if step is not None and step.slug == release.slug:
            return True
    return False


def _former(releases: tuple[SiaranPers, ...]) -> Iterator[Diagnostic]:
    """An earlier address may be neither that of a release nor claimed by two."""
    taken = {f"{release.year}/{release.slug}": release.path for release in releases}
    for release in releases:
        for ref in release.former:
            owner = taken.setdefault(ref.text, release.path)
            if owner != release.path or ref.text == f"{release.year}/{release.slug}":
                place = Span(release.path, ref.line, ref.column)
                yield fault("KOR207", place, related=(Span(owner),), value=ref.text, owner=owner)


def hidden_links(problems: Iterable[Diagnostic], owner: object, waiting: Iterable[SiaranPers]) -> Iterator[Diagnostic]:
    """The dead links of `owner`, said clearly where they lead to a release that waits for its time or is a draft.

    `waiting`: releases that are not in sight. One of them may lead to another that will be out no later than itself.
    Nothing of the release is told but its path, which the link names already.
    """
    for problem in problems:
        target = _target(problem, waiting)
        if target is None:
            yield problem
        elif not (isinstance(owner, SiaranPers) and _in_time(target, owner, waiting)):
            yield fault("KOR206", problem.span, related=(Span(target.path),), key=target.slug)


def _target(problem: Diagnostic, waiting: Iterable[SiaranPers]) -> SiaranPers | None:
    args = dict(problem.args)
    if problem.code == "TAU101" and args["kind"] == "siaran":
        return next((release for release in waiting if release.slug == args["key"]), None)
    if problem.code == "TAU106":
        target = unquote(args["target"].partition("#")[0])
        place = posixpath.normpath(posixpath.join(posixpath.dirname(problem.span.path), target))
        return next((release for release in waiting if release.path == place), None)
    return None


def _in_time(target: SiaranPers, owner: SiaranPers, waiting: Iterable[SiaranPers]) -> bool:
    if owner not in waiting:
        return False
    return owner.status == "draf" or (target.status != "draf" and due(target) <= due(owner))
