"""`tables.check`: places in the file, counts, facts, and the guards beside the library."""

import gzip
import hashlib

import pytest

from lintas.tables.tally import SHOWN
from tests.unit.data_packages import ABOUT, KODE, NILAI, brief, check, load, table


def test_facts_of_a_clean_table(tmp_path):
    text = "kode,nilai\na,1\nb,\na,3\n"
    found, facts = check(tmp_path, table(), text)
    assert found == ()
    assert (facts.rows, facts.header, facts.bytes) == (3, ("kode", "nilai"), len(text))
    assert facts.sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert facts.preview == (("a", "1"), ("b", None), ("a", "3"))
    assert [(c.name, c.missing, c.distinct) for c in facts.columns] == [("kode", 0, 2), ("nilai", 1, 2)]


def test_missing_values_of_schema_and_field(tmp_path):
    fields = ({**KODE, "missingValues": ["?"]}, NILAI)
    _, facts = check(tmp_path, table(fields, missingValues=["", "-"]), "kode,nilai\n?,-\n-,1\n")
    assert [(c.missing, c.distinct) for c in facts.columns] == [(1, 1), (1, 1)]


def test_figures_of_regions(tmp_path):
    fields = (
        {**KODE, "x-kode-wilayah": {"tingkat": ["provinsi", "kabkota", "kecamatan"]}},
        {**NILAI, "x-indikator": "penduduk"},
    )
    _, facts = check(tmp_path, table(fields), "kode,nilai\n32.75,5\n32.75.01,1\n32,9\n31,\n")
    assert facts.figures == (("31", ()), ("32", (("nilai", "9"),)), ("32.75", (("nilai", "5"),)))


def test_lines_are_those_of_the_file_where_records_span_several(tmp_path):
    text = 'kode,nilai\n"a\nb",1\n"c\n\nd",x\ne,y\n'
    found, _ = check(tmp_path, table(), text)
    assert brief(found) == [("TAB402", 6, 4), ("TAB402", 7, 3)]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_places_do_not_depend_on_line_ends(tmp_path, ending):
    found, _ = check(tmp_path, table(), ending.join(["kode,nilai", '"a,b",x', "c,1", ""]))
    assert ("TAB402", 2, 7) in brief(found)


def test_a_repeated_key_names_both_places(tmp_path):
    found, _ = check(tmp_path, table(primaryKey=["kode"]), "kode,nilai\na,1\nb,2\na,3\n")
    assert brief(found) == [("TAB302", 4, 1)]
    assert (dict(found[0].args)["value"], dict(found[0].args)["other"]) == ("a", "2")
    assert [span.line for span in found[0].related] == [2]


def test_a_fault_carries_field_value_and_hint(tmp_path):
    fields = (KODE, {"name": "luas", "type": "number"})
    found, _ = check(tmp_path, table(fields), 'kode,luas\na,"1.234,5"\n')
    args = dict(found[0].args)
    assert (args["field"], args["column"], args["value"], args["hint"]) == ("luas", "2", "1.234,5", "1234.5")


def test_a_ruined_table_is_counted_in_full_and_shown_in_part(tmp_path):
    found, _ = check(tmp_path, table(), "kode,nilai\n" + "a,x\n" * 250)
    codes = [one.code for one in found]
    assert codes.count("TAB402") == SHOWN
    rest = next(dict(one.args) for one in found if one.code == "TAB520")
    assert (rest["kind"], rest["more"], rest["total"]) == ("TAB402", "150", "250")


def test_more_than_a_thousand_errors_do_not_stop_the_count(tmp_path):
    found, _ = check(tmp_path, table(), "kode,nilai\n" + "a,x\n" * 1500)
    assert next(dict(one.args)["total"] for one in found if one.code == "TAB520") == "1500"


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        (b"", "TAB102", 0),
        (b"kode,nilai\na,1\nb\0,2\n", "TAB501", 3),
        (b"kode,nilai\ra,1\r", "TAB502", 1),
        (b'kode,nilai\na,1\n"b,2\nc,3\n', "TAB503", 3),
        ("kode,nilai\na,1\n".encode("utf-16"), "TAB510", 1),
        ("kode,nilai\na,1\né,2\n".encode("cp1252"), "TAB511", 3),
        (b"kode;nilai\na;1\nb;2\n", "TAB508", 1),
    ],
)
def test_bytes_that_the_library_lets_pass_or_reports_without_a_line(tmp_path, content, code, line):
    found, _ = check(tmp_path, table(), content)
    assert (code, line) in [(one.code, one.span.line) for one in found]


def test_a_declared_encoding_is_used(tmp_path):
    resource = {**table(), "encoding": "windows-1252"}
    found, facts = check(tmp_path, resource, "kode,nilai\n“é”,x\n".encode("cp1252"))
    assert (brief(found), facts.preview) == ([("TAB402", 2, 5)], (("“é”", "x"),))


def test_a_byte_order_mark_is_no_fault(tmp_path):
    found, facts = check(tmp_path, table(), b"\xef\xbb\xbfkode,nilai\na,1\n")
    assert (found, facts.header) == ((), ("kode", "nilai"))


def test_a_truncated_archive_is_reported(tmp_path):
    data = gzip.compress(b"kode,nilai\n" + b"a,1\n" * 5000)[:60]
    found, _ = check(tmp_path, table(path="data/tabel.csv.gz"), data)
    assert [one.code for one in found] == ["TAB106"]


def test_a_table_the_library_would_never_read(tmp_path):
    found, _ = check(tmp_path, table(path="data/tabel.txt"), "kode,nilai\na,x\n")
    assert [one.code for one in found] == ["TAB507"]


def test_notes_do_not_carry_the_path_of_this_machine(tmp_path):
    found, _ = check(tmp_path, table(path="data/tabel.xlsx"), "bukan xlsx\n")
    assert found
    assert not any(str(tmp_path) in value for one in found for _, value in one.args)


def test_a_foreign_key_to_another_table(tmp_path):
    from lintas import tables

    key = {"fields": ["kode"], "reference": {"resource": "acuan", "fields": ["kode"]}}
    package = {**ABOUT, "resources": [table(foreignKeys=[key]), table((KODE,), "acuan", "data/acuan.csv")]}
    files = {"data/tabel.csv": "kode,nilai\na,1\nz,2\n", "data/acuan.csv": "kode\na\n"}
    outcome = tables.check(tmp_path, load(tmp_path, package, files).value)
    assert brief(outcome.diagnostics) == [("TAB303", 3, 1)]
    args = dict(outcome.diagnostics[0].args)
    assert (args["field"], args["value"], args["target"], args["target_field"]) == ("kode", "z", "acuan", "kode")


def test_a_thousand_columns(tmp_path):
    names = [f"k{number}" for number in range(1000)]
    fields = [{"name": name, "type": "integer"} for name in names]
    found, facts = check(tmp_path, table(fields), ",".join(names) + "\n" + ",".join(["1"] * 999 + ["x"]) + "\n")
    assert (brief(found), len(facts.columns)) == ([("TAB402", 2, 1999)], 1000)
