"""Columns of region codes: declared, undeclared, and those that only look alike."""

from pathlib import Path

import pytest

from tests.unit.data_packages import check, table

DAMAGED = Path(__file__).parents[1] / "invalid/WIL101-luas-mentah/input/datasets/luas-mentah/data/luas.csv"
NAMA = {"name": "nama", "type": "string"}
LUAS = {"name": "luas_km2", "type": "number"}


def kode(name="kode", kind="string", **role):
    field = {"name": name, "type": kind}
    return {**field, "x-kode-wilayah": role} if role else field


def findings(diagnostics):
    return [(one.code, one.span.line, dict(one.args).get("proposed", "")) for one in diagnostics]


@pytest.mark.parametrize("field", [kode(), kode(sistem="kemendagri"), kode(tingkat=["provinsi", "kabkota"])])
def test_the_damaged_area_file_is_refused_with_its_five_repairs(tmp_path, field):
    found, _ = check(tmp_path, table((field, NAMA, LUAS)), DAMAGED.read_bytes())
    assert findings(found) == [
        ("WIL101", 12, "11.10"),
        ("WIL101", 36, "12.10"),
        ("WIL101", 46, "12.20"),
        ("WIL101", 90, "14.10"),
        ("WIL101", 166, "31"),
    ]


def test_an_undeclared_code_column_typed_as_number(tmp_path):
    found, _ = check(tmp_path, table((kode(kind="number"), NAMA, LUAS)), DAMAGED.read_bytes())
    assert [one.code for one in found].count("WIL101") == 5
    assert [one.span.path for one in found if one.code == "WIL112"] == ["datasets/uji/datapackage.json"]


@pytest.mark.parametrize(
    "text",
    [
        "kode,nama\n1,a\n2,b\n3,c\n",  # ordinals
        "kode,nama\nA01,a\nA02,b\nA03,c\n",  # another system
        "kode,nama\n01.11,a\n01.12,b\n01.13,c\n01.19,d\n",  # an industry classification
        "kode,nama\n11.01,a\n",  # too few to be sure
        "kode,nama\n11.01,Pegawai\n11.02,Barang\n11.03,Modal\n11.04,Hibah\n11.99,Lain\n",  # a chart of accounts
    ],
)
def test_other_codes_are_left_alone(tmp_path, text):
    assert check(tmp_path, table((kode(), NAMA)), text)[0] == ()


@pytest.mark.parametrize("system", ["bps", "bukan"])
def test_a_column_of_another_system_is_left_alone(tmp_path, system):
    field = kode("kode_kabkota", sistem=system)
    assert check(tmp_path, table((field, NAMA)), "kode_kabkota,nama\n1101,Kabupaten Simeulue\n")[0] == ()


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("32.75,Kabupaten Bekasi", "WIL107"),
        ("34.04,Kota Sleman", "WIL108"),
        ("11.01,Kabupaten Simeulue", "WIL109"),
        ("32,Jawa Barat", "WIL110"),
        ("99.01,Entah", "WIL104"),
        ("92.71,Kota Sorong", "WIL106"),
    ],
)
def test_each_fault_of_a_declared_column(tmp_path, row, code):
    found, _ = check(tmp_path, table((kode(tingkat="kabkota"), NAMA)), f"kode,nama\n{row}\n")
    assert [(one.code, one.span.line, one.span.column) for one in found] == [(code, 2, 1)]
    assert dict(found[0].args)["at"] == "kode [1]"


def test_the_name_stands_in_its_own_column(tmp_path):
    fields = (kode("kode_kabkota", tingkat="kabkota"), kode("kode_provinsi"), {"name": "nama_kabkota"}, NAMA)
    text = "kode_kabkota,kode_provinsi,nama_kabkota,nama\n32.75,32,Kota Bekasi,Kabupaten Bogor\n"
    assert check(tmp_path, table(fields), text)[0] == ()


def test_codes_hold_on_the_date_of_the_data(tmp_path):
    resource = table((kode(tingkat="kabkota"), NAMA))
    text = "kode,nama\n92.71,Kota Sorong\n"
    then = {"x-cakupan-waktu": {"mulai": "2019-01-01"}}
    assert check(tmp_path, resource, text, **then)[0] == ()
    assert findings(check(tmp_path, resource, text)[0]) == [("WIL106", 2, "96.71")]


def test_a_row_has_its_own_year(tmp_path):
    fields = ({"name": "tahun", "type": "year"}, kode(tingkat="kabkota"))
    found, _ = check(tmp_path, table(fields), "tahun,kode\n2019,92.71\n2025,92.71\n2025,96.71\n")
    assert findings(found) == [("WIL106", 3, "96.71"), ("WIL119", 1, "")]  # and the series crosses 2022


def test_a_column_may_hold_codes_of_the_past(tmp_path):
    field = kode(tingkat="kabkota", berlaku="sejarah")
    assert check(tmp_path, table((field, NAMA)), "kode,nama\n91.01,Kab. Merauke\n92.71,Kota Sorong\n")[0] == ()


def test_codes_of_the_past_are_judged_row_by_row_where_a_column_says_the_year(tmp_path):
    field = kode(tingkat="kabkota", berlaku="sejarah", kolom_tanggal="daftar")
    package = table((field, NAMA, {"name": "daftar", "type": "year"}))
    right = "91.01,Kab. Merauke,2021\n93.01,Kab. Merauke,2023\n"
    assert check(tmp_path, package, f"kode,nama,daftar\n{right}")[0] == ()
    found = check(tmp_path, package, "kode,nama,daftar\n93.01,Kab. Merauke,2017\n")[0]
    assert [each.code for each in found] == ["WIL113"]


def test_missing_codes_and_the_nation_are_no_faults(tmp_path):
    fields = (kode(tingkat=["provinsi"]), NAMA)
    assert check(tmp_path, table(fields), "kode,nama\n,Tanpa\nID,Indonesia\n")[0] == ()
