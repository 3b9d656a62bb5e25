"""Which files of the tree are worth carrying, and in which order some are left out when the archive grows too large."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

# What works only at an address: for crawlers, harvesters, feed readers and scripts; pages for frames of others.
_ONLINE = re.compile(
    r"""(?:^|/)(?:404\.html|robots\.txt|humans\.txt|llms[^/]*\.txt|sitemap[^/]*\.xml|[^/]*\.webmanifest)$
    |(?:^|/)\.
    |^aset/(?:js\.[^/]*/|grafik\.)
    |^(?:en/)?(?:luring|cari/indeks)/
    |^api/
    |(?:^|/)umpan(?:/|\.[a-z]+$)
    |(?:^|/)(?:sematan|kolom)/
    |(?:^|/)carikan[^/]*$""",
    re.VERBOSE,
)

# From what is missed least. Patterns of paths; the keys name the text that tells readers and editors.
LEFT_OUT: Final[Mapping[str, re.Pattern[str]]] = {
    "twins": re.compile(r"(?:^|/)siaran-pers/\d{4}/[^/]+/[^/]+\.(?:md|json|txt|bib|ris)$"),
    "parquet": re.compile(r"\.parquet$"),
    "zip": re.compile(r"\.zip$"),
    "cards": re.compile(r"(?:^|/)kartu[^/]*\.(?:png|jpe?g)$|^aset/kartu"),
    "json": re.compile(r"^data/[^/]+/[^/]+\.(?:json|jsonld|ttl)$"),
    "versions": re.compile(r"^data/[^/]+/v/.*(?<!\.html)$"),
    "xlsx": re.compile(r"\.xlsx$"),
    "pdf": re.compile(r"\.pdf$"),
    "photos": re.compile(r"\.(?:avif|webp|jpe?g)$"),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """Paths that always go in, and for each kind that may be left out its paths, in the order of `LEFT_OUT`."""

    always: tuple[str, ...]
    kinds: tuple[tuple[str, tuple[str, ...]], ...]

    def without(self, left: Collection[str]) -> tuple[str, ...]:
        """All paths in order, but those of some kinds."""
        kept = (paths for kind, paths in self.kinds if kind not in left)
        return tuple(sorted((*self.always, *(path for paths in kept for path in paths))))

    def left(self, sizes: Mapping[str, int], limit: int) -> tuple[str, ...]:
        """The kinds that have to be left out, the ones first that are missed least, so that the rest fits."""
        whole = sum(sizes[path] for path in self.without(()))
        found: list[str] = []
        for kind, paths in self.kinds:
            if whole <= limit:
                break
            if paths:
                found.append(kind)
                whole -= sum(sizes[path] for path in paths)
        return tuple(found)


def chosen(paths: Mapping[str, object]) -> Choice:
    always: list[str] = []
    kinds: dict[str, list[str]] = {kind: [] for kind in LEFT_OUT}
    for path in sorted(paths):
        if _ONLINE.search(path):
            continue
        kind = next((kind for kind, pattern in LEFT_OUT.items() if pattern.search(path)), "")
        (kinds[kind] if kind else always).append(path)
    return Choice(tuple(always), tuple((kind, tuple(found)) for kind, found in kinds.items()))
