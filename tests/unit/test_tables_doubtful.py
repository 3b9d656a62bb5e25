"""Doubtful rows: the library is shown those alone, with what they refer to, and never more than it takes."""

import importlib
from unittest.mock import patch

import pytest

from lintas import tables
from lintas.tables.prover import Prover
from tests.unit.data_packages import ABOUT, load

FIELDS = [
    {"name": "kode", "type": "integer", "constraints": {"required": True}},
    {"name": "induk", "type": "integer"},
    {"name": "tanggal", "type": "date"},
]
doubtful = importlib.import_module("lintas.tables.doubtful")
judging = importlib.import_module("lintas.tables.judge")
sounding = importlib.import_module("lintas.tables.prover.sound")


def checked(root, rows, *, keys=(), other=None, more=()):
    """The outcome, the one of the full run, and the rows that the library was shown."""
    schema = {"fields": FIELDS, "primaryKey": ["kode"], "foreignKeys": list(keys)}
    files = {"data/a.csv": "kode,induk,tanggal\n" + "".join(f"{row}\n" for row in rows)}
    resources = [{"name": "a", "path": "data/a.csv", "schema": schema}]
    if other:
        files["data/b.csv"] = (
            ",".join(["nomor", *(field["name"] for field in more)]) + "\n" + "".join(f"{row}\n" for row in other)
        )
        fields = [{"name": "nomor", "type": "integer"}, *more]
        resources.append({"name": "b", "path": "data/b.csv", "schema": {"fields": fields}})
    dataset = load(root, {**ABOUT, "resources": resources}, files).value
    shown = {}

    def listening(resource, on_row, size):
        tables_ = [resource, *(item for item in resource.package.resources if item is not resource)]
        shown.update({item.name: len(item.data) - 1 for item in tables_})
        return judging.judge(resource, on_row, size)

    with patch.object(doubtful, "judge", listening):
        quick = tables.check(root, dataset)
    with patch.object(Prover, "prove", lambda _self, _name, _file: None):
        slow = tables.check(root, dataset)
    assert quick == slow
    return [(one.code, one.span.line) for one in quick.diagnostics], shown


def rows_of(count, changes):
    return [changes.get(number, f"{number},,2024-01-{number % 28 + 1:02d}") for number in range(1, count + 1)]


def test_a_wrong_cell_is_judged_alone(tmp_path):
    found, shown = checked(tmp_path, rows_of(300, {250: "250,x,2024-01-01", 280: "280,,kemarin"}))
    assert found == [("TAB402", 251), ("TAB404", 281)]
    assert shown == {"a": 2}


def test_of_a_repeated_key_the_row_before_is_shown_and_named(tmp_path):
    found, shown = checked(tmp_path, rows_of(300, {200: "7,,2024-01-01", 201: "7,,2024-01-01"}))
    assert found == [("TAB302", 201), ("TAB302", 202)]
    assert shown == {"a": 3}


def test_of_the_same_table_the_row_is_shown_that_a_key_refers_to(tmp_path):
    key = {"fields": ["induk"], "reference": {"resource": "", "fields": ["kode"]}}
    changes = {100: "100,3,kemarin", 101: "101,4,2024-01-01", 102: "102,999,2024-01-01", 3: "3,2,2024-01-01"}
    found, shown = checked(tmp_path, rows_of(300, changes), keys=[key])
    assert found == [("TAB404", 101), ("TAB303", 103)]
    assert shown == {"a": 4}  # two with a fault, and 3 and 2


def test_of_another_table_only_rows_are_shown_that_are_referred_to(tmp_path):
    key = {"fields": ["induk"], "reference": {"resource": "b", "fields": ["nomor"]}}
    changes = {100: "100,12,kemarin", 101: "101,4,2024-01-01", 102: "102,999,2024-01-01"}
    found, shown = checked(tmp_path, rows_of(300, changes), keys=[key], other=range(1, 50))
    assert found == [("TAB404", 101), ("TAB303", 103)]
    assert shown == {"a": 2, "b": 1}


@pytest.mark.parametrize("kind", ["type", "key", "both"])
def test_a_table_with_a_fault_in_every_row_is_cut_where_the_judge_would_stop(tmp_path, kind):
    row = {"type": "{0},,kemarin", "key": "1,,2024-01-01", "both": "1,,kemarin"}[kind]
    rows = [row.format(number) for number in range(1, 2001)]
    with patch.object(judging, "ENOUGH", 30), patch.object(sounding, "ENOUGH", 30):
        found, shown = checked(tmp_path, rows)
    assert ("TAB509", 0) in found
    assert shown["a"] <= 31


def test_cells_of_the_wrong_type_are_no_value_to_a_key(tmp_path):
    found, shown = checked(tmp_path, rows_of(50, {20: "x,,2024-01-01", 21: "x,,2024-01-01"}))
    assert found == [("TAB307", 21), ("TAB402", 21), ("TAB307", 22), ("TAB402", 22)]
    assert shown == {"a": 2}


@pytest.mark.parametrize(("field", "cell"), [({"type": "list"}, '"a,b"'), ({"type": "number"}, "sNaN")])
@pytest.mark.parametrize("changes", [{}, {5: "5,1,kemarin"}])
def test_a_table_whose_unique_values_cannot_be_compared_is_left_to_the_library(tmp_path, field, cell, changes):
    """The library fails there, also when it only looks up another field, for a clean table and for another."""
    key = {"fields": ["induk"], "reference": {"resource": "b", "fields": ["nomor"]}}
    more = [{"name": "isi", "constraints": {"unique": True}, **field}]
    found, shown = checked(tmp_path, rows_of(9, changes), keys=[key], other=[f"1,{cell}"], more=more)
    assert [code for code, _ in found] == ["TAB505", "TAB505"]
    assert shown == {}
