"""References between columns of datasets (`x-rujukan`): those that hold, and faults of those that lead nowhere.

That the values stand in the column referred to is checked in the guard stage, where tables are read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lintas.diagnostics import Diagnostic, Span, finding
from lintas.model import Catalogue, Dataset, Field, Reference, Resource
from lintas.reader import near


@dataclass(frozen=True, slots=True)
class Side:
    """One end of a reference. Titles are those of the dataset and of the table."""

    dataset: str
    title: str
    table: str
    table_title: str
    column: str


@dataclass(frozen=True, slots=True)
class Rujukan:
    """A column (`source`) whose values all stand in another column (`target`)."""

    source: Side
    target: Side


def column_references(datasets: Iterable[Dataset]) -> tuple[Rujukan, ...]:
    """All references that lead somewhere, by dataset, table and column of their source."""
    by_slug = {dataset.slug: dataset for dataset in datasets}
    found = []
    for dataset, resource, field, reference in _declared(by_slug.values()):
        table = _table(by_slug.get(reference.dataset), reference.table)
        if table is not None and any(other.name == reference.column for other in table.fields):
            target = _side(by_slug[reference.dataset], table, reference.column)
            found.append(Rujukan(_side(dataset, resource, field.name), target))
    return tuple(found)


def check_references(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A fault for every reference to a dataset, table or column that is not there, or that is of another type."""
    by_slug = {dataset.slug: dataset for dataset in catalogue.datasets}
    for dataset, _, field, reference in _declared(catalogue.datasets):
        problem = _problem(field, reference, by_slug)
        if problem:
            code, args = problem
            place = Span(dataset.path, reference.line, reference.place)
            yield finding(code, place, {"field": field.name, "dataset": reference.dataset, **args})


def _problem(field: Field, reference: Reference, by_slug: Mapping[str, Dataset]) -> tuple[str, dict[str, str]] | None:
    dataset = by_slug.get(reference.dataset)
    if dataset is None:
        return "RUJ101", {"hint": near(reference.dataset, by_slug) or "–"}
    tables = {resource.name: resource for resource in dataset.resources if resource.tabular}
    table = tables.get(reference.table)
    if table is None:
        return "RUJ102", {"table": reference.table, "hint": near(reference.table, tables) or "–",
                          "known": ", ".join(tables)}  # fmt: skip
    fields = {other.name: other for other in table.fields}
    facts = {"table": reference.table, "column": reference.column}
    if reference.column not in fields:
        return "RUJ103", {**facts, "hint": near(reference.column, fields) or "–", "known": ", ".join(fields)}
    if fields[reference.column].type != field.type:
        return "RUJ105", {**facts, "type": field.type, "other": fields[reference.column].type}
    return None


def _declared(datasets: Iterable[Dataset]) -> Iterator[tuple[Dataset, Resource, Field, Reference]]:
    for dataset in datasets:
        for resource in dataset.resources:
            for field in resource.fields:
                for reference in field.references:
                    yield dataset, resource, field, reference


def _table(dataset: Dataset | None, name: str) -> Resource | None:
    return next((r for r in dataset.resources if r.name == name and r.tabular), None) if dataset else None


def _side(dataset: Dataset, resource: Resource, column: str) -> Side:
    return Side(dataset.slug, dataset.title, resource.name, resource.title, column)
