"""Checks over rendered pages: every link of the tree leads to a planned file, every anchor to an id (pure).

Pages are inspected as they are drawn, in whichever process; the answers are gathered and checked against the plan
before the tree is promoted. Nothing here parses for a browser: the pages are our own templates and sanitised prose.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import quote, unquote

from lintas.diagnostics import Diagnostic, Span, fault

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
_FOREIGN = re.compile(r"(?:https?:)?//[^/]", re.IGNORECASE)
_ANCHOR = re.compile(r' href="[^"]*#')
_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)"')
_ALTERNATE = re.compile(r'<link rel="alternate" hreflang="([^"]*)" href="([^"]*)"')
_HIDDEN = re.compile(r'<meta name="robots" content="[^"]*noindex|http-equiv="refresh"')
_LOADED = re.compile(r'<link rel="(?:stylesheet|icon|preload|modulepreload|manifest|apple-touch-icon)" href="([^"]*)"')
_BLOCKING = re.compile(r'<script(?![^>]* (?:type="(?:module|application/)|defer|async))[^>]* src="([^"]*)"')
_INLINE = (  # beside each pattern the text that is quickly looked for first
    ("<style", re.compile(r"<style[\s>]")),
    ("<iframe", re.compile(r"<iframe[\s>]")),
    ("<object", re.compile(r"<object[\s>]")),
    ("<embed", re.compile(r"<embed[\s>]")),
    (' style="', re.compile(r' style="')),
    (" on", re.compile(r' on[a-z]{3,20}="')),
    ('="javascript:', re.compile(r'="javascript:')),
)
_SCRIPT = re.compile(r'<script(?![^>]* (?:src="|type="application/))[^>]*>')
_QUIET = ('<script type="application/', '<script type="module" src="')  # scripts that are data, or wait for the page

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


class Counts(NamedTuple):
    """How much stands on a page."""

    links: int
    anchors: int
    images: int


def counts(html: str) -> Counts:
    return Counts(html.count(' href="'), len(_ANCHOR.findall(html)), html.count("<img "))


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says of itself. `listed`: the site map names it."""

    path: str
    base_url: str
    listed: bool


def habits(page: Page, html: str) -> tuple[Targets, tuple[str, ...], list[Diagnostic]]:
    """What every page of ours keeps: (pages that its head names, those that are itself in another language, faults)."""
    head = html[: html.find("</head>")]
    place, found = Span(page.path), list[Diagnostic]()
    if 'http-equiv="Content-Security-Policy"' not in head:
        found.append(fault("LUA240", place))
    found += [fault("LUA242", place, what=shown) for shown in sorted(set(_inline(html)))]
    for source in {*(_values(html, ' src="') if _far(html) else ()), *_LOADED.findall(head)}:
        if _FOREIGN.match(source) and not source.startswith(page.base_url):
            found.append(fault("LUA243", place, what=source, host=source.split("/")[2]))
    if _loud(html):
        found += [fault("LUA244", place, source=source) for source in _BLOCKING.findall(html)]
    for image in html.split("<img ")[1:]:
        given = image.partition(">")[0]
        if ' width="' not in f" {given}" or ' height="' not in f" {given}":
            found.append(fault("LUA206", place, source=(_values(f"<img {given}", ' src="') or [""])[0]))
        if " alt=" not in f" {given}":
            found.append(fault("LUA207", place, source=(_values(f"<img {given}", ' src="') or [""])[0]))
    targets, languages = _named(page, head, found)
    return targets, languages, found


def _far(html: str) -> bool:
    return ' src="http' in html or ' src="//' in html


def _inline(html: str) -> Iterator[str]:
    """Scripts, styles and handlers in the page. What only looks like one stands between two tags."""
    for sign, pattern in _INLINE:
        for match in pattern.finditer(html) if sign in html else ():
            if match[0].startswith("<") or html.rfind("<", 0, match.start()) > html.rfind(">", 0, match.start()):
                yield match[0].strip(' ="')
    if _loud(html):
        yield from (match[0] for match in _SCRIPT.finditer(html))


def _loud(html: str) -> bool:
    """Whether there is a script that is neither data nor a module of its own file."""
    return html.count("<script") != sum(map(html.count, _QUIET))


def _named(page: Page, head: str, found: list[Diagnostic]) -> tuple[Targets, tuple[str, ...]]:
    """Canonical address and languages, and whether the page is listed as it asks to be."""
    place = Span(page.path)
    canonical = _CANONICAL.findall(head)
    hidden = _HIDDEN.search(head) is not None
    targets: Targets = {}
    languages = []
    for where, url in (*(("canonical", url) for url in canonical), *_ALTERNATE.findall(head)):
        if not url.startswith(page.base_url):
            found.append(fault("LUA213", place, address=url, where=where))
            continue
        address = unquote(url[len(page.base_url) :])
        target = address + "index.html" if address.endswith("/") or not address else address
        targets[(target, "")] = page.path
        languages += [target] if where != "canonical" and target != page.path else []
    own = page.path.removesuffix("index.html")
    elsewhere = bool(canonical) and canonical[0] != page.base_url + quote(own)
    if page.listed and not canonical and not hidden:
        found.append(fault("LUA212", place))
    elif page.listed and (hidden or elsewhere):
        found.append(fault("LUA216", Span("sitemap.xml"), target=page.path))
    elif not page.listed and not hidden and not elsewhere and page.path != "404.html":
        found.append(fault("LUA217", place))
    return targets, tuple(languages)


def mutual(spoken: Mapping[str, tuple[str, ...]], read: Callable[[str], str]) -> Iterator[Diagnostic]:
    """A fault for each page that names another as the same in another language, which does not name it."""
    heads: dict[str, str] = {}
    for path, others in sorted(spoken.items()):
        for other in dict.fromkeys(others):
            if other in spoken:
                back = path in spoken[other]
            else:
                if other not in heads:
                    heads[other] = read(other).partition("</head>")[0]
                back = any(url.endswith(_address(path)) for _, url in _ALTERNATE.findall(heads[other]))
            if not back:
                yield fault("LUA215", Span(path), other=other, language=other.partition("/")[0])


def _address(path: str) -> str:
    return "/" + quote(path.removesuffix("index.html"))
