"""YAML: values stay as typed, places are true, and the usual mistakes are named as what they are."""

import time

import pytest

from lintas.reader import Node, read_yaml
from lintas.reader.nodes import DEPTH, SCALAR, YAML_NODES


def found(text, **options):
    return [(d.code, d.span.line, d.span.column) for d in read_yaml(text, "a.yaml", **options).diagnostics]


def value(text, key):
    node = read_yaml(text, "a.yaml").value
    return next(entry[1] for entry in node.entries if entry[0] == key)


@pytest.mark.parametrize(
    ("typed", "kind", "text", "tag"),
    [
        ("32.10", "text", "32.10", "float"),
        ('"32.10"', "text", "32.10", "str"),
        ("no", "text", "no", "bool"),
        ("0123", "text", "0123", "int"),
        ("2025-07-04", "text", "2025-07-04", "timestamp"),
        ("1_000", "text", "1_000", "int"),
        ("12:30:45", "text", "12:30:45", "int"),
        ("Bekasi", "text", "Bekasi", "str"),
        ("Tahun", "text", "Tahun", "str"),
        ("", "null", "", "null"),
        ("~", "null", "~", "null"),
        ("null", "null", "null", "null"),
        ('""', "text", "", "str"),
        (">-\n  satu\n  dua", "text", "satu dua", "str"),
        ("=", "text", "=", "str"),
    ],
)
def test_scalars_stay_as_typed(typed, kind, text, tag):
    node = value(f"a: {typed}\n", "a")
    assert (node.kind, node.text, node.tag) == (kind, text, tag)


def test_places_count_from_one_and_from_the_first_line():
    node = read_yaml("judul: Rapat\ntopik:\n  - satu\n", "a.md", first_line=2).value
    (title, title_node, line, column), (_, topics, *_) = node.entries
    assert (title, line, column) == ("judul", 2, 1)
    assert (title_node.line, title_node.column) == (2, 8)
    assert (topics.items[0].line, topics.items[0].column) == (4, 5)


def test_json_is_read_too():
    assert value('{"a": [1, true, null]}', "a").items[1] == Node("text", "true", line=1, column=11, tag="bool")


@pytest.mark.parametrize("text", ["", "\n", "# hanya komentar\n", "---\n"])
def test_nothing_is_an_empty_node(text):
    outcome = read_yaml(text, "a.yaml")
    assert (outcome.value.kind, outcome.diagnostics) == ("null", ())


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("judul: Rapat: hasil\n", "KFG108", 1, 13),
        ("a:\n  - nama: Budi: Ketua\n", "KFG108", 2, 15),
        ("a: 1\n\tb: 2\n", "KFG109", 2, 1),
        ("a:\n\t- b\n", "KFG109", 2, 1),
        ('judul: "Rapat\nb: c\n', "KFG110", 1, 8),
        ('judul: "Rapat" Bekasi\n', "KFG111", 1, 16),
        ("a: 'it's'\n", "KFG111", 1, 8),
        ("x: [a]]\n", "KFG111", 1, 7),
        ("a: b\njudul\nc: d\n", "KFG112", 2, 1),
        ("judul:Rapat\nb: c\n", "KFG112", 1, 1),
        ("a: - b\n", "KFG113", 1, 4),
        ("a: [x, y\nb: c\n", "KFG114", 1, 4),
        ("a: {x: y\nb: c\n", "KFG114", 1, 4),
        ("a: [x\n", "KFG114", 1, 4),
        ("a: [\n", "KFG114", 1, 4),
        ("a: [x, , y]\n", "KFG115", 1, 8),
        ("x: *Rapat* penting\n", "KFG115", 1, 4),
        ("x: **tebal**\n", "KFG115", 1, 4),
        ("x: &Rapat penting\n", "KFG115", 1, 4),
        ("x: @rapat\n", "KFG115", 1, 4),
        ("x: `rapat`\n", "KFG115", 1, 4),
        ("x: %rapat\n", "KFG115", 1, 4),
        ("x: !foo a\n", "KFG115", 1, 4),
        ("x: !!python/object:os.system y\n", "KFG115", 1, 4),
        ("x: > teks lipat\n", "KFG115", 1, 4),
        ("x: |teks\n", "KFG115", 1, 4),
        ("x: ,b\n", "KFG115", 1, 4),
        ("x: ? b\n", "KFG115", 1, 4),
        ("%YAML 9.9\n---\na: b", "KFG115", 1, 1),
        ("a: b\n c: d\n", "KFG116", 2, 2),
        ("a:\n  - x\n - y\n", "KFG116", 3, 2),
        ("a: b\n- c\n", "KFG116", 2, 1),
        ("[a]: b\n", "KFG117", 1, 1),
        ("<<: {a: b}\n", "KFG117", 1, 1),
        ("a: 1\nb: 2\na: 3\n", "KFG118", 3, 1),
        ("a: 1\n---\nb: 2\n", "KFG122", 2, 1),
        ("j: Rapat #3 di Bekasi\n", "KFG123", 1, 10),
        ('x: "a\\d"\n', "KFG124", 1, 5),
        ('a: "x\x07"', "KFG103", 1, 6),
        ("a: b\x00c", "KFG103", 1, 5),
        ("a: \ud800", "KFG103", 1, 4),
    ],
)
def test_a_mistake_is_named_at_its_place(text, code, line, column):
    assert found(text) == [(code, line, column)]


