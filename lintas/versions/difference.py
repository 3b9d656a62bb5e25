"""What differs between two states of a dataset: rows by primary key, cells, columns, words (effect: reads files).

Cells are compared as texts. A table without primary key is compared by whole rows: a changed row then counts as one
that went and one that came. Lists are kept up to `KEPT` entries; the counts are always complete.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lintas.versions.rows import Rows, compare_rows
from lintas.versions.semver import STEPS
from lintas.versions.snapshots import Json, Snapshot, fields, is_csv, keys, path_of

BY_KEY, BY_ROW, BY_FILE = "kunci-utama", "baris-utuh", "berkas"
_STRUCTURE = ("type", "format")  # of a field: what readers of the data rely on
_SHAPE = ("path", "format", "dialect", "encoding", "primaryKey")
# Change with every version, are told elsewhere, or say the same in another language.
_UNTOLD = ("version", "resources", "x-diperbarui", "created", "$schema", "x-terjemahan")


@dataclass(frozen=True, slots=True)
class Change:
    """One property that differs, as text; "" = absent."""

    key: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class TableDifference:
    resource: str
    path: str  # of the present file, as the descriptor names it
    way: str = BY_FILE  # how it was compared
    key: tuple[str, ...] = ()
    added_columns: tuple[str, ...] = ()
    removed_columns: tuple[str, ...] = ()
    moved_columns: bool = False
    structure: tuple[Change, ...] = ()  # types, keys, dialect
    words: tuple[Change, ...] = ()  # titles, descriptions and all else
    status: str = ""  # baru | dihapus | berubah | ""
    rows: Rows = field(default_factory=Rows)

    @property
    def step(self) -> str:
        """The smallest step that this difference allows."""
        if self.status == "dihapus" or self.added_columns or self.removed_columns or self.moved_columns:
            return "mayor"
        if self.structure:
            return "mayor"
        if self.status == "baru" or self.rows.added or self.rows.removed:
            return "minor"
        return "patch" if self.rows.changed or self.words or self.status else ""


@dataclass(frozen=True, slots=True)
class Difference:
    tables: tuple[TableDifference, ...]
    words: tuple[Change, ...]  # of the package

    @property
    def step(self) -> str:
        steps = [table.step for table in self.tables] + (["patch"] if self.words else [])
        return max(steps, key=STEPS.index, default="")


def compare(old: Snapshot, new: Snapshot) -> Difference:
    before, after = old.resources(), new.resources()
    names = dict.fromkeys((*after, *before))
    tables = [_table((old, before.get(name)), (new, after.get(name)), name) for name in names]
    return Difference(
        tuple(table for table in tables if table.step), tuple(_changes(old.package, new.package, _UNTOLD))
    )


def _table(old: tuple[Snapshot, Json | None], new: tuple[Snapshot, Json | None], name: str) -> TableDifference:
    if old[1] is None or new[1] is None:
        given = new[1] or old[1] or {}
        return TableDifference(name, path_of(given), status="baru" if old[1] is None else "dihapus")
    before, after = old[1], new[1]
    schemas = old[0].schema(before), new[0].schema(after)
    columns = [tuple(str(item.get("name", "")) for item in fields(schema)) for schema in schemas]
    kept = [tuple(column for column in columns[i] if column in columns[1 - i]) for i in (0, 1)]
    structure, words = _schema_changes(schemas, (before, after))
    key = keys(schemas[1]) if keys(schemas[0]) == keys(schemas[1]) else ()
    same = _digests(old[0], before) == _digests(new[0], after)
    tabular = is_csv(before) and is_csv(after)
    counted = Rows() if same or not tabular else _rows((old[0], before), (new[0], after), key)
    return TableDifference(
        name,
        path_of(after),
        way=BY_FILE if not tabular else BY_KEY if key else BY_ROW,
        key=key,
        added_columns=tuple(column for column in columns[1] if column not in columns[0]),
        removed_columns=tuple(column for column in columns[0] if column not in columns[1]),
        moved_columns=kept[0] != kept[1],
        structure=structure,
        words=words,
        status="" if same else "berubah",
        rows=counted,
    )


def _rows(old: tuple[Snapshot, Json], new: tuple[Snapshot, Json], key: tuple[str, ...]) -> Rows:
    places: list[tuple[Path, Json]] = []
    for snapshot, resource in (old, new):
        place = snapshot.places.get(path_of(resource))
        if place is None:
            return Rows()
        places.append((place, resource))
    return compare_rows(places[0], places[1], key)


def _digests(snapshot: Snapshot, resource: Json) -> list[str]:
    path = resource.get("path")
    parts = path if isinstance(path, list) else [path]
    return [snapshot.digests.get(str(part), "") for part in parts] + [_text(resource.get("data"))]


def _schema_changes(schemas: tuple[Json, Json], resources: tuple[Json, Json]) -> tuple[tuple[Change, ...], ...]:
    """Differences that break readers, and those that do not."""
    hard = [change for change in _changes(*resources) if change.key in _SHAPE]
    soft = list(_changes(*resources, ("schema", *_SHAPE)))
    for change in _changes(*schemas, ("fields",)):
        (hard if change.key in _SHAPE else soft).append(change)
    named = {str(item.get("name")): item for item in fields(schemas[0])}
    for item in fields(schemas[1]):
        name = str(item.get("name"))
        for change in _changes(named.get(name, item), item):
            told = Change(f"{name}.{change.key}", change.old, change.new)
            (hard if change.key in _STRUCTURE else soft).append(told)
    return tuple(hard), tuple(soft)


def _changes(old: Json, new: Json, without: tuple[str, ...] = ()) -> Iterator[Change]:
    for key in dict.fromkeys((*new, *old)):
        if key not in without and old.get(key) != new.get(key):
            yield Change(key, _text(old.get(key)), _text(new.get(key)))


def _text(value: object) -> str:
    import json

    if value is None:
        return ""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 500 else text[:499] + "…"
