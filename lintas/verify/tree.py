"""Any finished tree, read from the disk and judged (effect: reads that folder, and nothing else).

Nothing of the portal's sources is needed, so that the tree may come from another machine or from an archive. Only
whether a text that is still held back stands in it cannot be told from the tree: the build looks for that.
"""

from __future__ import annotations

import functools
import hashlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lintas.diagnostics import Diagnostic, Outcome, Span, fault, in_order
from lintas.verify import across, checksums, markup, pages, texts
from lintas.verify.ground import Ground
from lintas.verify.hosting import limits, names
from lintas.verify.sights import Sight
from lintas.verify.weights import BUDGET, weight
from lintas.workers import Crew

_COST = 0.0015  # seconds that a file usually takes
_LARGEST = 50 * 1024 * 1024  # bytes of a text that is still looked into
_BLOCK = 1 << 20
_LOOK = {
    ".html": pages.look, ".htm": pages.look,
    ".json": texts.look_json, ".jsonld": texts.look_json, ".geojson": texts.look_json,
    ".webmanifest": texts.look_json,
    ".xml": markup.look, ".svg": markup.look, ".rdf": markup.look,
    ".css": texts.look_css, ".mjs": texts.look_script, ".js": texts.look_script,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Looked:
    """What came of one file. `size` is the weight of a page that may be over the budget; `held` its digest."""

    path: str
    sight: Sight | None = None
    size: int = 0
    digest: str = ""
    faults: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Census:
    """How much was looked at."""

    base_url: str = ""
    files: int = 0
    bytes: int = 0
    pages: int = 0
    links: int = 0
    anchors: int = 0
    images: int = 0
    sums: int = 0  # checksums that were compared


def figures(census: Census) -> dict[str, object]:
    """What can be told of it in words."""
    return {
        "files": census.files, "pages": census.pages, "links": census.links, "anchors": census.anchors,
        "images": census.images, "base_url": census.base_url or "–",
    }  # fmt: skip


def verify(folder: Path, base_url: str = "", jobs: int = 0) -> Outcome[Census]:
    """Everything that is wrong with the tree, in order."""
    if not folder.is_dir():
        return Outcome(Census(), (fault("LUA281", Span(folder.name)),))
    found: list[Diagnostic] = []
    sizes = dict(_walk(folder, found))
    ground = Ground(base_url or _address(folder, ground=Ground()))
    sums = checksums.read(folder, found) if checksums.LIST in sizes else None
    looked = _look(folder, ground, (tuple(sorted(sizes)), sums is not None), jobs)
    sights = {each.path: each.sight for each in looked if each.sight is not None}
    found += [d for each in looked for d in each.faults]
    found += [*limits(sizes), *names(sizes), *across.judge(sights, sizes.keys())]
    found += across.burdens(sights, _shared(folder, sights), {each.path: each.size for each in looked if each.size})
    if sums is not None:
        found += checksums.compare(sums, {each.path: each.digest for each in looked})
    counts = across.counts(tuple(sights.values()))
    census = Census(ground.base_url, len(sizes), sum(sizes.values()), **counts, sums=len(sums or ()))
    return Outcome(census, in_order(found))


def _walk(folder: Path, found: list[Diagnostic]) -> Iterator[tuple[str, int]]:
    """(path, size) of every regular file; links and the like are findings and are never followed."""
    pending = [""]
    while pending:
        prefix = pending.pop()
        try:
            entries = sorted(os.scandir(folder / prefix), key=lambda entry: entry.name)
        except OSError as error:
            found.append(fault("LUA235", Span(_shown(prefix)), reason=error.strerror or error))
            continue
        for entry in entries:
            path = prefix + entry.name
            mode = entry.stat(follow_symlinks=False)
            if stat.S_ISDIR(mode.st_mode):
                pending.append(f"{path}/")
            elif stat.S_ISREG(mode.st_mode):
                yield path, mode.st_size
            else:
                found.append(fault("LUA234", Span(_shown(path))))


def _shown(path: str) -> str:
    """A name that is no UTF-8, so that it can be printed."""
    return os.fsencode(path).decode("utf-8", "replace")


def _look(folder: Path, ground: Ground, given: tuple[tuple[str, ...], bool], jobs: int) -> list[Looked]:
    """Every file, in this process or in others."""
    paths, hashed = given
    crew = Crew(jobs)
    try:
        call = functools.partial(look, str(folder), ground, hashed)
        return [each for chunk in crew.each(call, paths, cost=_COST) for each in chunk]
    finally:
        crew.close()


def look(folder: str, ground: Ground, hashed: bool, paths: tuple[str, ...]) -> list[Looked]:
    """A chunk of files. What cannot be read is a finding."""
    made = []
    for path in paths:
        try:
            made.append(_file(os.path.join(folder, path), path, ground, hashed))
        except OSError as error:
            made.append(Looked(path, faults=(fault("LUA235", Span(_shown(path)), reason=error.strerror or error),)))
    return made


def _file(place: str, path: str, ground: Ground, hashed: bool) -> Looked:
    looking = _LOOK.get(os.path.splitext(path)[1].lower())
    if looking is None or os.path.getsize(place) > _LARGEST:
        faults = (fault("LUA222", Span(path), reason="> 50 MB"),) if looking is pages.look else ()
        return Looked(path, digest=_digest(place) if hashed else "", faults=faults)
    with open(place, "rb") as file:
        data = file.read()
    heavy = weight(data) if looking is pages.look and len(data) > BUDGET // 2 else 0
    digest = hashlib.sha256(data).hexdigest() if hashed else ""
    return Looked(path, looking(path, data, ground), heavy, digest)


def _digest(place: str) -> str:
    digest = hashlib.sha256()
    with open(place, "rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def _address(folder: Path, ground: Ground) -> str:
    """The address that the home page says it has; "" when it says none."""
    try:
        with open(folder / "index.html", "rb") as file:
            return pages.own_address(file.read(_LARGEST), ground)
    except OSError:
        return ""


def _shared(folder: Path, sights: dict[str, Sight]) -> dict[str, bytes]:
    """Style sheets and scripts, to be weighed."""
    made = {}
    for sight in sights.values():
        if sight.kind == "text":
            with open(folder / sight.path, "rb") as file:
                made[sight.path] = file.read()
    return made
