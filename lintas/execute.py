"""Run a pure step over items through the cache and the crew. Hits replay, misses run, order is the input's."""

from __future__ import annotations

import functools
import marshal
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from lintas import packing
from lintas.cache import Store
from lintas.diagnostics import Diagnostic, Outcome
from lintas.workers import Crew

Item = TypeVar("Item")
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Step(Generic[Item, Value]):
    """A pure function over one item at a time.

    `run(root, item)` returns the value (None = nothing usable) with its diagnostics, and large bytes that belong to it
    (None = none), kept in the store under the item's key. `key(item)` must cover everything that `run` reads.
    `cost` is the usual time of one item in seconds.
    """

    name: str
    value: type[Value]
    run: Callable[[str, Item], tuple[Outcome[Value | None], bytes | None]]
    key: Callable[[Item], str]
    cost: float


@dataclass(frozen=True, slots=True)
class Means:
    """What steps are run with: the portal's folder, the store that remembers, the crew that works."""

    root: Path
    store: Store
    crew: Crew
    whole: bool = True  # False where only some of the sources are looked at: then nothing is forgotten


def run(step: Step[Item, Value], items: Sequence[Item], means: Means) -> tuple[list[Value], list[Diagnostic]]:
    """Values and diagnostics of all items, in their order; items without a value give diagnostics alone."""
    store = means.store
    keys = [step.key(item) for item in items]
    known = store.records(step.name)
    missing = [item for item, key in zip(items, keys, strict=True) if key not in known]
    for rows in means.crew.each(functools.partial(_chunk, step, str(means.root)), missing, cost=step.cost):
        fresh = {key: record for key, record, _ in rows}
        store.put_bodies((key, body) for key, _, body in rows if body is not None)
        store.put_records(step.name, fresh)
        known |= fresh
    stale = known.keys() - set(keys)
    if means.whole and len(stale) > max(64, len(keys) // 2):  # some history is kept: an undone edit is then free
        store.forget(step.name, sorted(stale))
    return _unpack(step, [known[key] for key in keys])


def _chunk(step: Step[Any, Any], root: str, items: tuple[Any, ...]) -> list[tuple[str, bytes, bytes | None]]:
    """Work of one chunk, in whichever process."""
    pack, pack_fault = packing.packer(step.value), packing.packer(Diagnostic)
    rows = []
    for item in items:
        outcome, body = step.run(root, item)
        value = None if outcome.value is None else pack(outcome.value)
        record = marshal.dumps((value, tuple(pack_fault(d) for d in outcome.diagnostics)))
        rows.append((step.key(item), record, body))
    return rows


def _unpack(step: Step[Any, Value], records: Sequence[bytes]) -> tuple[list[Value], list[Diagnostic]]:
    unpack, unpack_fault = packing.unpacker(step.value), packing.unpacker(Diagnostic)
    values: list[Value] = []
    found: list[Diagnostic] = []
    for record in records:
        value, faults = marshal.loads(record)
        if value is not None:
            values.append(unpack(value))
        if faults:
            found += [unpack_fault(fault) for fault in faults]
    return values, found
