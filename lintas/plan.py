"""Every output of the tree, decided before one is written; two owners of one path are refused."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lintas.diagnostics import Diagnostic, Outcome, Span, fault
from lintas.outputs import Output, Publisher
from lintas.publishers import PUBLISHERS
from lintas.relate import Site


def plan(site: Site, publishers: Iterable[Publisher] = PUBLISHERS) -> Outcome[tuple[Output, ...]]:
    """All outputs in path order. The publisher's name is part of each digest, so that a path may change hands."""
    planned: list[Output] = []
    for publisher in publishers:
        planned += publisher.plan(site, planned)
    return Outcome(tuple(sorted(planned, key=lambda output: output.path)), tuple(_collisions(planned)))


def _collisions(planned: Sequence[Output]) -> list[Diagnostic]:
    """Paths that two outputs claim, or that differ by case only: some file systems would keep just one of them."""
    owners: dict[str, Output] = {}
    found = []
    for output in planned:
        first = owners.setdefault(output.path.casefold(), output)
        if first is not output:
            found.append(
                fault(
                    "LUA101",
                    Span(output.path),
                    first=f"{first.publisher}: {first.subject or first.path}",
                    second=f"{output.publisher}: {output.subject or output.path}",
                )
            )
    return found


def made_from(output: Output, engine: str) -> str:
    """The whole identity of an output: engine, publisher and ingredients (which tell its subject too)."""
    return f"{engine[:16]} {output.publisher} {output.digest}"
