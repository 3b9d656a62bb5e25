"""Findings of one table, counted in full and kept in part, so that a ruined table can't flood the report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from lintas.diagnostics import Diagnostic, Span, fault

SHOWN = 100  # findings per resource and code

T = TypeVar("T")


@dataclass(slots=True)
class Tally(Generic[T]):
    """The first `SHOWN` findings of each code, and how many there were."""

    kept: dict[str, list[T]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def add(self, code: str, finding: T) -> None:
        self.counts[code] = self.counts.get(code, 0) + 1
        if self.counts[code] <= SHOWN:
            self.kept.setdefault(code, []).append(finding)

    def findings(self) -> list[tuple[str, T]]:
        return [(code, finding) for code in sorted(self.kept) for finding in self.kept[code]]

    def remainders(self, path: str, resource: str) -> Iterable[Diagnostic]:
        """One closing diagnostic for each code that has more findings than are shown."""
        for code in sorted(self.counts):
            more = self.counts[code] - SHOWN
            if more > 0:
                yield fault("TAB520", Span(path), resource=resource, kind=code, more=more, total=self.counts[code])
