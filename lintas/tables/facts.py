"""What is counted while the rows of a table go by: preview, missing and distinct values, figures of regions."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

from lintas.model import ColumnFacts, Resource, TableFacts
from lintas.tables.files import FileFacts
from lintas.wilayah import find

PREVIEW = 10  # rows
_BATCH = 1_000  # rows counted together

Json = dict[str, Any]


class Counting:
    """Fed with the cells of every record in the order of the columns; asked for `TableFacts` at the end.

    Cells are kept for a thousand rows and then counted column by column, which is several times faster than cell by
    cell. A column that the schema declares unique is not collected: its values are distinct where the table is right.
    """

    def __init__(self, resource: Resource, schema: Json) -> None:
        self._resource = resource
        self._names = tuple(field.name for field in resource.fields)
        self._missing = tuple(frozenset(texts) for texts in missing_values(schema, self._names))
        self._unique = unique_columns(resource)
        self._distinct: list[set[str]] = []
        self._blank: list[int] = []
        self._preview: list[tuple[str | None, ...]] = []
        self._waiting: list[Sequence[Any]] = []
        self._rows = 0
        self._code = code_column(resource)
        self._measures = tuple((i, f.name) for i, f in enumerate(resource.fields) if f.indicator)
        self._figures: dict[str, tuple[tuple[str, str], ...]] = {}

    def add(self, cells: Sequence[Any]) -> None:
        self._rows += 1
        self._waiting.append(tuple(cells))
        if self._rows <= PREVIEW:
            self._preview.append(tuple(self._text(index, cell) for index, cell in enumerate(cells)))
        if self._measures and self._code is not None:
            self._figure(cells, self._code)
        if len(self._waiting) >= _BATCH:
            self._count()

    def _text(self, index: int, cell: Any) -> str | None:
        text = "" if cell is None else str(cell)
        return None if cell is None or text in self._gaps(index) else text

    def _gaps(self, index: int) -> frozenset[str]:
        """What means "no value" in the column; a cell the schema does not know is missing when empty."""
        return self._missing[index] if index < len(self._missing) else frozenset(("",))

    def _count(self) -> None:
        for index, column in enumerate(zip_longest(*self._waiting)):
            if index == len(self._blank):
                self._blank.append(self._rows - len(self._waiting))
                self._distinct.append(set())
            present = [cell if isinstance(cell, str) else str(cell) for cell in column if cell is not None]
            gaps = self._gaps(index)
            missing = sum(present.count(gap) for gap in gaps)
            self._blank[index] += len(column) - len(present) + missing
            if index >= len(self._names) or self._names[index] not in self._unique:
                self._distinct[index].update(present)
                self._distinct[index].difference_update(gaps)
        for index in range(max((len(cells) for cells in self._waiting), default=0), len(self._blank)):
            self._blank[index] += len(self._waiting)
        self._waiting.clear()

    def _figure(self, cells: Sequence[Any], column: int) -> None:
        """The last row of a region counts, so that in a series ordered by time the newest figure stands."""
        code = self._text(column, cells[column]) if column < len(cells) else None
        if code is None or code.count(".") > 1 or find(code) is None:
            return
        values = [(name, self._text(i, cells[i])) for i, name in self._measures if i < len(cells)]
        self._figures[code] = tuple((name, value) for name, value in values if value is not None)

    def _column(self, index: int, name: str) -> ColumnFacts:
        if index >= len(self._blank):
            return ColumnFacts(name, self._rows, 0)
        distinct = self._rows - self._blank[index] if name in self._unique else len(self._distinct[index])
        return ColumnFacts(name, self._blank[index], distinct)

    def result(self, file: FileFacts, header: Sequence[str]) -> TableFacts:
        self._count()
        names = self._names or tuple(header)
        return TableFacts(
            resource=self._resource.name,
            bytes=file.bytes,
            sha256=file.sha256,
            rows=self._rows,
            header=tuple(header) or self._names,
            preview=tuple(self._preview),
            columns=tuple(self._column(index, name) for index, name in enumerate(names)),
            figures=tuple(sorted(self._figures.items())),
        )


def missing_values(schema: Json, names: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The texts that mean "no value", per column; a field's own list goes before that of the schema."""
    general = _texts(schema.get("missingValues", [""]))
    own = {
        field["name"]: _texts(field["missingValues"])
        for field in schema.get("fields") or ()
        if isinstance(field, dict) and isinstance(field.get("name"), str) and "missingValues" in field
    }
    return tuple(own.get(name, general) for name in names)


def _texts(values: Any) -> tuple[str, ...]:
    """Data Package 2 allows `{value, label}` beside plain texts."""
    items = values if isinstance(values, list) else []
    return tuple(str(item.get("value", "")) if isinstance(item, dict) else str(item) for item in items)


def unique_columns(resource: Resource) -> set[str]:
    """The columns that are declared to have no value twice."""
    names = {field.name for field in resource.fields if ("unique", "true") in field.constraints}
    return names | (set(resource.primary_key) if len(resource.primary_key) == 1 else set())


def code_column(resource: Resource) -> int | None:
    """The first column that declares Kemendagri codes of provinces or kabupaten/kota."""
    for index, field in enumerate(resource.fields):
        levels = field.region_level.split(", ") if field.region_level else ["kabkota"]
        if field.region_system == "kemendagri" and ("provinsi" in levels or "kabkota" in levels):
            return index
    return None
