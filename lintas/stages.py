"""The way from sources to a promoted tree, stage by stage (effects: reads the portal, writes the output)."""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from lintas import assembling, finishing, loading, packing, production, satudata, sealing
from lintas.cache import Store, engine_digest
from lintas.describing import describe, judge
from lintas.diagnostics import Diagnostic, Outcome, in_order
from lintas.execute import Means
from lintas.exporting import export
from lintas.foreign import FIRST
from lintas.model import Catalogue, SiaranPers, Source
from lintas.outputs import Output
from lintas.packing import digest_of
from lintas.picturing import picture
from lintas.plan import made_from, plan, twins
from lintas.printing import typeset_releases
from lintas.proving import held, proven
from lintas.quoting import quote
from lintas.relate import Site, due, next_change, over, relate, security, stale, turning
from lintas.rendering import theme_faults
from lintas.reporters import has_errors
from lintas.runs import OWN_THEME, Options, Result, Validity
from lintas.sharding import shard
from lintas.steps import body_key
from lintas.verify.withheld import needles
from lintas.workers import Crew
from lintas.writing import Manifest, Staging

Found = Outcome[tuple[Source, ...]]


def check(options: Options, found: Found, store: Store, only: Collection[str] = ()) -> Result:
    """Load and relate; every finding, and how much was read.

    `only` are slugs of datasets that alone are looked at, `found` being narrowed to them: they get advice as well.
    """
    with _means(options, store) as means:
        loaded, related = _understand(options, found, replace(means, whole=not only), only=only)
    catalogue = loaded.value
    advised = [d for dataset in catalogue.datasets if dataset.slug in only for d in satudata.advice(dataset)]
    changed = _since(options, catalogue, store) if options.since else ()
    diagnostics = (*loaded.diagnostics, *related.diagnostics, *advised, *changed)
    return Result(diagnostics, releases=len(catalogue.releases), datasets=len(catalogue.datasets))


def _since(options: Options, catalogue: Catalogue, store: Store) -> tuple[Diagnostic, ...]:
    """What changed in silence since a revision of the repository."""
    from lintas import revisions

    def prose(release: SiaranPers) -> str:
        return store.body(body_key(release.path, release.digest)).decode()

    return revisions.compare(options.root, options.since, (catalogue, options.now), prose).diagnostics


def validity(options: Options, found: Found, store: Store) -> Validity:
    """For how long what would be built now is true by itself."""
    with _means(options, store) as means:
        loaded = loading.load(found, loading.Given(options.now, options.base_url), means)
    return _validity(loaded.value, options.now)


def build(options: Options, found: Found, stamp: str, store: Store) -> tuple[Result, Validity]:
    """Load, relate, plan, draw, verify, promote. From planning on nothing runs while there is an error."""
    try:
        with _means(options, store) as means:
            loaded, related = _understand(options, found, means, exports=True)
            diagnostics = [*loaded.diagnostics, *related.diagnostics]
            validity = _validity(loaded.value, options.now)
            if has_errors(diagnostics):
                return Result(in_order(diagnostics)), validity
            site = proven((loaded.value, related.value), options, (found, validity), diagnostics)
            planned = plan(site)
            refused = [*planned.diagnostics, *finishing.collisions(site, planned.value)]
            if has_errors(refused):
                return Result(in_order([*diagnostics, *refused])), validity
            result = _produce(options, Decided(loaded.value, site, planned.value, stamp, found.value), means)
            diagnostics += result.diagnostics
            counts = (result.files, result.drawn, len(site.releases), len(site.datasets), result.tree)
            return Result(in_order(diagnostics), *counts), validity
    finally:
        production.release()


def _validity(catalogue: Catalogue, now: str) -> Validity:
    """What is shown changes by itself: a release comes due, an update is overdue, a promise passes."""
    turns = [moment for dataset in catalogue.datasets if (moment := turning(dataset))]
    out = [moment for r in catalogue.releases if r.status != "draf" and (moment := due(r)) <= now]
    turns += [over(entry) for entry in catalogue.agenda]
    turns += stale([release for release in catalogue.releases if release.status not in ("draf", "dicabut")], now)
    turns += security.turns(catalogue.settings)
    past = [*out, *(moment for moment in turns if moment <= now)]
    coming = [next_change(catalogue.releases, now), *(moment for moment in turns if moment > now)]
    return Validity(max(past, default=""), min(filter(None, coming), default=""))


