"""From a target to a cell: what is asked, which row answers, and what the finding says where none does."""

from __future__ import annotations

import json

import pytest

from lintas import cli, pipeline, prose
from lintas.diagnostics import Span
from lintas.figures import Query, answers, parse, present_state, tables
from lintas.pipeline import Options
from lintas.presenting.figures import filled
from lintas.prose.links import unfilled
from tests import portals, repositories
from tests.unit import data_packages as packages

FIELDS = (
    {"name": "kode", "type": "string", "x-kode-wilayah": {"sistem": "kemendagri", "tingkat": "kabkota"}},
    {"name": "nama", "type": "string"},
    {"name": "nilai", "type": "number", "decimalChar": ",", "groupChar": ".", "x-satuan": "km2"},
    {"name": "hari", "type": "date", "format": "%d/%m/%Y"},
    {"name": "benar", "type": "boolean"},
    {"name": "a.b c", "type": "string"},
)
ROWS = (
    "kode,nama,nilai,hari,benar,a.b c\n"
    '32.75,Kota Bekasi,"2.113,5",04/07/2025,true,x&y=z#1\n'
    '11.10,Kabupaten Bireuen,12,,false,tanda "kutip" | (kurung)\n'
    "32.76,Kota Depok,-,05/07/2025,1,%\n"
)


def ask(target):
    return parse(f"angka:{target}", Span("naskah.md", 1, 1))


def found(tmp_path, query, fields=FIELDS, rows=ROWS, **schema):
    given = {"missingValues": ["", "-"], "primaryKey": ["kode"], **schema}
    package = {**packages.ABOUT, "resources": [packages.table(fields, **given)]}
    dataset = packages.load(tmp_path, package, {"data/tabel.csv": rows}).value
    made = tables(present_state(tmp_path, dataset), (tmp_path, dataset))
    return answers(made, [query], "2024-12-31")[0]


def query(column="nilai", table="", **keys):
    return Query("uji", table, column, tuple(sorted(keys.items())))


@pytest.mark.parametrize(
    ("target", "asked"),
    [
        ("uji/nilai", Query("uji", "", "nilai")),
        ("uji/tabel.nilai?a=1&b=2", Query("uji", "tabel", "nilai", (("a", "1"), ("b", "2")))),
        ("uji/nilai?tahun=2024&kode=32.75", Query("uji", "", "nilai", (("kode", "32.75"), ("tahun", "2024")))),
        ("uji/a%2Eb%20c?nama=Kota%20Bekasi", Query("uji", "", "a.b c", (("nama", "Kota Bekasi"),))),
        ("uji/nilai?x=a%26b%3Dc%23d%25e", Query("uji", "", "nilai", (("x", "a&b=c#d%e"),))),
        ("uji/nilai?x=a=b+c", Query("uji", "", "nilai", (("x", "a=b+c"),))),
        ("uji/nilai?%73atuan=kg&satuan=tidak", Query("uji", "", "nilai", (("satuan", "kg"),))),
        ("uji/nilai?versi=1.0.0", Query("uji", "", "nilai", (), "1.0.0")),
    ],
)  # fmt: skip
def test_a_target_is_taken_apart_at_its_own_signs(target, asked):
    assert ask(target).value.query == asked


