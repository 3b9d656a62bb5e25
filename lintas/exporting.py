"""Files made from a dataset for download, as cached steps: their size and checksum stand on the dataset's page."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from lintas.diagnostics import Outcome
from lintas.execute import Means, Step, run
from lintas.model import Catalogue, ColumnFiles, Dataset, ExportFacts, PackageFacts, Settings, Source
from lintas.packing import digest_of
from lintas.sources import read

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Conversion:
    """One file to make. `resource` is "" for the files of the whole package."""

    dataset: Dataset
    facts: PackageFacts
    kind: str  # xlsx | json | parquet | columns | descriptor | zip
    resource: str = ""
    homepage: str = ""  # address of the dataset's page, for the files of the whole package


_NAMES = {"excel": "{name}-excel.csv"}
_EXPLORABLE = (300_000, 60_000_000)  # rows and bytes up to which a table can be held by the reader's browser


def _key(item: Conversion) -> str:
    return digest_of("export", item.dataset.slug, item.dataset.digest, item.kind, item.resource, item.homepage)


def _convert(root: str, item: Conversion) -> tuple[Outcome[ExportFacts | None], bytes | None]:
    from lintas import packages, tables

    if item.kind == "descriptor":
        path, data = "datapackage.json", packages.descriptor(Path(root), item.dataset, item.facts, item.homepage)
    elif item.kind == "zip":
        path, data = f"{item.dataset.slug}.zip", packages.archive(Path(root), item.dataset, item.facts, item.homepage)
    else:
        path = _NAMES.get(item.kind, "{name}.{kind}").format(name=item.resource, kind=item.kind)
        data = tables.convert(Path(root), item.dataset, item.resource, item.kind)
    _still_the_same(root, item)
    checksum = hashlib.sha256(data).hexdigest()
    return Outcome(ExportFacts(path, item.kind, item.resource, _key(item), len(data), checksum)), data


def _still_the_same(root: str, item: Conversion) -> None:
    """What was converted must be what the key names. Raises `SourceChanged`."""
    digests = {table.resource: table.sha256 for table in item.facts.tables}
    for resource in item.dataset.resources:
        if item.resource in ("", resource.name):
            read(root, Source(resource.path, "", digests[resource.name], 0))


def _explore(root: str, item: Conversion) -> tuple[Outcome[ColumnFiles | None], bytes | None]:
    from lintas import tables

    parts = tables.explorable((Path(root), item.dataset), item.resource)
    _still_the_same(root, item)
    data = b"".join(parts)
    sizes = tuple(map(len, parts))
    return Outcome(ColumnFiles(item.resource, _key(item), hashlib.sha256(data).hexdigest(), sizes)), data


EXPORT = Step("unduhan", ExportFacts, _convert, _key, 0.15)
EXPLORE = Step("kolom", ColumnFiles, _explore, _key, 0.1)


def export(catalogue: Catalogue, means: Means) -> Catalogue:
    """The catalogue with every dataset's exports and columns filled in."""
    pairs = list(zip(catalogue.datasets, catalogue.facts, strict=True))
    files = _made(EXPORT, [item for pair in pairs for item in _wanted(*pair, catalogue.settings)], means)
    explore = catalogue.settings.features.explorer
    columns = _made(EXPLORE, [item for pair in pairs for item in _explorable(*pair)] if explore else [], means)
    return replace(
        catalogue,
        facts=tuple(
            replace(facts, exports=tuple(files[facts.slug]), explorable=tuple(columns[facts.slug]))
            for facts in catalogue.facts
        ),
    )


def _made(step: Step[Conversion, Value], items: list[Conversion], means: Means) -> Mapping[str, list[Value]]:
    """What became of the items, by dataset."""
    made, _ = run(step, items, means)
    by_slug: dict[str, list[Value]] = defaultdict(list)
    for item, value in zip(items, made, strict=True):
        by_slug[item.dataset.slug].append(value)
    return by_slug


def _explorable(dataset: Dataset, facts: PackageFacts) -> Iterator[Conversion]:
    """The tables that a browser can hold."""
    counted = {table.resource: table for table in facts.tables}
    for resource in dataset.resources:
        table = counted[resource.name]
        small = table.rows <= _EXPLORABLE[0] and table.bytes <= _EXPLORABLE[1]
        if resource.tabular and resource.fields and small:
            yield Conversion(dataset, facts, "columns", resource.name)


def _wanted(dataset: Dataset, facts: PackageFacts, settings: Settings) -> Iterator[Conversion]:
    features, homepage = settings.features, f"{settings.base_url}data/{dataset.slug}/"
    for resource in dataset.resources:
        switches = (
            ("xlsx", features.xlsx),
            ("excel", bool(resource.fields)),
            ("json", features.json),
            ("parquet", features.parquet),
        )
        for kind, on in switches if resource.tabular else ():
            if on:
                yield Conversion(dataset, facts, kind, resource.name)
    yield Conversion(dataset, facts, "descriptor", homepage=homepage)
    if features.zip:
        yield Conversion(dataset, facts, "zip", homepage=homepage)
