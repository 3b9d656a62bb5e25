"""Large tables in parts by province."""

from __future__ import annotations

from dataclasses import dataclass

FORM = "lintas.api/1"  # of every file of the JSON API; only a breaking change raises it, and then the folder too


@dataclass(frozen=True, slots=True)
class Shard:
    """The rows of one province; `province` is its code, or the word for rows without one."""

    province: str
    rows: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Shards:
    """The parts of a table; all their bytes are in the store under `key`."""

    resource: str
    key: str
    parts: tuple[Shard, ...]
