"""Files that are damaged, packed or described in a way that a library takes without a word, or without an end."""

import gzip
import io
import zipfile

import pytest

from lintas.datasets.patterns import is_explosive
from lintas.diagnostics import shorten
from lintas.privacy.tables import scan_csv
from tests.unit.data_packages import brief, check, table

CLEAN = "kode,nilai\na,1\n"


def zipped(*members):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in members:
            archive.writestr(name, text)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (zipped(("t.csv", CLEAN)), ""),
        (zipped(("../../t.csv", CLEAN)), "TAB517"),
        (zipped(("/t.csv", CLEAN)), "TAB517"),
        (zipped(), "TAB517"),
        (zipped(("t.csv", CLEAN))[:-9], "TAB106"),
        (zipped(("t.csv", "kode,nilai\n\0,1\n")), "TAB501"),
        (zipped(("t.csv", "")), "TAB102"),
    ],
)
def test_archives_are_looked_into(tmp_path, data, code):
    found, _ = check(tmp_path, table(path="data/tabel.csv.zip"), data)
    assert [one.code for one in found] == ([code] if code else [])


def test_an_archive_that_lies_about_its_size(tmp_path):
    data = bytearray(zipped(("t.csv", CLEAN)))
    at = data.index(b"PK\x01\x02") + 24
    data[at : at + 4] = (4_000_000_000).to_bytes(4, "little")
    found, _ = check(tmp_path, table(path="data/tabel.csv.zip"), bytes(data))
    assert [one.code for one in found] == ["TAB106"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (b"kode,nilai\n\xe9,1\n", "TAB511"),
        (b"kode,nilai\n\0,1\n", "TAB501"),
        ("kode,nilai\n".encode("utf-16"), "TAB510"),
    ],
)
def test_packed_text_is_as_strict_as_plain_text(tmp_path, text, code):
    found, _ = check(tmp_path, table(path="data/tabel.csv.gz"), gzip.compress(text))
    assert [one.code for one in found] == [code]


def test_an_empty_archive_does_not_stop_the_search_for_persons(tmp_path):
    (tmp_path / "t.csv.zip").write_bytes(zipped())
    assert [one.code for one in scan_csv(tmp_path, "t.csv.zip")] == ["PRI115"]


def test_an_open_quotation_is_told_once(tmp_path):
    found, _ = check(tmp_path, table(), 'kode,nilai\nb,x\n"a,1\nb,2\n')
    assert brief(found) == [("TAB402", 2, 3), ("TAB503", 3, 0)]


def test_a_file_that_ends_within_a_character(tmp_path):
    found, _ = check(tmp_path, table(), b"kode,nilai\na,1\n\xe2\x82")
    assert brief(found) == [("TAB511", 3, 0)]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "UTF-8", "utf8", "utf-16"])
def test_encodings_that_say_what_is_there(tmp_path, encoding):
    found, _ = check(tmp_path, {**table(), "encoding": encoding}, "kode,nilai\né,1\n".encode(encoding))
    assert [one.code for one in found] == []


@pytest.mark.parametrize("pattern", ["a*a*a*a*b", ".*.*.*.*=", r"\w+\d*\w+\s?\w+\w*x"])
def test_repeats_in_a_row_are_refused(pattern):
    assert is_explosive(pattern)


@pytest.mark.parametrize(
    "pattern",
    [r"[^@ ]+@[^@ ]+\.[^@ ]+", r"\d+-\d+-\d+-\d+-\d+", r"[a-z]+ [a-z]+ [a-z]+ [a-z]+ [a-z]+", r"\d{2}(\.\d{2})*"],
)
def test_repeats_with_something_else_between_them_are_not(pattern):
    assert not is_explosive(pattern)


def test_what_cannot_be_seen_is_named():
    assert shorten("kode\u200b") == "kode[U+200B]"
    assert shorten("a\tb\n c") == "a b c"
