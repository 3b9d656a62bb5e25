"""Draw what is lacking and look at the whole; pages that tell of all others come last (effect: writes there)."""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lintas import finishing, production, proving, verify
from lintas.cache import Store
from lintas.diagnostics import Diagnostic
from lintas.model import SiaranPers, Source
from lintas.outputs import Output
from lintas.relate import release_address
from lintas.reporters import has_errors
from lintas.verify.inspection import Seen, leaks
from lintas.verify.withheld import hits, needles
from lintas.workers import Crew
from lintas.writing import Entry, Manifest, Staging


@dataclass(frozen=True, slots=True)
class Lacking:
    """What is to be drawn of all outputs. `name` is that of the tree in the store."""

    outputs: Sequence[Output]
    missing: Sequence[Output]
    store: Store
    name: str

    @property
    def early(self) -> tuple[Output, ...]:
        return tuple(output for output in self.missing if output.publisher not in production.LAST)

    @property
    def late(self) -> tuple[Output, ...]:
        return tuple(output for output in self.missing if output.publisher in production.LAST)


def draw(job: production.Job, lacking: Lacking, manifest: Manifest, crew: Crew) -> tuple[list[Diagnostic], Seen]:
    """Faults of templates, and what was seen in what was drawn."""
    diagnostics, seen = list[Diagnostic](), Seen()

    def take(drawn: production.Drawn) -> None:
        manifest.update(drawn.entries)
        seen.add(drawn.seen)
        diagnostics.extend(drawn.diagnostics)

    for drawn in crew.each(functools.partial(production.draw, job), lacking.early, cost=production.COST):
        take(drawn)
    if lacking.late and not has_errors(diagnostics):
        first = [output.path for output in lacking.outputs if output.publisher not in production.LAST]
        read = functools.partial(production.read_text, Path(job.tree))
        pages = {path: manifest[path] for path in first if path.endswith(".html")}
        told = proving.totals((lacking.store, lacking.name), pages, seen.counts, read)
        take(production.draw(job, lacking.late, {**told, "files": len(first)}))
    return diagnostics, seen


def verified(
    seen: Seen, whole: tuple[Manifest, Collection[str]], staging: Staging, waiting: Sequence[str]
) -> Iterator[Diagnostic]:
    """Faults that span pages. `whole`: what is there, and all paths that may be linked, beside what is waited for."""
    manifest, known = whole
    read = functools.partial(production.read_text, staging.tree)
    undrawn = {*known} - {*manifest}  # a page with a fault of its own: whether an anchor is in it cannot be told
    due = {t: page for t, page in seen.targets.items() if t[0] not in undrawn and not finishing.owned(t[0], waiting)}
    yield from seen.faults
    yield from verify.links(due, known, read)
    spoken = {path: tuple(other for other in others if other in manifest) for path, others in seen.spoken.items()}
    yield from verify.mutual(spoken, read)
    yield from verify.limits({path: entry.size for path, entry in manifest.items()})


def leaked(
    seen: Seen, held: Sequence[SiaranPers], live: tuple[Path, Mapping[str, Entry], Collection[str]],
    sources: tuple[Path, Sequence[Source]],
) -> list[Diagnostic]:  # fmt: skip
    """Words of releases that nobody may see yet. `live`: the tree in preparation, what stood before, and what is kept.

    What is kept was looked at when it was drawn; it is looked at again for a release that was public until now.
    """
    if not held:
        return []
    tree, before, kept = live
    back = needles(release for release in held if f"{release_address(release)}index.html" in before)
    again = [(path, needle) for path in (kept if back else ()) for needle in hits(path, _read(tree / path), back)]
    return leaks([*seen.hits, *again], proving.public(*sources, held))


def _read(file: Path) -> bytes:
    return file.read_bytes() if file.is_file() else b""
