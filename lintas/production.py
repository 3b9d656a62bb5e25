"""Draw planned outputs into the staging tree (effect: writes there). Runs in this process or in a worker.

A worker is told where the store is and builds the site from it once; the main process hands its own site over.
"""

from __future__ import annotations

import functools
import hashlib
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import urlsplit

from lintas import foreign, packing
from lintas.cache import Store
from lintas.diagnostics import Diagnostic
from lintas.foreign import FIRST
from lintas.model import Catalogue, Source
from lintas.outputs import Output, Tools
from lintas.plan import made_from
from lintas.presenting import chrome, colours
from lintas.publishers import PUBLISHERS
from lintas.relate import Site, relate
from lintas.rendering import Renderer, TemplateFault, Tongues, root_from, strings
from lintas.sources import read
from lintas.steps import body_key
from lintas.verify import inspection, texts
from lintas.verify.ground import Ground
from lintas.verify.inspection import Seen, Standard
from lintas.verify.weights import Scales
from lintas.verify.withheld import Needle
from lintas.writing import Entry, put

CATALOGUE, TWINS = "catalogue", "twins"  # under these names the store holds what workers relate again
Twins = Mapping[str, frozenset[str]]  # language → addresses, as in the first language, of the pages that exist in it
COST = 0.001  # seconds an output usually takes
COPYING = 0.0001  # seconds a file of the tree usually takes to copy
LAST = frozenset(publisher.name for publisher in PUBLISHERS if publisher.last)
_RENDER = {publisher.name: publisher.render for publisher in PUBLISHERS}


@dataclass(frozen=True, slots=True)
class Job:
    """What a process must know to draw: plain texts, so that it travels."""

    root: str
    theme: str  # folder of the theme
    store: str
    tree: str  # staging tree
    now: str
    engine: str
    stamp: str  # names the state of the sources, so that a process that lives on does not use an old one
    needles: tuple[Needle, ...] = ()  # words that must not be published yet


@dataclass(frozen=True, slots=True)
class Drawn:
    """What came of a chunk: manifest entries, faults of templates, and what was seen in the files."""

    entries: tuple[tuple[str, Entry], ...]
    diagnostics: tuple[Diagnostic, ...]
    seen: Seen


@dataclass(frozen=True, slots=True)
class Files:
    """`Reading` over the portal folder and the store."""

    root: Path
    theme: Path
    store: Store

    def source(self, path: str, digest: str) -> bytes:
        themed = path.startswith("theme/")
        return read(str(self.theme.parent if themed else self.root), Source(path, "", digest, 0))

    def prose(self, path: str, digest: str) -> str:
        return self.store.body(body_key(path, digest)).decode()

    def export(self, key: str) -> bytes:
        return self.store.body(key)


@dataclass(frozen=True, slots=True)
class Bench:
    """A process's workplace for one job."""

    site: Site
    tools: Tools
    others: Mapping[str, Bench] = field(default_factory=dict)  # the same in other languages

    def of(self, language: str) -> Bench:
        return self if language == FIRST else self.others[language]


_seeded: dict[Job, tuple[Site, Twins]] = {}
_opened: list[Store] = []


def seed(job: Job, site: Site, twins: Twins) -> None:
    """Hand over the site that this process has already related, and which pages there are in its other languages."""
    _seeded.clear()
    _seeded[job] = site, twins


def prepare(store: Store, catalogue: Catalogue, twins: Twins) -> None:
    """Put down what workers need to make the same of their own."""
    store.put_value(CATALOGUE, packing.packer(Catalogue)(catalogue))
    store.put_value(TWINS, [[language, sorted(addresses)] for language, addresses in twins.items()])


@functools.lru_cache(maxsize=1)
def _bench(job: Job) -> Bench:
    store = Store.open(Path(job.store), job.engine)
    _opened.append(store)
    site, twins = _seeded.get(job) or _made(store, job)
    tongues = Tongues(site.settings.base_url, twins)
    others = {language: Bench(other, _tools(store, job, other, tongues)) for language, other in site.others.items()}
    return Bench(site, _tools(store, job, site, tongues), others)


def drawing(job: Job) -> tuple[Site, Tools]:
    """The site with what draws a page of it, for pages that are made after all others."""
    bench = _bench(job)
    return bench.site, bench.tools


