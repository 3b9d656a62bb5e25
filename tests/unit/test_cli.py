"""The command line: exit status, streams, and options before or after the command."""

import json

import pytest

from lintas import cli, pipeline
from lintas.cli.arguments import moment, parser
from tests import portals

SMALL = {
    "content/situs.yaml": b"judul: Portal Kecil\nfitur: {data_siaran: false, wilayah: tidak}\n",
    portals.release_path("2025", "satu"): portals.release("Kabar Satu", "2025-05-06"),
}


@pytest.fixture
def root(tmp_path, monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return portals.write({**SMALL, **portals.theme()}, tmp_path / "portal")


def run(capsys, *words):
    try:
        status = cli.main([str(word) for word in words])
    except SystemExit as stopped:
        status = stopped.code
    return status, *capsys.readouterr()


def test_a_clean_build_says_what_it_made_and_nothing_on_stdout(root, capsys):
    status, out, err = run(capsys, "build", "--root", root, "--now", "2026-01-01")
    assert (status, out) == (0, "")
    assert "Situs siap" in err
    assert (root / "_site/siaran-pers/2025/satu/index.html").is_file()


def test_quiet_says_nothing(root, capsys):
    assert run(capsys, "--quiet", "build", "--root", root) == (0, "", "")


def test_the_command_may_be_left_out_and_options_stand_on_either_side(root, capsys):
    assert run(capsys, "--root", root, "--quiet")[0] == 0
    assert (root / "_site/index.html").is_file()
    assert run(capsys, "--root", root, "--lang", "en", "check")[2].startswith("Check finished: 1 ")


def test_the_words_of_a_title_may_stand_behind_an_option(root, capsys):
    status, _, err = run(capsys, "new", "siaran", "--root", root, "Rapat", "--now", "2025-07-04", "Penataan Wilayah")
    assert status == 0, err
    assert (root / "content/siaran-pers/2025/rapat-penataan-wilayah.md").is_file()
    assert run(capsys, "new", "siaran", "--root", root, "Judul", "--tanpa-arti")[0] == 2


def test_faults_give_status_1_and_leave_what_is_published(root, capsys):
    run(capsys, "build", "--root", root, "--quiet")
    (root / portals.release_path("2025", "satu")).write_bytes(portals.release("Kabar Satu", "2025-02-30"))
    status, out, err = run(capsys, "build", "--root", root, "--format", "json")
    assert status == 1
    found = [json.loads(line) for line in out.splitlines()]
    assert [(f["code"], f["path"]) for f in found] == [("KFG142", portals.release_path("2025", "satu"))]
    assert "tidak diubah" in err
    assert (root / "_site/siaran-pers/2025/satu/index.html").is_file()


@pytest.mark.parametrize(
    "words",
    [
        ["build", "--root", "tidak-ada"],
        ["biuld"],
        ["build", "--jobs", "0"],
        ["build", "--jobs", "²"],
        ["build", "--now", "kemarin"],
        ["build", "--base-url", "uji.go.id"],
        ["build", "--base-url", "https://uji.go.id/?a=b"],
        ["check", "--root", ".", "../luar"],
        ["explain", "TAB000"],
    ],
)
def test_wrong_use_gives_status_2_and_one_line(root, capsys, monkeypatch, words):
    monkeypatch.chdir(root)
    status, out, err = run(capsys, *words)
    assert status == 2
    assert out == ""
    assert "Traceback" not in err


def test_check_writes_no_site_and_reports_only_what_was_asked(root, capsys, monkeypatch):
    (root / portals.release_path("2025", "dua")).write_bytes(portals.release("Kabar Dua", "2025-02-30"))
    monkeypatch.chdir(root)
    assert run(capsys, "check", "--root", root)[0] == 1
    assert run(capsys, "check", "--root", root, portals.release_path("2025", "satu"))[0] == 0
    assert run(capsys, "check", "--root", root, "content/siaran-pers")[0] == 1
    assert not (root / "_site").exists()


def test_a_bug_is_reported_without_a_trace_on_the_screen(root, capsys, monkeypatch):
    def broken(_):
        raise ZeroDivisionError("kesalahan uji")

    monkeypatch.setattr(pipeline, "build", broken)
    status, out, err = run(capsys, "build", "--root", root)
    assert status == 2
    assert "MES001" in out + err
    assert "Traceback" not in out + err


def test_explain_tells_a_code_in_both_languages(capsys):
    assert "TAB402" in run(capsys, "explain", "tab402")[1]
    assert run(capsys, "explain", "TAB402", "--lang", "en")[1] != run(capsys, "explain", "TAB402")[1]


def test_the_time_comes_from_the_option_then_from_the_epoch(root, capsys, monkeypatch):
    path = root / portals.release_path("2025", "satu")
    page = root / "_site/siaran-pers/2025/satu/index.html"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1735689600")  # 1 January 2025
    assert run(capsys, "build", "--root", root, "--quiet")[0] == 0
    assert not page.exists()
    assert run(capsys, "build", "--root", root, "--quiet", "--now", "2025-05-06")[0] == 0
    assert page.exists()
    assert path.is_file()


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("2026-06-01", "2026-05-31T17:00:00Z"),
        ("2026-06-01T10:00:00+09:00", "2026-06-01T01:00:00Z"),
        ("2026-06-01T03:00:00Z", "2026-06-01T03:00:00Z"),
    ],
)
def test_a_time_without_a_zone_is_that_of_jakarta(text, instant):
    assert moment(text) == instant


def test_output_and_base_url_are_taken(root, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    words = [
        "--root",
        root,
        "--output",
        "keluar/situs",
        "--base-url",
        "https://uji.go.id/jalur",
        "--no-cache",
        "--quiet",
    ]
    assert run(capsys, "build", *words)[0] == 0
    assert "https://uji.go.id/jalur/" in (tmp_path / "keluar/situs/sitemap.xml").read_text(encoding="utf-8")
    assert not (root / "_site").exists()
    assert not (root / ".lintas/cache.db").exists()


def test_defaults_are_those_that_help_tells():
    args = parser().parse_args([])
    assert (args.command, args.root, args.output, args.jobs, args.no_cache) == (None, None, None, 0, False)
    assert (args.format, args.lang, args.quiet) == ("text", "id", False)
