"""The tables of one state of a dataset, present, frozen or past (effect: reads files when rows are asked for).

Files that are plain CSV are read line by line without the table libraries; others only in their present state.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lintas.model import Dataset
from lintas.versions.snapshots import Snapshot, fields, is_csv, keys, path_of, rows

Row = Sequence[str | None]
_TRUE = ("true", "True", "TRUE", "1")  # what Table Schema takes for true unless told otherwise
Rows = Callable[[], Iterable[Row]]
_SIMPLE = frozenset(("delimiter", "quoteChar", "header", "lineTerminator", "doubleQuote", "$schema", "csv"))


@dataclass(frozen=True, slots=True)
class Column:
    """A column as described; `format` is the Table Schema format of dates, `marks` decimal and group character."""

    name: str
    title: str = ""
    type: str = "any"
    unit: str = ""
    format: str = ""
    marks: tuple[str, str] = (".", "")
    coded: bool = False  # holds region codes
    true: tuple[str, ...] = _TRUE


@dataclass(frozen=True, slots=True)
class Table:
    """`read` goes over the rows: texts as written in the order of `columns`, None where a value is missing."""

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    read: Rows

    def index(self, name: str) -> int:
        """The position of a column, -1 where there is none."""
        return next((n for n, column in enumerate(self.columns) if column.name == name), -1)


def tables(state: Snapshot, present: tuple[Path, Dataset] | None = None) -> tuple[Table, ...]:
    """The tables of a state that can be read, in the order in which they are described."""
    made = []
    for name, resource in state.resources().items():
        schema = state.schema(resource)
        columns = tuple(_column(field) for field in fields(schema))
        known = present is None or any(r.name == name and r.tabular for r in present[1].resources)
        read = _reader(state, resource, present) if columns and known else None
        if read is not None:
            made.append(Table(name, columns, keys(schema), read))
    return tuple(made)


def _column(field: dict[str, Any]) -> Column:
    return Column(
        name=str(field.get("name") or ""),
        title=str(field.get("title") or ""),
        type=str(field.get("type") or "any"),
        unit=str(field.get("x-satuan") or ""),
        format=str(field.get("format") or ""),
        marks=(str(field.get("decimalChar") or "."), str(field.get("groupChar") or "")),
        coded=isinstance(field.get("x-kode-wilayah"), dict),
        true=tuple(map(str, field["trueValues"])) if isinstance(field.get("trueValues"), list) else _TRUE,
    )


def _reader(state: Snapshot, resource: dict[str, Any], present: tuple[Path, Dataset] | None) -> Rows | None:
    place = state.places.get(path_of(resource))
    if place is not None and is_csv(resource) and _is_simple(resource):
        return lambda: _plain_rows(place, resource, state.schema(resource))
    if present is not None:
        return lambda: _any_rows(present, str(resource["name"]))
    return None


def _is_simple(resource: dict[str, Any]) -> bool:
    """Whether only what `snapshots.rows` understands is said of the file."""
    dialect = resource.get("dialect")
    given = dialect if isinstance(dialect, dict) else {} if dialect is None else {"?": ""}
    inner = given.get("csv") if isinstance(given.get("csv"), dict) else {}
    whole = not any(resource.get(key) for key in ("layout", "compression", "extrapaths"))
    plain = given.get("header", True) is True and given.get("doubleQuote", True) is True
    return whole and plain and {*given, *(inner or {})} <= _SIMPLE


def _plain_rows(place: Path, resource: dict[str, Any], schema: dict[str, Any]) -> Iterator[Row]:
    described = fields(schema)
    names = [str(field.get("name")) for field in described]
    gaps = [frozenset(_gaps(field, schema)) for field in described]
    records = (cells for _, cells in rows(place, resource))
    header = next(records, [])
    order = [header.index(name) for name in names] if set(header) == set(names) else list(range(len(names)))
    straight = order == list(range(len(names)))
    blank = [dict.fromkeys(each) for each in gaps]
    for cells in records:
        if not straight or len(cells) != len(names):
            cells = [cells[at] if at < len(cells) else "" for at in order]
        yield [lost.get(cell, cell) for lost, cell in zip(blank, cells, strict=True)]


def _gaps(field: dict[str, Any], schema: dict[str, Any]) -> Iterator[str]:
    given = field.get("missingValues", schema.get("missingValues", [""]))
    for item in given if isinstance(given, list) else ():
        yield str(item.get("value", "")) if isinstance(item, dict) else str(item)


def _any_rows(present: tuple[Path, Dataset], name: str) -> Iterator[Row]:
    from lintas.tables import cells

    read = cells(present, name)
    return iter(zip(*read.columns, strict=True))
