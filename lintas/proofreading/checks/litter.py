"""What was copied along from a web page, and marks left over from Word or a chat."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintas.proofreading.findings import Finding
from lintas.proofreading.reading import Reading

_TRIGGERS = frozenset(
    "balasan komentar dipublikasikan ditampilkan ditandai baca dibaca views dilihat hits bagikan share klik simak "
    "tonton lihat ikuti leave post artikel berita advertisement iklan scroll simpan kirim penulis editor "
    "reporter pewarta copyright download langganan".split()
)
_SITE = re.compile(r"^([A-Z]\w*\.(?:news|com|id|co\.id|net|tv)),? (?=[A-Z][\w ]{2,30} ?[–—-])", re.MULTILINE)
_SITES = frozenset(("news", "com", "id", "net", "tv"))
_PATTERNS: list[re.Pattern[str]] = []
_LONGEST = 200  # characters: litter stands in short lines, or at the end of one


def litter(reading: Reading) -> Iterator[Finding]:
    lower = reading.lower
    for match in _SITE.finditer(reading.text) if _SITES & reading.document.vocabulary else ():
        yield Finding("EJA431", match.start(), match.end(), match[1], "", None)
    triggers = _TRIGGERS & reading.document.vocabulary
    if not triggers:
        return
    if not _PATTERNS:
        _PATTERNS.append(re.compile("|".join(reading.known.litter), re.MULTILINE))
    for part in reading.document.parts:
        if part.end - part.start > _LONGEST or part.kind not in ("paragraph", "heading", "item"):
            continue
        line = lower[part.start : part.end]
        if any(trigger in line for trigger in triggers):
            found = _PATTERNS[0].search(line)
            if found and not _wide(line, found):
                at, end = part.start + found.start(), part.start + found.end()
                yield Finding("EJA431", at, end, reading.text[at:end], "")


def _wide(line: str, match: re.Match[str]) -> bool:
    """A sentence of its own that happens to hold the words."""
    return len(line) - (match.end() - match.start()) > 110
