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
    limit, told = offline.limit(site), offline.limit(site) // 1_000_000
    choice = chosen(finished.entries)
    sizes = {path: finished.entries[path].size for path in choice.without(())}
    left = choice.left(estimate(offline.folder(site), sizes, _source(site, finished, choice, ()).read), limit)
    spare = [kind for kind, paths in choice.kinds if paths and kind not in left]
    while True:
        paths = (offline.README, *choice.without(left))
        data = packed(offline.folder(site), paths, _source(site, finished, choice, left).read)
        if len(data) <= limit:
            break
        if not spare:
            return Made(diagnostics=(_fault("LUA312", limit=told),))
        left = (*left, spare.pop(0))
    words = tools.renderer.strings
    view = offline.view(site, words, (data, len(paths)), left)
    page = tools.renderer.page(view, offline.head(site, words), "luring", page_path(offline.PAGE))
    said = (_fault("LUA311", limit=told, kinds="; ".join(view.left)),) if left else ()
    return Made(((page_path(offline.PAGE), page), (offline.archive_path(site), data)), said)


def _fault(code: str, **facts: object) -> Diagnostic:
    return fault(code, Span(_SETTINGS), related=(), **facts)


FINISHER = Finisher("offline", _owns, _digest, _begin, deferred=True)
