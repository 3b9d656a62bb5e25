"""What was copied along from a web page, and marks left over from Word or a chat."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintas.proofreading.findings import Finding
from lintas.proofreading.reading import Reading

_TRIGGERS = frozenset(
    "balasan komentar dipublikasikan ditampilkan ditandai baca dibaca views dilihat hits bagikan share klik simak tonton lihat ikuti "
    "leave post artikel berita advertisement iklan scroll simpan kirim penulis editor reporter pewarta copyright download langganan".split()
)
_SITE = re.compile(r"^([A-Z]\w*\.(?:news|com|id|co\.id|net|tv)),? (?=[A-Z][\w ]{2,30} ?[–—-])", re.MULTILINE)
_SITES = frozenset(("news", "com", "id", "net", "tv"))
_PATTERNS: list[re.Pattern[str]] = []
_LONGEST = 200  # characters: litter stands in short lines, or at the end of one


def litter(reading: Reading) -> Iterator[Finding]:
    lower = reading.lower
    for match in _SITE.finditer(reading.text) if _SITES & reading.document.vocabulary else ():
        yield Finding("EJA431", match.start(), match.end(), match[1], "", None)
    if not _TRIGGERS & reading.document.vocabulary:
        return
    if not _PATTERNS:
        _PATTERNS.extend(re.compile(pattern, re.MULTILINE) for pattern in reading.known.litter)
    for part in reading.document.parts:
        if part.kind not in ("paragraph", "heading", "item") or part.end - part.start > _LONGEST:
            continue
        line = lower[part.start : part.end]
        for pattern in _PATTERNS:
            match = pattern.search(line)
            if match and not _wide(line, match):
                at = part.start + match.start()
                yield Finding("EJA431", at, part.start + match.end(), reading.text[at : part.start + match.end()], "")
                break


def _wide(line: str, match: re.Match[str]) -> bool:
    """A sentence of its own that happens to hold the words."""
    return len(line) - (match.end() - match.start()) > 110
