"""Checks over rendered pages: every link of the tree leads to a planned file, every anchor to an id (pure).

Pages are inspected as they are drawn, in whichever process; the answers are gathered and checked against the plan
before the tree is promoted. Nothing here parses for a browser: the pages are our own templates and sanitised prose.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from urllib.parse import unquote

from lintas.diagnostics import Diagnostic, Span, fault

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")

Targets = dict[tuple[str, str], str]  # (path in the tree, anchor) → a page that links there
_seen: dict[str, dict[str, tuple[str, str]]] = {}  # root → link as written → target: a memory, never an answer


def page(path: str, html: str, root: str) -> tuple[Targets, list[Diagnostic]]:
    """Internal targets that lead to other files, and faults that the page alone shows: ids twice, dead own anchors.

    `root` is the prefix with which the page's links begin ("../../"); for 404.html it is the base path.
    """
    ids = _values(html, ' id="')
    known = frozenset(ids)
    found = []
    if len(known) < len(ids):
        found += [fault("LUA203", Span(path), id=name) for name in sorted(known) if ids.count(name) > 1]
    targets: Targets = {}
    seen = _seen.setdefault(root, {})
    for raw in {*_values(html, ' href="'), *_values(html, ' src="')}:
        target = seen.get(raw)
        if target is None:
            if not raw or _SCHEME.match(raw):
                continue
            target = _target(path, raw, root)
            if raw.startswith(root):  # means the same on every page of this depth; navigation stands on all of them
                seen[raw] = target
        if target[0] != path:
            targets[target] = path
        elif target[1] and target[1] not in known:
            found.append(fault("LUA202", Span(path), target=path, anchor=target[1]))
    return targets, found


def _values(html: str, opening: str) -> list[str]:
    """Values of an attribute. Splitting is several times faster than a pattern, and our pages write all one way.

    What stands between two tags is text, such as an example of HTML in a release: there the last sign is a ">".
    """
    before, *parts = html.split(opening)
    values = []
    for part in parts:
        if before.rfind("<") > before.rfind(">"):
            values.append(part.partition('"')[0])
        before = part
    return values


def _target(path: str, raw: str, root: str) -> tuple[str, str]:
    address, _, anchor = raw.replace("&amp;", "&").partition("#")
    address = address.partition("?")[0]
    if "%" in address:
        address = unquote(address)
    if not address:
        return path, anchor
    if address.startswith(root):
        place = address[len(root) :]
    else:
        place = posixpath.normpath(posixpath.join(posixpath.dirname(path), address))
        place = "" if place == "." else place + "/" * address.endswith("/")
    return place + "index.html" if place.endswith("/") or not place else place, anchor


def links(
    gathered: Mapping[tuple[str, str], str], planned: Iterable[str], read: Callable[[str], str]
) -> Iterator[Diagnostic]:
    """A fault for each target that is not planned, and for each anchor that its page does not have."""
    known = frozenset(planned)
    ids: dict[str, frozenset[str]] = {}
    for (place, anchor), source in sorted(gathered.items()):
        if place not in known:
            yield fault("LUA201", Span(source), target=place)
        elif anchor and place.endswith(".html"):
            if place not in ids:
                ids[place] = frozenset(_values(read(place), ' id="'))
            if anchor not in ids[place]:
                yield fault("LUA202", Span(source), target=place, anchor=anchor)
