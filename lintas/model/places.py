"""Regions and metropolitan areas."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wilayah:
    """A region of the Kemendagri register. `code` is text such as "32.75"; `parent` is "" for a province."""

    code: str
    name: str  # full name, e.g. "Kota Bekasi"
    level: str  # provinsi | kabkota | kecamatan
    kind: str  # provinsi | kabupaten | kota | kecamatan
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Anggota:
    """One member of a metropolitan area, a row of the table `anggota` of the dataset with the role kawasan."""

    area: str  # slug
    area_name: str
    code: str
    partial: bool = False  # only a part of the regency belongs to it
    basis: str = ""
    certainty: str = ""
    status: str = ""  # whether the legal basis was found: dikutip | belum-ditemukan | belum-ada
    note: str = ""


@dataclass(frozen=True, slots=True)
class RincianKawasan:
    """A metropolitan area as a whole, a row of the table `kawasan` of the dataset with the role kawasan."""

    area: str  # slug
    kind: str = ""  # metropolitan | aglomerasi
    basis: str = ""
    status: str = ""
    note: str = ""
