"""Frozen versions as views: list, files, and the difference as tables."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lintas.foreign import as_is
from lintas.model import DatasetVersion, TableChange
from lintas.packages import PROFILE, sized
from lintas.presenting import items
from lintas.views.data import ChangeSection, VersionItem
from lintas.views.parts import Cell, Column, DataTable, FileItem
from lintas.wording import Words

Json = dict[str, Any]
_SHOWN = 100  # rows of each table of a difference; the JSON holds more
_CELL = 120


def address(slug: str, version: str) -> str:
    return f"data/{slug}/v/{version}/"


def listed(slug: str, versions: Sequence[DatasetVersion], words: Words) -> tuple[VersionItem, ...]:
    """Newest first."""
    return tuple(
        VersionItem(
            version.version, address(slug, version.version), items.date_text(version.date, words),
            tuple(sentences(version, words)), version.note,
        )
        for version in reversed(versions)
    )  # fmt: skip


def sentences(version: DatasetVersion, words: Words) -> Iterator[str]:
    """What changed, one sentence for each table and one for the description."""
    if not version.previous:
        yield words["version_first"]
        return
    for change in version.changes:
        yield words["change_of"].format(table=change.title or change.resource, changes=counted(change, words))
    if version.words:
        yield words.counted("change_words", version.words)


def counted(change: TableChange, words: Words) -> str:
    """ "2 baris diubah, 3 baris ditambah"."""
    if change.status in ("baru", "dihapus"):
        return words["change_new"] if change.status == "baru" else words["change_gone"]
    numbers = (("n_changed", change.changed), ("n_added", change.added), ("n_removed", change.removed),
               ("n_structure", change.structure))  # fmt: skip
    parts = [words.counted(key, n) for key, n in numbers if n]
    if not parts:
        parts = [words["change_file" if change.status else "change_description"]]
    return ", ".join(parts)


def files(slug: str, version: DatasetVersion, words: Words) -> tuple[FileItem, ...]:
    folder = address(slug, version.version)
    made = [
        FileItem(
            _format(file.name), words["download_as"].format(title=file.name, format=_format(file.name)),
            folder + file.name, words.form.file_size(file.bytes), file.sha256,
        )
        for file in version.files
    ]  # fmt: skip
    label = words["download_as"].format(title=version.title, format="JSON")
    return (*made, FileItem(words["file_descriptor"], label, f"{folder}datapackage.json"))


def _format(name: str) -> str:
    suffix = name.rpartition(".")[2]
    return "GeoJSON" if suffix == "geojson" else suffix.upper()


def sections(version: DatasetVersion, told: Json, package: Json, words: Words) -> tuple[ChangeSection, ...]:
    """The tables of a difference. `told` is its JSON, `package` the frozen descriptor."""
    counts = {change.resource: change for change in version.changes}
    titles = {str(item.get("name")): item for item in package.get("resources", ())}
    return tuple(
        _section(table, counts[table["nama"]], titles.get(table["nama"], {}), words) for table in told["tabel"]
    )


def _section(table: Json, change: TableChange, resource: Json, words: Words) -> ChangeSection:
    schema = resource.get("schema")
    fields = schema.get("fields", []) if isinstance(schema, dict) else []
    titles = {str(field.get("name")): str(field.get("title") or field.get("name")) for field in fields}
    name = change.title or change.resource
    return ChangeSection(
        id=f"tabel-{change.resource}",
        title=name,
        text=_sentence(counted(change, words)),
        way=_way(table, words),
        structure=tuple(_structure(table, words)),
        changed=_changed(table, titles, words["rows_changed"].format(table=name), words),
        added=_listed(table["ditambah"], titles, (words["rows_added"].format(table=name), change.added), words),
        removed=_listed(table["dihapus"], titles, (words["rows_removed"].format(table=name), change.removed), words),
    )


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _told(value: str, words: Words) -> str:
    """A property as a reader can read it: what has parts of its own is told in the file of differences."""
    return words["value_structured"] if value.startswith(("{", "[{")) else _short(value)


def _way(table: Json, words: Words) -> str:
    if table["status"] in ("baru", "dihapus"):
        return ""
    return words["way_" + table["cara"].replace("-", "_")].format(columns=", ".join(table["kunci"]))


def _structure(table: Json, words: Words) -> Iterator[str]:
    columns = table["kolom"]
    for key, word in (("ditambah", "column_added"), ("dihapus", "column_removed")):
        for name in columns[key]:
            yield words[word].format(name=name)
    if columns["urutan"]:
        yield words["columns_moved"]
    for change in (*columns["sifat"], *table["deskripsi"]):
        name, old, new = change["kunci"], *(as_is(_told(change[key], words), words) for key in ("lama", "baru"))
        if old and new:
            yield words["property_changed"].format(name=name, old=old, new=new)
        else:
            yield words["property_added" if new else "property_removed"].format(name=name)


def _changed(table: Json, titles: Mapping[str, str], caption: str, words: Words) -> DataTable | None:
    rows = [
        (Cell(" ".join(row["kunci"].values())), Cell(titles.get(cell["kolom"], cell["kolom"])),
         Cell(_short(cell["lama"])), Cell(_short(cell["baru"])))
        for row in table["diubah"][:_SHOWN] for cell in row["sel"]
    ]  # fmt: skip
    if not rows:
        return None
    key = ", ".join(titles.get(name, name) for name in table["kunci"])
    columns = (Column(key, code=True), Column(words["column"]), Column(words["value_old"]), Column(words["value_new"]))
    total = table["baris"]["diubah"]
    note = _cut(min(len(table["diubah"]), _SHOWN), total, words)
    return DataTable(caption, columns, tuple(rows), note=note, lang=_foreign(words))


def _listed(rows: Sequence[Json], titles: Mapping[str, str], told: tuple[str, int], words: Words) -> DataTable | None:
    """Rows that came or went. `told` is the caption and how many there are in truth."""
    caption, total = told
    if not rows:
        return None
    columns = tuple(Column(titles.get(name, name)) for name in rows[0])
    shown = tuple(tuple(Cell(_short(text)) for text in row.values()) for row in rows[:_SHOWN])
    return DataTable(caption, columns, shown, note=_cut(len(shown), total, words), lang=_foreign(words))


def words_table(told: Json, words: Words) -> DataTable | None:
    """Properties of the whole package that changed."""
    if not told["deskriptor"]:
        return None
    columns = (Column(words["property"]), Column(words["value_old"]), Column(words["value_new"]))
    rows = tuple(
        (Cell(change["kunci"]), Cell(_told(change["lama"], words)), Cell(_told(change["baru"], words)))
        for change in told["deskriptor"]
    )
    return DataTable(words["description_changed"], columns, rows, lang=_foreign(words))


def _foreign(words: Words) -> str:
    """Data and descriptions are told as they are."""
    return "" if words.lang == "id" else "id"


def _cut(shown: int, total: int, words: Words) -> str:
    if shown >= total:
        return ""
    return words["preview_of"].format(n=words.form.number(shown), total=words.form.number(total))


def _short(text: str) -> str:
    return text if len(text) <= _CELL else text[: _CELL - 1] + "…"


def published(package: bytes, version: DatasetVersion) -> bytes:
    """The frozen descriptor with its profile, and published paths, sizes and checksums of the frozen files."""
    value = {"$schema": PROFILE, **json.loads(package.decode("utf-8-sig"))}
    known = {file.source: file for file in version.files}
    for number, resource in enumerate(value["resources"]):
        file = known.get(resource.get("path")) if isinstance(resource.get("path"), str) else None
        if file is not None:
            resource = sized(resource, file.name, file.bytes) | {"hash": f"sha256:{file.sha256}"}
            value["resources"][number] = resource
        for key in ("schema", "dialect"):
            if resource.get(key) in known if isinstance(resource.get(key), str) else False:
                resource[key] = known[resource[key]].name
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
