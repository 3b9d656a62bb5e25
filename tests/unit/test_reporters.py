"""Findings in words: every form, both languages, and nothing that could harm a terminal, a page or a log."""

import io
import json

import pytest

from lintas import reporters
from lintas.diagnostics import Diagnostic, Span, fault
from lintas.reader import read_yaml
from lintas.reporters import catalogue
from lintas.reporters.wording import visible, worded

KEY = fault("KFG132", Span("content/situs.yaml", 3, 5), key="judl", hint="judul")
LATER = fault("KFG146", Span("content/situs.yaml", 9, 2), key="topik", value="a")
PLACELESS = fault("KFG001", Span(""), path="content/situs.yaml")


def test_text_says_where_what_and_what_to_do():
    report = reporters.text_report([LATER, KEY], excerpt=lambda path, line: "    judl: Portal" if line == 3 else None)
    assert report == (
        "content/situs.yaml:3:5: galat KFG132: Kunci “judl” tidak dikenal.\n"
        "  3 |     judl: Portal\n"
        "    |     ^\n"
        "  Perbaikan: Mungkin maksud Anda “judul”? Perbaiki ejaannya, atau hapus baris ini.\n"
        "\n"
        "content/situs.yaml:9:2: peringatan KFG146: “a” ditulis dua kali dalam “topik”.\n"
        "  Perbaikan: Hapus salah satu.\n"
        "\n"
        "1 galat, 1 peringatan\n"
    )


def test_text_in_english():
    report = reporters.text_report([KEY, PLACELESS], "en")
    assert "content/situs.yaml:3:5: error KFG132: The key “judl” is unknown.\n" in report
    assert report.startswith("error KFG001: The settings file content/situs.yaml is missing.\n")
    assert report.endswith("\n2 errors\n")


def test_related_places_are_named():
    report = reporters.text_report([fault("KFG306", Span("b"), related=[Span("a", 1, 2)], other="a")])
    assert "  Lihat juga: a:1:2\n" in report


@pytest.mark.parametrize(
    ("column", "before"),
    [(1, ""), (3, "  "), (500, None)],
)
def test_the_caret_stands_below_the_place(column, before):
    line = "日本: x" if column == 3 else "x" * 1000
    report = reporters.text_report([fault("KFG112", Span("a", 1, column), text="x")], excerpt=lambda *_: line)
    shown, caret = report.splitlines()[1:3]
    assert len(shown) < 120
    if column == 3:
        assert caret == "    |     ^"  # two wide characters take four columns
    elif before is not None:
        assert caret == f"    | {before}^"
    else:
        assert shown[caret.index("^")] == "x"


def test_colour_only_where_asked_for():
    assert "\x1b" not in reporters.text_report([KEY])
    assert "\x1b[1;31mgalat\x1b[0m" in reporters.text_report([KEY], colour=True)


@pytest.mark.parametrize(
    ("terminal", "environ", "expected"),
    [(True, {}, True), (False, {}, False), (True, {"NO_COLOR": "1"}, False), (True, {"TERM": "dumb"}, False)],
)
def test_colour_is_for_terminals_of_people_who_want_it(terminal, environ, expected):
    class Stream(io.StringIO):
        def isatty(self):
            return terminal

    assert reporters.wants_colour(Stream(), environ) is expected


def test_json_lines_carry_the_promised_keys_in_order():
    placeless, line = (json.loads(text) for text in reporters.json_lines([KEY, PLACELESS]).splitlines())
    assert list(line) == ["code", "severity", "path", "line", "column", "message", "remedy", "field"]
    assert (line["code"], line["severity"], line["line"], line["column"]) == ("KFG132", "error", 3, 5)
    assert (placeless["path"], placeless["line"], placeless["column"]) == ("", None, None)


def test_json_lines_stay_one_line_each():
    wild = Diagnostic("KFG132", Span("a\nb", 1, 1), (("key", "x\n\u2028y"), ("hint", "")))
    (line,) = reporters.json_lines([wild]).splitlines()
    assert json.loads(line)["path"] == "a\\nb"


def test_annotations_escape_what_would_end_them():
    wild = Diagnostic("KFG132", Span("a,b:c%.md", 2, 3), (("key", "50%\r\n::error::x"), ("hint", "")))
    (line,) = reporters.github_annotations([wild]).splitlines()
    assert line.startswith("::error file=a%2Cb%3Ac%25.md,line=2,col=3,title=KFG132::Kunci “50%25")
    assert line.count("%0A") == 1


