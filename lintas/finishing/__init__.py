"""Make what is made from the whole site: after the plan it begins, after the pages it ends (effect: writes there).

Adding one: a module with one `FINISHER`, and one line in the tuple. They run in this order; each sees the files of
those before it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Final

from lintas import packing
from lintas.cache import Store
from lintas.diagnostics import Diagnostic, Span, fault
from lintas.finishing import checksums, offline, search
from lintas.finishing.task import Finished, Finisher, Made, Started, Task, owned
from lintas.outputs import Output
from lintas.relate import Site
from lintas.reporters import has_errors
from lintas.writing import Entry, Manifest, put

__all__ = ["FINISHERS", "Finisher", "Finishing", "Made", "Started", "Task", "collisions", "foresee", "owned"]

FINISHERS: Final[tuple[Finisher, ...]] = (search.FINISHER, offline.FINISHER, checksums.FINISHER)


def collisions(site: Site, outputs: Sequence[Output], finishers: Sequence[Finisher] = FINISHERS) -> list[Diagnostic]:
    """Outputs that stand where a finisher will put its files."""
    places = [(finisher.name, finisher.owns(site)) for finisher in finishers]
    return [
        fault("LUA101", Span(output.path), first=name, second=f"{output.publisher}: {output.subject or output.path}")
        for name, own in places
        if own
        for output in outputs
        if owned(output.path, own)
    ]


@dataclass(slots=True)
class Finishing:
    """What is to be finished in one build. State: tasks that run."""

    kept: frozenset[str]  # paths of the live tree that stay as they are
    said: tuple[Diagnostic, ...]  # what finishers said of what stays
    waiting: tuple[str, ...]  # places that are filled later, by a build that is no preview
    places: tuple[str, ...]  # all places of finishers
    _after: Mapping[str, tuple[str, ...]]  # name of a finisher → places of those after it
    _due: tuple[tuple[Finisher, str], ...]  # what is made now, and the identity of its files
    _tasks: list[Task] = field(default_factory=list)

    def begin(self, started: Started) -> None:
        """Start what can run beside the drawing of pages."""
        for finisher, _ in self._due:
            self._tasks.append(finisher.begin(started))

    def cancel(self) -> None:
        while self._tasks:
            self._tasks.pop().cancel()

    def end(self, tree: Path, manifest: Manifest, store: Store) -> tuple[Diagnostic, ...]:
        """Write the files into the tree and name them in the manifest. Whether anything was made: see `made`."""
        found: list[Diagnostic] = list(self.said)
        for finisher, identity in self._due:
            after = self._after[finisher.name]  # what stands there from the last build is not to be seen yet
            entries = {path: entry for path, entry in manifest.items() if not owned(path, after)} if after else manifest
            made = self._tasks.pop(0).finish(Finished(tree, entries))
            folders: set[str] = set()
            for path, data in made.files:
                stat = put(str(tree), path, data, folders)
                manifest[path] = Entry(identity, sha256(data).hexdigest(), *stat)
            pack = packing.packer(Diagnostic)
            record = (identity, tuple(path for path, _ in made.files), tuple(map(pack, made.diagnostics)))
            if not has_errors(made.diagnostics):  # else it is tried again
                store.put_value(_key(finisher, tree), record)
            found += made.diagnostics
        return tuple(found)

    @property
    def made(self) -> bool:
        return bool(self._due)


def foresee(
    decided: tuple[Site, Sequence[Output]],
    standing: tuple[Path, Mapping[str, Entry], Collection[str]],
    store: Store,
    *,
    engine: str,
    preview: bool,
    finishers: Sequence[Finisher] = FINISHERS,
) -> Finishing:
    """What of the live tree stays, and what is to be made. `standing`: staging tree, live manifest, intact paths."""
    site, outputs = decided
    tree, live, intact = standing
    kept, said, lacking = set[str](), list[Diagnostic](), list[tuple[Finisher, str]]()
    waiting, owning, ends = list[str](), list[str](), dict[str, int]()
    identities: dict[str, str] = {}
    for finisher in finishers:
        places = finisher.owns(site)
        if not places:
            continue
        owning += places
        ends[finisher.name] = len(owning)
        identity = f"{engine[:16]} {finisher.name} {finisher.digest(site, outputs, identities)}"
        identities[finisher.name] = identity
        paths, words = _known(store.value(_key(finisher, tree)), identity)
        if preview and finisher.deferred:
            kept |= {path for path in intact if path in live and owned(path, places)}
            waiting += places
        elif paths is not None and all(path in intact and live[path].made_from == identity for path in paths):
            kept |= paths
            said += words
        else:
            lacking.append((finisher, identity))
    after = {name: tuple(owning[end:]) for name, end in ends.items()}
    return Finishing(frozenset(kept), tuple(said), tuple(waiting), tuple(owning), after, tuple(lacking))


def _key(finisher: Finisher, tree: Path) -> str:
    return f"finished {finisher.name} {tree}"


def _known(record: object, identity: str) -> tuple[frozenset[str] | None, list[Diagnostic]]:
    """The paths that were made under this identity, and what was said; None when they have to be made."""
    if not isinstance(record, tuple) or record[0] != identity:
        return None, []
    return frozenset(record[1]), list(map(packing.unpacker(Diagnostic), record[2]))
