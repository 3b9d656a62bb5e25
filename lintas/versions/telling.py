"""A difference as published JSON, in the words of the portal, and as counts for the record (pure)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lintas.model import TableChange
from lintas.versions.difference import Change, Difference, TableDifference

Json = dict[str, Any]


def plain(difference: Difference, old: str, new: str) -> Json:
    return {
        "dari": old,
        "ke": new,
        "langkah": difference.step,
        "deskriptor": _changes(difference.words),
        "tabel": [_table(table) for table in difference.tables],
    }


def _table(table: TableDifference) -> Json:
    rows = table.rows
    counts = {
        "sebelum": rows.before, "sesudah": rows.after, "ditambah": rows.added, "dihapus": rows.removed,
        "diubah": rows.changed, "sel": rows.cells,
    }  # fmt: skip
    columns = {"ditambah": list(table.added_columns), "dihapus": list(table.removed_columns),
               "urutan": table.moved_columns, "sifat": _changes(table.structure)}  # fmt: skip
    return {
        "nama": table.resource,
        "status": table.status,
        "cara": table.way,
        "kunci": list(table.key),
        "kolom": columns,
        "deskripsi": _changes(table.words),
        "baris": counts,
        "terpotong": rows.cut,
        "ditambah": [dict(zip(rows.columns, cells, strict=False)) for _, cells in rows.came],
        "dihapus": [dict(zip(rows.columns, cells, strict=False)) for cells in rows.went],
        "diubah": [
            {
                "kunci": dict(zip(table.key, row.key, strict=False)),
                "sel": [{"kolom": column, "lama": old, "baru": new} for column, old, new in row.cells],
            }
            for row in rows.altered
        ],
    }


def _changes(changes: Iterable[Change]) -> list[Json]:
    return [{"kunci": change.key, "lama": change.old, "baru": change.new} for change in changes]


def counts(difference: Difference, titles: dict[str, str]) -> tuple[TableChange, ...]:
    return tuple(
        TableChange(
            table.resource,
            titles.get(table.resource, table.resource),
            table.rows.added,
            table.rows.removed,
            table.rows.changed,
            table.rows.cells,
            len(table.added_columns) + len(table.removed_columns) + len(table.structure) + table.moved_columns,
            table.status,
        )
        for table in difference.tables
    )


def words(difference: Difference) -> int:
    """How many properties of the description differ."""
    return len(difference.words) + sum(len(table.words) for table in difference.tables)
