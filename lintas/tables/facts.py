"""What is counted while the rows of a table go by: preview, missing and distinct values, figures of regions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lintas.model import ColumnFacts, Resource, TableFacts
from lintas.tables.files import FileFacts
from lintas.wilayah import find

PREVIEW = 10  # rows

Json = dict[str, Any]


class Counting:
    """Fed with the cells of every record, as text in the order of the columns; asked for `TableFacts` at the end."""

    def __init__(self, resource: Resource, schema: Json) -> None:
        self._resource = resource
        self._names = tuple(field.name for field in resource.fields)
        self._missing = missing_values(schema, self._names)
        self._distinct: list[set[str]] = []
        self._blank: list[int] = []
        self._preview: list[tuple[str | None, ...]] = []
        self._rows = 0
        self._code = _code_column(resource)
        self._measures = tuple((i, f.name) for i, f in enumerate(resource.fields) if f.indicator)
        self._figures: dict[str, tuple[tuple[str, str], ...]] = {}

    def add(self, cells: Sequence[Any]) -> None:
        self._rows += 1
        while len(self._distinct) < len(cells):
            self._distinct.append(set())
            self._blank.append(self._rows - 1)
        texts: list[str | None] = []
        for index, cell in enumerate(cells):
            text = None if cell is None or self.is_missing(index, str(cell)) else str(cell)
            texts.append(text)
            if text is None:
                self._blank[index] += 1
            else:
                self._distinct[index].add(text)
        for index in range(len(cells), len(self._blank)):
            self._blank[index] += 1
        if self._rows <= PREVIEW:
            self._preview.append(tuple(texts))
        if self._measures and self._code is not None and self._code < len(texts):
            self._figure(texts, texts[self._code])

    def is_missing(self, index: int, text: str) -> bool:
        return text in (self._missing[index] if index < len(self._missing) else ("",))

    def _figure(self, texts: list[str | None], code: str | None) -> None:
        """The last row of a region counts, so that in a series ordered by time the newest figure stands."""
        if code is None or code.count(".") > 1 or find(code) is None:
            return
        values = [(name, texts[index]) for index, name in self._measures if index < len(texts)]
        self._figures[code] = tuple((name, value) for name, value in values if value is not None)

    def result(self, file: FileFacts, header: Sequence[str]) -> TableFacts:
        labels = tuple(header) or self._names
        columns = tuple(
            ColumnFacts(self._names[i] if i < len(self._names) else labels[i], self._blank[i], len(self._distinct[i]))
            for i in range(min(len(self._distinct), max(len(labels), len(self._names))))
            if i < len(self._names) or i < len(labels)
        )
        return TableFacts(
            resource=self._resource.name,
            bytes=file.bytes,
            sha256=file.sha256,
            rows=self._rows,
            header=labels,
            preview=tuple(self._preview),
            columns=columns,
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


def _code_column(resource: Resource) -> int | None:
    """The first column that declares Kemendagri codes of provinces or kabupaten/kota."""
    for index, field in enumerate(resource.fields):
        levels = field.region_level.split(", ") if field.region_level else ["kabkota"]
        if field.region_system == "kemendagri" and ("provinsi" in levels or "kabkota" in levels):
            return index
    return None
