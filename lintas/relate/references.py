"""Links and keys that an author typed, resolved to addresses of the site."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from lintas import wilayah
from lintas.diagnostics import Diagnostic, Span, fault, finding
from lintas.model import Catalogue, Halaman, Heading, Ref, SiaranPers
from lintas.reader import near
from lintas.relate.anchors import dataset_anchors

_FIGURE = "angka:"


@dataclass(frozen=True, slots=True)
class Index:
    """What can be linked: key → address, per kind; content path → address; address → ids of headings and of parts."""

    kinds: Mapping[str, Mapping[str, str]]
    paths: Mapping[str, str]
    headings: Mapping[str, tuple[Heading, ...]]
    parts: Mapping[str, tuple[str, ...]]
    rows: Mapping[tuple[str, int], str]  # (content path, slot) → address of the row that a figure is taken from


def index(
    catalogue: Catalogue,
    releases: Iterable[SiaranPers],
    places: tuple[Iterable[str], Iterable[str]],
    rows: Mapping[tuple[str, int], str],
) -> Index:
    """Collect every target once; later lookups are dictionary reads. `places`: codes of regions, and keys of areas."""
    codes, areas = places
    release_paths = {r.path: f"siaran-pers/{r.year}/{r.slug}/" for r in releases}
    pages = {p.path: f"{p.translates.text or p.slug}/" for p in catalogue.pages}
    kinds = {
        "siaran": {r.slug: release_paths[r.path] for r in releases},
        "halaman": {p.slug: pages[p.path] for p in catalogue.pages if not p.translates.text},
        "data": {d.slug: f"data/{d.slug}/" for d in catalogue.datasets},
        "wilayah": {code: f"wilayah/{code}/" for code in codes},
        "kawasan": {slug: f"kawasan/{slug}/" for slug in areas},
        "instansi": {i.slug: f"instansi/{i.slug}/" for i in catalogue.institutions},
        "topik": {t.slug: f"topik/{t.slug}/" for t in catalogue.topics},
    }
    media = {m.path: f"media/{m.path.removeprefix('content/media/')}" for m in catalogue.media}
    headings = {release_paths[r.path]: r.headings for r in releases if r.headings and not r.translates.text}
    headings.update({pages[p.path]: p.headings for p in catalogue.pages if not p.translates.text})
    mapped = catalogue.settings.features.maps
    parts = {f"data/{d.slug}/": dataset_anchors(d, maps=mapped) for d in catalogue.datasets}
    return Index(kinds, {**release_paths, **pages, **media}, headings, parts, rows)


def resolve(index_: Index, owner: SiaranPers | Halaman) -> tuple[tuple[str, ...], list[Diagnostic]]:
    """Addresses for the link slots of one text; an unresolved link leads to the home page and carries a fault."""
    found: list[Diagnostic] = []
    addresses = []
    for slot, link in enumerate(owner.links):
        if link.text.startswith(_FIGURE):  # what is wrong with figures has been said
            addresses.append(index_.rows.get((owner.path, slot), ""))
            continue
        address, problem = _address(index_, owner.path, link)
        addresses.append(address)
        if problem:
            found.append(problem)
    return tuple(addresses), found


def _address(index_: Index, path: str, link: Ref) -> tuple[str, Diagnostic | None]:
    target, _, anchor = link.text.partition("#")
    span = Span(path, link.line, link.column)
    kind, colon, key = target.partition(":")
    if colon and kind in index_.kinds:
        address = index_.kinds[kind].get(key)
        if address is None:
            return "", _unknown_key(index_, span, kind, key)
    else:
        place = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(target)))
        address = index_.paths.get(place)
        if address is None:
            return "", fault("TAU106", span, target=target, hint=near(place, index_.paths))
    if not anchor:
        return address, None
    known = [heading.id for heading in index_.headings.get(address, ())] + list(index_.parts.get(address, ()))
    if anchor not in known:
        return address, fault("TAU102", span, target=link.text, anchor=anchor, hint=near(anchor, known))
    return f"{address}#{anchor}", None


def _unknown_key(index_: Index, span: Span, kind: str, key: str) -> Diagnostic:
    if kind == "wilayah":
        described = wilayah.describe(key, "")
        if described:
            code, args = described
            return finding(code, span, args)
        return fault("TAU112", span, code=key)
    return fault("TAU101", span, kind=kind, key=key, hint=near(key, index_.kinds[kind]))


def check_keys(path: str, refs: Iterable[Ref], known: Mapping[str, object], code: str) -> Iterator[Diagnostic]:
    """A fault `code` for every reference whose text is not a key of `known`."""
    for ref in refs:
        if ref.text not in known:
            yield fault(code, Span(path, ref.line, ref.column), key=ref.text, hint=near(ref.text, known))


def check_regions(path: str, refs: Iterable[Ref]) -> Iterator[Diagnostic]:
    """A WIL fault for every reference that is not a region code of the register."""
    for ref in refs:
        described = wilayah.describe(ref.text, "")
        if described:
            code, args = described
            yield finding(code, Span(path, ref.line, ref.column), args)
