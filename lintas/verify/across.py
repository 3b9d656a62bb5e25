"""What only the whole tree tells: dead links, addresses that lead nowhere, pages that disagree about one another."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from lintas.diagnostics import Diagnostic, Span, fault
from lintas.verify.sights import Sight
from lintas.verify.weights import Scales, heavy

_EXPECTED = ("index.html", "404.html", "sitemap.xml", ".nojekyll")
_WITHOUT = "404.html"  # no address of its own: it is shown where there is none
Seen = Mapping[str, Sight]


def judge(sights: Seen, files: Collection[str]) -> Iterator[Diagnostic]:
    """Every finding that needs more than one file. `files` are the paths of all files of the tree."""
    for path in _EXPECTED:
        if path not in files:
            yield fault("LUA218", Span(path))
    for sight in sights.values():
        yield from sight.faults
        yield from _links(sight, sights, files)
        for path, where in dict.fromkeys(sight.named):
            if path not in files:
                yield fault("LUA213", Span(sight.path), address=path, where=where)
        yield from _languages(sight, sights)
        yield from _canonical(sight, sights)
    if "sitemap.xml" in files:
        yield from _listing(sights)


def _links(sight: Sight, sights: Seen, files: Collection[str]) -> Iterator[Diagnostic]:
    for path, anchor, line in sight.targets:
        if path not in files:
            yield fault("LUA201", Span(sight.path, line), target=path)
        elif anchor and not _stands(anchor, sights.get(path)):
            yield fault("LUA202", Span(sight.path, line), target=path, anchor=anchor)


def _stands(anchor: str, sight: Sight | None) -> bool:
    """Whether the page has this place. `:~:` begins words to be looked for; pages alone have places."""
    return sight is None or sight.kind != "page" or anchor.startswith(":~:") or anchor in sight.ids


def _languages(sight: Sight, sights: Seen) -> Iterator[Diagnostic]:
    """A page in another language must name this one as well; else search engines believe neither."""
    for language, path in sight.alternates:
        other = sights.get(path)
        if other is not None and other.path != sight.path and sight.path not in [p for _, p in other.alternates]:
            yield fault("LUA215", Span(sight.path), other=path, language=language)


def _canonical(sight: Sight, sights: Seen) -> Iterator[Diagnostic]:
    """What a page says is its true address must say so of itself."""
    target = sights.get(sight.canonical)
    if target is None or target is sight:
        return
    if target.canonical not in ("", target.path) or (target.hidden and not sight.hidden):
        yield fault("LUA214", Span(sight.path), other=sight.canonical)


def _own(sight: Sight) -> bool:
    """Whether a search engine may keep the page under its own address."""
    return sight.kind == "page" and not sight.hidden and sight.canonical in ("", sight.path) and sight.path != _WITHOUT


def _listing(sights: Seen) -> Iterator[Diagnostic]:
    listed = {path: sight.path for sight in sights.values() for path in sight.listed}
    for path, where in sorted(listed.items()):
        if path in sights and not _own(sights[path]):
            yield fault("LUA216", Span(where), target=path)
    for path, sight in sights.items():
        if _own(sight) and path not in listed:
            yield fault("LUA217", Span(path))


def burdens(sights: Seen, files: Mapping[str, bytes], pages: Mapping[str, int]) -> Iterator[Diagnostic]:
    """Pages over the budget. `files` are style sheets and scripts, `pages` weights of HTML that is not surely light."""
    imports = {sight.path: sight.modules for sight in sights.values() if sight.kind == "text"}
    scales = Scales(files, imports)
    for path, size in pages.items():
        found = heavy(path, size, scales.shared(sights[path].modules))
        if found is not None:
            yield found


def counts(sights: Sequence[Sight]) -> dict[str, int]:
    """How much was looked at."""
    pages = [sight for sight in sights if sight.kind == "page"]
    return {
        "pages": len(pages),
        "links": sum(len(sight.targets) for sight in sights),
        "anchors": sum(bool(anchor) for sight in pages for _, anchor, _ in sight.targets),
        "images": sum(sight.images for sight in pages),
    }
