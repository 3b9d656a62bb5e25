"""What is being checked: one resource of one dataset, with its description and what its bytes have shown."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lintas.diagnostics import Span
from lintas.model import Dataset, Resource
from lintas.reader import Node, read_json
from lintas.tables.files import FileFacts

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Table:
    """Everything that stays the same while one resource is checked."""

    root: Path
    dataset: Dataset
    resource: Resource
    descriptor: Json
    schema: Json
    file: FileFacts

    @property
    def path(self) -> str:
        return self.resource.path or self.dataset.path

    def plain(self, note: str) -> str:
        """A note of the library without the path of the portal on this machine."""
        return note.replace(f"{self.root}/", "")


def field_place(table: Table, number: int) -> Span:
    """Where the type of a field (counted from 0) is described. Effect: reads the file that holds the schema."""
    folder = table.dataset.path.rpartition("/")[0]
    given = table.descriptor.get("schema")
    path = f"{folder}/{given}" if isinstance(given, str) else table.dataset.path
    node = read_json((table.root / path).read_text(encoding="utf-8-sig"), path).value
    schema = node if isinstance(given, str) else _member(_named(node, table.resource.name), "schema")
    fields = _member(schema, "fields")
    if fields is None or number >= len(fields.items):
        return Span(path, table.resource.line)
    place = _member(fields.items[number], "type") or fields.items[number]
    return Span(path, place.line, place.column)


def _named(package: Node, name: str) -> Node | None:
    resources = _member(package, "resources")
    for item in resources.items if resources else ():
        found = _member(item, "name")
        if found is not None and found.text == name:
            return item
    return None


def _member(node: Node | None, key: str) -> Node | None:
    return next((value for name, value, _, _ in node.entries if name == key), None) if node else None
