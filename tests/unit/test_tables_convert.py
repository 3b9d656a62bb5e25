"""Conversion: typed by the schema, codes stay text, and the same table gives the same bytes."""

import io
import json
import zipfile
from decimal import Decimal

import pytest

from lintas import tables
from tests.unit.data_packages import ABOUT, KODE, load, table

FIELDS = (
    KODE,
    {"name": "teks", "type": "string"},
    {"name": "bulat", "type": "integer"},
    {"name": "pecahan", "type": "number"},
    {"name": "tanggal", "type": "date"},
    {"name": "ya", "type": "boolean"},
    {"name": "tahun", "type": "year"},
    {"name": "waktu", "type": "datetime"},
    {"name": "daftar", "type": "array"},
)
TEXT = (
    "kode,teks,bulat,pecahan,tanggal,ya,tahun,waktu,daftar\n"
    '32.10,=1+1,12,0.1000000000000000055511,2025-07-04,true,2024,2025-07-04T10:00:00,"[1, 2]"\n'
    "11.1,https://contoh.go.id,99999999999999999999,,1850-01-01,,,,\n"
)


@pytest.fixture
def dataset(tmp_path):
    return load(tmp_path, {**ABOUT, "resources": [table(FIELDS)]}, {"data/tabel.csv": TEXT}).value


@pytest.mark.parametrize("kind", ["json", "xlsx", "parquet"])
def test_the_same_table_gives_the_same_bytes(tmp_path, dataset, kind):
    assert tables.convert(tmp_path, dataset, "tabel", kind) == tables.convert(tmp_path, dataset, "tabel", kind)


def test_json_keeps_every_digit(tmp_path, dataset):
    text = tables.convert(tmp_path, dataset, "tabel", "json").decode()
    first, second = json.loads(text, parse_float=Decimal)
    assert first["kode"] == "32.10"
    assert first["pecahan"] == Decimal("0.1000000000000000055511")
    assert (first["bulat"], first["tanggal"], first["ya"], first["tahun"]) == (12, "2025-07-04", True, 2024)
    assert (first["daftar"], first["waktu"]) == ([1, 2], "2025-07-04T10:00:00")
    assert (second["bulat"], second["pecahan"], second["ya"]) == (99999999999999999999, None, None)


def test_json_of_an_empty_table(tmp_path):
    dataset = load(tmp_path, {**ABOUT, "resources": [table()]}, {"data/tabel.csv": "kode,nilai\n"}).value
    assert json.loads(tables.convert(tmp_path, dataset, "tabel", "json")) == []


def test_parquet_is_typed(tmp_path, dataset):
    from pyarrow import parquet

    read = parquet.read_table(io.BytesIO(tables.convert(tmp_path, dataset, "tabel", "parquet")))
    kinds = {field.name: str(field.type) for field in read.schema}
    assert (kinds["kode"], kinds["pecahan"], kinds["tanggal"]) == ("string", "double", "date32[day]")
    assert kinds["bulat"] == "string"  # one value does not fit 64 bits
    assert read.column("kode").to_pylist() == ["32.10", "11.1"]


def sheets(data):
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        names = [name for name in book.namelist() if name.startswith("xl/worksheets/")]
        return [book.read(name).decode() for name in sorted(names)]


def test_xlsx_keeps_codes_as_text_and_runs_no_formula(tmp_path, dataset):
    data, about = sheets(tables.convert(tmp_path, dataset, "tabel", "xlsx"))
    assert "<t>32.10</t>" in data
    assert "<t>=1+1</t>" in data
    assert "<f>" not in data
    assert "<hyperlink" not in data
    assert "<t>99999999999999999999</t>" in data
    assert "<v>12</v>" in data
    assert "<v>45842</v>" in data  # 4 July 2025 as a spreadsheet counts days
    assert "<t>1850-01-01</t>" in data  # before its calendar begins
    assert "CC-BY-4.0" in about


def test_columns_follow_the_file_where_names_are_matched(tmp_path):
    resource = table(fieldsMatch="equal")
    package = {**ABOUT, "$schema": "https://datapackage.org/profiles/2.0/datapackage.json", "resources": [resource]}
    dataset = load(tmp_path, package, {"data/tabel.csv": "nilai,kode\n1,a\n"}).value
    assert json.loads(tables.convert(tmp_path, dataset, "tabel", "json")) == [{"nilai": 1, "kode": "a"}]


def test_a_table_without_schema(tmp_path):
    package = {**ABOUT, "resources": [{"name": "tabel", "path": "data/tabel.csv"}]}
    dataset = load(tmp_path, package, {"data/tabel.csv": "kode,nilai\na,1\n"}).value
    assert json.loads(tables.convert(tmp_path, dataset, "tabel", "json")) == [{"kode": "a", "nilai": 1}]
