"""`Map`: typed access that never fails and names what is wrong."""

import pytest

from lintas.model import Ref
from lintas.reader import Map, read_yaml


def opened(text):
    found = []
    return Map(read_yaml(text, "a.yaml").value, "a.yaml", found), found


def codes(found):
    return [(d.code, d.span.line, d.span.column) for d in found]


def test_text_is_stripped_and_kept_as_typed():
    source, found = opened("a: '  32.10 '\nb: 0123\n")
    assert (source.text("a"), source.text("b"), source.text("c", "bawaan")) == ("32.10", "0123", "bawaan")
    assert found == []


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [("b: 1\n", "KFG130", 1, 1), ("b: 1\na:\n", "KFG131", 2, 1), ("b: 1\na: ' '\n", "KFG131", 2, 1)],
)
def test_a_required_key_that_is_missing_or_empty(text, code, line, column):
    source, found = opened(text)
    assert source.text("a", required=True) == ""
    assert codes(found) == [(code, line, column)]


def test_nothing_is_missed_in_a_file_that_did_not_parse():
    source, found = opened("a: [b\n")
    assert source.text("judul", required=True) == ""
    assert (found, source.usable) == ([], False)


@pytest.mark.parametrize("text", ["- a\n", "teks\n"])
def test_what_is_no_map_is_reported_once(text):
    source, found = opened(text)
    source.text("judul", required=True)
    assert codes(found) == [("KFG150", 1, 1)]


def test_unknown_keys_come_with_the_nearest_one():
    source, found = opened("judl: x\ntitle: y\nqwerty: z\njudul: a\n")
    source.unknown(("judul", "topik"), {"title": "judul"})
    assert [dict(d.args)["hint"] for d in found] == ["judul", "judul", ""]
    assert codes(found)[1] == ("KFG132", 2, 1)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("true", True), ("ya", True), ("Yes", True), ("false", False), ("Tidak", False), ("", True)],
)
def test_flags(typed, expected):
    source, found = opened(f"a: {typed}\n")
    assert (source.flag("a", True), found) == (expected, [])


@pytest.mark.parametrize(
    ("typed", "call", "code", "result"),
    [
        ("mungkin", lambda m: m.flag("a", True), "KFG137", True),
        ("[x]", lambda m: m.flag("a"), "KFG134", False),
        ("lima", lambda m: m.integer("a", 7), "KFG138", 7),
        ("5.5", lambda m: m.integer("a", 7), "KFG138", 7),
        ("9", lambda m: m.integer("a", 7, maximum=8), "KFG139", 7),
        ("smua", lambda m: m.choice("a", ("semua", "tidak"), "tidak"), "KFG140", "tidak"),
        ("[id, fr]", lambda m: m.choices("a", ("id", "en")), "KFG140", ("id",)),
        ("besok", lambda m: m.date("a"), "KFG141", ""),
        ("[x]", lambda m: m.text("a"), "KFG134", ""),
        ("{x: y}", lambda m: m.text("a"), "KFG134", ""),
        ("teks", lambda m: m.map("a").keys(), "KFG136", ()),
        ("[teks]", lambda m: m.maps("a"), "KFG136", ()),
        ("[x, ~]", lambda m: m.texts("a"), "KFG145", ("x",)),
        ("[x, x]", lambda m: m.texts("a"), "KFG146", ("x",)),
        ("\n  -x\n  -y", lambda m: m.texts("a"), "KFG144", ()),
        ("\n  -x\n  - y", lambda m: m.texts("a"), "KFG144", ()),
        ("http://a.go.id", lambda m: m.url("a"), "KFG147", ""),
        ("a.go.id", lambda m: m.url("a"), "KFG147", ""),
        ("https://", lambda m: m.url("a"), "KFG147", ""),
        ("https://a b.go.id", lambda m: m.url("a"), "KFG147", ""),
        ("javascript:alert(1)", lambda m: m.url("a"), "KFG147", ""),
        ("https://a.go.id:99999/", lambda m: m.url("a"), "KFG147", ""),
        ("'https://[::1'", lambda m: m.url("a"), "KFG147", ""),
    ],
)
def test_a_wrong_value_is_named_and_replaced(typed, call, code, result):
    source, found = opened(f"a: {typed}\n")
    assert call(source) == result
    assert [d.code for d in found] == [code]


def test_a_single_value_counts_as_a_list_of_one():
    source, found = opened("a: '32.75'\nb: {x: y}\n")
    assert source.refs("a") == (Ref("32.75", 1, 4),)
    assert [m.text("x") for m in source.maps("b")] == ["y"]
    assert found == []


def test_maps_within_maps_report_to_the_same_list_at_their_place():
    source, found = opened("orang:\n  - nama: Budi\n  - jabatan: Ketua\n")
    assert [person.text("nama", required=True) for person in source.maps("orang")] == ["Budi", ""]
    assert codes(found) == [("KFG130", 3, 5)]


def test_an_absent_map_is_empty_and_stands_where_its_parent_stands():
    source, found = opened("a: 1\n")
    assert (source.map("kontak").text("surel"), source.map("kontak").span().line, found) == ("", 1, [])


def test_callers_can_report_at_a_key():
    source, found = opened("a: 1\nwilayah: 32.7\n")
    source.report("WIL101", "wilayah", key="wilayah", value="32.7")
    assert codes(found) == [("WIL101", 2, 10)]
