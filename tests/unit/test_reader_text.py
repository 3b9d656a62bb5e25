"""Bytes and front matter."""

import pytest

from lintas.diagnostics import Span
from lintas.reader import decode, near, read_date, split_front_matter


def found(outcome):
    return [(d.code, d.span.line, d.span.column) for d in outcome.diagnostics]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"a\nb", "a\nb"),
        (b"\xef\xbb\xbfa", "a"),
        (b"a\r\nb\rc", "a\nb\nc"),
        ("“é” – 🙂\t".encode(), "“é” – 🙂\t"),
        (b"", ""),
    ],
)
def test_utf8_is_read(data, text):
    outcome = decode(data, "a.md")
    assert (outcome.value, outcome.diagnostics) == (text, ())


@pytest.mark.parametrize(
    ("data", "code", "line", "column", "hint"),
    [
        ("satu\nia berkata “ya”".encode("cp1252"), "KFG101", 2, 12, "“"),
        ("é".encode("latin-1"), "KFG101", 1, 1, "é"),
        ("ä\né".encode() + b"\xe9", "KFG101", 2, 2, "é"),
        (b"a\x81", "KFG101", 1, 2, ""),
    ],
)
def test_windows_1252_is_named_with_the_first_bad_byte(data, code, line, column, hint):
    outcome = decode(data, "a.md")
    assert found(outcome) == [(code, line, column)]
    assert dict(outcome.diagnostics[0].args)["hint"] == hint


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_is_named_and_still_read(encoding):
    outcome = decode("judul: Rapat\r\n".encode(encoding), "a.md")
    assert [d.code for d in outcome.diagnostics] == ["KFG102"]
    assert outcome.value == "judul: Rapat\n"


@pytest.mark.parametrize(
    ("data", "code", "column"),
    [
        (b"a\x00b", "KFG103", 2),
        (b"a\x0bb", "KFG103", 2),
        (b"a\x1b[31m", "KFG103", 2),
        ("a\x85b".encode(), "KFG103", 2),
        ("a\u2028b".encode(), "KFG103", 2),
        ("a\ufffdb".encode(), "KFG104", 2),
    ],
)
def test_characters_that_no_text_may_hold_are_named(data, code, column):
    assert found(decode(data, "a.md")) == [(code, 1, column)]


def test_not_every_place_of_the_same_damage_is_named():
    assert len(decode(b"\x00a" * 3 + b"bcdefgh\x00" * 1000, "a.md").diagnostics) <= 5


def test_front_matter_is_split_with_its_lines():
    outcome = split_front_matter("---\na: b\n---\n\nIsi\n", "a.md")
    assert (outcome.value, outcome.diagnostics) == (("a: b\n", 2, "\nIsi\n", 4), ())


@pytest.mark.parametrize("text", ["---\na: b\n---", "---  \na: b\n--- \n", "---\n---\nIsi", "\n\n---\na: 1\n---\nx"])
def test_front_matter_in_other_shapes(text):
    assert split_front_matter(text, "a.md").diagnostics == ()


def test_empty_front_matter():
    assert split_front_matter("---\n---\nIsi", "a.md").value == ("", 2, "Isi", 3)


@pytest.mark.parametrize("text", ["judul: x\n", "— — —\njudul: x", "----\na: b\n----\n", "Isi saja"])
def test_missing_front_matter_is_named(text):
    outcome = split_front_matter(text, "a.md")
    assert found(outcome) == [("KFG105", 1, 1)]
    assert outcome.value == ("", 1, text, 1)


def test_an_open_front_matter_is_named_and_its_end_guessed():
    outcome = split_front_matter("---\njudul: x\ntopik:\n  - a\n\nIsi tulisan.\n", "a.md")
    assert [d.code for d in outcome.diagnostics] == ["KFG106"]
    assert outcome.value[0].startswith("judul: x")
    assert outcome.value[2:] == ("Isi tulisan.\n", 6)


@pytest.mark.parametrize("text", ["", "\n\n", "  "])
def test_an_empty_file_is_named(text):
    assert found(split_front_matter(text, "a.md")) == [("KFG151", 1, 1)]


@pytest.mark.parametrize(
    ("word", "known", "expected"),
    [
        ("judl", ("judul", "jadwal"), "judul"),
        ("Judul", ("judul",), "judul"),
        ("teks alternatif", ("teks_alternatif",), "teks_alternatif"),
        ("tangal", ("tanggal", "tinggal"), "tanggal"),
        ("jduul", ("judul",), "judul"),
        ("xyz", ("judul", "topik"), ""),
        ("judul", ("judul",), ""),
        ("", ("judul",), ""),
        ("a", ("b",), ""),
    ],
)
def test_near_words(word, known, expected):
    assert near(word, known) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("2025-07-04", "2025-07-04"),
        ("2025-07-04T13:00:00+07:00", "2025-07-04T13:00:00+07:00"),
        ("2025-07-04 13:00+07:00", "2025-07-04T13:00:00+07:00"),
        ("2025-07-04T13:00:00 +07:00", "2025-07-04T13:00:00+07:00"),
        ("2025-07-04T13:00:00Z", "2025-07-04T13:00:00+00:00"),
        ("2024-02-29", "2024-02-29"),
    ],
)
def test_dates(typed, expected):
    outcome = read_date(typed, Span("a"), time=True)
    assert (outcome.value, outcome.diagnostics) == (expected, ())


@pytest.mark.parametrize(
    ("typed", "code", "hint"),
    [
        ("4 Juli 2025", "KFG141", "2025-07-04"),
        ("04/07/2025", "KFG141", "2025-07-04"),
        ("4-7-2025", "KFG141", "2025-07-04"),
        ("2025-7-4", "KFG141", "2025-07-04"),
        ("Jumat, 4 Agustus 2025", "KFG141", "2025-08-04"),
        ("31/02/2025", "KFG141", ""),
        ("segera", "KFG141", ""),
        ("٢٠٢٥-٠٧-٠٤", "KFG141", "2025-07-04"),
        ("2025-02-30", "KFG142", None),
        ("0000-01-01", "KFG142", None),
        ("2025-07-04T25:00:00+07:00", "KFG142", None),
        ("2025-07-04T13:00:00+99:00", "KFG142", None),
        ("2025-07-04T13:00:00", "KFG143", "2025-07-04T13:00:00+07:00"),
        ("2025-07-04 13:00 WIT", "KFG143", "2025-07-04T13:00:00+09:00"),
    ],
)
def test_wrong_dates_are_named_with_what_was_meant(typed, code, hint):
    outcome = read_date(typed, Span("a"), time=True)
    assert [d.code for d in outcome.diagnostics] == [code]
    assert dict(outcome.diagnostics[0].args).get("hint") == hint


def test_a_time_where_only_a_date_may_stand():
    outcome = read_date("2025-07-04T13:00:00+07:00", Span("a"))
    assert (outcome.value, [d.code for d in outcome.diagnostics]) == ("2025-07-04", ["KFG149"])
