"""What was seen in one file of a tree (values)."""

from __future__ import annotations

from dataclasses import dataclass, field

from lintas.diagnostics import Diagnostic, Span, finding

_MOST = 40  # findings of one code that one file reports


@dataclass(frozen=True, slots=True)
class Sight:
    """One file. Targets are (path in the tree, anchor) → line; those of `named` stand in feeds and the like."""

    path: str
    kind: str  # page | text | data
    targets: tuple[tuple[str, str, int], ...] = ()
    named: tuple[tuple[str, str], ...] = ()  # (path, where it stands), for what must be a page of the tree
    ids: frozenset[str] = frozenset()
    canonical: str = ""  # path of the page that this one says it is; "" = it says nothing
    alternates: tuple[tuple[str, str], ...] = ()  # (language, path)
    hidden: bool = False  # it asks not to be indexed
    listed: tuple[str, ...] = ()  # pages that a sitemap names
    modules: tuple[str, ...] = ()  # scripts and style sheets that are loaded with it
    images: int = 0
    faults: tuple[Diagnostic, ...] = ()


@dataclass(slots=True)
class Notes:
    """Findings of one file while it is read."""

    path: str
    found: list[Diagnostic] = field(default_factory=list)
    _told: dict[str, int] = field(default_factory=dict)

    def add(self, code: str, line: int = 0, **facts: object) -> None:
        self._told[code] = self._told.get(code, 0) + 1
        if self._told[code] <= _MOST:
            self.found.append(finding(code, Span(self.path, line), facts))