def _understand(
    options: Options, found: Found, means: Means, *, exports: bool = False, only: Collection[str] = ()
) -> tuple[Outcome[Catalogue], Outcome[Site]]:
    """Load and relate. Files and charts are made only from data in which no error was found; else they are judged."""
    given = loading.Given(options.now, options.base_url)
    dressed = Outcome(found.value, (*found.diagnostics, *_theme(options, found.value, means.store)))
    loaded = _spoken(options, loading.load(dressed, given, means), found.value, means.store)
    seen = picture(loaded.value, means, drawn=exports and not has_errors(loaded.diagnostics))
    loaded = Outcome(seen.value, (*loaded.diagnostics, *seen.diagnostics))
    faulty = frozenset(d.span.path for d in loaded.diagnostics if has_errors([d]))
    quoted = quote(loaded.value, means, loaded.diagnostics)
    catalogue = sealing.finish_prints(quoted.value, means.store)
    loaded = Outcome(catalogue, (*loaded.diagnostics, *quoted.diagnostics))
    if exports and not has_errors(loaded.diagnostics):
        described = describe(shard(export(catalogue, means), means), means)
        catalogue = described.value
        loaded = Outcome(catalogue, (*loaded.diagnostics, *described.diagnostics))
    else:
        loaded = Outcome(catalogue, (*loaded.diagnostics, *judge(catalogue, means, faulty, only)))
    understood = _keyed(options, found, (loaded, relate(catalogue, options.now, engine_digest(), faulty)))
    return _signed(options, found, means, _printed(options, means, understood)) if exports else understood


def _printed(
    options: Options, means: Means, understood: tuple[Outcome[Catalogue], Outcome[Site]]
) -> tuple[Outcome[Catalogue], Outcome[Site]]:
    """The same with releases as PDF, unless there is an error."""
    loaded, related = understood
    if has_errors((*loaded.diagnostics, *related.diagnostics)):
        return understood
    papers = typeset_releases(related.value, options.theme, means)
    catalogue = replace(loaded.value, papers=papers.value)
    site = replace(related.value, papers={paper.release: paper for paper in papers.value})
    return Outcome(catalogue, (*loaded.diagnostics, *papers.diagnostics)), Outcome(site, related.diagnostics)


def _keyed(
    options: Options, found: Found, understood: tuple[Outcome[Catalogue], Outcome[Site]]
) -> tuple[Outcome[Catalogue], Outcome[Site]]:
    """The same with what is wrong with the key files of the portal."""
    loaded, related = understood
    keys = sealing.read_keys(options.root, found.value, sealing.Keys(), loaded.value.settings)
    return Outcome(loaded.value, (*loaded.diagnostics, *keys.diagnostics)), related


def _signed(
    options: Options, found: Found, means: Means, understood: tuple[Outcome[Catalogue], Outcome[Site]]
) -> tuple[Outcome[Catalogue], Outcome[Site]]:
    """The same with the manifest of releases signed, unless there is an error."""
    loaded, related = understood
    if has_errors((*loaded.diagnostics, *related.diagnostics)):
        return understood
    own = sealing.Keys(options.secret, options.password)
    keys = sealing.read_keys(options.root, found.value, own, loaded.value.settings).value
    signed = sealing.sign(related.value, keys, means.store)
    site, catalogue = replace(related.value, signed=signed.value), replace(loaded.value, signed=signed.value)
    return Outcome(catalogue, (*loaded.diagnostics, *signed.diagnostics)), Outcome(site, related.diagnostics)


def _spoken(
    options: Options, loaded: Outcome[Catalogue], sources: tuple[Source, ...], store: Store
) -> Outcome[Catalogue]:
    """The same with what the theme lacks in the further languages of the portal."""
    found = dict.fromkeys(loaded.diagnostics)
    for language in loaded.value.settings.languages:
        found |= dict.fromkeys(_theme(options, sources, store, language) if language != FIRST else ())
    return Outcome(loaded.value, tuple(found))


