"""Made-up Data Packages in the form that Lintas wants: a table of figures by region and year."""

from __future__ import annotations

import csv
import json
import random
from pathlib import Path

import words

LEVELS = ("rendah", "sedang", "tinggi")
SIZES = ((100, 1000), (5000, 10000), (50000, 50000))  # rows, from small to large
WEIGHTS = (90, 8, 2)

FIELDS = (
    {
        "name": "kode",
        "type": "string",
        "title": "Kode wilayah",
        "description": "Kode Kemendagri.",
        "constraints": {"required": True},
        "x-kode-wilayah": {"sistem": "kemendagri", "tingkat": "kabkota"},
    },
    {"name": "nama", "type": "string", "title": "Nama wilayah", "description": "Nama resmi."},
    {"name": "baris", "type": "integer", "title": "Baris", "description": "Nomor urut.", "constraints": {"minimum": 1}},
    {"name": "tahun", "type": "year", "title": "Tahun", "description": "Tahun data."},
    {
        "name": "tingkat",
        "type": "string",
        "title": "Tingkat",
        "description": "Penggolongan.",
        "constraints": {"enum": list(LEVELS)},
    },
    {
        "name": "jumlah",
        "type": "integer",
        "title": "Jumlah",
        "description": "Banyaknya kejadian.",
        "constraints": {"minimum": 0, "maximum": 1000000},
        "x-satuan": "kejadian",
    },
    {"name": "nilai", "type": "number", "title": "Nilai", "description": "Nilai indeks.", "x-satuan": "poin"},
    {"name": "tanggal", "type": "date", "title": "Tanggal", "description": "Tanggal pencatatan."},
    {"name": "terverifikasi", "type": "boolean", "title": "Terverifikasi", "description": "Sudah diperiksa."},
)


def descriptor(slug: str, title: str) -> dict[str, object]:
    """A complete descriptor, in the order a person would write it."""
    return {
        "name": slug,
        "title": title,
        "description": f"{title} menurut wilayah dan tahun. Seluruh angka buatan, hanya untuk mengukur kecepatan.",
        "version": "1.0.0",
        "created": "2025-01-02",
        "licenses": [
            {"name": "CC0-1.0", "title": "CC0 1.0", "path": "https://creativecommons.org/publicdomain/zero/1.0/"}
        ],
        "sources": [{"title": "Pembangkit data buatan"}],
        "contributors": [
            {"title": words.INSTITUTIONS[2][1], "role": "produsen-data", "x-instansi": words.INSTITUTIONS[2][0]},
            {"title": words.INSTITUTIONS[0][1], "role": "walidata", "x-instansi": words.INSTITUTIONS[0][0]},
        ],
        "keywords": ["contoh"],
        "x-instansi": words.INSTITUTIONS[2][0],
        "x-topik": ["data-terbuka"],
        "x-cakupan-waktu": {"mulai": "2015-01-01", "selesai": "2024-12-31"},
        "x-cakupan-wilayah": ["ID"],
        "x-frekuensi": "tahunan",
        "x-diperbarui": "2025-01-02",
        "x-klasifikasi": "berkala",
        "resources": [
            {
                "name": "angka",
                "path": "data/angka.csv",
                "title": title,
                "description": "Satu baris untuk satu pencatatan.",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "profile": "tabular-data-resource",
                "type": "table",
                "schema": {"fields": list(FIELDS), "primaryKey": ["baris"], "missingValues": [""]},
            }
        ],
    }


def dataset(folder: Path, index: int, seed: int) -> None:
    """Write dataset number `index` below `folder`."""
    pick = random.Random(f"{seed}/dataset/{index}")
    low, high = pick.choices(SIZES, WEIGHTS)[0]
    name = pick.choice(words.OBJECTS)
    slug = "-".join(name.split()) + f"-{index:04d}"
    data = folder / slug / "data"
    data.mkdir(parents=True)
    text = json.dumps(descriptor(slug, f"{name[0].upper()}{name[1:]} {index}"), ensure_ascii=False, indent=2)
    (folder / slug / "datapackage.json").write_text(text + "\n", encoding="utf-8", newline="\n")
    with (data / "angka.csv").open("w", encoding="utf-8", newline="") as stream:
        out = csv.writer(stream, lineterminator="\n")
        out.writerow([field["name"] for field in FIELDS])
        for row in range(1, pick.randint(low, high) + 1):
            out.writerow(cells(pick, row))


def cells(pick: random.Random, row: int) -> list[object]:
    code, name = pick.choice(words.REGIONS)
    year = pick.randint(2015, 2024)
    return [
        code,
        name,
        row,
        year,
        pick.choice(LEVELS),
        pick.randint(0, 1000000),
        f"{pick.random() * 100:.2f}",
        f"{year}-{pick.randint(1, 12):02d}-{pick.randint(1, 28):02d}",
        pick.choice(("true", "false")),
    ]