def test_annotations_put_errors_first_and_name_a_line():
    lines = reporters.github_annotations([LATER, fault("KFG308", Span("z.md"), size="2 MB", limit="1 MB")]).splitlines()
    assert lines[0].startswith("::error file=z.md,line=1,title=KFG308::")
    assert lines[1].startswith("::warning file=content/situs.yaml,line=9,col=2,title=KFG146::")


def test_reports_go_where_they_were_promised(capsys, tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "content/situs.yaml").write_text("a\nb\n    judl: x\n")
    for form in ("json", "github", "text"):
        reporters.report([KEY], form, "id", tmp_path)
        out, err = capsys.readouterr()
        assert bool(out) is (form == "json")
        assert bool(err) is (form != "json")
    assert "  3 |     judl: x\n" in err


@pytest.mark.parametrize("path", ["../rahasia", "/etc/passwd", "tidak-ada", "a\x00b", "."])
def test_no_line_is_quoted_from_outside(tmp_path, path):
    (tmp_path / "portal").mkdir()
    (tmp_path / "rahasia").write_text("rahasia\n")
    assert reporters.source_line(tmp_path / "portal")(path, 1) is None


@pytest.mark.parametrize("text", ["\x1b[31m", "\x07", "\u202e", "\u200b", "a\rb", "\x9b31m", "\udcff"])
def test_nothing_steers_the_terminal(text):
    wild = Diagnostic("KFG132", Span(f"a{text}", 1, 1), (("key", text), ("hint", text)))
    for report in (
        reporters.text_report([wild], excerpt=lambda *_: f"x{text}y"),
        reporters.json_lines([wild]),
        reporters.github_annotations([wild]),
    ):
        assert all(c.isprintable() or c == "\n" for c in report)
        report.encode()


def test_a_missing_argument_is_shown_raw():
    assert worded(Diagnostic("KFG132", Span("a"))).message == "Kunci “{key}” tidak dikenal."


def test_an_argument_that_looks_like_a_gap_is_left_alone():
    assert worded(fault("KFG132", Span("a"), key="{hint}", hint="")).message == "Kunci “{hint}” tidak dikenal."


def test_a_code_without_text_is_shown_and_counts_as_an_error():
    wording = worded(fault("XYZ001", Span("a"), x=1))
    assert (wording.message, wording.severity) == ("XYZ001 x=1", "error")
    assert reporters.has_errors([fault("XYZ001", Span("a"))])


def test_a_sentence_about_a_hint_needs_one():
    def remedy(hint):
        return worded(fault("KFG141", Span("a"), value="x", hint=hint)).remedy

    assert remedy("2025-07-04").startswith("Tulis 2025-07-04. Bentuk tanggal")
    assert remedy("").startswith("Bentuk tanggal")


def test_a_hint_is_never_lost(monkeypatch):
    entry = catalogue.Entry("error", {"id": catalogue.Wording("Salah.", "Perbaiki.")})
    monkeypatch.setattr("lintas.reporters.wording.entry", lambda code: entry)
    assert worded(fault("KFG999", Span("a"), hint="b")).remedy == "Mungkin maksud Anda “b”? Perbaiki."


def test_warnings_do_not_stop_a_build():
    assert not reporters.has_errors([LATER])
    assert reporters.has_errors([LATER, KEY])
    assert not reporters.has_errors([])


def test_explain_tells_why_in_both_languages():
    assert reporters.explain("KFG108").startswith("KFG108 (galat)\n\nNilai “{key}”")
    assert "\n\nWhy: A colon" in reporters.explain("KFG108", "en")


@pytest.mark.parametrize("code", ["KFG999", "kfg108", "../x", "", "KFG1081", "ABC123", "KFG108\n"])
def test_explain_knows_what_it_does_not_know(code):
    assert reporters.explain(code) is None


def test_nothing_is_loaded_before_there_is_something_to_say(monkeypatch):
    monkeypatch.setattr(catalogue, "_family", lambda name: pytest.fail("loaded"))
    assert not reporters.has_errors([])
    assert reporters.summary([]) == "Tidak ada temuan."


@pytest.mark.parametrize("path", sorted(catalogue.MESSAGES.glob("*.yaml")), ids=lambda path: path.stem)
def test_message_files_are_read_without_findings(path):
    assert read_yaml(path.read_text(encoding="utf-8"), path.name).diagnostics == ()


def test_visible_text_is_unchanged():
    assert visible("Rapat “Koordinasi” – é 日本") == "Rapat “Koordinasi” – é 日本"
