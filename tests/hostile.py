"""A small sound portal, two plain faults to put beside anything else, and a way to run a portal given as values."""

import json

from lintas import pipeline
from lintas.reporters import has_errors
from tests.portals import picture

RELEASE = "content/siaran-pers/2025/rapat.md"
_DESCRIPTOR = {
    "name": "data",
    "title": "Data",
    "description": "Uraian.",
    "version": "1.0.0",
    "licenses": [{"name": "CC-BY-4.0"}],
    "sources": [{"title": "Sumber"}],
    "contributors": [{"title": "Kontributor"}],
    "resources": [
        {
            "name": "tabel",
            "path": "data/tabel.csv",
            "schema": {"fields": [{"name": "kode", "type": "string"}, {"name": "nilai", "type": "integer"}]},
        }
    ],
}


def descriptor(**changes):
    """A fresh, sound descriptor with some members replaced."""
    return {**json.loads(json.dumps(_DESCRIPTOR)), **changes}


PORTAL = {
    "content/situs.yaml": "judul: Portal\nfitur: {wilayah: tidak, xlsx: false, parquet: false}\n",
    "content/instansi/pusat.yaml": "nama: Badan Pusat\n",
    "content/topik.yaml": "- {slug: penduduk, nama: Penduduk}\n",
    "content/media/rapat.png": picture(),
    "content/halaman/tentang.md": "---\njudul: Tentang\n---\n[Topik](topik:penduduk) dan [rapat](siaran:rapat).\n",
    RELEASE: "---\njudul: Rapat\ntanggal: 2025-07-04\ninstansi: [pusat]\ntopik: [penduduk]\ndataset: [data]\n"
    "foto: [{berkas: rapat.png, teks_alternatif: Rapat di balai kota}]\n---\nIsi.\n",
    "datasets/data/datapackage.json": json.dumps(_DESCRIPTOR),
    "datasets/data/data/tabel.csv": "kode,nilai\na,1\n",
}
CANARIES = {
    "content/siaran-pers/2025/kenari.md": "---\ntanggal: 2025-07-04\n---\nIsi.\n",
    "datasets/kenari/datapackage.json": json.dumps(descriptor(name="kenari")),
    "datasets/kenari/data/tabel.csv": "kode,nilai\na,satu\n",
}
_SUNG = {("KFG130", "content/siaran-pers/2025/kenari.md"), ("TAB402", "datasets/kenari/data/tabel.csv")}


def write(root, files):
    """Put files below a folder; text as UTF-8."""
    for path, content in files.items():
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content if isinstance(content, bytes) else content.encode())


def run(folder, files):
    """Findings of a build of a portal with the canaries in it, which must have been found; nothing may be published."""
    write(folder / "portal", files)
    options = pipeline.Options(root=folder / "portal", now="2026-01-01T00:00:00Z", output=folder / "_site", jobs=1)
    found = pipeline.build(options).diagnostics
    assert has_errors(found)
    assert {(d.code, d.span.path) for d in found} >= _SUNG
    assert not (folder / "_site").exists()
    return found


def codes(found, family=""):
    return {d.code for d in found if d.code.startswith(family)}
