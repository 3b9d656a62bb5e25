"""Every output of the tree, decided before one is written; two owners of one path are refused."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from lintas.diagnostics import Diagnostic, Outcome, Span, fault
from lintas.outputs import Output, Publisher
from lintas.publishers import PUBLISHERS
from lintas.relate import Site

_UNSAFE = re.compile(r"(?:^|/)(?:\.{0,2})(?:/|$)|[\x00-\x1f\x7f\\]")


def plan(site: Site, publishers: Iterable[Publisher] = PUBLISHERS) -> Outcome[tuple[Output, ...]]:
    """All outputs in path order. The publisher's name is part of each digest, so that a path may change hands."""
    planned: list[Output] = []
    for publisher in publishers:
        planned += publisher.plan(site, planned)
    unsafe = [fault("LUA102", Span(o.path), path=o.path) for o in planned if _UNSAFE.search(o.path)]
    return Outcome(tuple(sorted(planned, key=lambda output: output.path)), (*unsafe, *_collisions(planned)))


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
