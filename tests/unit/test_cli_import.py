"""`import` at the command line: several files, standard input, one that fails, the table and JSON lines."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from lintas import cli

TEXT = "Judul Naskah yang Dikirim\n\nBogor, 3 Maret 2026 – " + "Wali kota Bogor memimpin rapat. " * 9
MADE = "content/siaran-pers/2026/judul-naskah-yang-dikirim.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/situs.yaml").write_text("judul: Portal\n")
    (tmp_path / "naskah.txt").write_text(TEXT)
    return tmp_path


def run(root: Path, *words: str) -> int:
    return cli.main(["import", *words, "--root", str(root), "--now", "2026-11-24"])


def test_what_was_understood_is_shown_in_columns(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, str(root / "naskah.txt")) == 0
    shown = capsys.readouterr().err
    assert "Judul              tinggi  Judul Naskah yang Dikirim\n" in shown
    assert f"Berkas baru: {MADE}\n" in shown


def test_json_lines_tell_fields_and_findings(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, str(root / "naskah.txt"), "--format", "json") == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    title = next(line for line in lines if line.get("field") == "judul")
    assert (title["value"], title["confidence"], title["path"]) == ("Judul Naskah yang Dikirim", "tinggi", MADE)
    assert any(line.get("code") == "NAS208" for line in lines)


def test_a_file_that_fails_does_not_keep_the_others(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, str(root / "tidak-ada.docx"), str(root / "naskah.txt")) == 1
    assert (root / MADE).exists()
    assert "NAS105" in capsys.readouterr().err


def test_standard_input_and_force(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for words, status in ((["-"], 0), (["-"], 1), (["-", "--force"], 0)):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
        assert run(root, *words) == status
    assert "NAS101" in capsys.readouterr().err
