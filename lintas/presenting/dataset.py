"""The parts of a dataset's page: files, previews, dictionary, computed quality facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lintas import wilayah
from lintas.model import ColumnFacts, Dataset, ExportFacts, Field, Resource, TableFacts
from lintas.packages import file_name
from lintas.presenting import embedding, explorer, insight, items, references
from lintas.relate import Himpunan, Site, column_anchor, table_anchor
from lintas.views.parts import (
    Cell,
    Column,
    ContributorItem,
    DataTable,
    ExternalLink,
    FileItem,
    Link,
)
from lintas.views.tables import DictionaryRow, TableSection
from lintas.wording import Words

_NUMERIC = {"integer", "number"}
_PACKAGE_KINDS = {"zip": "ZIP", "descriptor": "JSON"}
_NAMES = {"excel": "file_excel", "json": "JSON", "parquet": "Parquet", "xlsx": "XLSX"}  # of the files of a table
_CELL = 80  # characters of a cell that a preview shows


def sections(site: Site, item: Himpunan, words: Words) -> tuple[TableSection, ...]:
    computed = {table.resource: table for table in item.facts.tables}
    tied = references.of(site, item.dataset.slug)
    return tuple(
        replace(
            _section(item, resource, computed[resource.name], words),
            refers=references.refers(tied, item.dataset.slug, resource.name),
            referred=references.referred(tied, item.dataset.slug, resource.name),
            embed=embedding.of_preview(site, item, resource),
        )
        for resource in item.dataset.resources
    )


def _section(item: Himpunan, resource: Resource, facts: TableFacts, words: Words) -> TableSection:
    shown = len(facts.preview)
    return TableSection(
        id=table_anchor(resource),
        title=resource.title,
        files=tuple(table_files(item, resource, facts, words)),
        description=resource.description,
        rows=words.counted("n_rows", facts.rows) if resource.tabular else "",
        columns=words.counted("n_columns", len(resource.fields)) if resource.fields else "",
        sha256=facts.sha256,
        keys=tuple(_keys(resource, words)),
        preview=_preview(resource, facts, words) if resource.tabular and facts.header else None,
        preview_note=words["preview_of"].format(n=shown, total=words.form.number(facts.rows)) if shown else "",
        dictionary=tuple(_dictionary(resource, facts, words)),
        profiles=insight.profiles(item, resource.name, words),
        explore=explorer.address_of(item, resource.name),
    )


def table_files(item: Himpunan, resource: Resource, facts: TableFacts, words: Words) -> Iterator[FileItem]:
    """The table's own file and those made from it."""
    folder = f"data/{item.dataset.slug}/"
    own = items.file_format(resource)
    label = words["download_as"].format(title=resource.title, format=own)
    yield FileItem(own, label, folder + file_name(resource), words.form.file_size(facts.bytes), facts.sha256)
    for export in item.facts.exports:
        if export.resource == resource.name and export.kind in _NAMES:
            name = words[_NAMES[export.kind]] if export.kind == "excel" else _NAMES[export.kind]
            yield _file(export, (name, words["download_as"].format(title=resource.title, format=name)), folder, words)


def package_files(item: Himpunan, words: Words) -> tuple[FileItem, ...]:
    """Files of the whole package: ZIP, descriptor, checksums."""
    folder = f"data/{item.dataset.slug}/"
    made = {export.kind: export for export in item.facts.exports if export.kind in _PACKAGE_KINDS}
    title = item.dataset.title
    files = [
        _file(made[kind], (words[f"file_{kind}"], words["download_package"].format(title=title)), folder, words)
        for kind in ("zip", "descriptor")
        if kind in made
    ]
    sums = FileItem("SHA256SUMS", words["download_sums"].format(title=title), f"{folder}SHA256SUMS")
    return (*files, sums)


def _file(export: ExportFacts, named: tuple[str, str], folder: str, words: Words) -> FileItem:
    return FileItem(*named, folder + export.path, words.form.file_size(export.bytes), export.sha256)


