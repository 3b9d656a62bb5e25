"""A release under embargo and a draft leave no byte; a release appears when its time has come, by itself."""

from __future__ import annotations

import pytest

from lintas.reporters import severity
from tests import portals
from tests.portals import release, release_path

SECRETS = (b"Rahasia", b"rahasia", b"77/PU/2026")
DUE = "2026-06-01T03:00:00Z"


@pytest.fixture
def root(tmp_path):
    """The example, with a release for 1 June 2026 at ten o'clock in Jakarta, and a draft; each has a picture."""
    keys = {"topik": ["ruang"], "instansi": ["pusat"], "wilayah": ["32.75"], "dataset": ["luas"]}
    front = keys | {"ringkasan": "Ringkasan Rahasia.", "tempat": "Rahasia"}
    text = "## Rahasia\n\nIsi Rahasia dengan ![gambar](../../media/rahasia-dua.png)."
    photo = [{"berkas": "rahasia.png", "teks_alternatif": "Rahasia", "takarir": "Rahasia"}]
    made = portals.example() | {
        "content/situs.yaml": portals.settings(fitur={"data_siaran": True}),
        release_path("2026", "rahasia"): release(
            "Rahasia Besar", "2026-06-01T10:00:00+07:00", text, nomor="77/PU/2026", foto=photo, **front
        ),
        release_path("2025", "draf-rahasia"): release("Rahasia Kecil", "2025-05-01", status="draf", **front),
        "content/media/rahasia.png": portals.picture(1),
        "content/media/rahasia-dua.png": portals.picture(2),
    }
    return portals.write(made, tmp_path / "portal")


def revealed(folder):
    """Paths that name a secret, or whose files do."""
    return sorted(
        path for path, data in portals.tree(folder).items() if any(word in path.encode() + data for word in SECRETS)
    )


def test_a_release_under_embargo_and_a_draft_leave_no_byte(root):
    assert portals.build(root, now="2026-06-01T02:59:59Z").ok
    assert revealed(root / "_site") == []


def test_a_release_appears_when_its_time_has_come_from_an_unchanged_portal(root, tmp_path):
    portals.build(root, now="2026-06-01T02:00:00Z")
    assert portals.build(root, now="2026-06-01T02:59:59Z").drawn == 0
    assert portals.build(root, now=DUE).drawn > 0
    portals.scratch(root, tmp_path / "baru", now=DUE)
    assert portals.differences(portals.tree(root / "_site"), portals.tree(tmp_path / "baru")) == []
    shown = revealed(root / "_site")
    assert {"index.html", "siaran-pers/2026/rahasia/index.html", "umpan/siaran-pers.xml", "media/rahasia.png",
            "media/rahasia-dua.png", "data/siaran-pers/siaran-pers.csv",
            "sitemap-siaran-pers.xml"} <= set(shown)  # fmt: skip
    assert not any("draf-rahasia" in path for path in shown)
    assert not any(b"Rahasia Kecil" in data for data in portals.tree(root / "_site").values())


def test_going_back_in_time_hides_it_again(root):
    portals.build(root, now=DUE)
    assert portals.build(root, now="2026-05-01T00:00:00Z").ok
    assert revealed(root / "_site") == []


def test_a_picture_that_a_published_text_shows_too_is_published(root):
    shown = release("Kabar Satu", "2024-05-06", "![Gambar](../../media/rahasia-dua.png)\n\n## Bagian\n\nIsi.")
    portals.write(portals.example() | {
        path.relative_to(root).as_posix(): path.read_bytes()
        for top in ("content", "datasets", "theme") for path in (root / top).rglob("*") if path.is_file()
    } | {release_path("2024", "satu"): shown}, root)  # fmt: skip
    assert portals.build(root, now="2026-01-01T00:00:00Z").ok
    assert (root / "_site/media/rahasia-dua.png").exists()
    assert not (root / "_site/media/rahasia.png").exists()


def test_an_embargoed_release_that_is_linked_is_reported_before_its_time_alone(root):
    page = portals.page("Tentang", "Baca [ini](siaran:rahasia).\n\n## Bagian\n\nIsi.")
    (root / "content/halaman/tentang.md").write_bytes(page)
    found = portals.build(root, now="2026-01-01T00:00:00Z").diagnostics
    assert [d.code for d in found if severity(d.code) == "error"] == ["KOR206"]
    assert portals.build(root, now=DUE).ok
