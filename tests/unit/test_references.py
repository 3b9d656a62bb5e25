"""References between columns of datasets: values that must stand there, both ends on the pages, cache and `check`."""

import json
from dataclasses import replace

import pytest

from lintas import pipeline
from lintas.relate.anchors import column_anchor
from tests.test_invalid import NOW

FIELD = {"name": "kode", "type": "string", "x-rujukan": {"dataset": "daftar", "tabel": "kode", "kolom": "kode"}}


def package(name, table, fields):
    return {
        "name": name, "title": f"Data {name}", "description": "Contoh.", "version": "1.0.0",
        "licenses": [{"name": "CC-BY-4.0"}], "sources": [{"title": "Contoh"}], "contributors": [{"title": "Contoh"}],
        "resources": [{"name": table, "path": f"data/{table}.csv", "title": f"Tabel {table}",
                       "schema": {"fields": fields}}],
    }  # fmt: skip


def write(root, name, table, fields, rows):
    folder = root / "datasets" / name
    (folder / "data").mkdir(parents=True, exist_ok=True)
    (folder / "datapackage.json").write_text(json.dumps(package(name, table, fields), indent=1), encoding="utf-8")
    (folder / "data" / f"{table}.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")


@pytest.fixture
def options(tmp_path):
    root = tmp_path / "portal"
    (root / "content").mkdir(parents=True)
    (root / "content" / "situs.yaml").write_text("judul: Uji\nbase_url: https://uji.example/\n", encoding="utf-8")
    write(root, "daftar", "kode", [{"name": "kode", "type": "string"}], ["kode", "A1", "A2"])
    write(root, "ukuran", "nilai", [FIELD, {"name": "n", "type": "integer"}], ["kode,n", "A1,1", ",2", "A2,3"])
    return pipeline.Options(root=root, now=NOW, output=tmp_path / "_site", jobs=1)


def codes(result):
    return [d.code for d in result.diagnostics if not d.code.startswith("SDI")]


def test_values_that_stand_there_and_gaps_are_fine_and_both_pages_link(options):
    assert codes(pipeline.build(options)) == []
    there = (options.output / "data/daftar/index.html").read_text(encoding="utf-8")
    here = (options.output / "data/ukuran/index.html").read_text(encoding="utf-8")
    assert 'href="../../data/daftar/#kolom-kode.kode">Data daftar: Tabel kode</a>' in here
    assert 'href="../../data/ukuran/#kolom-nilai.kode">Data ukuran: Tabel nilai</a>' in there
    assert "Dirujuk oleh" in there
    assert 'id="kolom-kode.kode"' in there


def test_a_change_over_there_is_found_and_told_here(options):
    assert codes(pipeline.check(options)) == []
    write(options.root, "daftar", "kode", [{"name": "kode", "type": "string"}], ["kode", "A1"])
    found = pipeline.check(options).diagnostics
    assert [(d.code, str(d.span.path), d.span.line, d.span.column) for d in found] == [
        ("RUJ201", "datasets/ukuran/data/nilai.csv", 4, 1)
    ]
    assert codes(pipeline.check(options, ("datasets/ukuran",))) == ["RUJ201"]
    assert codes(pipeline.check(options, ("datasets/daftar",))) == []


def test_the_page_over_there_changes_with_the_reference(options):
    pipeline.build(options)
    plain = {"name": "kode", "type": "string"}
    write(options.root, "ukuran", "nilai", [plain, {"name": "n", "type": "integer"}], ["kode,n", "A1,1", ",2", "A2,3"])
    pipeline.build(options)
    assert "Dirujuk oleh" not in (options.output / "data/daftar/index.html").read_text(encoding="utf-8")
    again = replace(options, output=options.output.with_name("_baru"), cache=False)
    pipeline.build(again)
    name = "data/daftar/index.html"
    assert (again.output / name).read_bytes() == (options.output / name).read_bytes()


def test_a_broken_dataset_over_there_is_not_told_twice(options):
    (options.root / "datasets/daftar/datapackage.json").write_text("{", encoding="utf-8")
    assert {code[:3] for code in codes(pipeline.check(options))} == {"KFG"}


def test_numbers_are_compared_as_numbers(options):
    number = {**FIELD, "type": "number"}
    write(options.root, "daftar", "kode", [{"name": "kode", "type": "number"}], ["kode", "1.50", "20"])
    write(options.root, "ukuran", "nilai", [number, {"name": "n", "type": "integer"}], ["kode,n", "1.5,1", "20.0,2"])
    assert codes(pipeline.check(options)) == []


@pytest.mark.parametrize(("column", "anchor"), [("kode", "kolom-tabel.kode"), ("luas km", ""), ("a.b", "")])
def test_a_column_has_an_anchor_where_its_name_can_stand_in_an_address(column, anchor):
    assert column_anchor("tabel", column) == anchor
