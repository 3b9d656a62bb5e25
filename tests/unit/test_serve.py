"""The preview: what it adds to a page, and when it sees a change."""

from __future__ import annotations

from pathlib import Path

import pytest

from lintas.diagnostics import Span
from lintas.reporters import Worded
from lintas.serve.overlay import SCRIPT_PATH, STYLE_PATH, adapted, waiting_page
from lintas.serve.watching import Watch

POLICY = b"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'\">"
PAGE = b"<html><head>" + POLICY + b"</head><body><p>&lt;/body></p></body></html>"
FAULT = Worded("SIA101", "error", Span("content/a.md", 3, 5), "Tanggal <2025-02-30> tidak ada.", "Tulis yang benar.")
NOTE = Worded("SIA106", "advice", Span("content/a.md", 1, 1), "Panjang.", "Pendekkan.")


def test_a_page_loses_its_policy_and_learns_which_build_it_comes_from() -> None:
    script = f'<script src="{SCRIPT_PATH}" data-edisi="7-1"></script>'.encode()
    assert adapted(PAGE, (), "7-1") == PAGE.replace(POLICY, b"").replace(b"</body></html>", script + b"</body></html>")


@pytest.mark.parametrize(
    "policy",
    [
        b"<META HTTP-EQUIV=content-security-policy content=x>",
        b"<meta content='x' http-equiv='Content-Security-Policy'/>",
    ],
)
def test_the_policy_is_found_however_it_is_written(policy: bytes) -> None:
    assert adapted(b"<head>" + policy + b"</head>", ()).startswith(b"<head></head>")


def test_faults_lie_open_over_the_page_as_text() -> None:
    page = adapted(PAGE, (FAULT,))
    assert page.endswith(b"</details></body></html>")
    assert b"1 galat" in page
    assert b"content/a.md:3:5" in page
    assert b" open>" in page
    assert b"Tanggal &lt;2025-02-30&gt; tidak ada." in page
    assert STYLE_PATH.encode() in page


def test_notes_stay_folded() -> None:
    page = adapted(PAGE, (NOTE,))
    assert b"1 catatan" in page
    assert b" open>" not in page


def test_the_layer_speaks_the_language_of_the_report() -> None:
    assert b"1 faults: this page is still the last good one" in adapted(PAGE, (FAULT,), "1", "en")


def test_a_flood_of_faults_is_cut() -> None:
    page = adapted(PAGE, (FAULT,) * 80)
    assert page.count(b"<li class") == 50
    assert b"30 temuan lain" in page


def test_a_page_without_body_end_still_shows_faults() -> None:
    assert adapted(b"<p>x", (FAULT,)).startswith(b"<p>x<script")
    assert b"</head>" in waiting_page(), "livereload puts its script before it"


def test_a_change_counts_once_and_only_when_it_has_settled(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("satu")
    watch = Watch.of((tmp_path, tmp_path / "absent"))
    assert not watch.settled_change()
    file.write_text("dua dua")
    assert not watch.settled_change(), "seen, not yet settled"
    assert watch.settled_change()
    assert not watch.settled_change()


@pytest.mark.parametrize("name", [".a.md.swp", "a.md~", "#a.md#", ".git/index", "a.tmp"])
def test_what_editors_keep_for_themselves_is_no_change(tmp_path: Path, name: str) -> None:
    watch = Watch.of((tmp_path,))
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("x")
    assert [watch.settled_change() for _ in range(3)] == [False, False, False]


def test_new_and_removed_files_are_changes(tmp_path: Path) -> None:
    watch = Watch.of((tmp_path,))
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "c.csv").write_text("x")
    assert [watch.settled_change() for _ in range(3)] == [False, True, False]
    (tmp_path / "b" / "c.csv").unlink()
    assert [watch.settled_change() for _ in range(3)] == [False, True, False]
