"""Columns of digits that are names of things."""

import pytest

from lintas.model import Field, Resource
from lintas.tables.codes import code_like, lost_zeros


@pytest.mark.parametrize(
    ("name", "values", "reason"),
    [
        ("kode", ["32.75", "32.01", "11.10"], "wilayah"),
        ("daerah", ["1101", "1102", "1103", "3275", "9471"], "bps"),
        ("pos", ["01234", "17111"], "nol"),
        ("nomor_kartu", ["1234567890123456"], "panjang"),
        ("tahun", ["2019", "2020"], "tahun"),
        ("id_sekolah", ["20100001", "20100777"], "pengenal"),
        ("nip", ["198001012005011001"], "panjang"),
        ("sekolah", ["20101", "20102", "20109", "20130", "20144"], "lebar"),
        ("no", ["1", "2", "3"], ""),
        ("jumlah", ["2019", "3120", "4", "17"], ""),
        ("penduduk", ["10234", "20456", "31234", "48333", "92222"], ""),
        ("nilai", ["1.5", "2.5"], ""),
        ("nama", ["a", "b"], ""),
        ("kosong", [], ""),
    ],
)
def test_why_a_column_is_one_of_codes(name, values, reason):
    assert code_like(name, values) == reason


def test_zeros_that_a_number_does_not_keep(tmp_path):
    (tmp_path / "t.csv").write_text("a,b,c\n0,0.5,007\n10,1,8\n-1,00,9\n", encoding="utf-8")
    fields = tuple(Field(name, name, "integer") for name in "abc")
    found = list(lost_zeros(tmp_path, Resource("t", "t.csv", "T", tabular=True, fields=fields), "d"))
    assert [(d.span.line, dict(d.args)["field"], dict(d.args)["value"]) for d in found] == [
        (2, "c", "007"),
        (4, "b", "00"),
    ]
