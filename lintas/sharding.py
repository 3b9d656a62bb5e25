"""Large tables in parts by province for the JSON API, as cached steps."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from lintas import packing
from lintas.diagnostics import Outcome
from lintas.execute import Means, Step, run
from lintas.model import Catalogue, Dataset, PackageFacts, Shard, Shards, Source
from lintas.packing import digest_of
from lintas.sources import read

ROWS = 2_000  # a smaller table is fetched whole


@dataclass(frozen=True, slots=True)
class Large:
    """One table to split."""

    dataset: Dataset
    facts: PackageFacts
    resource: str


def _key(item: Large) -> str:
    return digest_of("shards", item.dataset.slug, item.dataset.digest, item.resource)


def _split(root: str, item: Large) -> tuple[Outcome[Shards | None], bytes | None]:
    from lintas import tables

    facts = next(table for table in item.facts.tables if table.resource == item.resource)
    made = tables.split((Path(root), item.dataset), item.resource, facts.rows)
    resource = next(each for each in item.dataset.resources if each.name == item.resource)
    read(root, Source(resource.path, "", facts.sha256, 0))  # what was split must be what the key names
    parts = tuple(Shard(code, rows, hashlib.sha256(data).hexdigest()) for code, (rows, data) in made.items())
    body = packing.seal({code: data for code, (_, data) in made.items()})
    return Outcome(Shards(item.resource, _key(item), parts)), body


SPLIT = Step("pecahan", Shards, _split, _key, 0.1)


def shard(catalogue: Catalogue, means: Means) -> Catalogue:
    """The catalogue with the parts of its large tables filled in."""
    pairs = zip(catalogue.datasets, catalogue.facts, strict=True)
    items = [item for dataset, facts in pairs for item in _large(dataset, facts)]
    if not items:
        return catalogue
    made, _ = run(SPLIT, items, means)
    by_slug: dict[str, list[Shards]] = defaultdict(list)
    for item, each in zip(items, made, strict=True):
        by_slug[item.dataset.slug].append(each)
    facts = tuple(replace(each, shards=tuple(by_slug[each.slug])) for each in catalogue.facts)
    return replace(catalogue, facts=facts)


def _large(dataset: Dataset, facts: PackageFacts) -> Iterator[Large]:
    counted = {table.resource: table.rows for table in facts.tables}
    for resource in dataset.resources:
        coded = any(field.region_system == "kemendagri" for field in resource.fields)
        if resource.tabular and coded and counted.get(resource.name, 0) > ROWS:
            yield Large(dataset, facts, resource.name)
