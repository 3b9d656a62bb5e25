"""Every file as it is drawn: what it names, what is wrong with it, how much stands in it. State: what was seen.

Pages go through the quick checks of `drawn`; the few other files that machines read are parsed for good.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from lintas.diagnostics import Diagnostic, Span, fault
from lintas.verify import drawn, markup, texts, withheld
from lintas.verify.drawn import Counts, Page, Targets
from lintas.verify.ground import Ground
from lintas.verify.weights import BUDGET, heavy, weight
from lintas.verify.withheld import Needle

_LOOK = {
    ".json": texts.look_json, ".webmanifest": texts.look_json, ".jsonld": texts.look_json,
    ".xml": markup.look, ".svg": markup.look,
}  # fmt: skip
_LARGEST = 1_000_000  # bytes; larger files are tables, which were written by a library and read back in its tests
_PACKED = 2  # pages become smaller by this at least when they are packed, by four as a rule
_STARTED = re.compile(r' data-module="([^"]+)"')


@dataclass(slots=True)
class Seen:
    """What was seen in the files of a chunk."""

    targets: Targets = field(default_factory=dict)
    spoken: dict[str, tuple[str, ...]] = field(default_factory=dict)  # page → the same page in other languages
    counts: dict[str, Counts] = field(default_factory=dict)
    hits: list[tuple[str, Needle]] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)

    def add(self, other: Seen) -> None:
        self.targets.update(other.targets)
        self.spoken.update(other.spoken)
        self.counts.update(other.counts)
        self.hits += other.hits
        self.faults += other.faults


@dataclass(frozen=True, slots=True)
class Standard:
    """What files are held against. `shared` tells the weight of what a page that starts these modules loads."""

    base_url: str
    needles: tuple[Needle, ...]
    shared: Callable[[tuple[str, ...]], int]


def look(output: tuple[str, bool], data: bytes, root: str, given: tuple[Standard, Seen]) -> None:
    """One file: its path, whether the site map names it, its bytes and the way to the root."""
    path, listed = output
    standard, seen = given
    seen.hits += [(path, needle) for needle in withheld.hits(path, data, standard.needles)]
    if path.endswith(".html"):
        _page(Page(path, standard.base_url, listed), data, root, given)
        return
    looking = _LOOK.get(path[path.rfind(".") :]) if len(data) <= _LARGEST else None
    if looking is not None:
        sight = looking(path, data, Ground(standard.base_url))
        seen.faults += sight.faults
        seen.targets.update({(named, ""): path for named, _ in sight.named})
        seen.targets.update({(target, ""): path for target, _, _ in sight.targets})


def _page(page: Page, data: bytes, root: str, given: tuple[Standard, Seen]) -> None:
    standard, seen = given
    html = data.decode()
    led, faults = drawn.page(page.path, html, root)
    named, languages, more = drawn.habits(page, html)
    seen.targets.update(led)
    seen.targets.update(named)
    seen.counts[page.path] = drawn.counts(html)
    seen.faults += [*faults, *more]
    if languages:
        seen.spoken[page.path] = languages
    if len(data) > BUDGET // 2:
        shared = standard.shared(tuple(dict.fromkeys(_STARTED.findall(html))))
        over = heavy(page.path, weight(data), shared) if len(data) > _PACKED * (BUDGET - shared) else None
        seen.faults += [over] if over else []


def leaks(hits: Sequence[tuple[str, Needle]], public: Callable[[str], bool]) -> list[Diagnostic]:
    """Faults for words that stand in the tree though no public source has them."""
    known: dict[str, bool] = {}
    found = []
    for path, needle in hits:
        if needle.words not in known:
            known[needle.words] = public(needle.words)
        if not known[needle.words]:
            found.append(fault("LUA271", Span(path), source=needle.source))
    return found
