"""Words of releases that are still held back, looked for in what is about to be published (pure).

A hit alone proves nothing: an editor may have written the same words elsewhere. Whoever asks has to look whether they
stand in a source that is public.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from lintas.model import SiaranPers

_TEXTS = (".html", ".md", ".json", ".xml", ".txt", ".csv", ".ics", ".jsonld", ".ttl", ".bib", ".ris")
_LEAST = 16  # characters; shorter texts are found by chance
_SUMMARY = 80  # characters of a summary
_FEW = 8  # so many needles are looked for one by one


@dataclass(frozen=True, slots=True)
class Needle:
    """Words of a release. `forms` are how they stand in HTML, JSON and plain text; `key` a word amid them."""

    source: str  # path of the release
    words: str
    forms: tuple[bytes, ...]
    key: bytes


def needles(releases: Iterable[SiaranPers]) -> tuple[Needle, ...]:
    """Of each release its title, its address, its numbers and the beginning of its summary."""
    found: dict[str, Needle] = {}
    for release in releases:
        summary = release.summary[:_SUMMARY].rpartition(" ")[0] if len(release.summary) > _SUMMARY else release.summary
        texts = (release.title, summary, f"/{release.year}/{release.slug}/", *(n.text for n in release.numbers))
        for text in texts:
            if len(text) >= _LEAST:
                found.setdefault(text, _needle(release.path, text))
    return tuple(found.values())


def _needle(source: str, text: str) -> Needle:
    plain, marked = text.encode("utf-8", "replace"), escape(text).replace("&#x27;", "&#39;").replace("&quot;", "&#34;")
    quoted = json.dumps(text, ensure_ascii=False)[1:-1]
    forms = (plain, marked.encode("utf-8", "replace"), escape(text).encode("utf-8", "replace"))
    amid = max(text.split()[1:-1], key=len, default="").encode("utf-8", "replace")
    key = amid if amid and all(amid in form for form in forms) else b""
    return Needle(source, text, tuple(dict.fromkeys((*forms, quoted.encode("utf-8", "replace")))), key)


def hits(path: str, data: bytes, wanted: Sequence[Needle]) -> Iterator[Needle]:
    """Needles that stand in a text file."""
    if not wanted or not path.endswith(_TEXTS):
        return
    words = frozenset(data.split()) if len(wanted) > _FEW else None
    for needle in wanted:
        maybe = words is None or not needle.key or needle.key in words
        if maybe and any(form in data for form in needle.forms):
            yield needle
