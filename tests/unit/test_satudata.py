"""Principles and metadata blocks of Satu Data Indonesia."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from lintas import satudata
from lintas.reader import read_json
from tests.unit.data_packages import ABOUT, KODE, NILAI, load, table

ROOT = Path(__file__).parents[2]


def scored(root, **about):
    fields = about.pop("fields", (KODE, NILAI))
    package = {**ABOUT, "resources": [table(fields, **about.pop("schema", {}))], **about}
    described = load(root, package, {"data/tabel.csv": "kode,nilai\na,1\n"})
    assert described.diagnostics == ()
    return described.value, {p.key: {f.key: (f.met, f.of) for f in p.facts} for p in satudata.score(described.value)}


def test_a_bare_description_is_told_what_is_open(tmp_path):
    dataset, found = scored(tmp_path)
    assert found["standar"] == {"konsep": (0, 2), "definisi": (0, 2), "ukuran": (0, 1), "satuan": (0, 1)}
    assert found["metadata"]["mskeg"] == (0, 1)
    assert found["interoperabilitas"] == {"terbuka": (1, 1), "skema": (1, 1), "kunci": (0, 1), "versi": (0, 1)}
    assert [advice.code for advice in satudata.advice(dataset)] == ["SDI201", "SDI202"]


def test_a_whole_description_meets_all(tmp_path):
    block = {"nama": "Kode", "akses-umum": True}
    code = {**KODE, "description": "Kode.", "x-konsep": "Kode", "x-msvar": block, "x-klasifikasi": "Daftar uji",
            "x-rujukan": {"dataset": "lain", "tabel": "tabel", "kolom": "kode"}}  # fmt: skip
    value = {**NILAI, "description": "Nilai.", "x-konsep": "Nilai", "x-ukuran": "jumlah", "x-satuan": "jiwa",
             "x-msvar": block, "x-msind": {"rumus": ["a", "b"]}, "x-indikator": "nilai"}  # fmt: skip
    roles = [{"title": "A", "role": "produsen-data"}, {"title": "B", "role": "walidata"}]
    dataset, found = scored(
        tmp_path, fields=(code, value), schema={"primaryKey": "kode"}, version="1.0.0", contributors=roles,
        **{"x-instansi": "a", "x-cakupan-waktu": {"mulai": "2024-01-01"}, "x-cakupan-wilayah": ["ID"],
           "x-frekuensi": "tahunan", "x-diperbarui": "2025-01-01", "x-mskeg": {"perencanaan": {"tujuan": "Uji."}}},
    )  # fmt: skip
    assert {key: fact for facts in found.values() for key, fact in facts.items() if fact[0] != fact[1]} == {}
    assert satudata.advice(dataset) == ()
    assert dataset.statistics[0].rows == (("perencanaan.tujuan", "Uji."),)
    assert dataset.resources[0].fields[1].statistics[1].rows == (("rumus", "a; b"),)


@pytest.mark.parametrize(
    ("level", "refers", "role", "fact"),
    [
        ("kabkota", False, "", (0, 1)), ("kabkota", True, "", (1, 1)), ("kabkota", False, "kode-wilayah", (1, 1)),
        (["provinsi", "kabkota"], False, "", None),  # no one table has codes of both levels
    ],
)  # fmt: skip
def test_tables_of_codes_should_refer_to_the_dataset_of_codes(tmp_path, level, refers, role, fact):
    code = {**KODE, "x-kode-wilayah": {"sistem": "kemendagri", "tingkat": level}}
    if refers:
        code["x-rujukan"] = {"dataset": "daftar", "tabel": "kabkota", "kolom": "kode"}
    _, found = scored(tmp_path, fields=(code, NILAI), **({"x-peran": role} if role else {}))
    assert found["kode_referensi"].get("tautan") == fact


@pytest.mark.parametrize(
    ("kind", "text", "codes"),
    [
        ("mskeg", "[]", ["SDI101"]), ("mskeg", '"x"', ["SDI101"]), ("mskeg", '{"desain": 1}', ["SDI101"]),
        ("mskeg", '{"desain": {"metode": {"a": {"b": {"c": 1}}}}}', ["SDI101"]),
        ("mskeg", '{"desain": {"cara": 5}}', ["SDI103"]), ("msvar", '{"nama": 5, "lain": ""}', ["SDI102", "SDI101"]),
        ("msind", '{"rumus": [1]}', ["SDI101"]), ("msvar", "{}", []), ("msvar", '{"nama": null}', ["SDI101"]),
    ],
)  # fmt: skip
def test_blocks_are_judged_by_their_schema(kind, text, codes):
    outcome = satudata.read(read_json(text, "x.json").value, kind, "x.json")
    assert [found.code for found in outcome.diagnostics] == codes
    assert all(found.span.line == 1 for found in outcome.diagnostics)


def test_the_published_schema_is_that_of_the_engine():
    path = ROOT / "docs" / "metadata-statistik.schema.json"
    command = [sys.executable, "-c", "import metadata_schema as m; print(m.written(), end='')"]
    made = subprocess.run(command, cwd=ROOT / "docs", capture_output=True, check=True)
    assert made.stdout.decode("utf-8") == path.read_text(encoding="utf-8"), "run: python docs/metadata_schema.py"
    assert set(json.loads(path.read_text(encoding="utf-8"))["$defs"]) == {"mskeg", "msvar", "msind"}
