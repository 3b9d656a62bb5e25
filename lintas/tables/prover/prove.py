"""Prove the tables of one package clean, or leave them to the library."""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lintas.tables.alarm import OutOfTime, alarm
from lintas.tables.prover.body import read_columns
from lintas.tables.prover.columns import Columns
from lintas.tables.prover.doubts import Excerpt, Reference, compare_keys, doubtful, looked_up
from lintas.tables.prover.sound import Sound, sound
from lintas.tables.prover.structure import Doubt, Structure, read_structure

if TYPE_CHECKING:
    from frictionless import Package, Resource

Json = dict[str, Any]

_SECONDS = 5.0
_BYTES_PER_SECOND = 2_000_000  # a tenth of what is usual; a pattern that takes longer is left to the judge's own alarm


@dataclass(frozen=True, slots=True)
class Proof:
    """A table in which frictionless would find nothing, but in the rows of `doubtful`.

    What it says of those it says too when it is shown them alone, with the rows of other tables in `others`. `whole`
    is false where they are so many that it would stop before the end of the table; then `columns` end no earlier.
    """

    doubtful: Excerpt
    others: Mapping[str, Excerpt]
    whole: bool

    @property
    def clean(self) -> bool:
        return not len(self.doubtful.rows)

    @property
    def structure(self) -> Structure:
        return self.doubtful.structure

    @property
    def columns(self) -> Columns:
        return self.doubtful.columns


class Prover:
    """Proves tables of the package at `base`. It has resources of its own, so that the judge's stay untouched."""

    def __init__(self, base: Path, head: Json, resources: Sequence[Json]) -> None:
        self._base, self._head, self._resources = base, head, tuple(resources)
        self._package: Package | None = None
        self._tables: dict[str, Sound | str] = {}
        self.doubts: dict[str, str] = {}  # why a table was not proved, by resource

    def prove(self, name: str, file: tuple[int, str]) -> Proof | None:
        """The columns of a table that is proved clean in all rows but some. `file`: its size in bytes, its SHA-256."""
        try:
            with alarm(_SECONDS + file[0] / _BYTES_PER_SECOND):
                proof = self._proved(name, file)
                if not proof.clean:
                    self.doubts[name] = f"{len(proof.doubtful.rows)} rows"
                return proof
        except OutOfTime:
            self.doubts[name] = "time"
        except Exception as exception:  # whatever the libraries raise, the judge will meet it and say it properly
            self.doubts[name] = f"{type(exception).__name__}: {exception}"
        _give_back()
        return None

    def release(self, name: str) -> None:
        """Forget the columns of a table, unless another one looks its keys up there."""
        if not any(_names(resource, name) for resource in self._resources):
            self._tables.pop(name, None)

    def _proved(self, name: str, file: tuple[int, str]) -> Proof:
        resource = self._resource(name)
        _declared(resource, file)
        given = self._table(name)
        if resource.rows and resource.rows != given.rows:
            raise Doubt("number of rows")
        structure = given.table.structure
        references = [self._reference(name, given, key) for key in structure.foreign_keys]
        rows = doubtful(given, references)
        others = looked_up(given, rows, references)
        return Proof(Excerpt(structure, given.columns, rows), others, given.whole)

    def _reference(self, name: str, given: Sound, key: Json) -> Reference:
        other = key["reference"]["resource"]
        source = given if other in ("", name) else self._table(other)
        if not source.whole:
            raise Doubt(f"too many faults in table {other or name}")
        if source is not given:
            compare_keys(source.table)
        return Reference(other, tuple(key["fields"]), source, tuple(key["reference"]["fields"]))

    def _table(self, name: str) -> Sound:
        """A table whose cells are judged, read once; a doubt about it is remembered too."""
        if name not in self._tables:
            self._tables[name] = "unproved"
            structure = read_structure(self._resource(name))
            self._tables[name] = sound(structure, read_columns(structure))
        found = self._tables[name]
        if isinstance(found, str):
            raise Doubt(f"table {name} {found}")
        return found

    def _resource(self, name: str) -> Resource:
        from frictionless import Package

        if self._package is None:
            descriptor = {**self._head, "resources": [copy.deepcopy(item) for item in self._resources]}
            self._package = Package.from_descriptor(descriptor, basepath=str(self._base))
        return self._package.get_resource(name)


def _give_back() -> None:
    """Leave the memory of a table that was not proved to the library, which reads it anew."""
    import pyarrow

    pyarrow.default_memory_pool().release_unused()


def _names(resource: Mapping[str, Any], name: str) -> bool:
    """Whether a resource's keys refer to the table `name`, as far as its description stands in the descriptor."""
    schema = resource.get("schema")
    keys = schema.get("foreignKeys") if isinstance(schema, dict) else [name]
    return name in repr(keys)


def _declared(resource: Resource, file: tuple[int, str]) -> None:
    """What the description says of the file: the library compares it at the end."""
    size, sha256 = file
    if resource.bytes and resource.bytes != size:
        raise Doubt("number of bytes")
    if resource.fields and resource.fields != len(resource.schema.fields):
        raise Doubt("number of fields")
    if resource.hash:
        algorithm, _, expected = resource.hash.rpartition(":")
        content = Path(str(resource.normpath)).read_bytes() if algorithm in ("", "md5") else b""
        actual = hashlib.md5(content, usedforsecurity=False).hexdigest() if content else sha256
        if algorithm not in ("", "md5", "sha256") or actual != expected:
            raise Doubt("hash")
