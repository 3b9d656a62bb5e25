"""Findings of one table, counted in full and kept in part, so that a ruined table can't flood the report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from lintas.diagnostics import Diagnostic, Span, fault

SHOWN = 100  # findings per resource and code
ENOUGH = 20_000  # errors of one table, after which counting on would only cost time

T = TypeVar("T")


@dataclass(slots=True)
class Tally(Generic[T]):
    """The first `SHOWN` findings of each code, and how many there were."""

    kept: dict[str, list[T]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    size: int = 0

    def add(self, code: str, finding: T) -> None:
        self.size += 1
        self.counts[code] = self.counts.get(code, 0) + 1
        if self.counts[code] <= SHOWN:
            self.kept.setdefault(code, []).append(finding)

    def findings(self) -> list[tuple[str, T]]:
        return [(code, finding) for code in sorted(self.kept) for finding in self.kept[code]]

    def remainders(self, path: str, resource: str, *, cut: bool = False) -> Iterable[Diagnostic]:
        """One closing diagnostic for each code that has more findings than are shown. `cut`: counting was stopped."""
        sign = "+" if cut else ""
        for code in sorted(self.counts):
            total = self.counts[code]
            if total > SHOWN:
                facts = {"kind": code, "more": f"{total - SHOWN}{sign}", "total": f"{total}{sign}"}
                yield fault("TAB520", Span(path), related=(), resource=resource, **facts)