def _theme(
    options: Options, sources: tuple[Source, ...], store: Store, language: str = FIRST
) -> tuple[Diagnostic, ...]:
    """What is wrong with the portal's own theme, known from last time while the theme is the same."""
    if options.theme == OWN_THEME and options.root != OWN_THEME.parent:
        return ()
    digest = digest_of(*(f"{source.path}:{source.digest}" for source in sources if source.kind == "theme"))
    name = f"theme {language}"
    known = store.value(name)
    if isinstance(known, tuple) and known[0] == digest:
        return tuple(map(packing.unpacker(Diagnostic), known[1]))
    found = theme_faults(options.theme, language)
    store.put_value(name, (digest, tuple(map(packing.packer(Diagnostic), found))))
    return found


@dataclass(frozen=True, slots=True)
class Decided:
    """What is to be produced. `stamp` names the state of the sources that it was decided from."""

    catalogue: Catalogue
    site: Site
    outputs: tuple[Output, ...]
    stamp: str
    sources: tuple[Source, ...]

    @property
    def held(self) -> tuple[SiaranPers, ...]:
        """Releases that nobody may see yet."""
        return held(self.catalogue, self.site)


def _produce(options: Options, decided: Decided, means: Means) -> Result:
    """Draw what is not already there, finish the whole, check it, and swap the trees."""
    staging = Staging(options.target)
    ending: finishing.Finishing | None = None
    try:
        live = staging.live if options.cache else Manifest()
        wanted = {output.path: made_from(output, engine_digest()) for output in decided.outputs}
        kept = {p for p in staging.intact if p in live and live[p].made_from == wanted.get(p)}
        missing = tuple(output for output in decided.outputs if output.path not in kept)
        ending = _foresee(options, decided, (staging, live), means)
        kept |= ending.kept
        manifest = staging.prepare(kept)
        job = _job(options, decided, means.store, staging)
        known = twins(decided.outputs)
        production.seed(job, decided.site, known)
        if not means.crew.alone(len(missing), production.COST):  # workers relate the site again, from here
            production.prepare(means.store, decided.catalogue, known)
        files = production.Files(options.root, options.theme, means.store)
        drawing = functools.partial(production.drawing, job)
        ending.begin(finishing.Started(decided.site, decided.outputs, files, options.theme, drawing))
        lacking = assembling.Lacking(decided.outputs, missing, means.store, str(options.target))
        diagnostics, seen = assembling.draw(job, lacking, manifest, means.crew)
        if has_errors(diagnostics):  # links are looked at all the same, but nothing is made from such a whole
            dead = assembling.verified(seen, (manifest, {*wanted, *kept}), staging, ending.places)
            return Result((*diagnostics, *dead))
        diagnostics += ending.end(staging.tree, manifest, means.store)
        diagnostics += assembling.verified(seen, (manifest, manifest), staging, ending.waiting)
        standing = (staging.tree, live, kept)
        diagnostics += assembling.leaked(seen, decided.held, standing, (options.root, decided.sources))
        if has_errors(diagnostics):
            return Result(tuple(diagnostics))
        changed = missing or ending.made or not staging.untouched() or len(kept) != len(staging.live)
        alone = options.once or not options.cache  # a second tree would be of no use
        if changed and not staging.promote(manifest) and not alone:
            staging.mirror(functools.partial(means.crew.each, cost=production.COPYING))
        return Result(tuple(diagnostics), files=len(manifest), drawn=len(missing), tree=staging.mark())
    finally:
        if ending is not None:
            ending.cancel()
        staging.close()


def _foresee(
    options: Options, decided: Decided, standing: tuple[Staging, Manifest], means: Means
) -> finishing.Finishing:
    """What is made from the whole: what of it stands already, and what is to be made."""
    staging, live = standing
    return finishing.foresee(
        (decided.site, decided.outputs),
        (staging.tree, live, staging.intact),
        means.store,
        engine=engine_digest(),
        preview=options.preview,
    )


def _job(options: Options, decided: Decided, store: Store, staging: Staging) -> production.Job:
    return production.Job(
        root=str(options.root),
        theme=str(options.theme),
        store=store.path,
        tree=str(staging.tree),
        now=options.now,
        engine=engine_digest(),
        stamp=decided.stamp,
        needles=needles(decided.held),
    )


@contextmanager
def _means(options: Options, store: Store) -> Iterator[Means]:
    crew = Crew(options.jobs)
    try:
        yield Means(options.root, store, crew)
    finally:
        crew.close()
