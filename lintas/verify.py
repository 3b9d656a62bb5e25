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

_LINK = re.compile(r'\s(?:href|src)="([^"]*)"')
_ID = re.compile(r'\sid="([^"]*)"')
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")

LIMIT_FILE = 100 * 1024 * 1024  # GitHub refuses larger files
LIMIT_TREE = 1024 * 1024 * 1024  # GitHub Pages: published sites may be no larger than 1 GB

Targets = dict[tuple[str, str], str]  # (path in the tree, anchor) → a page that links there


def targets(path: str, html: str, base_path: str) -> Targets:
    """Every internal target of a page: (file path, anchor). Links that leave the site are not listed."""
    found: Targets = {}
    folder = posixpath.dirname(path)
    for raw in set(_LINK.findall(html)):
        if _SCHEME.match(raw) or not raw:
            continue
        address, _, anchor = raw.replace("&amp;", "&").partition("#")
        address = unquote(address.partition("?")[0])
        if address.startswith(base_path):
            place = address.removeprefix(base_path)
        elif address:
            place = posixpath.normpath(posixpath.join(folder, address)) + ("/" if address.endswith(("/", "..", ".")) else "")
        else:
            place = path
        place = "" if place in {".", "./"} else place
        found[(place + "index.html" if place.endswith("/") or not place else place, anchor)] = path
    return found


def links(
    gathered: Mapping[tuple[str, str], str], planned: Iterable[str], read: Callable[[str], str]
) -> Iterator[Diagnostic]:
    """A fault for each target that is not planned, and for each anchor that its page does not have."""
    known = frozenset(planned)
    ids: dict[str, frozenset[str]] = {}
    for (place, anchor), page in sorted(gathered.items()):
        if place not in known:
            yield fault("LUA201", Span(page), target=place)
        elif anchor and place.endswith(".html"):
            if place not in ids:
                ids[place] = frozenset(_ID.findall(read(place)))
            if anchor not in ids[place]:
                yield fault("LUA202", Span(page), target=place, anchor=anchor)


def doubled_ids(path: str, html: str) -> Iterator[Diagnostic]:
    """A fault for each id that stands more than once on a page."""
    seen: set[str] = set()
    for name in _ID.findall(html):
        if name in seen:
            yield fault("LUA203", Span(path), id=name)
        seen.add(name)


def limits(sizes: Mapping[str, int]) -> Iterator[Diagnostic]:
    """Faults where the tree passes what GitHub Pages accepts."""
    for path, size in sorted(sizes.items()):
        if size > LIMIT_FILE:
            yield fault("LUA204", Span(path), size=str(size), limit=str(LIMIT_FILE))
    whole = sum(sizes.values())
    if whole > LIMIT_TREE:
        yield fault("LUA205", Span(""), size=str(whole), limit=str(LIMIT_TREE))
