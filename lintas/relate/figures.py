"""Figures of regions: from every checked table with a region code and a measure, with the national rank."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any

from lintas.model import Dataset, Field, PackageFacts
from lintas.relate.site import Angka


def measures(datasets: Sequence[tuple[Dataset, PackageFacts]]) -> dict[str, Any]:
    """The fields of a site that hold figures."""
    measured = figures(datasets)
    return {"figures": measured, "densities": densities(measured), "repeated": repeated(datasets, measured)}


def figures(datasets: Iterable[tuple[Dataset, PackageFacts]]) -> Mapping[str, tuple[Angka, ...]]:
    """Region code → its figures, by datasets and columns; once per indicator and table."""
    columns: dict[tuple[str, str, int], dict[str, Angka]] = defaultdict(dict)
    for dataset, facts in datasets:
        described = {resource.name: {f.name: f for f in resource.fields} for resource in dataset.resources}
        for table in facts.tables:
            for code, cells in table.figures:
                for name, text in cells:
                    field = described[table.resource][name]
                    key = (dataset.slug, field.indicator, code.count("."))
                    columns[key].setdefault(code, _figure(dataset, table.resource, field, text))
    rows: dict[str, list[Angka]] = defaultdict(list)
    for column in columns.values():
        for code, figure in _ranked(column).items():
            rows[code].append(figure)
    return {code: tuple(rows[code]) for code in sorted(rows)}


def repeated(
    datasets: Iterable[tuple[Dataset, PackageFacts]], known: Mapping[str, tuple[Angka, ...]]
) -> Mapping[str, tuple[Angka, ...]]:
    """Figures beyond those `known`: of a second table or column of a dataset that measures the same. Without rank."""
    found: dict[str, list[Angka]] = defaultdict(list)
    for dataset, facts in datasets:
        described = {resource.name: {f.name: f for f in resource.fields} for resource in dataset.resources}
        for table in facts.tables:
            for code, cells in table.figures:
                shown = {
                    f.column for f in known.get(code, ()) if (f.dataset, f.table) == (dataset.slug, table.resource)
                }
                rest = [(name, text) for name, text in cells if name not in shown]
                found[code] += [_figure(dataset, table.resource, described[table.resource][n], t) for n, t in rest]
    return {code: tuple(rows) for code, rows in sorted(found.items()) if rows}


def _figure(dataset: Dataset, table: str, field: Field, text: str) -> Angka:
    date = dataset.temporal_end or dataset.updated
    made = (field.indicator, field.title or field.name, text, field.unit, date, dataset.slug, field.aggregate)
    return Angka(*made, table=table, column=field.name)


def _ranked(column: Mapping[str, Angka]) -> dict[str, Angka]:
    """Competition ranking ("1224"): equal values share the better rank."""
    values = {code: number(figure.value) for code, figure in column.items()}
    present = sorted((value for value in values.values() if value is not None), reverse=True)
    rank: dict[Decimal, int] = {}
    for position, each in enumerate(present, start=1):
        rank.setdefault(each, position)
    return {
        code: figure if (value := values[code]) is None else replace(figure, rank=rank[value], ranked=len(present))
        for code, figure in column.items()
    }


def densities(figures_: Mapping[str, tuple[Angka, ...]]) -> dict[str, Angka]:
    """Region code → people per km², ranked among regions of the same level, where population and area are known."""
    levels: dict[int, dict[str, Angka]] = defaultdict(dict)
    for code, known in figures_.items():
        people, area = total(figures_, (code,), "penduduk"), total(figures_, (code,), "luas")
        if people is not None and area:
            date = max(figure.date for figure in known if figure.indicator in {"penduduk", "luas"})
            value = str(people / area)
            levels[code.count(".")][code] = Angka("kepadatan", "", value, "jiwa/km2", date, "", "")
    return {code: figure for level in levels.values() for code, figure in _ranked(level).items()}


def number(text: str) -> Decimal | None:
    """The number in a cell of a checked table, or None when it holds none (missing, NaN, infinite)."""
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def total(figures_: Mapping[str, tuple[Angka, ...]], codes: Iterable[str], indicator: str) -> Decimal | None:
    """The sum of an additive indicator over `codes`; None when a code lacks it or it does not add up."""
    values = []
    for code in codes:
        match = [f for f in figures_.get(code, ()) if f.indicator == indicator and f.aggregate == "jumlah"]
        value = number(match[0].value) if match else None
        if value is None:
            return None
        values.append(value)
    return sum(values, Decimal(0)) if values else None
