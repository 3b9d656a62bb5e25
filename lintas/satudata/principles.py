"""The four principles of Satu Data Indonesia (Perpres 39/2019, pasal 3), counted from a description (pure).

A fact says how many of how many things meet a requirement; a requirement with nothing to meet is left out. The score
of a principle is the number of requirements met whole, never a number without its facts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lintas.diagnostics import Diagnostic, Span, fault, finding
from lintas.model import Dataset, Field, Resource

PRINCIPLES = ("standar", "metadata", "interoperabilitas", "kode_referensi")
_OPEN = ("csv", "tsv", "json", "geojson", "ndjson", "parquet", "gpkg")
_NUMERIC = ("integer", "number")
_CODE = re.compile(r"(?:kode|kd|id)(?:_.+)?|.+_(?:kode|id)")
_PLACE = re.compile(
    r"(?:nama_)?(?:provinsi|kabupaten|kota|kab_kota|kabkota|kabupaten_kota|kecamatan|desa|wilayah|daerah)"
)


@dataclass(frozen=True, slots=True)
class Fact:
    """`key` names the requirement; `missing` what does not meet it yet, as authored names."""

    key: str
    met: int
    of: int
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Principle:
    key: str
    facts: tuple[Fact, ...]

    @property
    def met(self) -> int:
        return sum(fact.met == fact.of for fact in self.facts)


def score(dataset: Dataset) -> tuple[Principle, ...]:
    """All four, in the order of the regulation."""
    tables = tuple(resource for resource in dataset.resources if resource.tabular)
    fields = tuple(dict.fromkeys(field for table in tables for field in table.fields))
    common = (_standard(fields), _metadata(dataset, fields), _interoperable(dataset, tables))
    made = (*common, _codes(dataset, tables, fields))
    return tuple(
        Principle(key, tuple(fact for fact in facts if fact.of)) for key, facts in zip(PRINCIPLES, made, strict=True)
    )


def _standard(fields: tuple[Field, ...]) -> Iterator[Fact]:
    """Konsep, definisi, klasifikasi, ukuran, satuan."""
    numeric = tuple(field for field in fields if field.type in _NUMERIC)
    sorted_ = tuple(field for field in fields if _classified(field) or "enum" in dict(field.constraints))
    yield _fields("konsep", fields, [field for field in fields if field.concept or _item(field, "konsep")])
    yield _fields("definisi", fields, [field for field in fields if field.description or _item(field, "definisi")])
    yield _fields("klasifikasi", sorted_, [field for field in sorted_ if _classified(field)])
    yield _fields("ukuran", numeric, [field for field in numeric if field.measure or _item(field, "ukuran")])
    yield _fields("satuan", numeric, [field for field in numeric if field.unit or _item(field, "satuan")])


def _classified(field: Field) -> bool:
    return bool(field.classification or field.region_system or field.references or _item(field, "klasifikasi"))


def _item(field: Field, key: str) -> str:
    return next((text for block in field.statistics for name, text in block.rows if name == key), "")


def _metadata(dataset: Dataset, fields: tuple[Field, ...]) -> Iterator[Fact]:
    roles = {person.role for person in dataset.contributors}
    described = {
        "description": dataset.description, "licenses": dataset.licences, "sources": dataset.sources,
        "contributors: produsen-data": "produsen-data" in roles, "contributors: walidata": "walidata" in roles,
        "x-instansi": dataset.institution.text, "x-cakupan-waktu": dataset.temporal_start,
        "x-cakupan-wilayah": dataset.spatial, "x-frekuensi": dataset.frequency, "x-diperbarui": dataset.updated,
    }  # fmt: skip
    missing = tuple(key for key, value in described.items() if not value)
    yield Fact("keterangan", len(described) - len(missing), len(described), missing)
    yield Fact("mskeg", len(dataset.statistics), 1, () if dataset.statistics else ("x-mskeg",))
    yield _fields("msvar", fields, [field for field in fields if _has(field, "msvar")])
    measured = tuple(field for field in fields if field.indicator)
    yield _fields("msind", measured, [field for field in measured if _has(field, "msind")])


def _has(field: Field, kind: str) -> bool:
    return any(block.kind == kind for block in field.statistics)


def _interoperable(dataset: Dataset, tables: tuple[Resource, ...]) -> Iterator[Fact]:
    files = dataset.resources
    yield _resources("terbuka", files, [resource for resource in files if resource.format.lower() in _OPEN])
    yield _resources("skema", tables, [resource for resource in tables if resource.fields])
    yield _resources("kunci", tables, [resource for resource in tables if resource.primary_key])
    yield Fact("versi", int(bool(dataset.version)), 1, () if dataset.version else ("version",))


def _codes(dataset: Dataset, tables: tuple[Resource, ...], fields: tuple[Field, ...]) -> Iterator[Fact]:
    placed = tuple(table for table in tables if any(_places(field) for field in table.fields))
    yield _resources("wilayah", placed, [table for table in placed if any(f.region_system for f in table.fields)])
    linked = {name for table in tables for key in (*table.foreign_keys,) for name in key.fields}
    own = {name for table in tables for name in table.primary_key}
    codes = tuple(field for field in fields if _CODE.fullmatch(field.name))
    met = [f for f in codes if f.region_system or f.references or f.name in linked or f.name in own]
    yield _fields("rujukan", codes, met)
    coded = tuple(table for table in tables if any(_of_one_level(field) for field in table.fields))
    own_code = dataset.role == "kode-wilayah"  # what the others refer to
    yield _resources("tautan", coded, coded if own_code else [t for t in coded if any(f.references for f in t.fields)])


def _of_one_level(field: Field) -> bool:
    """Whether the column could refer to a table of region codes as a whole."""
    return field.region_system == "kemendagri" and "," not in field.region_level


def _places(field: Field) -> bool:
    return bool(field.region_system or _PLACE.fullmatch(field.name))


def _fields(key: str, every: tuple[Field, ...], met: Iterable[Field]) -> Fact:
    good = list(met)
    return Fact(key, len(good), len(every), tuple(dict.fromkeys(f.name for f in every if f not in good)))


def _resources(key: str, every: tuple[Resource, ...], met: Iterable[Resource]) -> Fact:
    good = list(met)
    return Fact(key, len(good), len(every), tuple(r.name for r in every if r not in good))


def advice(dataset: Dataset) -> tuple[Diagnostic, ...]:
    """SDI201 the scores with what is missing, SDI202 the metadata blocks that are missing."""
    scored = score(dataset)
    place = Span(dataset.path)
    counts = {principle.key: f"{principle.met}/{len(principle.facts)}" for principle in scored}
    open_ = [fact for principle in scored for fact in principle.facts if fact.met < fact.of]
    told = [f"{fact.key} {fact.met}/{fact.of}" for fact in open_ if not fact.key.startswith("ms")]
    found = [finding("SDI201", place, {"missing": ", ".join(told), **counts})] if told else []
    blocks = [_block(fact) for fact in open_ if fact.key.startswith("ms")]
    return (*found, *([fault("SDI202", place, blocks="; ".join(blocks))] if blocks else []))


def _block(fact: Fact) -> str:
    if fact.key == "mskeg":
        return "x-mskeg"
    return f"x-{fact.key} ({', '.join(fact.missing[:4])}{', …' if len(fact.missing) > 4 else ''})"