def test_the_colon_in_a_title_comes_with_the_line_to_write():
    (diagnostic,) = read_yaml('judul: Rapat: "hasil"\n', "a.md", first_line=2).diagnostics
    assert dict(diagnostic.args) == {"key": "judul", "value": "Rapat: 'hasil'"}
    assert diagnostic.span.line == 2


def test_a_value_without_its_quotation_marks_is_read_as_if_it_had_them():
    outcome = read_yaml("a: b: c\nd: @e\nf: *g* h\na: 2\n", "a.yaml")
    assert [(key, node.text) for key, node, _, _ in outcome.value.entries] == [
        ("a", "b: c"),
        ("d", "@e"),
        ("f", "*g* h"),
    ]
    assert [d.code for d in outcome.diagnostics] == ["KFG108", "KFG115", "KFG115", "KFG118"]


@pytest.mark.parametrize("text", ["a: b: c\n  lanjut\n", "a: b: c\nd: [\n", "a: b: c\n" * 30])
def test_a_repair_brings_no_faults_of_its_own(text):
    outcome = read_yaml(text, "a.yaml")
    assert {d.code for d in outcome.diagnostics} == {"KFG108"}
    assert outcome.value.tag == "error"


def test_of_doubled_keys_the_first_counts_and_is_named():
    outcome = read_yaml("a: 1\na: 2\n", "a.yaml")
    assert [entry[1].text for entry in outcome.value.entries] == ["1"]
    assert outcome.diagnostics[0].related[0].line == 1


@pytest.mark.parametrize("text", ["a: b # komentar\n", 'a: "b #3"\n', "a: |\n  b #3\n", "# satu #dua\na: b\n"])
def test_a_comment_or_a_quoted_hash_is_no_mistake(text):
    assert found(text) == []


def test_aliases_do_not_multiply():
    bomb = "a: &a [x, x, x, x]\n" + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [{', '.join(['*' + chr(97 + i)] * 9)}]\n" for i in range(20)
    )
    began = time.perf_counter()
    codes = {code for code, _, _ in found(bomb)}
    assert codes == {"KFG115"}
    assert time.perf_counter() - began < 1


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[" * (DEPTH + 1), "KFG119"),
        ("[" * 1_000_000, "KFG119"),
        ("- " * 100_000, "KFG119"),
        ("{a: " * 100_000, "KFG119"),
        ("? " * 100_000, "KFG119"),
        ("- a\n" * (YAML_NODES + 1), "KFG120"),
        ("a: " + "x" * (SCALAR + 1), "KFG121"),
        ("a: '" + "x\n\n" * 300_000, "KFG110"),
        ("a: " + "[a, " * 100_000, "KFG119"),
        ("x" * 1_000_000 + ": a", "KFG121"),
        ("&a " * 100_000, None),
        ("\t" * 1_000_000, None),
        ("a: b\n" * 300_000, "KFG120"),
        ("'" * 1_000_001, None),
        ("a:" * 500_000, None),
    ],
)
def test_hostile_text_is_refused_at_once(text, code):
    began = time.perf_counter()
    diagnostics = read_yaml(text, "a.yaml").diagnostics
    assert time.perf_counter() - began < 2
    assert diagnostics
    assert code is None or code in {d.code for d in diagnostics}


def test_a_file_that_did_not_parse_is_marked():
    assert read_yaml("a: [b", "a.yaml").value.tag == "error"


def test_separators_that_only_yaml_takes_for_line_ends_do_not_shift_lines():
    assert found("a: x\u2028y\nb: [\n") == [("KFG114", 2, 4)]
