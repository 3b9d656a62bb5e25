"""The offline edition: the finished tree as one archive whose pages open from a disk, and the page that tells of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lintas.diagnostics import Diagnostic, Span, fault
from lintas.finishing.task import Finished, Finisher, Made, Started, Task
from lintas.offline import Choice, Relinking, chosen, estimate, packed
from lintas.outputs import Output, page_path
from lintas.packing import digest_of
from lintas.presenting import offline
from lintas.relate import Site

_SETTINGS = "content/situs.yaml"


def _owns(site: Site) -> tuple[str, ...]:
    return (offline.PAGE,) if offline.wanted(site) else ()


def _digest(site: Site, outputs: Sequence[Output], before: Mapping[str, str]) -> str:
    made = [(output.path, output.publisher, output.digest) for output in outputs]
    return digest_of(site.base, offline.limit(site), made, sorted(before.items()))


def _begin(started: Started) -> Task:
    return Task(lambda finished: _finish(started, finished))


@dataclass(frozen=True, slots=True)
class _Source:
    """The tree as the archive shows it when some kinds of files are left out."""

    site: Site
    finished: Finished
    left: tuple[str, ...]
    relinking: Relinking

    def read(self, path: str) -> bytes:
        if path == offline.README:
            return offline.readme(self.site, self.left)
        data = (self.finished.tree / path).read_bytes()
        return self.relinking.page(data.decode("utf-8"), path).encode() if path.endswith(".html") else data


def _source(site: Site, finished: Finished, choice: Choice, left: tuple[str, ...]) -> _Source:
    there = frozenset(choice.without(left))
    return _Source(site, finished, left, Relinking(there, site.settings.base_url))


def _finish(started: Started, finished: Finished) -> Made:
    site, tools = started.drawing()
    limit = offline.limit(site) // 1_000_000
    data, count, left = _archive(site, finished)
    view = offline.view(site, tools.renderer.strings, (data, count), left)
    head = offline.head(site, tools.renderer.strings)
    page = (page_path(offline.PAGE), tools.renderer.page(view, head, "luring", page_path(offline.PAGE)))
    if not data:
        return Made((page,), (_fault("LUA312", limit=limit),))
    said = (_fault("LUA311", limit=limit, kinds="; ".join(view.left)),) if left else ()
    return Made((page, (offline.archive_path(site), data)), said)


def _archive(site: Site, finished: Finished) -> tuple[bytes, int, tuple[str, ...]]:
    """Its bytes, how many files it holds, and the kinds of files that had to be left out."""
    folder, limit, choice = offline.folder(site), offline.limit(site), chosen(finished.entries)
    sizes = {path: finished.entries[path].size for path in choice.without(())}
    left = choice.left(estimate(folder, sizes, _source(site, finished, choice, ()).read), limit)
    spare = [kind for kind, paths in choice.kinds if paths and kind not in left]
    while True:
        paths = (offline.README, *choice.without(left))
        data = packed(folder, paths, _source(site, finished, choice, left).read)
        if len(data) <= limit:
            return data, len(paths), left
        if not spare:
            return b"", 0, left
        left = (*left, spare.pop(0))


def _fault(code: str, **facts: object) -> Diagnostic:
    return fault(code, Span(_SETTINGS), related=(), **facts)


FINISHER = Finisher("offline", _owns, _digest, _begin, deferred=True)
