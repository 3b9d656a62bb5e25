"""Authored key ↔ name in the code, once. What an author types is Indonesian; fields of `model` are English.

Standards keep their own spelling (`title`, `licenses` of a Data Package); only the extensions of Lintas stand here.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from lintas.vocabulary.tried import TRIED

_Table = Mapping[str, str]

SETTINGS: _Table = MappingProxyType(
    {
        "judul": "title",
        "semboyan": "tagline",
        "lambang": "logo",
        "instansi": "agency",
        "base_url": "base_url",
        "kontak": "contact",
        "keamanan": "security",
        "bahasa": "languages",
        "lisensi": "licence",
        "profil_nomor": "number_profile",
        "demonstrasi": "demonstration",
        "fitur": "features",
        "isi_per_halaman": "page_size",
        "judul_en": "title_en",
        "semboyan_en": "tagline_en",
    }
)
FEATURES: _Table = MappingProxyType(
    {
        "xlsx": "xlsx",
        "parquet": "parquet",
        "json": "json",
        "zip": "zip",
        "peta": "maps",
        "foto": "photos",
        "kartu": "cards",
        "pdf": "pdf",
        "keaslian": "authenticity",
        "pencarian": "search",
        "jelajah": "explorer",
        "luring": "offline",
        "wilayah": "regions",
        "data_siaran": "release_dataset",
    }
)
SECURITY: _Table = MappingProxyType({"kontak": "contacts", "kedaluwarsa": "expires", "kebijakan": "policy"})
CONTACT: _Table = MappingProxyType(
    {"nama": "name", "unit": "unit", "surel": "email", "telepon": "phone", "alamat": "address"}
)
RELEASE: _Table = MappingProxyType(
    {
        "judul": "title",
        "nomor": "numbers",
        "tanggal": "published",
        "tempat": "place",
        "tanggal_peristiwa": "event",
        "ringkasan": "summary",
        "instansi": "institutions",
        "wilayah": "regions",
        "topik": "topics",
        "peraturan": "regulations",
        "orang": "people",
        "foto": "photos",
        "dataset": "datasets",
        "narahubung": "contacts",
        "klasifikasi": "classification",
        "bahasa": "language",
        "status": "status",
        "pengecualian": "waivers",
        "embargo": "embargo",
        "koreksi": "corrections",
        "pencabutan": "withdrawal",
        "pengganti": "successor",
        "alamat_lama": "former",
        "terjemahan_dari": "translates",
    }
)
CORRECTION: _Table = MappingProxyType(
    {
        "tanggal": "date",
        "semula": "old",
        "menjadi": "new",
        "alasan": "reason",
        "bobot": "weight",
        "sidik_semula": "former",
    }
)
WITHDRAWAL: _Table = MappingProxyType({"tanggal": "date", "alasan": "reason", "sidik_semula": "former"})
WAIVER: _Table = MappingProxyType(
    {"kode": "code", "berkas": "file", "alasan": "reason", "jabatan": "role", "tanggal": "date"}
)
DATASET_WAIVER: _Table = MappingProxyType({**WAIVER, "kolom": "column"})
RULE: _Table = MappingProxyType(
    {
        "jenis": "kind",
        "nama": "label",
        "tabel": "resource",
        "kolom": "columns",
        "seluruh": "total",
        "kode": "code",
        "induk": "other_resource",
        "nilai": "values",
        "per": "group",
        "kunci": "keys",
        "dengan": "other",
        "toleransi": "tolerance",
    }
)
RULE_OTHER: _Table = MappingProxyType(
    {"dataset": "other_dataset", "tabel": "other_resource", "kolom": "other_columns", "kunci": "other_keys"}
)
EVENT: _Table = MappingProxyType({"mulai": "event_start", "selesai": "event_end"})
REGULATION: _Table = MappingProxyType({"singkat": "short", "judul": "title", "tautan": "url"})
PERSON: _Table = MappingProxyType({"nama": "name", "jabatan": "role", "instansi": "institution"})
PHOTO: _Table = MappingProxyType({"berkas": "file", "teks_alternatif": "alt", "takarir": "caption", "kredit": "credit"})
PAGE: _Table = MappingProxyType(
    {
        "judul": "title",
        "ringkasan": "summary",
        "diperbarui": "updated",
        "pengecualian": "waivers",
        "bahasa": "language",
        "terjemahan_dari": "translates",
        "pengalihan": "former",
    }
)
INSTITUTION: _Table = MappingProxyType(
    {
        "nama": "name",
        "singkatan": "short_name",
        "jenis": "kind",
        "induk": "parent",
        "wilayah": "region",
        "situs": "website",
        "uraian": "description",
        "alias": "aliases",
        "profil_nomor": "number_profile",
        "nama_en": "name_en",
        "singkatan_en": "short_name_en",
        "uraian_en": "description_en",
        "pengalihan": "former",
    }
)
TERMS: _Table = MappingProxyType(
    {"nama": "names", "diizinkan": "permitted", "singkatan": "abbreviations", "hindari": "avoided"}
)
TERM_AVOIDED: _Table = MappingProxyType({"tulisan": "form", "ganti": "better"})
TOPIC: _Table = MappingProxyType(
    {
        "slug": "slug",
        "nama": "name",
        "uraian": "description",
        "tema_eu": "theme",
        "nama_en": "name_en",
        "uraian_en": "description_en",
        "pengalihan": "former",
    }
)
AGENDA: _Table = MappingProxyType(
    {
        "slug": "slug",
        "judul": "title",
        "jenis": "kind",
        "mulai": "start",
        "selesai": "end",
        "status": "status",
        "diumumkan": "announced",
        "alasan": "reason",
        "siaran": "release",
        "dataset": "dataset",
        "instansi": "institution",
        "wilayah": "regions",
        "tempat": "place",
        "uraian": "description",
        "perubahan": "changes",
    }
)
AGENDA_CHANGE: _Table = MappingProxyType({"tanggal": "date", "semula": "before", "alasan": "reason"})
DATASET: _Table = MappingProxyType(
    {
        "x-instansi": "institution",
        "x-topik": "topics",
        "x-cakupan-waktu": "temporal",
        "x-cakupan-wilayah": "spatial",
        "x-frekuensi": "frequency",
        "x-diperbarui": "updated",
        "x-klasifikasi": "classification",
        "x-catatan": "notes",
        "x-peran": "role",
        "x-aturan": "rules",
        "x-pengecualian": "waivers",
        "views": "views",
        "x-mskeg": "statistics",
        "x-pengalihan": "former",
        "x-terjemahan": "translations",
    }
)
VIEW: _Table = MappingProxyType(
    {
        "nama": "name",
        "judul": "title",
        "jenis": "kind",
        "tabel": "table",
        "x": "x",
        "y": "y",
        "warna": "colour",
        "satuan": "unit",
        "urut": "order",
        "batas": "limit",
        "saring": "where",
        "dibagi": "divisor",
        "kolom": "columns",
    }
)
DIVISOR: _Table = MappingProxyType({"data": "dataset", "tabel": "table", "kolom": "column"})
TEMPORAL: _Table = MappingProxyType({"mulai": "temporal_start", "selesai": "temporal_end"})
CONTRIBUTOR: _Table = MappingProxyType({"x-instansi": "institution"})
FIELD: _Table = MappingProxyType(
    {
        "x-konsep": "concept",
        "x-satuan": "unit",
        "x-kode-wilayah": "region",
        "x-indikator": "indicator",
        "x-agregat": "aggregate",
        "x-ukuran": "measure",
        "x-klasifikasi": "classification",
        "x-rujukan": "references",
        "x-msvar": "variable",
        "x-msind": "indicator_metadata",
    }
)
FIELD_REFERENCE: _Table = MappingProxyType({"dataset": "dataset", "tabel": "table", "kolom": "column"})
FIELD_REGION: _Table = MappingProxyType(
    {
        "sistem": "region_system",
        "tingkat": "region_level",
        "nama": "name_column",
        "berlaku": "validity",
        "tanggal": "date",
        "kolom_tanggal": "date_column",
    }
)

FIGURE: _Table = MappingProxyType({"bentuk": "kind", "desimal": "places", "satuan": "unit", "versi": "version"})

TABLES: Mapping[str, _Table] = MappingProxyType(
    {
        "situs": SETTINGS,
        "situs.fitur": FEATURES,
        "situs.kontak": CONTACT,
        "situs.keamanan": SECURITY,
        "siaran-pers": RELEASE,
        "angka": FIGURE,
        "siaran-pers.tanggal_peristiwa": EVENT,
        "siaran-pers.peraturan": REGULATION,
        "siaran-pers.orang": PERSON,
        "siaran-pers.foto": PHOTO,
        "siaran-pers.narahubung": CONTACT,
        "siaran-pers.pengecualian": WAIVER,
        "siaran-pers.koreksi": CORRECTION,
        "siaran-pers.pencabutan": WITHDRAWAL,
        "halaman": PAGE,
        "halaman.pengecualian": WAIVER,
        "instansi": INSTITUTION,
        "topik": TOPIC,
        "istilah": TERMS,
        "istilah.hindari": TERM_AVOIDED,
        "jadwal": AGENDA,
        "jadwal.perubahan": AGENDA_CHANGE,
        "datapackage": DATASET,
        "datapackage.x-cakupan-waktu": TEMPORAL,
        "datapackage.contributors": CONTRIBUTOR,
        "datapackage.x-aturan": RULE,
        "datapackage.x-aturan.dengan": RULE_OTHER,
        "datapackage.x-pengecualian": DATASET_WAIVER,
        "datapackage.views": VIEW,
        "datapackage.views.dibagi": DIVISOR,
        "datapackage.resources.schema.fields": FIELD,
        "datapackage.resources.schema.fields.x-rujukan": FIELD_REFERENCE,
        "datapackage.resources.schema.fields.x-kode-wilayah": FIELD_REGION,
    }
)


def synonyms(table: _Table) -> dict[str, str]:
    """Words that may be tried for the keys of `table`, each with the right key; for `Map.unknown`."""
    tried = {word: key for word, key in TRIED.items() if key in table}
    return {**tried, **{name: key for key, name in table.items()}}
