"""Where work runs: in this process while it is small, else in spawned processes (effect: starts processes)."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Executor

Item = TypeVar("Item")
Answer = TypeVar("Answer")

SMALL = 1.0  # seconds of estimated work below which starting a process costs more than it saves


class Crew:
    """Runs functions over chunks. The core sees only `each`, and cannot tell where a chunk ran."""

    def __init__(self, jobs: int = 0, executor: Executor | None = None) -> None:
        self._jobs = jobs or os.cpu_count() or 1
        self._executor = executor

    def each(
        self, call: Callable[[tuple[Item, ...]], Answer], items: Sequence[Item], *, cost: float
    ) -> Iterator[Answer]:
        """Answers of `call` for consecutive chunks of `items`, in order. `cost` is the estimated seconds per item.

        `call` and the items must be picklable: a module-level function, or a partial of one.
        """
        alone = self.alone(len(items), cost)
        size = max(1, min(400, -(-len(items) // (1 if alone else self._jobs * 4))))
        chunks = [tuple(items[start : start + size]) for start in range(0, len(items), size)]
        if alone or len(chunks) < 2:
            for chunk in chunks:  # not `map`, which takes a StopIteration that escapes from `call` for its end
                yield call(chunk)
        else:
            yield from self._pool().map(call, chunks)

    def alone(self, count: int, cost: float) -> bool:
        """Whether that much work would stay in this process."""
        return self._executor is None and (self._jobs == 1 or cost * count < SMALL)

    def _pool(self) -> Executor:
        if self._executor is None:
            import multiprocessing
            from concurrent.futures import ProcessPoolExecutor

            context = multiprocessing.get_context("spawn")
            self._executor = ProcessPoolExecutor(self._jobs, mp_context=context)
        return self._executor

    def close(self) -> None:
        """End the processes; work that has not started is dropped."""
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)
            self._executor = None
