"""Files that are XML: feeds, site maps, pictures (pure). Entities and anything from elsewhere are never read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lintas.verify.ground import Ground
from lintas.verify.sights import Notes, Sight

if TYPE_CHECKING:
    from lxml.etree import _Element

_ATOM = "{http://www.w3.org/2005/Atom}"
_MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_ALSO = "{http://www.w3.org/1999/xhtml}link"
_LINK = "{http://www.w3.org/1999/xlink}href"
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?", re.ASCII)
MOST_ADDRESSES, MOST_BYTES = 50_000, 50 * 1024 * 1024  # of one site map, by the protocol


def look(path: str, data: bytes, ground: Ground) -> Sight:
    """The XML file at `path`."""
    from lxml import etree

    notes = Notes(path)
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        notes.add("LUA225", reason=getattr(error, "msg", error) or "–")
        return Sight(path, "data", faults=tuple(notes.found))
    if root.tag == f"{_ATOM}feed":
        return Sight(path, "data", named=tuple(_feed(path, root, notes, ground)), faults=tuple(notes.found))
    if root.tag in (f"{_MAP}urlset", f"{_MAP}sitemapindex"):
        return _sitemap(path, root, (notes, len(data)), ground)
    if path.endswith(".svg"):
        targets = _picture(path, root, notes, ground)
        return Sight(path, "data", targets=tuple(targets), faults=tuple(notes.found))
    return Sight(path, "data")


def _feed(path: str, root: _Element, notes: Notes, ground: Ground) -> list[tuple[str, str]]:
    """Pages that the entries of an Atom feed lead to."""
    named = []
    for each in (root, *root.iterfind(f"{_ATOM}entry")):
        lacking = [name for name in ("id", "title", "updated") if not (each.findtext(_ATOM + name) or "").strip()]
        if lacking:
            notes.add("LUA226", each.sourceline or 0, what=", ".join(lacking))
        for link in each.iterfind(f"{_ATOM}link"):
            place = ground.locate(path, link.get("href", ""))
            if place.kind == "inside":
                named.append((place.path, f"<link href={link.get('href', '')!r}>"))
    return named


def _sitemap(path: str, root: _Element, given: tuple[Notes, int], ground: Ground) -> Sight:
    notes, size = given
    whole = root.tag == f"{_MAP}urlset"
    entries = root.findall(f"{_MAP}url" if whole else f"{_MAP}sitemap")
    if len(entries) > MOST_ADDRESSES or size > MOST_BYTES:
        notes.add("LUA227", count=len(entries), size=-(-size // 1_000_000))
    listed, named = [], []
    for entry in entries:
        line = entry.sourceline or 0
        changed = entry.findtext(f"{_MAP}lastmod")
        if changed is not None and not _DATE.fullmatch(changed.strip()):
            notes.add("LUA228", line, value=changed)
        address = (entry.findtext(f"{_MAP}loc") or "").strip()
        place = ground.locate(path, address)
        if place.kind != "inside":
            if ground.base_url:
                notes.add("LUA213", line, address=address, where="sitemap")
            continue
        named.append((place.path, "<loc>"))
        listed += [place.path] if whole else []
        for also in entry.iterfind(_ALSO):
            other = ground.locate(path, also.get("href", ""))
            named += [(other.path, "xhtml:link")] if other.kind == "inside" else []
    return Sight(path, "data", named=tuple(named), listed=tuple(listed), faults=tuple(notes.found))


def _picture(path: str, root: _Element, notes: Notes, ground: Ground) -> list[tuple[str, str, int]]:
    """What an SVG would run or fetch."""
    targets = []
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        name, line = element.tag.rpartition("}")[2].lower(), element.sourceline or 0
        if name == "script" or any(str(key).lower().startswith("on") for key in element.keys()):  # noqa: SIM118
            notes.add("LUA242", line, what=name)
        raw = str(element.get("href") or element.get(_LINK) or "")
        if name in ("image", "use", "feimage", "script") and raw and not raw.startswith(("#", "data:")):
            place = ground.locate(path, raw)
            if place.kind == "inside":
                targets.append((place.path, "", line))
            else:
                notes.add("LUA243", line, what=name, host=place.path or raw)
    return targets
