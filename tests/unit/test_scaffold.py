"""New files: what they say, and that nothing is ever written over."""

from __future__ import annotations

from pathlib import Path

import pytest

from lintas.scaffold import import_draft
from lintas.scaffold import new as begin
from lintas.siaran import load_institution, load_page, load_release
from tests.documents import docx, paragraph, picture, png

NOW = "2026-11-24T20:00:00Z"  # already the 25th in Indonesia


def new(root: Path, kind: str, title: str) -> str:
    """The path of a new file, or the code of what was wrong."""
    outcome = begin(root, kind, title, NOW)
    return outcome.value.path if outcome.value else outcome.diagnostics[0].code


@pytest.fixture
def root(tmp_path: Path) -> Path:
    files = {
        "content/situs.yaml": "judul: Portal\ninstansi: pemkot-x\n",
        "content/topik.yaml": "- slug: topik-a\n  nama: A\n",
        "content/instansi/pemkot-x.yaml": "nama: Pemerintah Kota Bogor\n",
        "datasets/data-a/datapackage.json": "{}",
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    return tmp_path


def test_a_new_release_passes_the_check_and_names_real_keys(root: Path) -> None:
    path = new(root, "siaran", "Rapat “Koordinasi”: Kota Bekasi")
    assert path == "content/siaran-pers/2026/rapat-koordinasi-kota-bekasi.md"
    data = (root / path).read_bytes()
    outcome = load_release(data, path, "")
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    assert (outcome.value[0].title, outcome.value[0].published) == ("Rapat “Koordinasi”: Kota Bekasi", "2026-11-25")
    assert outcome.value[0].status == "draf"
    assert all(f"#   - {key}\n".encode() in data for key in ("topik-a", "data-a"))
    assert b"  - pemkot-x\n" in data


def test_every_commented_key_of_a_new_release_is_a_real_one(root: Path) -> None:
    path = new(root, "siaran", "Judul")
    front, body = (root / path).read_text().removeprefix("---\n").split("\n---\n", 1)
    lines = [line.removeprefix("# ") if line[:3] != "#  " else line.removeprefix("#") for line in front.splitlines()]
    lines = [line for line in lines if line.startswith(" ") or line.partition(":")[0].islower()]
    text = "---\n" + "\n".join(lines) + "\n---\n" + body
    codes = {found.code for found in load_release(text.encode(), path, "").diagnostics}
    assert "KFG132" not in codes, "unknown key"


def test_a_release_without_title_is_named_by_its_day(root: Path) -> None:
    assert new(root, "siaran", "") == "content/siaran-pers/2026/siaran-pers-2026-11-25.md"


def test_pages_and_institutions(root: Path) -> None:
    page = new(root, "halaman", "Cara Mengunduh")
    assert page == "content/halaman/cara-mengunduh.md"
    assert load_page((root / page).read_bytes(), page, "").diagnostics == ()
    institution = new(root, "instansi", "Pemerintah Kota Depok")
    assert institution == "content/instansi/pemerintah-kota-depok.yaml"
    assert load_institution((root / institution).read_bytes(), institution, "").diagnostics == ()


def test_nothing_is_written_over(root: Path) -> None:
    new(root, "halaman", "Tentang")
    (root / "content/halaman/tentang.md").write_text("milik saya")
    assert new(root, "halaman", "Tentang") == "NAS101"
    assert (root / "content/halaman/tentang.md").read_text() == "milik saya"


@pytest.mark.parametrize(("kind", "title", "code"), [("siaran", "???", "NAS102"), ("halaman", " ", "NAS103")])
def test_a_name_is_needed(root: Path, kind: str, title: str, code: str) -> None:
    assert new(root, kind, title) == code


def test_a_place_that_cannot_be_written(root: Path) -> None:
    (root / "content/halaman").write_text("a file where a folder belongs")
    assert new(root, "halaman", "Baru") == "NAS104"


def test_import_writes_once_and_tells_what_it_understood(root: Path) -> None:
    sent = root / "naskah.txt"
    sent.write_text("Judul Naskah yang Dikirim\n\nBogor, 3 Maret 2026 – " + "Wali kota Bogor memimpin rapat. " * 9)
    made = import_draft(root, sent, NOW).value
    assert made is not None
    assert made.path == "content/siaran-pers/2026/judul-naskah-yang-dikirim.md"
    assert ("Tempat", "Bogor") in [(each.label, each.value) for each in made.understood]
    written = (root / made.path).read_bytes()
    (root / made.path).write_text("milik saya")
    assert [found.code for found in import_draft(root, sent, NOW).diagnostics] == ["NAS101"]
    assert (root / made.path).read_text() == "milik saya"
    assert import_draft(root, sent, NOW, force=True).value == made
    assert (root / made.path).read_bytes() == written


def test_a_folder_or_a_link_is_never_written_over(root: Path) -> None:
    sent = root / "naskah.txt"
    sent.write_text("Judul Naskah yang Dikirim\n\nBogor, 3 Maret 2026 – " + "Wali kota Bogor memimpin rapat. " * 9)
    place = root / "content/siaran-pers/2026/judul-naskah-yang-dikirim.md"
    place.mkdir(parents=True)
    assert [found.code for found in import_draft(root, sent, NOW, force=True).diagnostics] == ["NAS101"]
    place.rmdir()
    place.symlink_to(root / "content/situs.yaml")
    assert [found.code for found in import_draft(root, sent, NOW, force=True).diagnostics] == ["NAS101"]


def test_pictures_come_with_the_text_or_nothing_comes(root: Path) -> None:
    sent = root / "naskah.docx"
    lead = "Bogor, 3 Maret 2026 – " + "Wali kota Bogor memimpin rapat. " * 9
    sent.write_bytes(docx(paragraph("Judul Naskah yang Dikirim", style="Judul"), paragraph(picture()), paragraph(lead),
                          media={"image1.png": png()}))  # fmt: skip
    made = import_draft(root, sent, NOW).value
    assert made is not None
    assert made.also == ("content/media/2026/judul-naskah-yang-dikirim-1.png",)
    assert b"rahasia" not in (root / made.also[0]).read_bytes()
    (root / made.path).unlink()
    assert [found.code for found in import_draft(root, sent, NOW).diagnostics] == ["NAS101"]
    assert not (root / made.path).exists()


@pytest.mark.parametrize(
    ("name", "code"), [("a.xyz", "NAS106"), ("content", "NAS105"), ("absent.txt", "NAS105"), ("big.txt", "NAS109")]
)
def test_files_that_cannot_be_imported(root: Path, name: str, code: str) -> None:
    (root / "a.xyz").write_bytes(b"teks")
    (root / "big.txt").write_bytes(b"a" * 1_000_001)
    assert [found.code for found in import_draft(root, root / name, NOW).diagnostics] == [code]
