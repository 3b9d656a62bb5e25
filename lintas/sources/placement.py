"""Which file is what, by its place and name, and which names and sizes are refused (pure)."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Any

from lintas.diagnostics import Diagnostic, Span, fault
from lintas.reader import near

PATH, NAME = 240, 150  # characters of a path, bytes of a name: Windows and eCryptfs hold no more
_KB, _MB = 1000, 1_000_000
_TEXT, _MEDIA, _DATA = 1 * _MB, 10 * _MB, 100 * _MB  # GitHub takes no file above 100 MB

MEDIA = tuple(".avif .csv .docx .gif .jpeg .jpg .mp3 .mp4 .pdf .png .pptx .svg .vtt .webp .xlsx".split())
_PLACES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"content/siaran-pers/.+\.md"), "siaran"),
    (re.compile(r"content/media/.+(?:" + "|".join(re.escape(e) for e in MEDIA) + ")", re.IGNORECASE), "media"),
    (re.compile(r"datasets/[^/]+/.+"), "dataset"),
    (re.compile(r"theme/.+"), "theme"),
    (re.compile(r"content/halaman/[^/]+\.md"), "halaman"),
    (re.compile(r"content/instansi/[^/]+\.yaml"), "instansi"),
    (re.compile(r"content/topik\.yaml"), "topik"),
    (re.compile(r"content/istilah\.yaml"), "istilah"),
    (re.compile(r"content/sinonim\.yaml"), "sinonim"),
    (re.compile(r"content/jadwal\.yaml"), "jadwal"),
    (re.compile(r"content/keaslian/(?:kunci\.pub|demo\.key)"), "kunci"),
    (re.compile(r"content/situs\.yaml"), "settings"),
)
_EXPECTED = {"siaran-pers": ".md", "halaman": ".md", "instansi": ".yaml"}
_SINGLE = ("situs", "topik", "istilah", "sinonim", "jadwal")
_PLAIN = re.compile(r"[A-Za-z0-9._/-]+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff\\]")
_WINDOWS = re.compile(r'[<>:"|?*]|[. ]$|^ |^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)', re.IGNORECASE)
_IGNORED = frozenset({"Thumbs.db", "desktop.ini", "__pycache__", "node_modules", "README.md"})


def ignored(name: str) -> bool:
    """Hidden files and what editors and systems leave behind."""
    return name[0] == "." or name in _IGNORED or name[0] == "~" or name[-1] == "~"


def kind(path: str) -> str:
    """The kind of source that stands at `path`, "" for a file that no step reads."""
    for place, name in _PLACES:
        if place.fullmatch(path):
            return name
    return ""


def problem(path: str, size: int) -> Diagnostic | None:
    """Why the file at `path` is refused, or None."""
    span = Span(shown(path))
    wrong = _name(path)
    if wrong:
        return fault(wrong[0], span, **wrong[1])
    name = kind(path)
    if not name:
        return fault("KFG307", span, hint=_hint(path))
    limit = _limit(path, name)
    if size > limit:
        return fault("KFG308", span, size=_megabytes(size), limit=_megabytes(limit))
    return None


def shown(path: str) -> str:
    """The path with characters that a terminal or a report must not see replaced by their escapes."""
    if _PLAIN.fullmatch(path):
        return path
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in path)


def _name(path: str) -> tuple[str, dict[str, Any]] | None:
    if _PLAIN.fullmatch(path) and len(path) <= NAME and not _reserved(path):
        return None
    for part in path.split("/"):
        control = _CONTROL.search(part)
        if control:
            return "KFG303", {"character": f"U+{ord(control[0]):04X}"}
        windows = _WINDOWS.search(part)
        if windows:
            return "KFG304", {"name": part, "part": windows[0]}
        if len(part.encode()) > NAME:
            return "KFG305", {"limit": str(NAME)}
    return ("KFG305", {"limit": str(PATH)}) if len(path) > PATH else None


def _reserved(path: str) -> bool:
    return any(_WINDOWS.search(part) for part in path.split("/"))


def _limit(path: str, name: str) -> int:
    """Largest size in bytes."""
    if name == "dataset":
        return _TEXT * 5 if path.endswith("/datapackage.json") else _DATA
    return _MEDIA if name in ("media", "theme") else _TEXT


def _megabytes(size: int) -> str:
    return f"{size // _KB} kB" if size < _MB else f"{size / _MB:.3g} MB"


def _hint(path: str) -> str:
    """The path that was probably meant: another ending or a misspelled name."""
    place = PurePosixPath(path)
    parts = place.parts
    if parts[0] != "content":
        return ""
    if len(parts) == 2:
        guess = place.stem if place.stem in _SINGLE else near(place.stem, _SINGLE)
        return f"content/{guess}.yaml" if guess else ""
    folder = near(parts[1], (*_EXPECTED, "media")) or parts[1]
    ending = _EXPECTED.get(folder, place.suffix)
    if place.suffix.lower() not in (ending, ".yml", ".markdown", ".txt", ".mdown", ""):
        return f"content/media/{place.name}" if place.suffix.lower() in MEDIA and folder != "media" else ""
    wanted = str(PurePosixPath("content", folder, *parts[2:]).with_suffix(ending))
    return wanted if wanted != path and kind(wanted) else ""
