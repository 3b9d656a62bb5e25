"""Waivers from writing to the published report; contacts of the portal need none."""

import json

import pytest

from lintas import pipeline
from lintas.reporters import has_errors, text_report
from tests.unit.test_planted_nik import DESCRIPTOR, NIK, NOW, photo

WAIVER = {
    "kode": "PRI121", "kolom": "catatan", "berkas": "data/tabel.csv", "jabatan": "Walidata", "tanggal": "2025-07-01",
    "alasan": "Nomor perkara, bukan nomor induk kependudukan.",
}  # fmt: skip
FRONT = """---
judul: Contoh
tanggal: 2025-07-04
pengecualian:
  - kode: PRI111
    berkas: foto.jpg
    alasan: Nomor pada foto adalah contoh buatan.
    jabatan: Kepala Biro Humas
    tanggal: 2025-07-02
---

Hubungi 0812-3456-7890 atau humas.contoh@gmail.com.
"""


@pytest.fixture
def portal(tmp_path):
    descriptor = {**DESCRIPTOR, "x-pengecualian": [WAIVER]}
    files = {
        "content/situs.yaml": b"judul: Portal\nkontak: {surel: humas.contoh@gmail.com, telepon: 0812 3456 7890}\n",
        "content/siaran-pers/2025/contoh.md": FRONT.encode(),
        "content/media/foto.jpg": photo(),
        "datasets/data-uji/datapackage.json": json.dumps(descriptor).encode(),
        "datasets/data-uji/data/tabel.csv": f"kelompok,catatan\na,biasa\nb,{NIK}\n".encode(),
    }
    for path, data in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    return tmp_path


def build(portal):
    return pipeline.build(pipeline.Options(root=portal, now=NOW, output=portal / "_site", jobs=1))


def test_what_is_waived_is_published_with_its_reason(portal):
    result = build(portal)
    assert not has_errors(result.diagnostics), text_report(result.diagnostics)
    assert not [d for d in result.diagnostics if d.code.startswith("PRI")], text_report(result.diagnostics)
    report = (portal / "_site/laporan/index.html").read_text(encoding="utf-8")
    page = (portal / "_site/data/data-uji/index.html").read_text(encoding="utf-8")
    assert WAIVER["alasan"] in report
    assert WAIVER["alasan"] in page
    assert "Nomor pada foto adalah contoh buatan." in report
    assert "Kepala Biro Humas" in report
    assert "1 Juli 2025" in report
    assert NIK not in report
    assert NIK.encode() not in (portal / "_site/media/foto.jpg").read_bytes()


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        ("datasets/data-uji/datapackage.json", '"catatan", "berkas"', '"kelompok", "berkas"', "PRI121"),
        ("datasets/data-uji/datapackage.json", "data/tabel.csv", "data/lain.csv", "PRI121"),
        ("datasets/data-uji/datapackage.json", "2025-07-01", "2025-02-30", "DAT120"),
        ("content/siaran-pers/2025/contoh.md", "berkas: foto.jpg", "berkas: lain.jpg", "PRI111"),
        ("content/siaran-pers/2025/contoh.md", "kode: PRI111", "kode: PRI112", "PRI111"),
        ("content/siaran-pers/2025/contoh.md", "    jabatan: Kepala Biro Humas\n", "", "KFG130"),
        ("content/siaran-pers/2025/contoh.md", "kode: PRI111", "kode: TAB101", "PRI201"),
    ],
)
def test_a_waiver_covers_what_it_names_and_no_more(portal, path, old, new, code):
    text = (portal / path).read_text(encoding="utf-8")
    assert old in text
    place = text.rindex(old) if path.endswith(".md") else text.index(old, text.index("x-pengecualian"))
    (portal / path).write_text(text[:place] + new + text[place + len(old) :], encoding="utf-8")
    codes = {d.code for d in build(portal).diagnostics}
    assert code in codes
    assert not (portal / "_site").exists()


def test_what_a_release_waives_is_not_found_again_in_the_dataset_made_from_releases(portal):
    path = portal / "content/siaran-pers/2025/contoh.md"
    waiver = (
        """  - {kode: PRI101, alasan: Nomor contoh buatan saja., jabatan: Kepala Biro Humas, tanggal: 2025-07-02}\n"""
    )
    text = path.read_text(encoding="utf-8").replace(
        "pengecualian:\n", f"ringkasan: Nomor {NIK}.\npengecualian:\n{waiver}"
    )
    path.write_text(text, encoding="utf-8")
    assert not [d for d in build(portal).diagnostics if d.code.startswith("PRI")]
