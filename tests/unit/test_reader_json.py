"""JSON: strict, with places, and the usual slips named."""

import time

import pytest

from lintas.reader import read_json


def found(text):
    return [(d.code, d.span.line, d.span.column) for d in read_json(text, "datapackage.json").diagnostics]


def test_values_keep_their_text_and_place():
    node = read_json('{\n  "a": [1.50, true, null, "x\\ny", "é"]\n}', "a.json").value
    (key, items, line, column) = node.entries[0]
    assert (key, line, column, items.column) == ("a", 2, 3, 8)
    assert [(i.kind, i.text, i.tag, i.column) for i in items.items] == [
        ("text", "1.50", "float", 9),
        ("text", "true", "bool", 15),
        ("null", "null", "null", 21),
        ("text", "x\ny", "str", 27),
        ("text", "é", "str", 35),
    ]


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ('{"a": 1,}', "KFG126", 1, 8),
        ("[1,\n]", "KFG126", 1, 3),
        ('{"a": 1\n "b": 2}', "KFG127", 2, 2),
        ('{"a": "x\ny"}', "KFG110", 1, 7),
        ('{"a": "x', "KFG110", 1, 7),
        ("{a: 1}", "KFG125", 1, 2),
        ("{'a': 1}", "KFG125", 1, 2),
        ('{"a": NaN}', "KFG125", 1, 7),
        ('["\\x"]', "KFG124", 1, 3),
        ("// c\n{}", "KFG125", 1, 1),
        ("[1] x", "KFG125", 1, 5),
        ('{"a": 1, "a": 2}', "KFG118", 1, 10),
        ('["\\ud800"]', "KFG103", 1, 2),
        ('["\\u0000"]', "KFG103", 1, 2),
        ("[" * 51 + "]" * 51, "KFG119", 1, 51),
        ("[" * 1_000_000, "KFG119", 1, 51),
        ('{"a":' * 1_000_000, "KFG119", 1, 251),
    ],
)
def test_a_slip_is_named_at_its_place(text, code, line, column):
    assert found(text) == [(code, line, column)]


def test_empty_text_is_an_empty_node():
    outcome = read_json(" \n", "a.json")
    assert (outcome.value.kind, outcome.diagnostics) == ("null", ())


@pytest.mark.parametrize(
    "text", ["[" + "1," * 300_000 + "1]", '["' + "x" * 200_000 + '"]', "9" * 1_000_000, '"' * 999_999]
)
def test_hostile_text_is_refused_at_once(text):
    began = time.perf_counter()
    assert read_json(text, "a.json").diagnostics
    assert time.perf_counter() - began < 3
