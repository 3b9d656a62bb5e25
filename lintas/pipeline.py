"""Build and check a portal (effects: reads the portal, keeps the cache, writes the output).

The stages themselves are in `stages`; they and the libraries that they need are loaded only when there is work to do,
so that a build in which nothing has changed is over before they would have been imported.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from lintas import packing, sources
from lintas.cache import FOLDER, Store, StoreDamaged, damaged, engine_digest
from lintas.diagnostics import Diagnostic, Outcome, Span, fault, in_order
from lintas.model import Source
from lintas.packing import digest_of
from lintas.runs import OWN_THEME, Options, Result, Validity
from lintas.sources import narrowing
from lintas.writing import OutputRefused, Staging


def check(options: Options, paths: Sequence[str] = ()) -> Result:
    """Read and relate everything; report what concerns `paths` (all when empty). Writes nothing but the cache."""

    def run(store: Store) -> Result:
        from lintas import stages

        found = discover(options, store)
        only = () if options.since else narrowing.slugs(paths)  # a comparison needs all that is there now
        kept = narrowing.around(options.root, found.value, only) if only else found.value
        result = stages.check(options, Outcome(kept, found.diagnostics), store, only)
        concerned = (d for d in result.diagnostics if not paths or _concerns(d, paths))
        return Result(in_order(concerned), releases=result.releases, datasets=result.datasets)

    return _run(options, run)


def build(options: Options) -> Result:
    """Build the site. On any error nothing is promoted and the site that stands stays as it is."""

    def run(store: Store) -> Result:
        Staging.recover(options.target)
        found = discover(options, store)
        stamp = _stamp(options, found)
        known = _unchanged(options, store, stamp)
        if known is not None:
            return known
        from lintas import stages

        result, validity = stages.build(options, found, stamp, store)
        if result.ok:
            _remember(options, store, stamp, (result, validity))
        return result

    return _run(options, run)


def due(options: Options) -> Outcome[Validity | None]:
    """When what is shown last changed by itself and when it next will; None with what stopped the run."""
    spans: list[Validity] = []

    def run(store: Store) -> Result:
        from lintas import stages

        spans.append(stages.validity(options, discover(options, store), store))
        return Result(())

    result = _run(options, run)
    return Outcome(spans[0] if result.ok else None, result.diagnostics)


def _run(options: Options, run: Callable[[Store], Result]) -> Result:
    """Run with a store; what stops a run as a whole becomes a finding."""
    try:
        return _with_store(options, run)
    except sources.SourceChanged as error:
        return Result((fault("MES101", Span(error.path)),))
    except OutputRefused as error:
        code = {"file": "LUA301", "nonempty": "LUA302"}[error.reason]
        return Result((fault(code, Span(options.target.name)),))
    except sqlite3.OperationalError as error:  # no place, no permission, or in use for a minute
        return Result((fault("MES102", Span(f"{FOLDER}/cache.db"), reason=error),))
    except OSError as error:
        return Result((fault("MES102", Span(_place(options, error)), reason=error.strerror or error),))


def _with_store(options: Options, run: Callable[[Store], Result]) -> Result:
    """A store that turns out to be damaged is thrown away, once, and everything done again without it."""
    try:
        with _store(options) as store:
            return run(store)
    except (StoreDamaged, sqlite3.DatabaseError) as error:
        if not (options.cache and damaged(error)):
            raise
    Store.discard(options.root / FOLDER / "cache.db")
    with _store(options) as store:
        return run(store)


def _place(options: Options, error: OSError) -> str:
    """The file that an error of the system is about: below the root as elsewhere, else in full."""
    path = Path(os.fsdecode(error.filename or ""))
    return path.relative_to(options.root).as_posix() if path.is_relative_to(options.root) else str(path)


def discover(options: Options, store: Store) -> Outcome[tuple[Source, ...]]:
    """All sources of the portal, those of the theme that it wears among them."""
    known = store.value("stat-index")
    found, index = sources.discover(options.root, sources.StatIndex.from_plain(known))
    if index.to_plain() != known:
        store.put_value("stat-index", index.to_plain())
    if options.theme == OWN_THEME and options.root != OWN_THEME.parent:
        own, _ = sources.discover(OWN_THEME.parent, sources.StatIndex())
        themed = (*found.value, *(source for source in own.value if source.kind == "theme"))
        return Outcome(themed, found.diagnostics)
    return found


def _stamp(options: Options, found: Outcome[tuple[Source, ...]]) -> str:
    """Everything a build depends on but the time: engine, options, sources, and what was refused among them."""
    refused = (f"{d.code} {d.span}" for d in found.diagnostics)
    key = digest_of("kunci", options.secret, options.password)
    given = (options.base_url, "preview" * options.preview, options.commit, options.machine)
    return digest_of(engine_digest(), *given, key, *(f"{s.path}:{s.digest}" for s in found.value), *refused)


def _unchanged(options: Options, store: Store, stamp: str) -> Result | None:
    """The last result again, when nothing has changed: sources, engine, the tree, and no release has come due.

    The tree must be the one that this result belongs to: another portal, or a build without the cache, may have
    replaced it in the meantime and left its own as untouched.
    """
    last = store.value(f"build {options.target}")
    if not isinstance(last, tuple) or len(last) != 5 or last[0] != stamp or not options.cache:
        return None
    _, validity, counts, faults, tree = last
    if not Validity(*validity).covers(options.now):
        return None
    staging = Staging(options.target)
    try:
        if staging.mark() != tree or not staging.live or not staging.untouched():
            return None
    finally:
        staging.close()
    unpack = packing.unpacker(Diagnostic)
    files, releases, datasets = counts
    return Result(tuple(unpack(f) for f in faults), files=files, releases=releases, datasets=datasets)


def _remember(options: Options, store: Store, stamp: str, built: tuple[Result, Validity]) -> None:
    """Keep what `_unchanged` needs."""
    result, validity = built
    faults = tuple(packing.packer(Diagnostic)(d) for d in result.diagnostics)
    counts = (result.files, result.releases, result.datasets)
    store.put_value(f"build {options.target}", (stamp, (validity.since, validity.until), counts, faults, result.tree))


def _concerns(diagnostic: Diagnostic, paths: Iterable[str]) -> bool:
    if not diagnostic.span.path:  # it is about the run as a whole
        return True
    places = [diagnostic.span.path, *(span.path for span in diagnostic.related)]
    return any(place == path or place.startswith(f"{path.rstrip('/')}/") for place in places for path in paths)


@contextmanager
def _store(options: Options) -> Iterator[Store]:
    """The portal's store, or one that is thrown away afterwards."""
    folder = options.root / FOLDER if options.cache else Path(tempfile.mkdtemp(prefix="lintas-"))
    store = Store.open(folder / "cache.db", engine_digest())
    try:
        yield store
    finally:
        store.close()
        if not options.cache:
            shutil.rmtree(folder, ignore_errors=True)
