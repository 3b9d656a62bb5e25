"""Profiles of columns, the table for the browser, and the CSV that spreadsheets leave as it is."""

import csv
import io

import pytest

from lintas import tables
from lintas.model import ColumnProfile
from tests.unit.data_packages import ABOUT, KODE, load, table

FIELDS = (
    KODE,
    {"name": "nilai", "type": "integer", "x-satuan": "jiwa"},
    {"name": "luas", "type": "number"},
    {"name": "tanggal", "type": "date"},
    {"name": "jenis", "type": "string"},
)
TEXT = (
    "kode,nilai,luas,tanggal,jenis\n"
    "11.10,1,0.50,2024-01-01,a\n"
    "12.20,,12345.678,2024-01-02,a\n"
    "31,9999999999999999,-3,,b\n"
    "32.75,4,NaN,2024-12-31,a\n"
)


def made(tmp_path, fields=FIELDS, text=TEXT, **resource):
    described = load(tmp_path, {**ABOUT, "resources": [{**table(fields), **resource}]}, {"data/tabel.csv": text}).value
    return described, tables.check(tmp_path, described).value


def profile(tmp_path, **more):
    described, facts = made(tmp_path, **more)
    (found,) = tables.profile(tmp_path, described, facts)
    return {column.name: column for column in found.columns}


def test_numbers_have_a_range_a_middle_and_a_distribution(tmp_path):
    columns = profile(tmp_path)
    assert columns["nilai"] == ColumnProfile("nilai", 1, 3, "1", "4", "9999999999999999", (2, 0, 1))
    luas = columns["luas"]
    assert (luas.minimum, luas.median, luas.maximum, sum(luas.bins)) == ("-3", "0.50", "12345.678", 3)


def test_dates_and_texts(tmp_path):
    columns = profile(tmp_path)
    dates = columns["tanggal"]
    assert (dates.missing, dates.minimum, dates.median, dates.maximum) == (1, "2024-01-01", "2024-01-02", "2024-12-31")
    assert columns["jenis"].frequent == (("a", 3), ("b", 1))
    assert columns["kode"] == ColumnProfile("kode", 0, 4)


def test_a_table_that_is_written_otherwise_gives_the_same_profile(tmp_path):
    dialect = {"csv": {"delimiter": ";"}}
    plain = profile(tmp_path / "a")
    other = profile(tmp_path / "b", text=TEXT.replace(",", ";"), dialect=dialect)
    assert plain == other


def test_indonesian_numbers_are_understood(tmp_path):
    fields = (KODE, {"name": "nilai", "type": "number", "decimalChar": ",", "groupChar": "."})
    columns = profile(tmp_path, fields=fields, text='kode,nilai\na,"1.234,5"\nb,"2,5"\n')
    assert (columns["nilai"].minimum, columns["nilai"].maximum) == ("2.5", "1234.5")


@pytest.mark.parametrize("text", ["kode,nilai,luas,tanggal,jenis\n", "kode,nilai,luas,tanggal,jenis\na,1,1,,\n"])
def test_empty_and_single_rows_have_no_distribution(tmp_path, text):
    assert all(column.bins == () for column in profile(tmp_path, text=text).values())


def test_csv_for_spreadsheets_protects_codes(tmp_path):
    described, _ = made(tmp_path)
    data = tables.convert(tmp_path, described, "tabel", "excel")
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n") == 5
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows[1] == ['="11.10"', "1", "0,50", '="2024-01-01"', "a"]
    assert rows[2][1:3] == ["", "12345,678"]
    assert rows[3][1] == '="9999999999999999"'


@pytest.mark.parametrize("text", ["=1+1", "+62811", "-5", "@A1", "1e5", "01.02", "1/2", "5%", "2-Jan"])
def test_csv_for_spreadsheets_keeps_texts_as_texts(tmp_path, text):
    described, _ = made(tmp_path, (KODE,), f"kode\n{text}\n")
    line = tables.convert(tmp_path, described, "tabel", "excel").decode("utf-8-sig").splitlines()[1]
    assert line == f'"=""{text}"""'
