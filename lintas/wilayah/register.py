"""The code lists shipped in `lintas/register/`, read once per process. Effect: reads package data."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lintas.model import Wilayah

_FOLDER = Path(__file__).resolve().parent.parent / "register"


@dataclass(frozen=True, slots=True)
class Moved:
    """A kabupaten or kota code that is no longer in force.

    `year` is the year of the law that moved it; data that begin in `accepted_until` or earlier may still use it,
    because the official list of that time carried it.
    """

    code: str
    name: str
    year: int
    accepted_until: int
    successor: str
    basis: str  # the law, e.g. "UU 29/2022"


@dataclass(frozen=True, slots=True)
class Listed:
    """A code with the name that the official lists from `first` to `last` (their years) gave it."""

    code: str
    name: str
    first: int
    last: int


def _rows(name: str) -> list[dict[str, str]]:
    with (_FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def _upper() -> dict[str, Wilayah]:
    """Provinces and kabupaten/kota by code, in code order."""
    found = {row["kode"]: Wilayah(row["kode"], row["nama"], "provinsi", "provinsi") for row in _rows("provinsi.csv")}
    for row in _rows("kabkota.csv"):
        kind = row["jenis"].split()[0]  # "kota administrasi" is a kota, "kabupaten administrasi" a kabupaten
        found[row["kode"]] = Wilayah(row["kode"], row["nama"], "kabkota", kind, row["induk"])
    return dict(sorted(found.items()))


@cache
def _kecamatan() -> dict[str, Wilayah]:
    rows = _rows("kecamatan.csv")
    return {
        row["kode"]: Wilayah(row["kode"], row["nama"], "kecamatan", "kecamatan", row["kode"].rpartition(".")[0])
        for row in rows
    }


@cache
def _children() -> dict[str, tuple[Wilayah, ...]]:
    grouped: dict[str, list[Wilayah]] = {}
    for region in (*_upper().values(), *_kecamatan().values()):
        grouped.setdefault(region.parent, []).append(region)
    return {code: tuple(members) for code, members in grouped.items()}


@cache
def _moved() -> dict[str, Moved]:
    return {
        row["kode"]: Moved(
            row["kode"],
            row["nama"],
            int(row["pindah"]),
            int(row["diterima_sampai"]),
            row["kode_baru"],
            row["dasar"],
        )
        for row in _rows("kode-lama.csv")
    }


@cache
def regions() -> tuple[Wilayah, ...]:
    """All provinces and kabupaten/kota in code order (a province stands before its members)."""
    return tuple(_upper().values())


@cache
def other_names() -> tuple[tuple[str, str], ...]:
    """(code, name) of former and customary names such as "DKI Jakarta"."""
    return tuple((row["kode"], row["nama"]) for row in _rows("nama-lain.csv"))


def find(code: str) -> Wilayah | None:
    """The province, kabupaten/kota or kecamatan with exactly this code."""
    return _kecamatan().get(code) if code.count(".") == 2 else _upper().get(code)


def children(code: str) -> tuple[Wilayah, ...]:
    """Regions directly below `code`; `""` gives the provinces."""
    return _children().get(code, ())


def moved(code: str) -> Moved | None:
    """What became of a former kabupaten/kota code, if it is one."""
    return _moved().get(code)


def former_codes() -> tuple[Moved, ...]:
    """All codes that are no longer in force, in code order."""
    return tuple(_moved().values())


@cache
def listed() -> tuple[Listed, ...]:
    """Provinces and kabupaten/kota of the lists of 2015 to 2025, in code order."""
    return tuple(
        Listed(row["kode"], row["nama"], int(row["daftar_pertama"]), int(row["daftar_terakhir"]))
        for row in _rows("riwayat.csv")
    )


@cache
def bps_pairs() -> tuple[tuple[str, str], ...]:
    """(BPS code, Kemendagri code) of the kabupaten/kota, in the order of the former."""
    return tuple((row["kode_bps"], row["kode"]) for row in _rows("bps.csv"))