def _tools(store: Store, job: Job, site: Site, tongues: Tongues) -> Tools:
    theme = Path(job.theme)
    texts = strings(theme, site.language)
    base_path = urlsplit(site.settings.base_url).path
    files = Files(Path(job.root), theme, store)
    source = colours.tokens_of(site.theme)
    css = files.source(source.path, source.digest).decode("utf-8", "replace") if source else ""
    renderer = Renderer(theme, chrome.situs(site, texts, css), texts, base_path, tongues, _compiled(job))
    return Tools(files, renderer)


def _compiled(job: Job) -> Path:
    """Where compiled templates are kept: they are as good as the engine and the Jinja that compiled them."""
    folder = Path(job.store).parent / "templates"
    own = folder / job.engine[:16]
    for old in folder.glob("*"):
        if old != own:
            shutil.rmtree(old, ignore_errors=True)
    return own


def _made(store: Store, job: Job) -> tuple[Site, Twins]:
    catalogue = packing.unpacker(Catalogue)(store.value(CATALOGUE))  # type: ignore[arg-type]
    twins = {language: frozenset(addresses) for language, addresses in store.value(TWINS)}  # type: ignore[attr-defined]
    return relate(catalogue, job.now, job.engine).value, twins


def release() -> None:
    """Forget the workplace: its store is about to be closed or its site to change."""
    for kept in (_bench, _shared, _scales):
        kept.cache_clear()
    _seeded.clear()
    while _opened:
        _opened.pop().close()  # by hand: a connection and its statements hold one another


def draw(job: Job, outputs: tuple[Output, ...], told: Mapping[str, int] | None = None) -> Drawn:
    """Draw and write one chunk of outputs. `told`: how much stands on all pages, for those that are drawn last."""
    bench = _bench(job)
    base_path = bench.tools.renderer.base_path
    entries, found, seen = [], list[Diagnostic](), Seen()
    standard = Standard(bench.site.settings.base_url, job.needles, functools.partial(_shared, job))
    folders: set[str] = set()
    for output in outputs:
        try:
            own = bench.of(output.lang)
            asked = replace(output, path=output.path.removeprefix(own.tools.renderer.tongues.folder(output.lang)))
            tools = replace(own.tools, told=told) if told else own.tools
            data = _RENDER[output.publisher](asked, own.site, tools)
            if output.lang != FIRST and output.path.endswith(".json"):
                data = foreign.bare(data.decode()).encode()
        except TemplateFault as error:
            found.append(error.diagnostic)
            continue
        root = base_path if output.path == "404.html" else root_from(output.path)
        inspection.look((output.path, output.listed), data, root, (standard, seen))
        stat = put(job.tree, output.path, data, folders)
        entries.append((output.path, Entry(made_from(output, job.engine), hashlib.sha256(data).hexdigest(), *stat)))
    return Drawn(tuple(entries), tuple(found), seen)


@functools.lru_cache(maxsize=64)
def _shared(job: Job, modules: tuple[str, ...]) -> int:
    """Weight of the style sheet and of the scripts that a page with these modules loads."""
    bench = _bench(job)
    return _scales(job).shared((chrome.stylesheet(bench.site.theme), *_starting(bench.site, modules)))


def _starting(site: Site, modules: tuple[str, ...]) -> tuple[str, ...]:
    start = chrome.script(site.theme)
    return (start, *(f"{chrome.script_folder(site.theme)}{name}.mjs" for name in modules)) if start else ()


@functools.lru_cache(maxsize=1)
def _scales(job: Job) -> Scales:
    bench = _bench(job)
    read, theme = bench.tools.reading.source, bench.site.theme
    css = b"\n".join(read(source.path, source.digest) for source in chrome.styles(theme))
    folder = chrome.script_folder(theme)
    files = {folder + Path(s.path).name: read(s.path, s.digest) for s in chrome.scripts(theme)}
    imports = {path: texts.look_script(path, data, Ground()).modules for path, data in files.items()}
    return Scales({chrome.stylesheet(theme): css, **files}, imports)


def read_text(tree: Path, path: str) -> str:
    """A finished file of the staging tree, for checks that span pages."""
    return (tree / os.fspath(path)).read_text("utf-8")
