"""What a reader is told about regions and metropolitan areas, and by whom releases come, in small portals."""

import re
from xml.etree import ElementTree

import pytest

from tests import portals

ATOM = "{http://www.w3.org/2005/Atom}"


def built(portal, root):
    result = portals.build(portals.write(portal, root))
    assert result.ok, result.diagnostics
    return root / "_site"


def text(path):
    return " ".join(re.sub(r"<[^>]*>", " ", path.read_text("utf-8")).replace("\u00a0", " ").split())


@pytest.fixture
def real_theme():
    """The engine's own theme, as a portal without a theme has it."""
    return {path: data for path, data in portals.example().items() if not path.startswith("theme/")}


def test_totals_over_members_in_part_are_marked_as_upper_limits(tmp_path, real_theme):
    site = built(real_theme | portals.metropolitan(partial="1"), tmp_path)
    listed = text(site / "kawasan" / "index.html")
    assert "≤ 5.700.000 jiwa" in listed
    assert "1 anggota hanya sebagian masuk kawasan, tetapi dihitung utuh" in listed
    home = text(site / "index.html")
    assert "≤ 5.700.000 jiwa" in home
    assert "Tanda ≤" in home
    assert "dihitung utuh" in text(site / "kawasan" / "raya" / "index.html")


def test_totals_over_whole_members_are_plain(tmp_path, real_theme):
    site = built(real_theme, tmp_path)
    assert "5.700.000 jiwa" in text(site / "kawasan" / "index.html")
    for page in ("index.html", "kawasan/index.html", "kawasan/raya/index.html"):
        assert "≤" not in text(site / page)
        assert "dihitung utuh" not in text(site / page)


def test_a_region_begins_with_people_area_and_density_each_ranked(tmp_path, real_theme):
    site = built(real_theme, tmp_path)
    html = (site / "wilayah" / "32.75" / "index.html").read_text("utf-8")
    assert re.findall(r'class="figure__label">(?:<a[^>]*>)?([^<]+)', html) == ["Penduduk", "Luas", "Kepadatan penduduk"]
    ranks = re.findall(r'class="figure__rank">([^<\n]+)', html)
    assert ranks == [
        "peringkat 2 dari 3 kabupaten/kota",
        "peringkat 2 dari 3 kabupaten/kota",
        "peringkat 1 dari 3 kabupaten/kota",
    ]


def test_a_release_without_institutions_is_not_the_agencys(tmp_path, real_theme):
    feed = ElementTree.parse(built(real_theme, tmp_path) / "umpan" / "siaran-pers.xml").getroot()
    authors = {
        entry.findtext(f"{ATOM}title"): [name.text for name in entry.findall(f"{ATOM}author/{ATOM}name")]
        for entry in feed.findall(f"{ATOM}entry")
    }
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Pusat Uji"
    assert authors["Kabar Tiga"] == ["Portal Uji"]
    assert authors["Kabar Satu"] == ["Kota Uji"]
    assert authors["Kabar Dua"] == ["Pusat Uji"]


def test_the_feed_bears_any_text(tmp_path, real_theme):
    odd = {"content/siaran-pers/2025/aneh.md": portals.release("<b>“A” & \u200bB</b>]]> \U0001f30b", "2025-06-01")}
    feed = ElementTree.parse(built(real_theme | odd, tmp_path) / "umpan" / "siaran-pers.xml").getroot()
    assert any("]]> \U0001f30b" in (entry.findtext(f"{ATOM}title") or "") for entry in feed.iter(f"{ATOM}entry"))


def test_a_release_page_says_when_no_institution_issued_it(tmp_path, real_theme):
    site = built(real_theme, tmp_path)
    assert "Instansi penerbit tidak disebutkan" in text(site / "siaran-pers" / "2025" / "tiga" / "index.html")
    assert "Instansi penerbit tidak disebutkan" not in text(site / "siaran-pers" / "2025" / "dua" / "index.html")


def test_without_region_pages_nothing_links_to_one(tmp_path, real_theme):
    linking = ("satu.md", "dua.md", "tiga.md", "tentang.md")
    plain = {path: data for path, data in real_theme.items() if not path.endswith(linking)}
    plain |= {"content/siaran-pers/2025/empat.md": portals.release("Empat", "2025-06-01")}
    site = built(plain | {"content/situs.yaml": portals.settings(fitur={"wilayah": "tidak"})}, tmp_path)
    for path in site.rglob("*.html"):
        html = path.read_text("utf-8")
        assert not re.search(r'href="(?:[^"]*/)?(?<!data/)wilayah/', html), path
        assert not re.search(r'<a class="region-link[^>]*href="(?:\.\./)*"', html), path
