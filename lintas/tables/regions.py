"""The guard of region codes: columns that declare them, and columns that plainly are such codes without saying so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from lintas.model import Resource
from lintas.tables.region_systems import Key, bps_verdict, divided_series, mistaken_system
from lintas.tables.tally import Tally
from lintas.wilayah import describe, find, named

Json = dict[str, Any]

NATION = "ID"
_NAME = re.compile(r"(kode|kd)(_(wil|wilayah|kemendagri|daerah|prov|provinsi|propinsi|kab|kabkota|kab_kota|kabupaten"
                   r"|kabupaten_kota|kota|kec|kecamatan|kel|kelurahan|desa|kel_desa|desa_kelurahan))?")  # fmt: skip
_YEAR_NAMES = ("tahun", "vintase", "periode", "tanggal")
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)", re.ASCII)
_NUMERIC = ("integer", "number", "year")
_SHARE = 0.6  # of the distinct values that must be valid dotted codes before an undeclared column is taken for codes
_TOO_MANY = 250_000  # different texts: the register has too few codes for its share of so many, whatever follows
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
    system: str = "kemendagri"
    dated: int | None = None  # the column that holds the year or date of the row
    fixed: int = 0  # the year that the declaration gives for all rows
    stated: str = ""  # "kini" or "sejarah": which codes the column holds has been said
    seen: dict[Key, tuple[str, dict[str, str]] | None] = field(default_factory=dict)
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
        agreeing = {text for text, name, _, _ in self.seen if text in valid and find(text) in named(name)}
        return 2 * len(agreeing) >= len(valid)


class Guard:
    """Fed with every record; afterwards gives its findings per code."""

    def __init__(self, resource: Resource, schema: Json, year: int, until: int = 0) -> None:
        """`year` and `until`: first and last year of the data, 0 where the descriptor does not say."""
        fields = [item for item in schema.get("fields") or () if isinstance(item, dict)]
        self._years = (year, until or year)
        self._columns = tuple(_columns(fields, _year_column(resource)))

    def watched(self) -> tuple[tuple[int, ...], ...]:
        """For each code column the columns that its verdicts are drawn from: rows alike in them are judged alike."""
        return tuple(
            (column.index, *(index for index in (column.beside, column.dated) if index is not None))
            for column in self._columns
        )

    def only_dates(self, index: int) -> bool:
        """Whether nothing but the year (`year_in`) is taken from a watched column."""
        return not any(index in (column.index, column.beside) for column in self._columns)

    def add(self, row: int, cells: Sequence[Any], missing: Sequence[Sequence[str]]) -> None:
        for column in self._columns:
            if column.index >= len(cells) or cells[column.index] is None:
                continue
            text = str(cells[column.index])
            if text == NATION or text in (missing[column.index] if column.index < len(missing) else ("",)):
                continue
            beside = column.beside
            name = str(cells[beside] or "") if beside is not None and beside < len(cells) else ""
            self._judge(column, row, (text, name, *self._years_of(column, cells)))

    def _judge(self, column: _Column, row: int, key: Key) -> None:
        if not column.declared and len(column.texts) > _TOO_MANY:
            return
        if key not in column.seen:
            text, name, year, until = key
            if column.system == "bps":
                column.seen[key] = bps_verdict(text, name)
            else:
                last = 0 if column.stated == "kini" or not column.declared else until
                column.seen[key] = describe(text, name, year=year, until=last, levels=column.levels)
            column.texts.add(text)
        verdict = column.seen[key]
        if verdict:
            code, args = verdict
            column.tally.add(code, Finding(row, column.index + 1, column.name, tuple(args.items())))

    def _years_of(self, column: _Column, cells: Sequence[Any]) -> tuple[int, int]:
        """First and last year a row speaks of: its own where it has one, else the declared one, else all the data."""
        if column.history and column.dated is None:
            return 1, 0
        if column.dated is not None and column.dated < len(cells):
            year = year_in(str(cells[column.dated]))
            if year:
                return year, year
        return (column.fixed, column.fixed) if column.fixed else self._years

    def found(self) -> int:
        """How many findings there are so far, also in columns that are not trusted to hold codes."""
        return sum(column.tally.size for column in self._columns)

    def tallies(self) -> Iterable[Tally[Finding]]:
        return [column.tally for column in self._columns if column.trusted()]

    def numbers(self) -> list[tuple[int, str]]:
        """(index, name) of undeclared code columns that the schema types as numbers."""
        return [(c.index, c.name) for c in self._columns if c.numeric and not c.declared and c.trusted()]

    def wholes(self) -> Iterable[tuple[str, int, str, tuple[tuple[str, str], ...]]]:
        """(code, index, name, arguments) of what a column shows as a whole."""
        for column in self._columns:
            if column.system != "kemendagri" or not column.trusted():
                continue
            mistaken = mistaken_system(column.seen)
            if mistaken:
                yield mistaken[0], column.index, column.name, tuple(mistaken[1].items())
            divided = () if column.stated else divided_series(column.seen)
            if divided:
                yield "WIL119", column.index, column.name, divided


def _columns(fields: list[Json], year: int | None) -> Iterable[_Column]:
    names = [str(item.get("name", "")) for item in fields]
    roles = [item.get("x-kode-wilayah") for item in fields]
    lonely = sum(1 for name, role in zip(names, roles, strict=True) if role or _NAME.fullmatch(_plain(name))) == 1
    for index, (item, name, given) in enumerate(zip(fields, names, roles, strict=True)):
        declared = isinstance(given, dict)
        role: Json = given if isinstance(given, dict) else {}
        system = str(role.get("sistem", "kemendagri"))
        if system not in ("kemendagri", "bps"):
            continue
        if not declared and not _NAME.fullmatch(_plain(name)):
            continue
        levels = role.get("tingkat")
        history = declared and role.get("berlaku") == "sejarah"
        usual = None if history else year  # a table of history says itself which of its years counts
        yield _Column(
            index=index,
            name=name,
            levels=tuple([levels] if isinstance(levels, str) else levels or ()),
            declared=declared,
            history=history,
            numeric=item.get("type") in _NUMERIC,
            beside=_beside(names, name, role, lonely),
            system=system,
            dated=names.index(role["kolom_tanggal"]) if role.get("kolom_tanggal") in names else usual,
            fixed=_year_of(role.get("tanggal")),
            stated=str(role.get("berlaku") or ""),
        )


def _year_of(date: Any) -> int:
    """The year of a declared date, 0 where none is declared."""
    return year_in(str(date or ""))


def year_in(text: str) -> int:
    """The first year that a text names, 0 for none."""
    match = _YEAR.search(text)
    return int(match[0]) if match else 0


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
