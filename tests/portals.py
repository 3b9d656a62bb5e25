"""Small portals as plain values: path → bytes. Edits are functions of them; `write` brings a folder to that state."""

from __future__ import annotations

import functools
import hashlib
import json
import shutil
import struct
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from lintas import pipeline
from lintas.pipeline import Options, Result
from lintas.presenting import atlas
from lintas.views import TEMPLATES

NOW = "2026-01-01T00:00:00Z"
PLAIN_THEME = Path(__file__).parent / "golden" / "theme"
Portal = dict[str, bytes]

SETTINGS: dict[str, Any] = {
    "judul": "Portal Uji",
    "semboyan": "Kabar dan angka",
    "instansi": "pusat",
    "base_url": "https://uji.go.id/",
    "isi_per_halaman": 5,
    # Without the dataset of all releases: it changes with each, and would hide what else depends on one. Without the
    # search index and the offline edition, which tests of their own cover: they would be made in a thousand builds.
    "fitur": {
        "pencarian": False,
        "luring": "tidak",
        "xlsx": False,
        "parquet": False,
        "json": False,
        "zip": True,
        "peta": True,
        "data_siaran": False,
        "wilayah": "terkait",
    },
}


def settings(**changes: Any) -> bytes:
    """`content/situs.yaml`; JSON is YAML."""
    features = {**SETTINGS["fitur"], **changes.pop("fitur", {})}
    return dumped({**SETTINGS, **changes, "fitur": features})


def dumped(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def release(title: str, date: str, body: str = "Isi siaran.", **keys: Any) -> bytes:
    """A release in Markdown with its front matter."""
    front = {"judul": title, "tanggal": date, "ringkasan": f"Ringkasan {title}.", **keys}
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items()]
    return ("---\n" + "\n".join(lines) + f"\n---\n{body}\n").encode()


def release_path(year: str, slug: str) -> str:
    return f"content/siaran-pers/{year}/{slug}.md"


def field(name: str, kind: str = "string", **keys: Any) -> dict[str, Any]:
    return {"name": name, "type": kind, "title": name.capitalize(), "description": f"Arti {name}.", **keys}


def code_field(*levels: str) -> dict[str, Any]:
    return field("kode", **{"x-kode-wilayah": {"sistem": "kemendagri", "tingkat": list(levels)}})


def measure(name: str, unit: str) -> dict[str, Any]:
    return field(name, "number", **{"x-indikator": name, "x-agregat": "jumlah", "x-satuan": unit})


def table(name: str, fields: list[dict[str, Any]], **keys: Any) -> dict[str, Any]:
    schema = {"fields": fields, "missingValues": [""], **keys}
    return {
        "name": name, "path": f"data/{name}.csv", "title": f"Tabel {name}", "description": f"Baris {name}.",
        "format": "csv", "mediatype": "text/csv", "encoding": "utf-8", "profile": "tabular-data-resource",
        "schema": schema,
    }  # fmt: skip


