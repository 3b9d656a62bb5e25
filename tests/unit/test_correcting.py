"""`check --fix`: files are mended whole, in their own line ends; what is doubtful is left alone; changes are told."""

import os

import pytest

from lintas import cli, correcting

HEAD = "---\njudul: Rapat Koordinasi\ntanggal: 2025-07-04\nnomor: 01/kongkrit/2025-2026\n---\n\n"
WRONG = HEAD + "Langkah kongkrit  itu di laksanakan pada `2025-2029 kongkrit` dan [rapat](siaran:kongkrit) 2025-2029.\n"
RIGHT = HEAD + "Langkah konkret itu dilaksanakan pada `2025-2029 kongkrit` dan [rapat](siaran:kongkrit) 2025–2029.\n"
PATH = "content/siaran-pers/2025/rapat.md"


@pytest.fixture
def root(tmp_path):
    (tmp_path / "content/siaran-pers/2025").mkdir(parents=True)
    (tmp_path / "content/situs.yaml").write_text("judul: Portal\n", encoding="utf-8")
    return tmp_path


def write(root, data):
    (root / PATH).write_bytes(data)
    return root / PATH


def test_a_file_is_mended_and_its_changes_are_told(root):
    file = write(root, WRONG.encode())
    corrections = correcting.correct(root).value
    assert file.read_text(encoding="utf-8") == RIGHT
    assert [(each.path, len(each.changes)) for each in corrections] == [(PATH, 4)]
    assert correcting.correct(root).value == ()
    assert [path.name for path in file.parent.iterdir()] == ["rapat.md"]


def test_line_ends_byte_order_mark_and_mode_stay(root):
    file = write(root, b"\xef\xbb\xbf" + WRONG.replace("\n", "\r\n").encode())
    file.chmod(0o640)
    correcting.correct(root)
    assert file.read_bytes() == b"\xef\xbb\xbf" + RIGHT.replace("\n", "\r\n").encode()
    if os.name == "posix":
        assert file.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    "data", [WRONG.encode("utf-16"), WRONG.encode() + b"\xff", WRONG.encode() + b"a\r\n", WRONG.encode() + b"\x01"]
)
def test_what_is_no_clean_text_is_left_alone(root, data):
    file = write(root, data)
    assert correcting.correct(root).value == ()
    assert file.read_bytes() == data


def test_only_what_was_asked_for_is_mended(root):
    file = write(root, WRONG.encode())
    assert correcting.correct(root, ["content/halaman"]).value == ()
    assert correcting.correct(root, ["content/siaran-pers"]).value != ()
    assert file.read_text(encoding="utf-8") == RIGHT


def test_the_agency_s_own_terms_are_left_alone(root):
    write(root, WRONG.encode())
    (root / "content/istilah.yaml").write_text("diizinkan: [Langkah kongkrit]\n", encoding="utf-8")
    correcting.correct(root)
    assert "Langkah kongkrit itu" in (root / PATH).read_text(encoding="utf-8")


def test_a_file_that_is_saved_meanwhile_is_left_alone(root, monkeypatch):
    file = write(root, WRONG.encode())
    mend = correcting.mend

    def mend_while_somebody_saves(*args):
        file.write_bytes(b"lain")
        return mend(*args)

    monkeypatch.setattr(correcting, "mend", mend_while_somebody_saves)
    assert correcting.correct(root).value == ()
    assert file.read_bytes() == b"lain"


def test_the_command_tells_every_change(root, capsys):
    write(root, WRONG.encode())
    assert cli.main(["check", "--fix", "--root", str(root), "--no-cache"]) == 1  # the link leads nowhere
    told = capsys.readouterr().err
    assert f"{PATH}:7 EJA103: “kongkrit” → “konkret”" in told
    assert "Diperbaiki: 4 tempat dalam 1 berkas." in told
