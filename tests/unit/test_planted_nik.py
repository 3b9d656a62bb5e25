"""One NIK planted in a table, a text, a workbook and a photo's metadata: found in all four, echoed in no report."""

import io
import json

import pytest
from PIL import Image

from lintas import pipeline
from lintas.reporters import github_annotations, has_errors, json_lines, source_line, text_report, worded

NIK = "3275014507900001"  # made up: kecamatan 32.75.01, born on the fifth (a woman's day is 45)
NOW = "2026-01-01T00:00:00Z"
DESCRIPTOR = {
    "name": "data-uji", "title": "Data uji", "description": "Contoh.", "version": "1.0.0",
    "licenses": [{"name": "CC-BY-4.0"}], "sources": [{"title": "Contoh"}], "contributors": [{"title": "Contoh"}],
    "resources": [{"name": "tabel", "path": "data/tabel.csv", "schema": {"fields": [
        {"name": "kelompok", "type": "string"}, {"name": "catatan", "type": "string"}]}}],
}  # fmt: skip


def workbook() -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    book.active.append(["No.", "Nama", "Keterangan"])
    book.active.append([1, "Contoh", int(NIK)])
    hidden = book.create_sheet("Tersembunyi")
    hidden.sheet_state = "hidden"
    hidden["B7"] = NIK
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def photo() -> bytes:
    exif = Image.Exif()
    exif[0x010E] = f"KTP {NIK}"
    target = io.BytesIO()
    Image.new("RGB", (24, 16), "navy").save(target, "JPEG", exif=exif)
    return target.getvalue()


@pytest.fixture
def portal(tmp_path):
    files = {
        "content/situs.yaml": b"judul: Portal contoh\n",
        "content/siaran-pers/2025/contoh.md": (
            f"---\njudul: Contoh\ntanggal: 2025-07-04\n---\n\nPemohon ber-NIK {NIK[:6]} {NIK[6:12]} {NIK[12:]} hadir.\n"
        ).encode(),
        "content/media/lampiran.xlsx": workbook(),
        "content/media/foto.jpg": photo(),
        "datasets/data-uji/datapackage.json": json.dumps(DESCRIPTOR).encode(),
        "datasets/data-uji/data/tabel.csv": f"kelompok,catatan\na,biasa\nb,atas nama {NIK}\n".encode(),
    }
    for path, data in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    return tmp_path


def test_found_in_all_four_and_published_in_none(portal):
    result = pipeline.build(pipeline.Options(root=portal, now=NOW, output=portal / "_site", jobs=1))
    found = {(d.code, d.span.path) for d in result.diagnostics if d.code.startswith("PRI")}
    assert found == {
        ("PRI101", "content/siaran-pers/2025/contoh.md"),
        ("PRI111", "content/media/lampiran.xlsx"),
        ("PRI111", "content/media/foto.jpg"),
        ("PRI121", "datasets/data-uji/data/tabel.csv"),
    }
    assert has_errors(result.diagnostics)
    assert not (portal / "_site").exists()


@pytest.mark.parametrize("language", ["id", "en"])
def test_no_report_echoes_it(portal, language):
    found = pipeline.check(pipeline.Options(root=portal, now=NOW, jobs=1)).diagnostics
    reports = [
        text_report(found, language, excerpt=source_line(portal)),
        json_lines(found, language),
        github_annotations(found, language),
        repr(found),  # nor does any finding carry it
        repr([worded(d, language) for d in found]),
    ]
    for report in reports:
        digits = "".join(filter(str.isdigit, report.replace("PRI1", "")))
        assert NIK not in digits
        assert NIK[4:12] not in digits
        assert "3275" in report


def test_a_finding_of_another_kind_beside_it_does_not_echo_it_either(portal):
    table = portal / "datasets/data-uji/data/tabel.csv"
    table.write_text(f"kelompok,catatan\na,biasa\nb,{NIK},{NIK}\n", encoding="utf-8")
    descriptor = json.loads((portal / "datasets/data-uji/datapackage.json").read_text())
    descriptor["resources"][0]["schema"]["fields"][1]["constraints"] = {"maxLength": 5}
    (portal / "datasets/data-uji/datapackage.json").write_text(json.dumps(descriptor))
    found = pipeline.check(pipeline.Options(root=portal, now=NOW, jobs=1)).diagnostics
    assert any(d.code.startswith("TAB") for d in found)
    report = text_report(found, "id", excerpt=source_line(portal)) + json_lines(found, "id")
    assert NIK not in report
    assert NIK[4:] not in report
