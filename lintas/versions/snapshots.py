"""A state of a dataset, present or frozen: its descriptor as plain JSON and its files (effect: reads files)."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, cast

from lintas.reader import decode

Json = dict[str, Any]
PACKED = ".gz"
FROZEN = "versi"  # the folder below which files may be kept packed
_CELL = 10_000_000  # characters; the csv module's own limit is smaller than texts that tables hold


@dataclass(frozen=True, slots=True)
class Snapshot:
    """`places` leads from a path in the descriptor to the file that holds it now, `digests` to its SHA-256."""

    package: Json
    places: Mapping[str, Path]
    digests: Mapping[str, str]

    def resources(self) -> dict[str, Json]:
        """Descriptions of resources by name, in order."""
        given = self.package.get("resources")
        items = given if isinstance(given, list) else []
        return {str(item["name"]): item for item in items if isinstance(item, dict) and "name" in item}

    def schema(self, resource: Json) -> Json:
        """The Table Schema, also where it stands in a file of its own."""
        schema = resource.get("schema")
        if isinstance(schema, str) and schema in self.places:
            return parsed(_bytes(self.places[schema]))
        return schema if isinstance(schema, dict) else {}


def parsed(data: bytes) -> Json:
    """A JSON object; empty for anything else, whose faults are reported where descriptors are read."""
    try:
        value = json.loads(decode(data, "").value)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def paths(package: Json) -> tuple[str, ...]:
    """Every file that the descriptor names and that may lie in its folder: data, schemas, dialects."""
    found: list[str] = []
    given = package.get("resources")
    for item in given if isinstance(given, list) else ():
        for key in ("path", "schema", "dialect", "extrapaths"):
            value = item.get(key) if isinstance(item, dict) else None
            found += [part for part in (value if isinstance(value, list) else [value]) if isinstance(part, str)]
    return tuple(dict.fromkeys(found))


def path_of(resource: Json) -> str:
    """The one file of a resource; "" for data within the descriptor or in several files."""
    path = resource.get("path")
    return path if isinstance(path, str) else ""


def fields(schema: Json) -> list[Json]:
    given = schema.get("fields")
    return [item for item in given if isinstance(item, dict)] if isinstance(given, list) else []


def keys(schema: Json) -> tuple[str, ...]:
    given = schema.get("primaryKey")
    return tuple(str(key) for key in ([given] if isinstance(given, str) else given or ()) if key)


def is_csv(resource: Json) -> bool:
    path = path_of(resource)
    return (str(resource.get("format") or path.rpartition(".")[2])).lower() in ("csv", "tsv") and path != ""


@contextmanager
def opened(place: Path) -> Iterator[IO[bytes]]:
    if place.suffix == PACKED and FROZEN in place.parts:
        with gzip.open(place, "rb") as unpacked:
            yield cast(IO[bytes], unpacked)
        return
    with place.open("rb") as file:
        yield file


def _bytes(place: Path) -> bytes:
    with opened(place) as file:
        return file.read()


def rows(place: Path, resource: Json) -> Iterator[tuple[int, list[str]]]:
    """(line on which it begins, cells) of every record of a CSV file; the first one is the header."""
    csv.field_size_limit(_CELL)
    encoding = str(resource.get("encoding") or "utf-8")
    encoding = "utf-8-sig" if encoding.lower().replace("_", "-") in ("utf-8", "utf8") else encoding
    with opened(place) as raw, io.TextIOWrapper(raw, encoding, "replace", newline="") as text:
        reader = csv.reader(text, delimiter=_delimiter(resource), quotechar=_dialect(resource, "quoteChar", '"'))
        line = 1
        for cells in reader:
            if cells:
                yield line, cells
            line = reader.line_num + 1


def _delimiter(resource: Json) -> str:
    usual = "\t" if path_of(resource).lower().endswith(".tsv") else ","
    return _dialect(resource, "delimiter", usual)


def _dialect(resource: Json, key: str, usual: str) -> str:
    dialect = resource.get("dialect")
    given = dialect if isinstance(dialect, dict) else {}
    inner = given.get("csv") if isinstance(given.get("csv"), dict) else {}
    value = given.get(key) or (inner or {}).get(key)
    return value if isinstance(value, str) and len(value) == 1 else usual
