"""What the report of a build says of it: from which sources it was made, and how much stands on its pages."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from lintas import __version__, repository
from lintas.cache import Store
from lintas.diagnostics import Diagnostic, Outcome
from lintas.model import Catalogue, Proof, SiaranPers, Source
from lintas.relate import Site
from lintas.reporters import severity
from lintas.runs import Options, Validity
from lintas.verify import Counts, counts
from lintas.writing import Entry

_LOCK = Path(__file__).parent.parent / "requirements.lock"


def proven(
    read: tuple[Catalogue, Site],
    options: Options,
    given: tuple[Outcome[tuple[Source, ...]], Validity],
    said: Sequence[Diagnostic],
) -> Site:
    """The site with its proof. `given`: the sources and for how long the result holds; `said`: what was found.

    Until when it holds is not told: that may be the hour of an embargo.
    """
    (catalogue, site), (found, validity) = read, given
    public = {source.path for source in found.value if source.kind != "media" or source.path in site.media}
    public -= {release.path for release in held(catalogue, site)}
    proof = Proof(
        commit=options.commit,
        touched=repository.touched(options.root) if options.commit else None,
        version=__version__,
        lock=_lock() if options.machine else "",
        since=validity.since,
        sources=len(public),
        warnings=sum(severity(d.code) == "warning" for d in said if d.span.path in public),
        machine=options.machine,
    )
    others = {language: replace(other, proof=proof) for language, other in site.others.items()}
    return replace(site, proof=proof, others=others)


@functools.cache
def _lock() -> str:
    return hashlib.sha256(_LOCK.read_bytes()).hexdigest() if _LOCK.is_file() else ""


def totals(
    place: tuple[Store, str], pages: Mapping[str, Entry], fresh: Mapping[str, Counts], read: Callable[[str], str]
) -> dict[str, int]:
    """How much stands on these pages. Of those that were not drawn now it is known from when they were."""
    store, name = place
    known = store.value(f"counted {name}")
    before = known if isinstance(known, dict) else {}
    now: dict[str, tuple[str, int, int, int]] = {}
    for path, entry in pages.items():
        last = before.get(path)
        if path in fresh:
            now[path] = (entry.made_from, *fresh[path])
        elif last is not None and last[0] == entry.made_from:
            now[path] = last
        else:
            now[path] = (entry.made_from, *counts(read(path)))
    if now != before:
        store.put_value(f"counted {name}", now)
    columns = list(zip(*(each[1:] for each in now.values()), strict=True)) or [(), (), ()]
    return {"pages": len(now), **dict(zip(("links", "anchors", "images"), map(sum, columns), strict=True))}


def held(catalogue: Catalogue, site: Site) -> tuple[SiaranPers, ...]:
    """Releases that were read and that nobody may see yet."""
    said = (text for group in site.translations.values() for text in group)
    shown = {release.path for release in (*site.releases, *site.withdrawn, *said)}
    return tuple(release for release in catalogue.releases if release.path not in shown)


def public(root: Path, sources: Sequence[Source], kept_back: Sequence[SiaranPers]) -> Callable[[str], bool]:
    """Whether words stand in a source that is published, other than those held back."""
    hidden = {release.path for release in kept_back}
    paths = [source.path for source in sources if source.path not in hidden and source.kind != "theme"]

    def stands(words: str) -> bool:
        wanted = words.encode("utf-8", "replace")
        flat = b" ".join(wanted.split())
        return any(wanted in data or flat in b" ".join(data.split()) for data in map(_bytes, paths))

    def _bytes(path: str) -> bytes:
        try:
            return (root / path).read_bytes()
        except OSError:
            return b""

    return stands
