"""A portal with one large table: as many made-up villages as the country has, in its real kecamatan."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Iterator
from pathlib import Path

import lintas
from tests.portals import Portal, code_field, dumped, field, measure, package, settings, table

ROWS = 84_000
_REGISTER = Path(lintas.__file__).parent / "register" / "kecamatan.csv"
_FIRST = ("Suka", "Marga", "Karang", "Tanjung", "Wono", "Sido", "Banjar", "Muara", "Sungai", "Lubuk", "Pulau", "Gunung")
_LAST = ("maju", "jaya", "sari", "mulya", "rejo", "agung", "indah", "makmur", "asri", "raya", "baru", "harapan")
_SUFFIX = ("", " Barat", " Timur", " Utara", " Selatan", " Tengah", " I", " II", " Hilir", " Hulu")
_STATUS = ("desa", "kelurahan", "desa adat")
FIELDS = (
    code_field("desa"),
    field("nama"),
    field("kode_kecamatan", **{"x-kode-wilayah": {"sistem": "kemendagri", "tingkat": ["kecamatan"]}}),
    field("kecamatan"),
    field("provinsi"),
    field("jenis"),
    measure("penduduk", "jiwa") | {"type": "integer"},
    measure("keluarga", "keluarga") | {"type": "integer"},
    measure("luas", "km2"),
    measure("anggaran", "rupiah") | {"type": "number"},
    field("terlayani", "number", **{"x-satuan": "persen"}),
    field("diperbarui", "date"),
)  # fmt: skip


def lines(rows: int = ROWS) -> Iterator[tuple[str, ...]]:
    """The cells of each village, by its code; the same for the same number of rows."""
    chance = random.Random(84)
    with _REGISTER.open(encoding="utf-8", newline="") as file:
        districts = [(row["kode"], row["nama"]) for row in csv.DictReader(file)]
    each, over = divmod(rows, len(districts))
    for place, (code, name) in enumerate(districts):
        for number in range(each + (place < over)):
            people = chance.randrange(90, 21_000)
            yield (
                f"{code}.{2001 + number}",
                chance.choice(_FIRST) + chance.choice(_LAST) + chance.choice(_SUFFIX),
                code,
                name,
                code[:2],
                chance.choices(_STATUS, (80, 12, 8))[0],
                str(people),
                str(people // chance.randrange(3, 6)) if chance.random() > 0.02 else "",
                f"{chance.randrange(40, 90_000) / 1000:.3f}",
                f"{chance.randrange(10**12, 59 * 10**11) / 100:.2f}",
                f"{chance.randrange(0, 1001) / 10:.1f}",
                f"{chance.randrange(2019, 2025)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}",
            )


def content(rows: int = ROWS) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([each["name"] for each in FIELDS])
    writer.writerows(lines(rows))
    return text.getvalue().encode()


def portal(rows: int = ROWS) -> Portal:
    """Without costly outputs, on the engine's own theme."""
    off = dict.fromkeys(("xlsx", "parquet", "json", "zip", "peta", "kartu"), "tidak")
    described = package("desa", [table("desa", list(FIELDS), primaryKey="kode")], **{"x-topik": []})
    return {
        "content/situs.yaml": settings(fitur={**dict.fromkeys(off, False), "kartu": "tidak"}),
        "content/topik.yaml": dumped([]),
        "content/instansi/pusat.yaml": dumped({"nama": "Pusat Uji", "jenis": "lembaga"}),
        "datasets/desa/datapackage.json": described,
        "datasets/desa/data/desa.csv": content(rows),
    }
