"""Columns of digits that are names of things."""

from lintas.model import Field, Resource
from lintas.tables.codes import lost_zeros


def test_zeros_that_a_number_does_not_keep(tmp_path):
    (tmp_path / "t.csv").write_text("a,b,c\n0,0.5,007\n10,1,8\n-1,00,9\n", encoding="utf-8")
    fields = tuple(Field(name, name, "integer") for name in "abc")
    found = list(lost_zeros(tmp_path, Resource("t", "t.csv", "T", tabular=True, fields=fields), "d"))
    assert [(d.span.line, dict(d.args)["field"], dict(d.args)["value"]) for d in found] == [
        (2, "c", "007"),
        (4, "b", "00"),
    ]
