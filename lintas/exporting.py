"""Files made from a dataset for download, as cached steps: their size and checksum stand on the dataset's page."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from lintas.diagnostics import Outcome
from lintas.execute import Means, Step, run
from lintas.model import Catalogue, Dataset, ExportFacts, PackageFacts, Settings, Source
from lintas.packing import digest_of
from lintas.sources import read


@dataclass(frozen=True, slots=True)
class Conversion:
    """One file to make. `resource` is "" for the files of the whole package."""

    dataset: Dataset
    facts: PackageFacts
    kind: str  # xlsx | json | parquet | descriptor | zip
    resource: str = ""
    homepage: str = ""  # address of the dataset's page, for the files of the whole package


_NAMES = {"excel": "{name}-excel.csv", "columns": "{name}.kolom.json"}
_BROWSABLE = (20_000, 3_000_000)  # rows and bytes up to which a whole table is handed to the reader's browser


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


EXPORT = Step("unduhan", ExportFacts, _convert, _key, 0.15)


def export(catalogue: Catalogue, means: Means) -> Catalogue:
    """The catalogue with every dataset's exports filled in."""
    items = [
        item
        for dataset, facts in zip(catalogue.datasets, catalogue.facts, strict=True)
        for item in _wanted(dataset, facts, catalogue.settings)
    ]
    made, _ = run(EXPORT, items, means)
    by_slug: dict[str, list[ExportFacts]] = defaultdict(list)
    for item, facts_ in zip(items, made, strict=True):
        by_slug[item.dataset.slug].append(facts_)
    return replace(
        catalogue, facts=tuple(replace(facts, exports=tuple(by_slug[facts.slug])) for facts in catalogue.facts)
    )


def _wanted(dataset: Dataset, facts: PackageFacts, settings: Settings) -> Iterator[Conversion]:
    features, homepage = settings.features, f"{settings.base_url}data/{dataset.slug}/"
    counted = {table.resource: table for table in facts.tables}
    for resource in dataset.resources:
        table = counted[resource.name]
        small = table.rows <= _BROWSABLE[0] and table.bytes <= _BROWSABLE[1]
        switches = (
            ("xlsx", features.xlsx),
            ("excel", bool(resource.fields)),
            ("json", features.json),
            ("parquet", features.parquet),
            ("columns", bool(resource.fields) and small and table.rows > len(table.preview)),
        )
        for kind, on in switches if resource.tabular else ():
            if on:
                yield Conversion(dataset, facts, kind, resource.name)
    yield Conversion(dataset, facts, "descriptor", homepage=homepage)
    if features.zip:
        yield Conversion(dataset, facts, "zip", homepage=homepage)
