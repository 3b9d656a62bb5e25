"""Every output of the tree, decided before one is written; two owners of one path are refused."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase

from lintas.diagnostics import Diagnostic, Outcome, Span, fault
from lintas.outputs import Output, Publisher
from lintas.packing import digest_of
from lintas.publishers import PUBLISHERS
from lintas.relate import Site

INDEX = "index.html"
_RELEASE = re.compile(r"[a-z]+/siaran-pers/[0-9]{4}/[^/]+/index\.html")
_UNSAFE = re.compile(r"(?:^|/)(?:\.{0,2})(?:/|$)|[\x00-\x1f\x7f\\]")


def plan(site: Site, publishers: Iterable[Publisher] = PUBLISHERS) -> Outcome[tuple[Output, ...]]:
    """All outputs in path order. The publisher's name is part of each digest, so that a path may change hands."""
    planned: list[Output] = []
    for publisher in publishers:
        planned += publisher.plan(site, planned)
        for other in site.others.values() if publisher.bilingual else ():
            planned += _translated(publisher, other, planned)
    planned = _in_sight_of_one_another(planned)
    unsafe = [fault("LUA102", Span(o.path), path=o.path) for o in planned if _UNSAFE.search(o.path)]
    return Outcome(tuple(sorted(planned, key=lambda output: output.path)), (*unsafe, *_collisions(planned)))


def _translated(publisher: Publisher, other: Site, earlier: Sequence[Output]) -> list[Output]:
    """What a publisher makes in another language, below its folder."""
    first = [output for output in earlier if output.lang == "id"]
    return [
        replace(page, path=f"{other.language}/{page.path}", lang=other.language)
        for page in publisher.plan(other, first)
        if any(fnmatchcase(page.path.rpartition("/")[2], name) for name in publisher.bilingual)
    ]


def _in_sight_of_one_another(planned: list[Output]) -> list[Output]:
    """Pages of other languages depend on which of them there are, as their links do; releases answer for themselves.

    A page in the first language depends on whether it exists in the others.
    """
    others = {output.path for output in planned if output.lang != "id"}
    if not others:
        return planned
    known = digest_of(*sorted(path for path in others if not _RELEASE.fullmatch(path)))
    twins = {path.partition("/")[2] for path in others}
    return [
        replace(output, digest=digest_of(output.digest, known))
        if output.lang != "id"
        else replace(output, digest=digest_of(output.digest, "twin"))
        if output.path in twins
        else output
        for output in planned
    ]


def twins(outputs: Iterable[Output]) -> Mapping[str, frozenset[str]]:
    """Language → addresses, as in the first language, of the pages that exist in it."""
    found: dict[str, set[str]] = {}
    for output in outputs:
        if output.lang != "id":
            found.setdefault(output.lang, set()).add(output.path.partition("/")[2].removesuffix(INDEX))
    return {language: frozenset(addresses) for language, addresses in sorted(found.items())}


def _collisions(planned: Sequence[Output]) -> list[Diagnostic]:
    """Paths that two outputs claim, or that differ by case only: some file systems would keep just one of them."""
    owners: dict[str, Output] = {}
    folders: dict[str, Output] = {}
    found = []
    for output in planned:
        path = output.path.casefold()
        first = owners.setdefault(path, output)
        if first is not output:
            found.append(_collision(first, output))
        folders.setdefault(path.rpartition("/")[0], output)
    for folder, output in folders.items():
        parts = folder.split("/")
        above = ("/".join(parts[:depth]) for depth in range(1, len(parts) + 1))
        found += (_collision(owners[path], output) for path in above if path in owners)
    return found


def _collision(first: Output, second: Output) -> Diagnostic:
    """One file twice, or a file where the other needs a folder."""
    names = [f"{output.publisher}: {output.subject or output.path}" for output in (first, second)]
    return fault("LUA101", Span(second.path), first=names[0], second=names[1])


def made_from(output: Output, engine: str) -> str:
    """The whole identity of an output: engine, publisher and ingredients (which tell its subject too)."""
    return f"{engine[:16]} {output.publisher} {output.digest}"
