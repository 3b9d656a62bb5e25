"""How much a browser fetches before a page can be read: HTML, style sheets and scripts as sent with gzip (pure)."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lintas.diagnostics import Diagnostic, Span, fault

BUDGET = 60_000  # bytes of a page


def weight(data: bytes) -> int:
    """Size as a server sends it with gzip: zlib's, and eighteen bytes around it instead of six."""
    return len(zlib.compress(data, 6)) + 12


@dataclass(slots=True)
class Scales:
    """Weighs what pages share. `imports` tells what a script fetches further. State: weights that are known."""

    files: Mapping[str, bytes]
    imports: Mapping[str, tuple[str, ...]]
    _known: dict[str, int] = field(default_factory=dict)

    def shared(self, modules: tuple[str, ...]) -> int:
        """Weight of style sheets and scripts with everything that they import."""
        return sum(self._weight(path) for path in self._whole(modules))

    def _whole(self, modules: tuple[str, ...]) -> Iterator[str]:
        seen, pending = set[str](), list(modules)
        while pending:
            path = pending.pop()
            if path not in seen and path in self.files:
                seen.add(path)
                pending += self.imports.get(path, ())
                yield path

    def _weight(self, path: str) -> int:
        if path not in self._known:
            self._known[path] = weight(self.files[path])
        return self._known[path]


def heavy(path: str, html: int, shared: int) -> Diagnostic | None:
    """A finding where a page is over the budget; `html` and `shared` are weights."""
    if html + shared <= BUDGET:
        return None
    return fault("LUA251", Span(path), size=-(-(html + shared) // 1000), limit=BUDGET // 1000)
