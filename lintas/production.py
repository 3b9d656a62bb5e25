"""Draw planned outputs into the staging tree (effect: writes there). Runs in this process or in a worker.

A worker is told where the store is and builds the site from it once; the main process hands its own site over.
"""

from __future__ import annotations

import functools
import hashlib
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from lintas import packing, verify
from lintas.cache import Store
from lintas.diagnostics import Diagnostic
from lintas.model import Catalogue, Source
from lintas.outputs import Output, Tools
from lintas.plan import made_from
from lintas.presenting import chrome
from lintas.publishers import PUBLISHERS
from lintas.relate import Site, relate
from lintas.rendering import Renderer, TemplateFault, root_from, strings
from lintas.sources import read
from lintas.steps import body_key
from lintas.writing import Entry, put

CATALOGUE = "catalogue"  # under this name the store holds what workers relate again
COST = 0.001  # seconds an output usually takes
COPYING = 0.0001  # seconds a file of the tree usually takes to copy
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


@dataclass(frozen=True, slots=True)
class Drawn:
    """What came of a chunk: manifest entries, internal link targets, and faults."""

    entries: tuple[tuple[str, Entry], ...]
    targets: verify.Targets
    diagnostics: tuple[Diagnostic, ...]


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


_seeded: dict[Job, Site] = {}
_opened: list[Store] = []


def seed(job: Job, site: Site) -> None:
    """Hand over the site that this process has already related."""
    _seeded.clear()
    _seeded[job] = site


@functools.lru_cache(maxsize=1)
def _bench(job: Job) -> Bench:
    store = Store.open(Path(job.store), job.engine)
    _opened.append(store)
    site = _seeded.get(job) or _site(store, job)
    theme = Path(job.theme)
    texts = strings(theme, "id")
    base_path = urlsplit(site.settings.base_url).path
    renderer = Renderer(theme, chrome.situs(site, texts), texts, base_path, _compiled(job))
    return Bench(site, Tools(Files(Path(job.root), theme, store), renderer))


def _compiled(job: Job) -> Path:
    """Where compiled templates are kept: they are as good as the engine and the Jinja that compiled them."""
    folder = Path(job.store).parent / "templates"
    own = folder / job.engine[:16]
    for old in folder.glob("*"):
        if old != own:
            shutil.rmtree(old, ignore_errors=True)
    return own


def _site(store: Store, job: Job) -> Site:
    catalogue = packing.unpacker(Catalogue)(store.value(CATALOGUE))  # type: ignore[arg-type]
    return relate(catalogue, job.now, job.engine).value


def release() -> None:
    """Forget the workplace: its store is about to be closed or its site to change."""
    _bench.cache_clear()
    _seeded.clear()
    while _opened:
        _opened.pop().close()  # by hand: a connection and its statements hold one another


def draw(job: Job, outputs: tuple[Output, ...]) -> Drawn:
    """Draw and write one chunk of outputs."""
    bench = _bench(job)
    base_path = bench.tools.renderer.base_path
    entries, targets, found = [], verify.Targets(), list[Diagnostic]()
    folders: set[str] = set()
    for output in outputs:
        try:
            data = _RENDER[output.publisher](output, bench.site, bench.tools)
        except TemplateFault as error:
            found.append(error.diagnostic)
            continue
        if output.path.endswith(".html"):
            root = base_path if output.path == "404.html" else root_from(output.path)
            own, faults = verify.page(output.path, data.decode(), root)
            targets.update(own)
            found += faults
        stat = put(job.tree, output.path, data, folders)
        entries.append((output.path, Entry(made_from(output, job.engine), hashlib.sha256(data).hexdigest(), *stat)))
    return Drawn(tuple(entries), targets, tuple(found))


def read_text(tree: Path, path: str) -> str:
    """A finished file of the staging tree, for checks that span pages."""
    return (tree / os.fspath(path)).read_text("utf-8")
