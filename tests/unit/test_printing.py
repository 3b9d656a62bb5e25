"""Which releases have a PDF, where it is told of, and when it is set anew."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pypdf
import pytest

from lintas import formatting
from lintas.typesetting import compiling
from tests import portals
from tests.portals import release, release_path

ALL = {"pdf": "semua"}
ROOT = Path(__file__).resolve().parents[2]
WITHDRAWN = {"status": "dicabut", "pencabutan": {"tanggal": "2025-06-01", "alasan": "Salah naskah."}}
CORRECTED = {
    "status": "ralat",
    "koreksi": [
        {
            "tanggal": "2025-07-05",
            "semula": "lima pihak",
            "menjadi": "enam pihak",
            "alasan": "Salah hitung.",
            "bobot": "sedang",
        }
    ],
}


def papers(folder):
    return {path for path in portals.tree(folder) if path.endswith(".pdf")}


def small(**changes):
    """Releases of four years, one withdrawn, one replaced, one corrected, one that waits."""
    changes["fitur"] = {"pdf": "semua", **changes.get("fitur", {})}
    return {
        "content/situs.yaml": portals.settings(instansi="pusat", **changes),
        "content/instansi/pusat.yaml": portals.institution("Pusat Uji", situs="https://pusat.go.id/"),
        release_path("2022", "lama"): release("Kabar Lama", "2022-05-06"),
        release_path("2024", "ganti"): release("Kabar Ganti", "2024-05-06", status="diganti", pengganti="kini"),
        release_path("2025", "kini"): release("Kabar Kini", "2025-05-06", nomor="5/PU/2025", instansi=["pusat"]),
        release_path("2025", "ralat"): release("Kabar Ralat", "2025-07-04", "Hadir enam pihak.", **CORRECTED),
        release_path("2025", "cabut"): release("Kabar Cabut", "2025-05-07", "", **WITHDRAWN),
        release_path("2027", "nanti"): release("Kabar Nanti", "2027-05-06"),
    }


@pytest.fixture
def portal(tmp_path):
    def built(files, **options):
        root = portals.write({**files, **portals.theme()}, tmp_path / "portal")
        result = portals.build(root, output=tmp_path / "_site", **options)
        assert not [d for d in result.diagnostics if d.code.startswith(("MES", "PDF"))], result.diagnostics
        assert result.ok
        return tmp_path / "_site"

    return built


def test_each_release_in_force_has_one(portal):
    folder = portal(small())
    assert papers(folder) == {f"siaran-pers/{key}/{key[5:]}.pdf" for key in ("2022/lama", "2025/kini", "2025/ralat")}


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ("tidak", set()),
        ("1", {"kini", "ralat"}),
        ("4", {"kini", "ralat", "lama"}),
        ("semua", {"kini", "ralat", "lama"}),
    ],
)
def test_a_switch_keeps_them_to_recent_years(portal, choice, expected):
    found = papers(portal(small(fitur={"pdf": choice})))
    assert {path.rsplit("/", 1)[1].removesuffix(".pdf") for path in found} == expected


def test_what_comes_due_gets_its_own(portal):
    folder = portal(small(), now="2027-06-01T00:00:00Z")
    assert "siaran-pers/2027/nanti/nanti.pdf" in papers(folder)


def test_a_correction_stands_on_paper(portal):
    folder = portal(small())
    reader = pypdf.PdfReader(folder / "siaran-pers/2025/ralat/ralat.pdf")
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert "telah dikoreksi, terakhir pada 5 Juli 2025" in text
    assert "Semula: lima pihak Menjadi: enam pihak Alasan: Salah hitung." in text


def test_page_linked_data_and_feed_tell_of_it(portal):
    folder = portal(small())
    path, own = "siaran-pers/2025/kini/kini.pdf", folder / "siaran-pers/2025/kini"
    size = (folder / path).stat().st_size
    html = (own / "index.html").read_text("utf-8")
    assert path.rsplit("/", 1)[1] in html
    assert formatting.file_size(size) in html
    assert portals.checksum((folder / path).read_bytes()) in html
    feed = ElementTree.parse(folder / "umpan/siaran-pers.xml")
    links = [link.attrib for link in feed.iter("{http://www.w3.org/2005/Atom}link") if link.get("rel") == "enclosure"]
    assert {
        "rel": "enclosure",
        "type": "application/pdf",
        "href": f"https://uji.go.id/{path}",
        "length": str(size),
    } in links


def test_it_is_set_anew_only_when_something_printed_changed(portal, monkeypatch):
    set_letters = []

    def counted(letter, pictures, typeset=compiling.typeset):
        set_letters.append(letter.path.rsplit("/", 1)[1])
        return typeset(letter, pictures)

    monkeypatch.setattr(compiling, "typeset", counted)
    files = small()
    portal(files)
    assert sorted(set_letters) == ["kini.md", "lama.md", "ralat.md"]
    files[release_path("2025", "kini")] = release("Kabar Kini", "2025-05-06", "Isi lain.", nomor="5/PU/2025")
    portal(files)
    assert set_letters[3:] == ["kini.md"]
    portal({**files, "content/halaman/tentang.md": portals.page("Tentang")})
    portal({**files, "content/situs.yaml": portals.settings(semboyan="Lain", isi_per_halaman=7, fitur=ALL)})
    assert set_letters[4:] == []
    portal({**files, "content/situs.yaml": portals.settings(kontak={"unit": "Humas"}, fitur=ALL)})
    assert len(set_letters) == 7


def test_photos_and_the_emblem_are_printed(portal):
    files = small(lambang="lambang.png") | {
        "content/media/lambang.png": portals.picture(10),
        "content/media/foto.png": portals.picture(),
        release_path("2025", "foto"): release(
            "Kabar Foto", "2025-09-01", "![Denah](../../media/foto.png)\n\nIsi.",
            foto=[{"berkas": "foto.png", "teks_alternatif": "Rapat", "takarir": "Suasana rapat.", "kredit": "Humas"}]),
    }  # fmt: skip
    folder = portal(files)
    reader = pypdf.PdfReader(io.BytesIO((folder / "siaran-pers/2025/foto/foto.pdf").read_bytes()))
    assert sum(len(page.images) for page in reader.pages) >= 2
    assert "Suasana rapat. (Humas)" in reader.pages[0].extract_text()


def test_an_emblem_that_is_not_there_is_a_fault(tmp_path):
    root = portals.write({**small(lambang="tidak-ada.svg"), **portals.theme()}, tmp_path / "portal")
    assert "TAU107" in {d.code for d in portals.build(root, output=tmp_path / "_site").diagnostics}


_BUILD = """
import sys
from pathlib import Path
from lintas.pipeline import Options, build
assert build(Options(root=Path(sys.argv[1]), output=Path(sys.argv[2]), now="2026-01-01T00:00:00Z", jobs=1)).ok
print("typst" in sys.modules, "segno" in sys.modules)
"""


def test_a_build_in_which_no_release_changed_does_not_load_the_typesetter(tmp_path):
    root = portals.write({**small(), **portals.theme()}, tmp_path / "portal")

    def loaded():
        command = [sys.executable, "-c", _BUILD, str(root), str(tmp_path / "_site")]
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()

    assert loaded() == "True True"
    assert loaded() == "False False"
    (root / "content/halaman").mkdir()
    (root / "content/halaman/tentang.md").write_bytes(portals.page("Tentang"))
    assert loaded() == "False False"