def _preview(resource: Resource, facts: TableFacts, words: Words) -> DataTable:
    fields = {field.name: field for field in resource.fields}
    columns = tuple(_column(fields.get(name), name, words) for name in facts.header)
    rows = tuple(
        tuple(_cell(fields.get(name), text, words) for name, text in zip(facts.header, row, strict=False))
        for row in facts.preview
    )
    lang = "" if words.lang == "id" else "id"  # data is told as it is
    return DataTable(words["preview_caption"].format(title=resource.title), columns, rows, lang=lang)


def _column(field: Field | None, name: str, words: Words) -> Column:
    if field is None:
        return Column(name)
    return Column(
        field.title or name,
        numeric=field.type in _NUMERIC,
        unit=words.form.unit_name(field.unit) if field.unit else "",
        code=bool(field.region_system),
    )


def _cell(field: Field | None, text: str | None, words: Words) -> Cell:
    """A cell as readers write it; text is cut where it would swallow the table."""
    if text is None:
        return Cell("")
    if field is not None and field.type in _NUMERIC:
        return Cell(words.form.number(text))
    return Cell(text if len(text) <= _CELL else text[: _CELL - 1] + "…")


def _dictionary(resource: Resource, facts: TableFacts, words: Words) -> Iterator[DictionaryRow]:
    columns = {column.name: column for column in facts.columns}
    for field in resource.fields:
        column = columns.get(field.name)
        yield DictionaryRow(
            name=field.name,
            title=field.title if field.title != field.name else "",
            type=words.get(f"type_{field.type}", field.type),
            description=field.description,
            concept=field.concept,
            unit=words.form.unit_name(field.unit) if field.unit else "",
            rules=tuple(_rules(field, words)),
            filled=_filled(column, facts, words),
            distinct=words.form.number(column.distinct) if column else "",
            id=column_anchor(resource.name, field.name),
        )


def _filled(column: ColumnFacts | None, facts: TableFacts, words: Words) -> str:
    """The share of rows with a value, rounded so that only a full column is called 100%."""
    if column is None or not facts.rows:
        return ""
    if not column.missing:
        return "100%"
    share = words.form.share(facts.rows - column.missing, facts.rows)
    return words.form.percent("99.9") if share.startswith("100") else share


def _rules(field: Field, words: Words) -> Iterator[str]:
    for name, value in field.constraints:
        if value == "true":
            yield words.get(f"rule_{name}", name)
        elif value != "false":
            yield words.get(f"rule_{name}", name + " {value}").format(value=value)


def _keys(resource: Resource, words: Words) -> Iterator[str]:
    if resource.primary_key:
        yield words["primary_key"].format(columns=", ".join(resource.primary_key))
    for key in resource.foreign_keys:
        target = key.resource or resource.name
        yield words["foreign_key"].format(
            columns=", ".join(key.fields), target=f"{target}.{', '.join(key.reference_fields)}"
        )


def contributors(site: Site, dataset: Dataset, words: Words) -> tuple[ContributorItem, ...]:
    return tuple(
        ContributorItem(
            role=words.get(f"role_{person.role.replace('-', '_')}", person.role.replace("-", " ").capitalize()),
            name=person.title,
            path=f"instansi/{person.institution}/" if person.institution in site.institutions else "",
            url=person.url,
        )
        for person in dataset.contributors
    )


def licences(dataset: Dataset) -> tuple[ExternalLink, ...]:
    return tuple(ExternalLink(link.title, link.url) for link in dataset.licences)


def coverage(site: Site, dataset: Dataset, words: Words) -> tuple[Link, ...]:
    links = []
    for ref in dataset.spatial:
        region = wilayah.find(ref.text)
        if ref.text == "ID":
            links.append(Link(words["indonesia"], "wilayah/" if site.regions else ""))
        elif region is not None:
            links.append(Link(region.name, items.region_item(site, region).path))
    return tuple(links)


def size(item: Himpunan, words: Words) -> str:
    tables = [resource for resource in item.dataset.resources if resource.tabular]
    if not tables:
        return words.counted("n_files", len(item.dataset.resources))
    rows = sum(table.rows for table in item.facts.tables)
    return words.counted("n_rows_tables", len(tables), rows=words.form.number(rows))