@pytest.mark.parametrize(
    "target",
    [
        "", "uji", "uji/", "/nilai", "uji/a/b", "uji/.nilai", "uji/tabel.", "uji/nilai?kode", "uji/nilai?kode=",
        "uji/nilai?=1", "uji/nilai?a=1&a=2", "uji/nilai?a=1&&b=2", "uji/nilai#a", "uji/nilai?a=%", "uji/nilai?a=%ff",
        "uji/nilai?a=%00", "uji/nilai?a=b c", 'uji/nilai?a="b"', "uji/nilai?a=<script>", "uji/nilai?a=" + "1" * 1000,
        "uji/nilai?" + "&".join(f"k{n}=1" for n in range(13)), "uji/nilai?desimal=1&desimal=2",
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused(target):
    outcome = ask(target)
    assert (outcome.value, [d.code for d in outcome.diagnostics]) == (None, ["ANG101"])


@pytest.mark.parametrize("option", ["bentuk=indah", "desimal=x", "desimal=10", "desimal=", "satuan=kg", "versi=../.."])
def test_an_option_has_its_values(option):
    assert [d.code for d in ask(f"uji/nilai?{option}").diagnostics] == ["ANG110"]


def test_a_number_is_read_by_the_signs_of_its_column(tmp_path):
    cell = found(tmp_path, query(kode="32.75")).cell
    assert (cell.kind, cell.value, cell.unit, cell.row, cell.name) == ("number", "2113.5", "km2", 1, "Kota Bekasi")
    assert cell.keys == (("kode", "32.75"),)


def test_any_columns_may_tell_the_row_and_the_key_names_it(tmp_path):
    cell = found(tmp_path, query("hari", nama="Kota Bekasi", benar="true")).cell
    assert (cell.kind, cell.value, cell.keys) == ("date", "2025-07-04", (("kode", "32.75"),))
    assert found(tmp_path, query("benar", kode="32.76")).cell.value == "true"


def test_strange_names_and_values_can_be_reached(tmp_path):
    asked = ask("uji/a%2Eb%20c?kode=11.10").value.query
    assert found(tmp_path, asked).cell.value == 'tanda "kutip" | (kurung)'
    asked = ask("uji/nama?a%2Eb%20c=x%26y%3Dz%231").value.query
    assert found(tmp_path, asked).cell.value == "Kota Bekasi"


@pytest.mark.parametrize(
    ("given", "code", "hint"),
    [
        (query(kode="11.1"), "ANG106", "kode=11.10"),
        (query(kode="3275"), "ANG106", "kode=32.75"),
        (query(nama="Kota Bekas"), "ANG106", "nama=Kota Bekasi"),
        (query(nama="Kota Bekasi", kode="32.76"), "ANG106", "–"),
        (query(kode="99.99"), "ANG106", "–"),
        (query("nilaii", kode="32.75"), "ANG104", "nilai"),
        (query(kod="32.75"), "ANG105", "kode"),
        (query(table="tabl", kode="32.75"), "ANG103", "tabel"),
    ],
)
def test_what_was_probably_meant_is_said(tmp_path, given, code, hint):
    answer = found(tmp_path, given)
    assert (answer.problem, dict(answer.facts)["hint"]) == (code, hint)


def test_several_rows_and_empty_cells_are_no_answer(tmp_path):
    answer = found(tmp_path, query())
    assert (answer.problem, dict(answer.facts)["count"], dict(answer.facts)["columns"]) == ("ANG107", "3", "kode")
    assert found(tmp_path, query(kode="32.76")).problem == "ANG109"
    assert found(tmp_path, query(), rows=ROWS.split("11.10")[0]).cell.value == "2113.5"


def test_other_dialects_are_read_as_the_checks_read_them(tmp_path):
    package = {**packages.ABOUT, "resources": [packages.table() | {"dialect": {"delimiter": ";", "commentChar": "#"}}]}
    dataset = packages.load(tmp_path, package, {"data/tabel.csv": "kode;nilai\n# catatan\na;1\nb;2\n"}).value
    made = tables(present_state(tmp_path, dataset), (tmp_path, dataset))
    assert answers(made, [query(kode="b")])[0].cell.value == "2"


def test_a_figure_in_prose_keeps_its_words_and_an_empty_one_its_target():
    target = "angka:uji/nilai?kode=1&region=2&copy=3"
    made = prose.convert(f"Ada [**2** jiwa]({target}) dan []({target}).", "naskah.md", 1)
    assert made.diagnostics == ()
    assert [ref.text for ref in made.value.links] == [target, target]  # no sign of HTML is seen in "&region"
    assert [(each.slot, each.text) for each in made.value.bindings] == [(0, "2 jiwa"), (1, "")]
    assert made.value.text == f"Ada 2 jiwa dan {unfilled(target)}."
    assert filled(made.value.html, ()) == made.value.html


def test_figures_work_in_lists_tables_and_notes():
    body = "- [1](angka:a/b)\n\n| a |\n| --- |\n| [](angka:a/b?c=d%7Ce) |\n\nLihat.[^1]\n\n[^1]: Ada [](angka:a/b)."
    made = prose.convert(body, "naskah.md", 1).value
    assert [each.text for each in made.bindings] == ["1", "", ""]


ABOUT_PEOPLE = (
    "Ada [2,5 juta jiwa](angka:penduduk/kabkota.penduduk?kode=32.75) dan [](angka:penduduk/provinsi.penduduk?kode=32)."
)


@pytest.fixture
def portal(tmp_path):
    made = portals.example() | {
        portals.release_path("2025", "angka"): portals.release("Angka", "2025-06-01", ABOUT_PEOPLE)
    }
    kept = {path: data for path, data in made.items() if not path.startswith(("theme/", "content/media/"))}
    kept[portals.release_path("2025", "dua")] = portals.release("Kabar Dua", "2025-02-01")
    return portals.write(kept, tmp_path / "portal")


def check(root, **options):
    result = pipeline.check(Options(root=root, now=portals.NOW, jobs=1, **options))
    return [d for d in result.diagnostics if d.code.startswith("ANG")]


def revise(root, old="32.75,32,2500000", new="32.75,32,2510000"):
    file = root / "datasets/penduduk/data/kabkota.csv"
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_since_names_each_text_that_quotes_a_changed_cell(portal):
    assert check(portal) == []
    repositories.commit(portal)
    assert check(portal, since="HEAD") == []
    revise(portal)
    (diagnostic,) = check(portal, since="HEAD")
    assert (diagnostic.code, diagnostic.span.path) == ("ANG301", "content/siaran-pers/2025/angka.md")
    assert dict(diagnostic.args)["old"] == "2.500.000 jiwa"
    assert dict(diagnostic.args)["new"] == "2.510.000 jiwa"


def test_since_says_nothing_of_other_cells_and_of_rows_that_moved(portal):
    repositories.commit(portal)
    revise(portal, "32.16,32,3200000\n32.75,32,2500000\n", "32.75,32,2500000\n32.16,32,3300000\n")
    assert check(portal, since="HEAD") == []


def test_a_frozen_version_can_go_on_being_quoted(portal, capsys):
    assert cli.main(["release-dataset", "penduduk", "--root", str(portal)]) == 0
    file = portal / portals.release_path("2025", "angka")
    revise(portal, "2500000", "2600000")
    revise(portal, "3200000", "3100000")
    assert cli.main(["release-dataset", "penduduk", "--to", "1.1.0", "--root", str(portal)]) == 0
    assert "ANG301" in capsys.readouterr().err
    assert [d.code for d in check(portal)] == ["ANG201"]
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("penduduk?kode=32.75", "penduduk?kode=32.75&versi=1.0.0"), encoding="utf-8")
    assert check(portal) == []


def test_a_table_that_cannot_be_read_is_reported_once(portal):
    revise(portal, "2500000", "banyak")
    assert check(portal) == []
    package = portal / "datasets/penduduk/datapackage.json"
    package.write_text(json.dumps({}), encoding="utf-8")
    assert check(portal) == []
