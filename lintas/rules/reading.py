"""The columns of a table that a rule speaks of, as text with their lines. Effect: reads CSV files."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from lintas.model import Dataset, Resource

Json = dict[str, Any]
_MISSING = frozenset(("",))


@dataclass(frozen=True, slots=True)
class Line:
    """One record: its line in the file and the cells asked for, by column name."""

    number: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Rows:
    """A table read for one rule."""

    path: str
    lines: tuple[Line, ...]
    decimal: dict[str, tuple[str, str]]  # decimalChar and groupChar by column
    missing: frozenset[str]
    delimiter: str = ","

    def number(self, line: Line, column: str) -> Decimal | None:
        """The cell as an exact number; None where it is missing or no number."""
        text = line.cells.get(column, "").strip()
        if text in self.missing:
            return None
        point, group = self.decimal.get(column, (".", ""))
        if group:
            text = text.replace(group, "")
        try:
            value = Decimal(text.replace(point, ".") if point != "." else text)
        except InvalidOperation:
            return None
        return value if value.is_finite() else None


def read(root: Path, dataset: Dataset, resource: Resource, columns: tuple[str, ...]) -> Rows | None:
    """The wanted columns of a plain CSV; None for what is none (compressed, or missing)."""
    path = root / resource.path
    if resource.format not in ("csv", "tsv", "") or not path.is_file():
        return None
    described = _described(root, dataset, resource.name)
    schema = described.get("schema")
    schema = schema if isinstance(schema, dict) else {}
    encoding = str(described.get("encoding") or "utf-8-sig")
    encoding = "utf-8-sig" if encoding.lower() in ("utf-8", "utf8") else encoding
    try:
        with path.open(encoding=encoding, newline="") as file:
            delimiter = _delimiter(described, path, encoding)
            lines = _lines(csv.reader(file, delimiter=delimiter), columns)
    except (LookupError, UnicodeError, csv.Error):
        return None
    fields = [item for item in schema.get("fields") or () if isinstance(item, dict)]
    marks = {str(f.get("name")): (str(f.get("decimalChar") or "."), str(f.get("groupChar") or "")) for f in fields}
    given = schema.get("missingValues")
    missing = frozenset(str(value) for value in given) if isinstance(given, list) else _MISSING
    return Rows(resource.path, lines, marks, missing | _MISSING, delimiter)


def _lines(reader: Any, columns: tuple[str, ...]) -> tuple[Line, ...]:
    header: list[str] = next(reader, [])
    places = [(name, header.index(name)) for name in dict.fromkeys(columns) if name in header]
    found, start = [], reader.line_num + 1
    for cells in reader:
        if cells:
            found.append(Line(start, {name: cells[at] for name, at in places if at < len(cells)}))
        start = reader.line_num + 1
    return tuple(found)


def _described(root: Path, dataset: Dataset, name: str) -> Json:
    """The resource as its descriptor has it; the descriptor has been judged before."""
    package = json.loads((root / dataset.path).read_text("utf-8-sig"), parse_int=str)
    for item in package.get("resources") or ():
        if isinstance(item, dict) and item.get("name") == name:
            return item
    return {}


def _delimiter(described: Json, path: Path, encoding: str) -> str:
    dialect = described.get("dialect")
    if isinstance(dialect, dict):
        inner = dialect.get("csv")
        given = dialect.get("delimiter") or (inner.get("delimiter") if isinstance(inner, dict) else None)
        if isinstance(given, str) and len(given) == 1:
            return given
    with path.open(encoding=encoding, newline="") as file:
        first = file.readline()
    return max(",;\t|", key=first.count)
