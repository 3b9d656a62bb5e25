"""The guard of region codes: columns that declare them, and columns that plainly are such codes without saying so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from lintas.model import Resource
from lintas.tables.tally import Tally
from lintas.wilayah import describe, find, named

Json = dict[str, Any]

NATION = "ID"
_NAME = re.compile(r"(kode|kd)(_(wil|wilayah|kemendagri|daerah|prov|provinsi|propinsi|kab|kabkota|kab_kota|kabupaten"
                   r"|kabupaten_kota|kota|kec|kecamatan|kel|kelurahan|desa|kel_desa|desa_kelurahan))?")  # fmt: skip
_YEAR_NAMES = ("tahun", "vintase", "periode", "tanggal")
_YEAR = re.compile(r"(1[89]|20)\d\d", re.ASCII)
_NUMERIC = ("integer", "number", "year")
_SHARE = 0.6  # of the distinct values that must be valid dotted codes before an undeclared column is taken for codes
_DISTINCT = 3
_BARE = ("kode", "kd")  # may be codes of anything: the names beside them must agree, or there must be very many
_MANY = 100


@dataclass(frozen=True, slots=True)
class Finding:
    """A cell with a fault: where, and what `wilayah.describe` says of it."""

    row: int
    column: int  # from 1
    field: str
    args: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class _Column:
    index: int
    name: str
    levels: tuple[str, ...]
    declared: bool
    history: bool
    numeric: bool
    beside: int | None  # the column that holds the region's name
    seen: dict[tuple[str, str, int], tuple[str, dict[str, str]] | None] = field(default_factory=dict)
    texts: set[str] = field(default_factory=set)
    tally: Tally[Finding] = field(default_factory=Tally)

    def trusted(self) -> bool:
        """Whether an undeclared column is certainly one of Kemendagri codes."""
        if self.declared:
            return True
        valid = {text for text in self.texts if "." in text and find(text) is not None}
        if len(valid) < _DISTINCT or len(valid) < _SHARE * len(self.texts):
            return False
        if _plain(self.name) not in _BARE:
            return True
        if self.beside is None:
            return len(valid) >= _MANY
        agreeing = {text for text, name, _ in self.seen if text in valid and find(text) in named(name)}
        return 2 * len(agreeing) >= len(valid)


class Guard:
    """Fed with every record; afterwards gives its findings per code."""

    def __init__(self, resource: Resource, schema: Json, year: int) -> None:
        fields = [item for item in schema.get("fields") or () if isinstance(item, dict)]
        self._year = year
        self._columns = tuple(_columns(fields))
        self._year_index = _year_column(resource) if self._columns else None

    def watched(self) -> tuple[tuple[int, ...], ...]:
        """For each code column the columns that its verdicts are drawn from: rows alike in them are judged alike."""
        year = () if self._year_index is None else (self._year_index,)
        return tuple(
            (column.index, *(() if column.beside is None else (column.beside,)), *year) for column in self._columns
        )

    def add(self, row: int, cells: Sequence[Any], missing: Sequence[Sequence[str]]) -> None:
        for column in self._columns:
            if column.index >= len(cells) or cells[column.index] is None:
                continue
            text = str(cells[column.index])
            if text == NATION or text in (missing[column.index] if column.index < len(missing) else ("",)):
                continue
            beside = column.beside
            name = str(cells[beside] or "") if beside is not None and beside < len(cells) else ""
            self._judge(column, row, (text, name, self._year_of(column, cells)))

    def _judge(self, column: _Column, row: int, key: tuple[str, str, int]) -> None:
        if key not in column.seen:
            text, name, year = key
            column.seen[key] = describe(text, name, year=year, levels=column.levels)
            column.texts.add(text)
        verdict = column.seen[key]
        if verdict:
            code, args = verdict
            column.tally.add(code, Finding(row, column.index + 1, column.name, tuple(args.items())))

    def _year_of(self, column: _Column, cells: Sequence[Any]) -> int:
        """The year a row speaks of: its own where it has one, else the first year of the data."""
        if column.history:
            return 1
        if self._year_index is not None and self._year_index < len(cells):
            match = _YEAR.match(str(cells[self._year_index]))
            if match:
                return int(match[0])
        return self._year

    def tallies(self) -> Iterable[Tally[Finding]]:
        return [column.tally for column in self._columns if column.trusted()]

    def numbers(self) -> list[tuple[int, str]]:
        """(index, name) of undeclared code columns that the schema types as numbers."""
        return [(c.index, c.name) for c in self._columns if c.numeric and not c.declared and c.trusted()]


def _columns(fields: list[Json]) -> Iterable[_Column]:
    names = [str(item.get("name", "")) for item in fields]
    roles = [item.get("x-kode-wilayah") for item in fields]
    lonely = sum(1 for name, role in zip(names, roles, strict=True) if role or _NAME.fullmatch(_plain(name))) == 1
    for index, (item, name, given) in enumerate(zip(fields, names, roles, strict=True)):
        declared = isinstance(given, dict)
        role: Json = given if isinstance(given, dict) else {}
        if declared and role.get("sistem", "kemendagri") != "kemendagri":
            continue
        if not declared and not _NAME.fullmatch(_plain(name)):
            continue
        levels = role.get("tingkat")
        yield _Column(
            index=index,
            name=name,
            levels=tuple([levels] if isinstance(levels, str) else levels or ()),
            declared=declared,
            history=declared and role.get("berlaku") == "sejarah",
            numeric=item.get("type") in _NUMERIC,
            beside=_beside(names, name, role, lonely),
        )


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", name.casefold()).strip("_")


def _beside(names: list[str], name: str, role: Json, lonely: bool) -> int | None:
    """The column with the names of the regions: declared as `nama`, or by the habit kode_x beside nama_x."""
    plain = _plain(name)
    rest = re.sub(r"^(kode|kd)_?", "", plain)
    candidates = [str(role.get("nama", "")), f"nama_{rest}", rest]
    if rest in ("", "wilayah", "wil", "kemendagri", "daerah") or lonely:
        candidates += ["nama", "nama_wilayah", "wilayah", "daerah", "kabupaten_kota", "kab_kota", "provinsi"]
    plains = [_plain(other) for other in names]
    for candidate in candidates:
        if candidate and candidate != plain and _plain(candidate) in plains:
            return plains.index(_plain(candidate))
    return None


def _year_column(resource: Resource) -> int | None:
    for index, item in enumerate(resource.fields):
        if item.type == "year" or _plain(item.name) in _YEAR_NAMES:
            return index
    return None
