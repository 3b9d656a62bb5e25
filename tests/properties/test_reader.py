"""Laws of the reader: it never raises, loses nothing that is valid, and its places lie in the file."""

import itertools
import json
from collections.abc import Iterator

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from lintas.diagnostics import Diagnostic, Span
from lintas.reader import Map, Node, decode, near, read_date, read_json, read_yaml, split_front_matter
from lintas.reader.nearness import _distance
from lintas.reporters import github_annotations, json_lines, text_report

SIGNS = st.text(st.sampled_from(list("ab:-#[]{}\"'&*!|>%@`?,\\ \n\t0.~=<é\u2028")), max_size=60)
ANY = st.text(max_size=200)
PLAIN = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn"), exclude_characters="\u2028\u2029\ufeff"), max_size=30
)
KEYS = PLAIN.filter(bool)
VALUES = st.recursive(PLAIN, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4))


def nodes(node: Node) -> Iterator[Node]:
    yield node
    for item in node.items:
        yield from nodes(item)
    for entry in node.entries:
        yield from nodes(entry[1])


def plain(node: Node) -> object:
    """The node as plain values, every scalar as text."""
    if node.kind == "list":
        return [plain(item) for item in node.items]
    if node.kind == "map":
        return {key: plain(value) for key, value, _, _ in node.entries}
    return node.text


@pytest.mark.parametrize("read", [read_yaml, read_json])
@given(text=st.one_of(SIGNS, ANY))
def test_any_text_gives_a_node_and_places_within_the_text(read, text):
    outcome = read(text, "a")
    lines = text.count("\n") + text.count("\r") + 1
    for diagnostic in outcome.diagnostics:
        assert 1 <= diagnostic.span.line <= lines
        assert diagnostic.span.column >= 1
    for node in nodes(outcome.value):
        assert 1 <= node.line <= lines
        assert node.column >= 1
    if outcome.value.tag == "error":
        assert outcome.diagnostics


@given(value=VALUES)
def test_what_is_written_is_read_back_from_json(value):
    text = json.dumps(value, ensure_ascii=False, indent=1)
    outcome = read_json(text, "a")
    assert (plain(outcome.value), outcome.diagnostics) == (value, ())


@given(value=VALUES)
def test_what_is_written_is_read_back_from_yaml(value):
    text = yaml.safe_dump(value, allow_unicode=True, default_style='"')
    outcome = read_yaml(text, "a")
    assert (plain(outcome.value), outcome.diagnostics) == (value, ())


@given(value=st.dictionaries(st.sampled_from("abcdef"), PLAIN))
def test_values_stand_where_their_place_says(value):
    text = json.dumps(value, ensure_ascii=False, indent=1)
    lines = text.split("\n")
    for _, node, line, column in read_json(text, "a").value.entries:
        assert lines[line - 1][column - 1] == '"'
        assert json.loads(lines[node.line - 1][node.column - 1 :].rstrip(",")) == node.text


@given(data=st.binary(max_size=200))
def test_any_bytes_give_text_without_control_characters(data):
    outcome = decode(data, "a")
    assert "\r" not in outcome.value
    assert not any(ord(c) < 32 and c not in "\t\n" for c in outcome.value)
    outcome.value.encode()


@given(text=PLAIN)
def test_good_text_is_kept(text):
    assert decode(text.encode(), "a").value == text


@given(text=st.one_of(SIGNS, st.lists(st.sampled_from(["---", "a: b", "", "Isi", "- x", " "])).map("\n".join)))
def test_front_matter_and_body_keep_their_lines(text):
    front, first, body, body_first = split_front_matter(text, "a").value
    lines = text.split("\n")
    for part, start in ((front, first), (body, body_first)):
        if part.strip():
            for number, line in enumerate(part.split("\n")):
                if line:
                    assert line in lines[start - 1 + number]


@given(text=SIGNS)
def test_accessors_take_any_node(text):
    found: list[Diagnostic] = []
    source = Map(read_yaml(f"a: {text}", "a").value, "a", found)
    for key in (*source.keys(), "a", "zz"):
        source.text(key, required=True), source.date(key, time=True), source.flag(key), source.integer(key)
        source.choice(key, ("x", "y")), source.choices(key, ("x",)), source.url(key), source.refs(key), source.ref(key)
        source.map(key).text("b", required=True), source.maps(key), source.key_span(key)
    source.unknown(("judul",))
    assert all(isinstance(diagnostic, Diagnostic) for diagnostic in found)


@given(
    text=st.one_of(st.text(max_size=30), st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ]?[0-9:]{0,8}(Z|[+-]\d\d:\d\d)?"))
)
def test_dates_are_canonical_or_named(text):
    outcome = read_date(text, Span("a"), time=True)
    if outcome.value and not outcome.diagnostics:
        assert read_date(outcome.value, Span("a"), time=True) == outcome
    else:
        assert outcome.diagnostics


@given(word=st.text(max_size=12), known=st.lists(st.text(max_size=12)))
def test_the_nearest_word_is_another_known_word(word, known):
    assert near(word, known) in ("", *(other for other in known if other != word))
    assert near(word, known) == near(word, reversed(known))


@given(a=st.text("abc", max_size=8), b=st.text("abc", max_size=8), limit=st.integers(1, 4))
def test_distances_are_those_of_the_textbook(a, b, limit):
    table = [[i + j if not i or not j else 0 for j in range(len(b) + 1)] for i in range(len(a) + 1)]
    for i, j in itertools.product(range(1, len(a) + 1), range(1, len(b) + 1)):
        same = a[i - 1] == b[j - 1]
        table[i][j] = min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (not same))
        if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
            table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
    if a != b:
        assert _distance(a, b, limit) == min(table[-1][-1], limit)


@given(
    code=st.sampled_from(["KFG101", "KFG132", "KFG141", "XYZ001", "", "tanpa"]),
    path=ANY,
    args=st.dictionaries(st.sampled_from(["key", "hint", "value", "x"]), ANY),
    line=st.integers(0, 5),
    column=st.integers(0, 300),
    excerpt=ANY,
)
def test_every_finding_can_be_told(code, path, args, line, column, excerpt):
    finding = Diagnostic(code, Span(path, line, column), tuple(args.items()))
    for language in ("id", "en", "xx"):
        for report in (
            text_report([finding], language, excerpt=lambda *_: excerpt),
            github_annotations([finding], language),
            json_lines([finding], language),
        ):
            assert all(c.isprintable() or c == "\n" for c in report)
            report.encode()
