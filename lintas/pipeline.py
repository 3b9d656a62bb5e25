"""The way from sources to a promoted tree, stage by stage (effects: reads the portal, writes the output)."""

from __future__ import annotations

import functools
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from lintas import loading, packing, production, sources, verify
from lintas.cache import FOLDER, Store, engine_digest
from lintas.diagnostics import Diagnostic, Outcome, Span, fault, in_order
from lintas.exporting import export
from lintas.model import Catalogue, Source
from lintas.outputs import Output, digest_of
from lintas.plan import made_from, plan
from lintas.relate import Site, instant, next_change, relate
from lintas.reporters import has_errors
from lintas.workers import Crew
from lintas.writing import Manifest, OutputRefused, Staging

OWN_THEME = Path(__file__).parent.parent / "theme"


@dataclass(frozen=True, slots=True)
class Options:
    """What a build is told. `now` is a UTC instant as `relate.instant` writes it; `jobs` 0 = one per processor."""

    root: Path
    now: str
    output: Path | None = None
    base_url: str = ""
    jobs: int = 0
    cache: bool = True

    @property
    def target(self) -> Path:
        return self.output or self.root / "_site"


@dataclass(frozen=True, slots=True)
class Result:
    """What a run found and did. `drawn` of `files` were made anew; both 0 when nothing was promoted."""

    diagnostics: tuple[Diagnostic, ...]
    files: int = 0
    drawn: int = 0
    releases: int = 0
    datasets: int = 0

    @property
    def ok(self) -> bool:
        return not has_errors(self.diagnostics)


def check(options: Options, paths: Sequence[str] = ()) -> Result:
    """Read and relate everything; report what concerns `paths` (all when empty). Writes nothing but the cache."""
    with _store(options) as store, _crew(options) as crew:
        found = _discover(options, store)
        loaded, related = _understand(options, found, store, crew)
        diagnostics = [*loaded.diagnostics, *related.diagnostics]
    concerned = [d for d in diagnostics if not paths or _concerns(d, paths)]
    catalogue = loaded.value
    return Result(in_order(concerned), releases=len(catalogue.releases), datasets=len(catalogue.datasets))


def build(options: Options) -> Result:
    """Build the site. On any error nothing is promoted and the site that stands stays as it is."""
    try:
        with _store(options) as store, _crew(options) as crew:
            return _build(options, store, crew)
    except loading.SourceChanged as error:
        return Result((fault("MES101", Span(error.path)),))
    except OutputRefused as error:
        code = {"file": "LUA301", "nonempty": "LUA302"}[error.reason]
        return Result((fault(code, Span(options.target.name)),))
    finally:
        production.release()


def _build(options: Options, store: Store, crew: Crew) -> Result:
    found = _discover(options, store)
    stamp = _stamp(options, found.value)
    if replay := _unchanged(options, store, stamp):
        return replay
    loaded, related = _understand(options, found, store, crew, exports=True)
    diagnostics = [*loaded.diagnostics, *related.diagnostics]
    if has_errors(diagnostics):
        return Result(in_order(diagnostics))
    catalogue, site = loaded.value, related.value
    planned = plan(site)
    if has_errors(planned.diagnostics):
        return Result(in_order([*diagnostics, *planned.diagnostics]))
    result = _produce(options, Decided(catalogue, site, planned.value, stamp), store, crew)
    result = Result(in_order([*diagnostics, *result.diagnostics]), *_counts(result, site))
    if result.ok:
        _remember(store, options, stamp, catalogue, result)
    return result


@dataclass(frozen=True, slots=True)
class Decided:
    """What is to be produced. `stamp` names the state of the sources that it was decided from."""

    catalogue: Catalogue
    site: Site
    outputs: tuple[Output, ...]
    stamp: str


def _produce(options: Options, decided: Decided, store: Store, crew: Crew) -> Result:
    """Draw what is not already there, check the whole, and swap the trees."""
    catalogue, site, outputs, stamp = decided.catalogue, decided.site, decided.outputs, decided.stamp
    engine = engine_digest()
    staging = Staging(options.target)
    try:
        live = staging.live if options.cache else Manifest()
        wanted = {output.path: made_from(output, engine) for output in outputs}
        kept = {p for p in staging.intact if p in live and live[p].made_from == wanted.get(p)}
        missing = tuple(output for output in outputs if output.path not in kept)
        staging.prepare(kept)
        if not crew.alone(len(missing), production.COST):
            store.put_value(production.CATALOGUE, packing.packer(Catalogue)(catalogue))
        job = _job(options, stamp, store, staging)
        production.seed(job, site)
        manifest = Manifest((path, live[path]) for path in sorted(kept))
        diagnostics: list[Diagnostic] = []
        targets: verify.Targets = {}
        for drawn in crew.each(functools.partial(production.draw, job), missing, cost=production.COST):
            manifest.update(drawn.entries)
            targets.update(drawn.targets)
            diagnostics += drawn.diagnostics
        read = functools.partial(production.read_text, staging.tree)
        diagnostics += verify.links(targets, wanted, read)
        diagnostics += verify.limits({path: entry.size for path, entry in manifest.items()})
        if has_errors(diagnostics):
            return Result(tuple(diagnostics))
        if missing or not staging.untouched() or len(kept) != len(staging.live):
            staging.promote(manifest)
        return Result(tuple(diagnostics), files=len(manifest), drawn=len(missing))
    finally:
        staging.close()


