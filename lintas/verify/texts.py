"""Files that are text: UTF-8, JSON, style sheets and scripts (pure)."""

from __future__ import annotations

import json
import re

from lintas.verify.ground import Ground
from lintas.verify.sights import Notes, Sight

_URL = re.compile(
    r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE
)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_IMPORT = re.compile(r"""(?:^|[;}\s])(?:import|export)\b[^"'();]*?["']([^"'\n]+)["']|\bimport\(\s*["']([^"'\n]+)["']""")


def utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


class _NotJson(ValueError):
    """NaN or Infinity, which only JavaScript knows."""


def _refuse(text: str) -> None:
    raise _NotJson(text)


def parsed(text: str, notes: Notes, line: int = 0) -> object:
    """The value of a JSON text; None, with a finding, when it is none. Numbers stay texts."""
    try:
        value: object = json.loads(text, parse_int=str, parse_float=str, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        notes.add("LUA224", line, reason=error if isinstance(error, ValueError) else "…[[[")
        return None
    return value


def json_block(text: str, notes: Notes, line: int) -> None:
    """JSON that stands inside a page."""
    parsed(text, notes, line)


def look_json(path: str, data: bytes, ground: Ground) -> Sight:
    """A JSON file; of a JSON Feed and a web manifest also what it names."""
    notes = Notes(path)
    if not utf8(data):
        notes.add("LUA221")
    value = parsed(data.decode("utf-8", "replace").removeprefix("\ufeff"), notes)
    named: list[tuple[str, str]] = []
    targets: list[tuple[str, str, int]] = []
    if isinstance(value, dict) and "jsonfeed.org" in str(value.get("version", "")):
        named = _feed(path, value, notes, ground)
    elif path.endswith(".webmanifest") and isinstance(value, dict):
        targets = _manifest(path, value, ground)
    return Sight(path, "data", targets=tuple(targets), named=tuple(named), faults=tuple(notes.found))


def _feed(path: str, value: dict[str, object], notes: Notes, ground: Ground) -> list[tuple[str, str]]:
    named = []
    entries = value.get("items")
    if not value.get("title") or not isinstance(entries, list):
        notes.add("LUA226", what="title, items")
        return []
    for entry in entries:
        if not isinstance(entry, dict) or not entry.get("id"):
            notes.add("LUA226", what="id")
            continue
        place = ground.locate(path, str(entry.get("url", "")))
        if entry.get("url") and place.kind == "inside":
            named.append((place.path, f"url {entry['url']}"))
    return named


def _manifest(path: str, value: dict[str, object], ground: Ground) -> list[tuple[str, str, int]]:
    """Icons and the page that it starts with."""
    icons = value.get("icons")
    given = [icon.get("src") for icon in icons if isinstance(icon, dict)] if isinstance(icons, list) else []
    places = [ground.locate(path, str(raw)) for raw in (*given, value.get("start_url") or "./")]
    return [(place.path, "", 0) for place in places if place.kind == "inside"]


def look_css(path: str, data: bytes, ground: Ground) -> Sight:
    notes = Notes(path)
    targets = []
    for parts in _URL.findall(_COMMENT.sub("", data.decode("utf-8", "replace"))):
        raw = next(filter(None, parts), "")
        if raw and not raw.startswith("#"):
            targets += _loaded(path, raw, notes, ground)
    return Sight(path, "text", targets=tuple((target, "", 0) for target in targets), faults=tuple(notes.found))


def look_script(path: str, data: bytes, ground: Ground) -> Sight:
    """A module: what it imports by a name that stands there."""
    notes = Notes(path)
    targets = []
    for one, other in _IMPORT.findall(data.decode("utf-8", "replace")):
        raw = one or other
        if raw.startswith((".", "/")) or ":" in raw:
            targets += _loaded(path, raw, notes, ground)
    modules = tuple(targets)
    return Sight(path, "text", tuple((t, "", 0) for t in targets), modules=modules, faults=tuple(notes.found))


def _loaded(path: str, raw: str, notes: Notes, ground: Ground) -> list[str]:
    place = ground.locate(path, raw)
    if place.kind == "inside":
        return [place.path]
    if place.kind == "foreign":
        notes.add("LUA243", what=raw, host=place.path)
    elif place.kind == "beyond":
        notes.add("LUA201", target=raw)
    return []
