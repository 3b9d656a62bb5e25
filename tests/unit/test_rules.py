"""Rules of agreement: exact sums, named rows and differences, tolerance; the shipped datasets keep theirs."""

import json
from pathlib import Path

import pytest

from lintas import datasets, rules
from lintas.model import Dataset, Source

ROOT = Path(__file__).parents[2]
NUMBERS = {"kode": "string", "kelompok": "string", "a": "number", "b": "number", "c": "number"}


def described(root: Path, slug: str) -> Dataset:
    folder = root / "datasets" / slug
    files = tuple(
        Source(path.relative_to(root).as_posix(), "dataset", "0", path.stat().st_size)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    )
    outcome = datasets.load(root, f"datasets/{slug}", files)
    assert outcome.value is not None
    assert not [d for d in outcome.diagnostics if d.code.startswith("ATU")]
    return outcome.value


def portal(root: Path, given: list[dict], tables: dict[str, str], slug: str = "uji", **field: str) -> Dataset:
    folder = root / "datasets" / slug
    (folder / "data").mkdir(parents=True)
    resources = []
    for name, text in tables.items():
        (folder / f"data/{name}.csv").write_text(text, encoding="utf-8")
        columns = text.splitlines()[0].split(",")
        fields = [{"name": c, "type": NUMBERS[c], **(field if NUMBERS[c] == "number" else {})} for c in columns]
        resources.append({"name": name, "path": f"data/{name}.csv", "schema": {"fields": fields}})
    package = {"name": slug, "x-aturan": given, "resources": resources}
    (folder / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    return described(root, slug)


def found(root: Path, *args: object, **field: str) -> list[tuple[str, int, str]]:
    dataset = portal(root, *args, **field)
    return [
        (d.code, d.span.line, dict(d.args).get("difference", ""))
        for d in rules.check_within(root, dataset, frozenset())
    ]


COLUMNS = {"jenis": "jumlah-kolom", "tabel": "t", "kolom": ["a", "b"], "seluruh": "c"}


@pytest.mark.parametrize(
    ("row", "tolerance", "expected"),
    [
        ("0.1,0.2,0.3", "0", []),  # as floats they would not agree
        ("0.1,0.2,0.4", "0", [("ATU201", 2, "-0.1")]),
        ("0.1,0.2,0.4", "0.1", []),
        ("99999999999999999999999999999,0.001,99999999999999999999999999999.001", "0", []),
        ("99999999999999999999999999999,0.001,99999999999999999999999999999", "0", [("ATU201", 2, "0.001")]),
        ("1,,1", "0", [("ATU208", 0, "")]),
        (",,", "0", []),
    ],
)
def test_columns(tmp_path, row, tolerance, expected):
    assert found(tmp_path, [{**COLUMNS, "toleransi": tolerance}], {"t": f"a,b,c\n{row}\n"}) == expected


def test_numbers_as_indonesians_write_them(tmp_path):
    table = 'a,b,c\n"1.234,5","0,5","1.235,0"\n"1.234,5","0,5","1.235"\n'
    assert found(tmp_path, [COLUMNS], {"t": table}, decimalChar=",", groupChar=".") == []


def test_lines_are_those_of_the_file(tmp_path):
    table = 'kode,a,b,c\n"x\ny",1,1,2\nz,1,1,3\n'
    assert found(tmp_path, [COLUMNS], {"t": table}) == [("ATU201", 4, "-1")]


REGIONS = {"jenis": "jumlah-wilayah", "tabel": "t", "induk": "u", "kolom": "a"}


def test_regions_add_up_to_the_region_above_and_provinces_to_the_nation(tmp_path):
    below, above = "kode,a\n32.01,1\n32.75,2\n33.01,4\n", "kode,a\n32,3\n33,5\n"
    assert found(tmp_path, [REGIONS], {"t": below, "u": above}) == [("ATU202", 3, "-1")]


def test_nation(tmp_path):
    tables = {"t": "kode,a\n32,3\n33,5\n", "u": "kode,a\nID,9\n"}
    assert found(tmp_path, [REGIONS], tables) == [("ATU202", 2, "-1")]


def test_one_table_may_hold_both_levels(tmp_path):
    table = "kode,a\nID,6\n32,6\n32.01,1\n32.75,5\n"
    assert found(tmp_path, [{**REGIONS, "induk": "t"}], {"t": table}) == []


def test_shares_of_groups(tmp_path):
    rule = {"jenis": "persen", "tabel": "t", "kolom": "a", "per": ["kelompok"], "toleransi": "0.1"}
    table = "kelompok,a\nx,33.3\nx,66.7\ny,50\ny,49\n"
    assert found(tmp_path, [rule], {"t": table}) == [("ATU206", 4, "-1")]


def test_equal_across_datasets(tmp_path):
    rule = {"jenis": "sama", "tabel": "t", "kolom": ["a"], "kunci": ["kode"],
            "dengan": {"dataset": "lain", "tabel": "u", "kolom": ["b"]}}  # fmt: skip
    other = portal(tmp_path, [], {"u": "kode,b\nx,1.0\ny,3\n"}, slug="lain")
    dataset = portal(tmp_path, [rule], {"t": "kode,a\nx,1\ny,2\nz,9\n"})
    assert rules.check_within(tmp_path, dataset, frozenset()) == ()
    (finding,) = rules.check_across(tmp_path, dataset, {"lain": other})
    assert (finding.code, finding.span.line, finding.related[0].line) == ("ATU207", 3, 3)


def test_tables_with_faults_of_their_own_are_left_alone(tmp_path):
    dataset = portal(tmp_path, [COLUMNS], {"t": "a,b,c\n1,1,3\n"})
    assert rules.check_within(tmp_path, dataset, frozenset(("datasets/uji/data/t.csv",))) == ()


@pytest.mark.parametrize(("slug", "count"), [("penduduk-2024", 4), ("luas-wilayah-2024", 2)])
def test_the_shipped_tables_keep_their_rules(slug, count):
    dataset = described(ROOT, slug)
    assert len(dataset.rules) == count
    assert rules.check_within(ROOT, dataset, frozenset()) == ()


def test_a_changed_cell_of_the_population_is_noticed_twice(tmp_path):
    folder = tmp_path / "datasets/penduduk-2024"
    for path in sorted((ROOT / "datasets/penduduk-2024").rglob("*")):
        if path.is_file():
            target = folder / path.relative_to(ROOT / "datasets/penduduk-2024")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    table = folder / "data/kabkota.csv"
    table.write_text(table.read_text().replace("Kabupaten Aceh Selatan,120041", "Kabupaten Aceh Selatan,120042"))
    dataset = described(tmp_path, "penduduk-2024")
    findings = rules.check_within(tmp_path, dataset, frozenset())
    assert [(d.code, d.span.path[-12:], d.span.line) for d in findings] == [
        ("ATU201", "/kabkota.csv", 2), ("ATU202", "provinsi.csv", 2)]  # fmt: skip
    assert {dict(d.args)["difference"] for d in findings} == {"1"}
