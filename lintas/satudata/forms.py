"""The forms of statistical metadata after Peraturan BPS 5/2020, as tables: sections, items, what each may hold (pure).

MS-Keg describes the activity by which data come about (sections I to VIII), MS-Var a variable, MS-Ind an indicator.
From these tables follow the JSON Schema in docs/, the reading of descriptors, and the labels on a dataset's page.
What a descriptor says anyway (title, description, x-konsep, type, x-satuan, …) need not be said again: see `DERIVED`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

KEYS: Mapping[str, str] = MappingProxyType({"mskeg": "x-mskeg", "msvar": "x-msvar", "msind": "x-msind"})


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a form. `kind` is text, flag, or a choice of `allowed` texts."""

    key: str
    label: str
    label_en: str
    kind: str = "text"
    allowed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    key: str
    label: str
    label_en: str
    items: tuple[Item, ...]


def _items(text: str) -> tuple[Item, ...]:
    """Lines "key | label | English label [| flag | or choices, separated by commas]"."""
    made = []
    for line in text.strip().splitlines():
        key, label, label_en, *rest = (part.strip() for part in line.split("|"))
        given = rest[0] if rest else "text"
        choices = () if given in ("text", "flag") else tuple(given.split(", "))
        made.append(Item(key, label, label_en, "choice" if choices else given, choices))
    return tuple(made)


ACTIVITY: tuple[Section, ...] = (
    Section("kegiatan", "Kegiatan", "Activity", _items("""
judul | Judul kegiatan | Title of the activity
tahun | Tahun kegiatan | Year
kode | Kode kegiatan | Code
rekomendasi | Identitas rekomendasi | Recommendation
""")),
    Section("penyelenggara", "I. Penyelenggara", "I. Organiser", _items("""
instansi | Instansi penyelenggara | Organising institution
alamat | Alamat lengkap | Address
telepon | Telepon | Telephone
surel | Surel | E-mail
""")),
    Section("penanggung-jawab", "II. Penanggung jawab", "II. Responsible", _items("""
unit | Unit penanggung jawab | Responsible unit
jabatan | Jabatan penanggung jawab teknis | Position of the technical head
surel | Surel unit | E-mail of the unit
""")),
    Section("perencanaan", "III. Perencanaan dan persiapan", "III. Planning and preparation", _items("""
latar-belakang | Latar belakang kegiatan | Background
tujuan | Tujuan kegiatan | Purpose
jadwal | Rencana jadwal kegiatan | Schedule
variabel | Variabel yang dikumpulkan | Variables collected
""")),
    Section("desain", "IV. Desain kegiatan", "IV. Design of the activity", _items("""
pelaksanaan | Kegiatan ini dilakukan | Carried out | sekali, berulang
frekuensi | Frekuensi penyelenggaraan | Frequency
tipe | Tipe pengumpulan data | Type of collection | longitudinal, cross-section, panel
wilayah | Cakupan wilayah | Regions covered
cara | Cara pengumpulan data | Way | pencacahan lengkap, survei sampel, kompilasi produk administrasi, cara lain
metode | Metode pengumpulan data | Method of collection
sarana | Sarana pengumpulan data | Means of collection
unit | Unit pengumpulan data | Unit of collection
""")),
    Section("sampel", "V. Desain sampel", "V. Sample design", _items("""
rancangan | Jenis rancangan sampel | Kind of sample design
pemilihan | Metode pemilihan sampel | Method of selection
kerangka | Kerangka sampel | Sampling frame
fraksi | Fraksi sampel | Sampling fraction
kesalahan | Perkiraan kesalahan sampling | Estimated sampling error
unit-sampel | Unit sampel | Sampling unit
unit-observasi | Unit observasi | Unit of observation
""")),
    Section("kualitas", "VI. Penjaminan kualitas", "VI. Quality assurance", _items("""
uji-coba | Melakukan uji coba | Pilot carried out | flag
pemeriksaan | Metode pemeriksaan kualitas pengumpulan data | Method of quality checks
nonrespons | Penyesuaian nonrespons | Adjustment for non-response | flag
petugas | Petugas pengumpulan data | Staff
pelatihan | Pelatihan petugas | Training of staff | flag
""")),
    Section("pengolahan", "VII. Pengolahan dan analisis", "VII. Processing and analysis", _items("""
tahapan | Tahapan pengolahan data | Steps of processing
analisis | Metode analisis | Method of analysis
unit | Unit analisis | Unit of analysis
penyajian | Tingkat penyajian hasil | Level of presentation
""")),
    Section("diseminasi", "VIII. Diseminasi hasil", "VIII. Dissemination", _items("""
produk | Produk kegiatan yang tersedia untuk umum | Products open to the public
jadwal | Rencana rilis produk kegiatan | Planned releases
""")),
)  # fmt: skip
VARIABLE = _items("""
nama | Nama variabel | Name of the variable
alias | Alias | Alias
konsep | Konsep | Concept
definisi | Definisi | Definition
referensi-pemilihan | Referensi pemilihan | Reason of choice
referensi-waktu | Referensi waktu | Time of reference
tipe-data | Tipe data | Data type
klasifikasi | Klasifikasi isian | Classification of values
aturan-validasi | Aturan validasi | Validation rule
kalimat-pertanyaan | Kalimat pertanyaan | Question asked
akses-umum | Dapat diakses umum | Open to the public | flag
""")
INDICATOR = _items("""
nama | Nama indikator | Name of the indicator
konsep | Konsep | Concept
definisi | Definisi | Definition
interpretasi | Interpretasi | Interpretation
rumus | Metode atau rumus penghitungan | Method or formula
ukuran | Ukuran | Measure
satuan | Satuan | Unit
klasifikasi | Klasifikasi penyajian | Classification of presentation
publikasi | Publikasi ketersediaan indikator | Publication
level-estimasi | Level estimasi | Level of estimation
akses-umum | Dapat diakses umum | Open to the public | flag
""")
FORMS: Mapping[str, tuple[Item, ...]] = MappingProxyType({"msvar": VARIABLE, "msind": INDICATOR})


def schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of the three blocks, each under `$defs`."""
    activity = {section.key: _object(section.items, section.label) for section in ACTIVITY}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Metadata statistik dalam datapackage.json",
        "description": "Blok x-mskeg (himpunan data), x-msvar dan x-msind (kolom) menurut Peraturan BPS 5/2020. "
        "Semua butir boleh kosong; yang belum ada dilaporkan sebagai saran.",
        "$defs": {
            "mskeg": {"type": "object", "properties": activity, "additionalProperties": False},
            "msvar": _object(VARIABLE, "Metadata variabel"),
            "msind": _object(INDICATOR, "Metadata indikator"),
        },
    }


def _object(items: tuple[Item, ...], title: str) -> dict[str, Any]:
    properties = {item.key: {"title": item.label, **_kind(item)} for item in items}
    return {"title": title, "type": "object", "properties": properties, "additionalProperties": False}


def _kind(item: Item) -> dict[str, Any]:
    if item.kind == "flag":
        return {"type": "boolean"}
    if item.kind == "choice":
        return {"enum": list(item.allowed)}
    return {"type": ["string", "array"], "items": {"type": "string"}}
