"""Ids on the page of a dataset that links may lead to: its files, their columns, its charts, and fixed sections."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintas.model import Dataset, Resource

_SECTIONS = ("unduh", "mutu", "asal", "sitasi")  # that every page of a dataset has
_PLAIN = re.compile(r"[A-Za-z0-9_-]+")


def table_anchor(resource: Resource) -> str:
    return f"berkas-{resource.name}"


def column_anchor(resource: str, column: str) -> str:
    """Id of a column's row in the data dictionary, "" for a name that no address should carry.

    The last dot parts table and column, so that no two columns have the same id.
    """
    return f"kolom-{resource}.{column}" if _PLAIN.fullmatch(column) else ""


def chart_anchor(view: str) -> str:
    return f"grafik-{view}"


def dataset_anchors(dataset: Dataset, *, maps: bool) -> tuple[str, ...]:
    """In the order of the page. `maps` says whether maps are drawn at all."""
    return tuple(_anchors(dataset, maps=maps))


def _anchors(dataset: Dataset, *, maps: bool) -> Iterator[str]:
    views = [view for view in dataset.views if view.kind != "peta" or maps]
    yield from _SECTIONS
    yield from ["grafik"] if views else []
    for view in views:
        yield chart_anchor(view.name)
    for resource in dataset.resources:
        yield table_anchor(resource)
        yield from filter(None, (column_anchor(resource.name, field.name) for field in resource.fields))