def package(slug: str, resources: list[dict[str, Any]], **keys: Any) -> bytes:
    """A descriptor with all the metadata that a dataset should have."""
    return dumped({
        "name": slug, "title": f"Data {slug}", "description": f"Uraian {slug}. Kalimat kedua.", "version": "1.0.0",
        "licenses": [{"name": "CC-BY-4.0", "title": "CC BY 4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}],
        "sources": [{"title": "Catatan uji"}],
        "contributors": [{"title": "Pusat Uji", "role": "produsen-data", "x-instansi": "pusat"}],
        "keywords": ["uji"], "x-instansi": "pusat", "x-topik": ["penduduk"],
        "x-cakupan-waktu": {"mulai": "2024-01-01", "selesai": "2024-12-31"}, "x-cakupan-wilayah": ["32"],
        "x-frekuensi": "tahunan", "x-diperbarui": "2025-02-03", "x-klasifikasi": "berkala",
        "resources": resources, **keys,
    })  # fmt: skip


def rows(*lines: str) -> bytes:
    return ("\n".join(lines) + "\n").encode()


def square(code: str, east: float, north: float) -> dict[str, Any]:
    corners = [[east, north], [east + 1, north], [east + 1, north + 1], [east, north + 1], [east, north]]
    return {"type": "Feature", "properties": {"kode": code}, "geometry": {"type": "Polygon", "coordinates": [corners]}}


def boundaries(shift: float = 0.0) -> Portal:
    """The dataset with the role batas-wilayah: two provinces and three kabupaten/kota, each a square."""
    layers = {
        "provinsi": [square("32", 106 + shift, -7), square("36", 105, -7)],
        "kabkota": [square("32.16", 106 + shift, -7), square("32.75", 107, -7), square("36.71", 105, -7)],
    }
    resources = [
        {
            "name": name, "path": f"data/{name}.geojson", "title": f"Batas {name}", "description": "Garis batas.",
            "format": "geojson", "mediatype": "application/geo+json", "encoding": "utf-8",
        }
        for name in layers
    ]  # fmt: skip
    made = {
        f"datasets/batas/data/{name}.geojson": dumped({"type": "FeatureCollection", "features": features})
        for name, features in layers.items()
    }
    return made | {"datasets/batas/datapackage.json": package("batas", resources, **{"x-peran": "batas-wilayah"})}


def population() -> Portal:
    """People by region, with its own list of provinces and a foreign key to it."""
    figures = {"32.16": "3200000", "32.75": "2500000", "36.71": "1900000"}
    provinces = table(
        "provinsi", [code_field("provinsi"), field("nama"), measure("penduduk", "jiwa")], primaryKey="kode"
    )
    key = {"fields": "induk", "reference": {"resource": "provinsi", "fields": "kode"}}
    regencies = table(
        "kabkota",
        [code_field("kabkota"), field("induk"), measure("penduduk", "jiwa")],
        primaryKey="kode",
        foreignKeys=[key],
    )
    lines = [f"{code},{code[:2]},{value}" for code, value in figures.items()]
    bars = {"nama": "jiwa", "judul": "Penduduk", "jenis": "batang", "tabel": "kabkota", "x": "kode", "y": "penduduk"}
    below = {"data": "luas", "tabel": "kabkota", "kolom": "luas"}
    dense = {**bars, "nama": "padat", "jenis": "peta", "satuan": "jiwa per km²", "dibagi": below}
    return {
        "datasets/penduduk/datapackage.json": package("penduduk", [provinces, regencies], views=[bars, dense]),
        "datasets/penduduk/data/provinsi.csv": rows(
            "kode,nama,penduduk", "32,Jawa Barat,50000000", "36,Banten,12000000"
        ),
        "datasets/penduduk/data/kabkota.csv": rows("kode,induk,penduduk", *lines),
    }


def area(regencies: Mapping[str, str], slug: str = "luas") -> Portal:
    resource = table("kabkota", [code_field("kabkota"), measure("luas", "km²")], primaryKey="kode")
    lines = [f"{code},{value}" for code, value in regencies.items()]
    return {
        f"datasets/{slug}/datapackage.json": package(slug, [resource], **{"x-topik": ["ruang"]}),
        f"datasets/{slug}/data/kabkota.csv": rows("kode,luas", *lines),
    }


def metropolitan(basis: str = "Perpres 60/2020", partial: str = "0") -> Portal:
    """The dataset with the role kawasan: one area with two members."""
    names = ("kawasan", "nama_kawasan", "kode", "sebagian", "dasar", "keyakinan")
    fields = [code_field("kabkota") if name == "kode" else field(name) for name in names]
    return {
        "datasets/metropolitan/datapackage.json": package(
            "metropolitan", [table("anggota", fields)], **{"x-peran": "kawasan"}
        ),
        "datasets/metropolitan/data/anggota.csv": rows(
            ",".join(names),
            f"raya,Kawasan Raya,32.16,{partial},{basis},tinggi",
            f"raya,Kawasan Raya,32.75,0,{basis},tinggi",
        ),
    }


def topics(**descriptions: str) -> bytes:
    made = {"penduduk": "Soal penduduk.", "ruang": "Soal ruang.", **descriptions}
    return dumped([{"slug": slug, "nama": f"Topik {slug}", "uraian": text} for slug, text in made.items()])


def institution(name: str, **keys: Any) -> bytes:
    return dumped({"nama": name, "jenis": "lembaga", **keys})


def picture(shade: int = 255, width: int = 8, height: int = 6) -> bytes:
    """A grey PNG; of more than 240 pixels in width it is drawn in several sizes."""
    rows = zlib.compress((b"\0" + bytes([shade]) * width) * height)
    parts = ((b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)), (b"IDAT", rows), (b"IEND", b""))
    chunks = (struct.pack(">I", len(d)) + k + d + struct.pack(">I", zlib.crc32(k + d)) for k, d in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def page(title: str, body: str = "Isi halaman.\n\n## Bagian\n\nLagi.") -> bytes:
    return f"---\njudul: {json.dumps(title)}\nringkasan: Ringkasan halaman.\n---\n{body}\n".encode()


@functools.cache
def theme(folder: Path = PLAIN_THEME) -> Mapping[str, bytes]:
    """The plain theme. Its texts and templates are its own; what only the engine's theme has yet is added."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    made = {f"theme/{path.relative_to(folder).as_posix()}": path.read_bytes() for path in files}
    for language in ("id", "en"):
        name = f"i18n/{language}.yaml"
        texts = yaml.safe_load((pipeline.OWN_THEME / name).read_bytes()) | yaml.safe_load((folder / name).read_bytes())
        made[f"theme/{name}"] = "".join(
            f"{key}: {json.dumps(text, ensure_ascii=False)}\n" for key, text in texts.items()
        ).encode()
    for name in TEMPLATES.values():  # a page that only the engine's theme has yet is written down like any other
        made.setdefault(f"theme/templates/{name}", b'{% include "lembar.html" %}\n')
    return made


def routine() -> Portal:
    """Five releases of the same kind, so that lists have a second page."""
    keys: dict[str, Any] = {"topik": ["penduduk"], "instansi": ["kota"], "wilayah": ["32.75"]}
    return {release_path("2025", f"rutin-{n}"): release(f"Rutin {n}", f"2025-04-0{n}", **keys) for n in range(1, 6)}


def example() -> Portal:
    """A portal in which everything leads to everything: all kinds of content, on a plain theme."""
    from tests.frozen import frozen

    about = "Lihat [data](data:penduduk), [kota](wilayah:32.75), dan [siaran lain](siaran:satu#bagian)."
    return {
        "content/situs.yaml": settings(),
        "content/topik.yaml": topics(),
        "content/instansi/pusat.yaml": institution("Pusat Uji", singkatan="PU", situs="https://pusat.go.id/"),
        "content/instansi/kota.yaml": institution("Kota Uji", induk="pusat", wilayah="32.75", alias=["Kota Lama"]),
        "content/halaman/tentang.md": page("Tentang", "Baca [kabar](siaran:dua).\n\n## Bagian\n\nIsi."),
        "content/media/foto.png": picture(),
        release_path("2024", "satu"): release(
            "Kabar Satu", "2024-05-06", "## Bagian\n\nIsi [halaman](halaman:tentang#bagian).",
            instansi=["kota"], wilayah=["32.75"], topik=["penduduk"],
        ),
        release_path("2025", "dua"): release(
            "Kabar Dua", "2025-02-01", about, nomor="2/PU/2025", instansi=["pusat", "kota"], wilayah=["32.16", "36"],
            topik=["ruang", "penduduk"], dataset=["penduduk"],
            foto=[{"berkas": "foto.png", "teks_alternatif": "Rapat"}],
        ),
        release_path("2025", "tiga"): release(
            "Kabar Tiga", "2025-03-01", "Lihat [awal](siaran:satu).", topik=["penduduk"], wilayah=["32.16.01"]),
        **routine(),
        **population(), **area({"32.16": "1273.9", "32.75": "210.5", "36.71": "164.5"}), **metropolitan(),
        **boundaries(), **frozen(), **theme(),
    }  # fmt: skip


def write(portal: Mapping[str, bytes], root: Path) -> Path:
    """Bring the folder to that state, touching only what differs."""
    for top in ("content", "datasets", "theme"):
        for path in sorted((root / top, *(root / top).rglob("*")), reverse=True):
            if path.is_file() and path.relative_to(root).as_posix() not in portal:
                path.unlink()
            elif path.is_dir() and not any(path.iterdir()):
                path.rmdir()
    there = {name: (root / name).read_bytes() for name in portal if (root / name).is_file()}
    write_all({name: data for name, data in portal.items() if there.get(name) != data}, root)
    return root


def write_all(files: Mapping[str, bytes], folder: Path) -> None:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def build(root: Path, **options: Any) -> Result:
    options.setdefault("now", NOW)
    options.setdefault("jobs", 1)
    return pipeline.build(Options(root=root, **options))


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below `folder`."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def differences(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    """Paths in which two trees differ, for a short message; empty when they are equal byte for byte."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def scratch(root: Path, output: Path, **options: Any) -> Result:
    """The same portal built from nothing into a folder of its own, as a new process would: with no memory of maps."""
    atlas._kept.clear()
    shutil.rmtree(output, ignore_errors=True)
    return build(root, output=output, cache=False, **options)


def checksum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