def _counts(result: Result, site: Site) -> tuple[int, int, int, int]:
    return result.files, result.drawn, len(site.releases), len(site.datasets)


def _job(options: Options, stamp: str, store: Store, staging: Staging) -> production.Job:
    return production.Job(
        root=str(options.root),
        theme=str(_theme(options)),
        store=store.path,
        tree=str(staging.tree),
        now=options.now,
        engine=engine_digest(),
        stamp=stamp,
    )


def _discover(options: Options, store: Store) -> Outcome[tuple[Source, ...]]:
    """All sources of the portal; a portal without a theme of its own wears the engine's."""
    known = store.value("stat-index")
    found, index = sources.discover(options.root, sources.StatIndex.from_plain(known))
    store.put_value("stat-index", index.to_plain())
    if _theme(options) == OWN_THEME and options.root != OWN_THEME.parent:
        own, _ = sources.discover(OWN_THEME.parent, sources.StatIndex.from_plain(None))
        themed = (*found.value, *(source for source in own.value if source.kind == "theme"))
        return Outcome(themed, found.diagnostics)
    return found


def _theme(options: Options) -> Path:
    theme = options.root / "theme"
    return theme if theme.is_dir() else OWN_THEME


def _understand(
    options: Options, found: Outcome[tuple[Source, ...]], store: Store, crew: Crew, *, exports: bool = False
) -> tuple[Outcome[Catalogue], Outcome[Site]]:
    """Load and relate. Files for download are made only from data in which no error was found."""
    given = loading.Given(options.now, options.base_url)
    loaded = loading.load(options.root, found, given, store, crew)
    catalogue, faulty = loaded.value, frozenset(d.span.path for d in loaded.diagnostics if has_errors([d]))
    if exports and not faulty:
        catalogue = export(options.root, catalogue, store, crew)
    return Outcome(catalogue, loaded.diagnostics), relate(catalogue, options.now, engine_digest(), faulty)


def _stamp(options: Options, found: tuple[Source, ...]) -> str:
    """Everything a build depends on but the time."""
    return digest_of(engine_digest(), options.base_url, *(f"{s.path}:{s.digest}" for s in found))


def _unchanged(options: Options, store: Store, stamp: str) -> Result | None:
    """The last result again, when nothing has changed: sources, engine, the tree, and no release has come due."""
    last = store.value(f"build {options.target}")
    if not isinstance(last, tuple) or last[0] != stamp or not options.cache:
        return None
    _, since, until, counts, faults = last
    if options.now < since or (until and options.now >= until):
        return None
    staging = Staging(options.target)
    try:
        if not staging.live or not staging.untouched():
            return None
    finally:
        staging.close()
    unpack = packing.unpacker(Diagnostic)
    files, releases, datasets = counts
    return Result(tuple(unpack(f) for f in faults), files=files, releases=releases, datasets=datasets)


def _remember(store: Store, options: Options, stamp: str, catalogue: Catalogue, result: Result) -> None:
    """Keep what `_unchanged` needs; the result holds from the last release that came due until the next."""
    due = max((i for r in catalogue.releases if (i := instant(r.published)) <= options.now), default="")
    faults = tuple(packing.packer(Diagnostic)(d) for d in result.diagnostics)
    counts = (result.files, result.releases, result.datasets)
    until = next_change(catalogue.releases, options.now)
    store.put_value(f"build {options.target}", (stamp, due, until, counts, faults))


def _concerns(diagnostic: Diagnostic, paths: Iterable[str]) -> bool:
    places = [diagnostic.span.path, *(span.path for span in diagnostic.related)]
    return any(place == path or place.startswith(f"{path.rstrip('/')}/") for place in places for path in paths)


@contextmanager
def _store(options: Options) -> Iterator[Store]:
    """The portal's store, or one that is thrown away afterwards."""
    if options.cache:
        store = Store.open(options.root / FOLDER / "cache.db", engine_digest())
        try:
            yield store
        finally:
            store.close()
        return
    folder = tempfile.mkdtemp(prefix="lintas-")
    store = Store.open(Path(folder) / "cache.db", engine_digest())
    try:
        yield store
    finally:
        store.close()
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _crew(options: Options) -> Iterator[Crew]:
    crew = Crew(options.jobs)
    try:
        yield crew
    finally:
        crew.close()
