"""The descriptor of a draft, and what a person must still write (effect: reads descriptors of the portal)."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lintas import wilayah
from lintas.drafting.judging import Judged, pattern
from lintas.drafting.shapes import Seen
from lintas.reader import decode

Json = dict[str, Any]
_NATION = 30  # provinces from which a table is taken to cover the country


@dataclass(frozen=True, slots=True)
class Draft:
    """All that is known of the table."""

    slug: str
    title: str
    table: str
    columns: tuple[Judged, ...]
    seen: tuple[Seen, ...]
    key: tuple[str, ...]
    parent: str
    agency: str
    day: str


def descriptor(draft: Draft, root: Path) -> Json:
    """A Data Package with what is certain; what is not known is left out, so that `check` asks for it."""
    known: Json = {
        "name": draft.slug,
        "title": draft.title,
        "version": "1.0.0",
        "created": f"{draft.day}T00:00:00Z",
        "profile": "data-package",
    }
    if draft.agency:
        known["x-instansi"] = draft.agency
    known |= _cover(draft)
    known["resources"] = [
        {
            "name": draft.table,
            "type": "table",
            "profile": "tabular-data-resource",
            "path": f"data/{draft.table}.csv",
            "title": draft.title,
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "schema": _schema(draft, root),
        }
    ]
    return known


def _schema(draft: Draft, root: Path) -> Json:
    schema: Json = {
        "fields": [_field(column, draft.key, root) for column in draft.columns],
        "missingValues": [""],
    }
    if draft.key:
        schema["primaryKey"] = list(draft.key)
    if draft.parent:
        schema["foreignKeys"] = [{"fields": [draft.parent], "reference": {"resource": "", "fields": list(draft.key)}}]
    return schema


def _field(column: Judged, key: tuple[str, ...], root: Path) -> Json:
    made: Json = {"name": column.name, "type": column.type, "title": column.title}
    rules: Json = {}
    if not column.blank:
        rules["required"] = True
    if key == (column.name,):
        rules["unique"] = True
    if column.levels:
        rules["pattern"] = pattern(column.levels)
    if rules:
        made["constraints"] = rules
    if column.unit:
        made["x-satuan"] = column.unit
    if column.levels:
        levels = list(column.levels)
        made["x-kode-wilayah"] = {"sistem": "kemendagri", "tingkat": levels[0] if len(levels) == 1 else levels}
        reference = _reference(root, column.levels)
        if reference:
            made["x-rujukan"] = reference
    if column.summed:
        made["x-agregat"] = "jumlah"
    return made


def _reference(root: Path, levels: tuple[str, ...]) -> Json | None:
    """The table of region codes in this portal that holds codes of this one level as its key."""
    for path in sorted((root / "datasets").glob("*/datapackage.json")):
        try:
            package = json.loads(decode(path.read_bytes(), "").value)
            if package.get("x-peran") != "kode-wilayah":
                continue
            for resource in package["resources"]:
                schema = resource["schema"]
                for field in schema["fields"]:
                    role = field.get("x-kode-wilayah") or {}
                    name = field["name"]
                    if [role.get("tingkat")] == list(levels) and schema.get("primaryKey") in (name, [name]):
                        return {"dataset": package["name"], "tabel": resource["name"], "kolom": name}
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            continue  # `check` says what is wrong with that descriptor
    return None


def _cover(draft: Draft) -> Json:
    """Years and regions that the table itself names."""
    made: Json = {}
    for column, seen in zip(draft.columns, draft.seen, strict=True):
        if column.type == "year" and seen.values and "x-cakupan-waktu" not in made:
            made["x-cakupan-waktu"] = {"mulai": f"{min(seen.values)}-01-01", "selesai": f"{max(seen.values)}-12-31"}
        if column.levels and "x-cakupan-wilayah" not in made:
            codes = [code for code in seen.values if re.match(r"\d\d", code)]
            provinces = sorted({code[:2] for code in codes})
            regencies = sorted({code[:5] for code in codes if len(code) >= 5})
            known = [code for code in (regencies if len(regencies) == 1 else provinces) if wilayah.find(code)]
            made["x-cakupan-wilayah"] = ["ID"] if len(provinces) >= _NATION else known
    return made


def to_write(draft: Draft, known: Json) -> tuple[tuple[str, str], ...]:
    """What a person must still write, as (label, value)."""
    rows = [
        ("Judul", f"periksa: “{draft.title}” dibuat dari nama berkas"),
        ("Uraian", "description: apa isinya, dari siapa, untuk apa"),
        ("Lisensi", "licenses: misalnya CC-BY-4.0"),
        ("Sumber", "sources: dari mana angkanya"),
        ("Pelaku", "contributors: produsen-data dan walidata"),
        ("Rutin", "x-frekuensi dan x-diperbarui; x-topik"),
    ]
    if "x-cakupan-waktu" not in known:
        rows.append(("Waktu", "x-cakupan-waktu: tanggal mulai dan selesai"))
    if "x-cakupan-wilayah" not in known:
        rows.append(("Wilayah", "x-cakupan-wilayah: kode wilayah yang dicakup"))
    rows.append(("Arti kolom", f"description dan x-konsep bagi {len(draft.columns)} kolom"))
    bare = _named([column for column in draft.columns if column.measure and not column.unit])
    if bare:
        rows.append(("Satuan", f"x-satuan bagi {bare}"))
    return tuple(rows)


def understood(draft: Draft) -> tuple[tuple[str, str], ...]:
    """What was taken for what, as (label, value)."""
    rows = [("Tabel", f"{draft.seen[0].rows} baris, {len(draft.columns)} kolom")]
    groups = (
        ("Kode wilayah", [column for column in draft.columns if column.levels]),
        ("Kode (teks)", [column for column in draft.columns if column.code and not column.levels]),
        ("Tahun", [column for column in draft.columns if column.type == "year"]),
        ("Bilangan", [column for column in draft.columns if column.measure]),
    )
    rows += [(label, _named(group)) for label, group in groups if group]
    rows.append(("Kunci utama", ", ".join(draft.key) or "belum ada"))
    return tuple(rows)


def _named(columns: Sequence[Judged]) -> str:
    names = [column.name for column in columns]
    return ", ".join(names[:8]) + (", …" if len(names) > 8 else "")
