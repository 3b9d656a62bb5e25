"""Charts that read other datasets: the table and column they are divided by, and the boundaries of a map."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lintas.diagnostics import Diagnostic, Span, fault
from lintas.model import Catalogue, Dataset, Divisor
from lintas.reader import near


def check_views(catalogue: Catalogue) -> Iterator[Diagnostic]:
    by_slug = {dataset.slug: dataset for dataset in catalogue.datasets}
    mapped = any(dataset.role == "batas-wilayah" for dataset in catalogue.datasets)
    for dataset in catalogue.datasets:
        for view in dataset.views:
            place = Span(dataset.path, view.line, view.column)
            if view.kind == "peta" and not mapped and catalogue.settings.features.maps:
                yield fault("GRA113", place, name=view.name)
            for divisor in view.divisor:
                value, known = _missing(divisor, by_slug)
                if value:
                    yield fault("GRA112", place, name=view.name, value=value, hint=near(value, known) or "–")


def _missing(divisor: Divisor, by_slug: dict[str, Dataset]) -> tuple[str, Iterable[str]]:
    """The part of a divisor that does not exist, and what it might have been; "" where all is there."""
    dataset = by_slug.get(divisor.dataset)
    if dataset is None:
        return divisor.dataset, by_slug
    tables = {resource.name: resource for resource in dataset.resources if resource.tabular}
    if divisor.table not in tables:
        return divisor.table, tables
    fields = {field.name: field for field in tables[divisor.table].fields}
    coded = any(field.region_system == "kemendagri" for field in fields.values())
    if divisor.column not in fields or fields[divisor.column].type not in ("integer", "number") or not coded:
        return divisor.column, [name for name, field in fields.items() if field.type in ("integer", "number")]
    return "", ()
