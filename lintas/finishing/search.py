"""The search index, made by Pagefind beside the pages (effect: runs its program in a process and a thread)."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lintas.diagnostics import Diagnostic, Span, fault
from lintas.finishing.task import Finished, Finisher, Made, Started, Task
from lintas.outputs import Output
from lintas.packing import digest_of
from lintas.presenting import found
from lintas.relate import Site
from lintas.searching import Group, Indexing, PagefindFailed, Record, enriched, program, version

_SETTINGS = "content/situs.yaml"


def _owns(site: Site) -> tuple[str, ...]:
    return (found.INDEX,) if site.settings.features.search else ()


def _digest(site: Site, outputs: Sequence[Output], _: Mapping[str, str]) -> str:
    return digest_of(version(), *found.ingredients(site, found.pages_of(outputs)))


@dataclass(slots=True)
class _Work:
    """The index while it is made. State: a thread, and what came of it."""

    indexing: Indexing
    records: tuple[Record, ...]
    groups: tuple[Group, ...]
    made: Made | None = None
    error: BaseException | None = None
    thread: threading.Thread = field(init=False)

    def start(self) -> None:
        self.thread = threading.Thread(target=self._run, name="pencarian", daemon=True)
        self.thread.start()

    def _run(self) -> None:
        try:
            files = self.indexing.files(enriched(self.records, self.groups))
            self.made = Made(tuple((found.INDEX + path, data) for path, data in files))
        except (PagefindFailed, OSError) as error:
            self.made = Made(diagnostics=(_fault("CAR102", reason=error),))
        except BaseException as error:  # a bug: it is told where the others are told
            self.error = error

    def finish(self, _: Finished) -> Made:
        self.thread.join()
        if self.made is None:
            raise self.error or RuntimeError("the index was not made")
        return self.made

    def cancel(self) -> None:
        self.indexing.stop()
        self.thread.join()


def _begin(started: Started) -> Task:
    path = program()
    if not path:
        return Task(lambda _: Made(diagnostics=(_fault("CAR101"),)))
    records = tuple(found.records(started.site, started.reading, found.pages_of(started.outputs)))
    work = _Work(Indexing(path), records, found.groups(started.site))
    work.start()
    return Task(work.finish, work.cancel)


def _fault(code: str, **facts: object) -> Diagnostic:
    return fault(code, Span(_SETTINGS), related=(), **facts)


FINISHER = Finisher("search", _owns, _digest, _begin, deferred=True)
