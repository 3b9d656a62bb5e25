"""Requirements of a dataset that readers can rely on; each is met or not, and says what was counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lintas.model import Dataset, PackageFacts
from lintas.quality.freshness import Freshness

FILLED = 95  # percent of cells that should hold a value
_NUMERIC = ("integer", "number")


@dataclass(frozen=True, slots=True)
class Requirement:
    """`key` names the texts; `count` of `total` is what was counted, or `text` what was stated."""

    key: str
    met: bool
    count: int = 0
    total: int = 0
    text: str = ""


def requirements(dataset: Dataset, facts: PackageFacts, fresh: Freshness) -> tuple[Requirement, ...]:
    """Those that apply to the dataset, those of the tables first."""
    return (*_of_tables(dataset, facts), *_of_metadata(dataset), *_of_time(dataset, fresh))


def _of_tables(dataset: Dataset, facts: PackageFacts) -> Iterator[Requirement]:
    tables = [resource for resource in dataset.resources if resource.tabular and resource.fields]
    if not tables:
        return
    computed = {table.resource: table for table in facts.tables}
    rows = sum(computed[resource.name].rows for resource in tables)
    cells = sum(computed[resource.name].rows * len(resource.fields) for resource in tables)
    missing = sum(column.missing for resource in tables for column in computed[resource.name].columns)
    yield Requirement("schema", True, rows)
    if cells:
        yield Requirement("filled", (cells - missing) * 100 >= FILLED * cells, missing, cells)
    fields = [field for resource in tables for field in resource.fields]
    described = sum(bool(field.description) for field in fields)
    yield Requirement("described", described == len(fields), described, len(fields))
    measured = [field for field in fields if field.type in _NUMERIC]
    if measured:
        united = sum(bool(field.unit) for field in measured)
        yield Requirement("units", united == len(measured), united, len(measured))
    keyed = sum(bool(resource.primary_key) for resource in tables)
    yield Requirement("keys", keyed == len(tables), keyed, len(tables))
    linked = sum(bool(r.foreign_keys) or any(field.region_system for field in r.fields) for r in tables)
    yield Requirement("linked", linked == len(tables), linked, len(tables))


def _of_metadata(dataset: Dataset) -> Iterator[Requirement]:
    roles = {person.role for person in dataset.contributors}
    yield Requirement("licence", bool(dataset.licences), text=", ".join(link.title for link in dataset.licences))
    yield Requirement("sources", bool(dataset.sources), len(dataset.sources))
    yield Requirement("makers", {"produsen-data", "walidata"} <= roles)
    yield Requirement("owner", bool(dataset.institution.text))
    yield Requirement("period", bool(dataset.temporal_start or dataset.temporal_end))
    yield Requirement("coverage", bool(dataset.spatial))
    yield Requirement("version", bool(dataset.version), text=dataset.version)


def _of_time(dataset: Dataset, fresh: Freshness) -> Iterator[Requirement]:
    yield Requirement("promise", bool(dataset.frequency), text=dataset.frequency)
    if fresh.due:
        yield Requirement("fresh", fresh.state == "tepat", text=fresh.due)
