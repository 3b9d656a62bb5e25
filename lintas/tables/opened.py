"""A table being read row by row with typed values, for the writers of other formats."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lintas.model import Dataset, Resource
from lintas.tables import descriptors


@dataclass(frozen=True, slots=True)
class Opened:
    """Names and Table Schema types of the columns, and the rows; values of types not in `native` come as text."""

    dataset: Dataset
    resource: Resource
    names: tuple[str, ...]
    types: tuple[str, ...]
    rows: Iterator[list[Any]]


@contextmanager
def opened(place: tuple[Path, Dataset], name: str, native: tuple[str, ...]) -> Iterator[Opened]:
    """Open the table `name` of a dataset below a root. `native` are the types a writer takes as they are."""
    root, dataset = place
    folder = dataset.path.rpartition("/")[0]
    head, resources = descriptors.read(root, dataset)
    package, _ = descriptors.open_package(root / folder, head, resources)
    described = next(resource for resource in dataset.resources if resource.name == name)
    table = package.get_table_resource(name)
    if table.schema.foreign_keys:
        table.schema.foreign_keys = []  # checked already; without them no other table is read
    with table:
        fields = table.header.get_expected_fields()  # in the order of the file, also where names are matched
        points = tuple(index for index, field in enumerate(fields) if field.type == "geopoint")
        rows = (_values(row, native, points) for row in table.row_stream)
        yield Opened(dataset, described, tuple(f.name for f in fields), tuple(f.type for f in fields), rows)


def _values(row: Any, native: tuple[str, ...], points: tuple[int, ...]) -> list[Any]:
    """The values of a row; points as they are written, since the library cannot write those that it has read."""
    values: list[Any] = row.to_list(types=[*native, "geopoint"] if points else list(native))
    for index in points:
        values[index] = None if values[index] is None else str(row.cells[index])
    return values
