"""Files that hosts, browsers and readers of weaknesses look for; former addresses; the report of the build."""

import io
import json
import subprocess

import pytest
from bs4 import BeautifulSoup
from PIL import Image

from lintas import cli
from lintas.diagnostics import Span
from lintas.model import SiaranPers
from lintas.verify import inspection, withheld
from tests import portals, repositories

BASE = "https://uji.go.id/portal/"
HOSTILE = 'Judul "A" & <b> [x](y) \u202e</script>'
SECURITY = {"kontak": ["aman@uji.go.id", "https://uji.go.id/celah"], "kedaluwarsa": "2026-06-30"}


def portal(**settings):
    sets = json.loads(portals.population()["datasets/penduduk/datapackage.json"])
    sets = {**sets, "title": HOSTILE, "x-pengalihan": ["warga"], "views": []}
    page = portals.page("Tentang").replace(b"ringkasan", b"pengalihan: [profil, /sejarah/]\nringkasan")
    return {
        "content/situs.yaml": portals.settings(**settings),
        "content/topik.yaml": portals.dumped([{"slug": "penduduk", "nama": "Penduduk", "pengalihan": ["orang"]}]),
        "content/instansi/pusat.yaml": portals.institution("Pusat Uji", pengalihan=["pusat-lama"]),
        "content/halaman/tentang.md": page,
        portals.release_path("2025", "kabar"): portals.release(HOSTILE, "2025-02-01", alamat_lama=["2025/warta"]),
        **portals.population(),
        "datasets/penduduk/datapackage.json": portals.dumped(sets),
    }


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    root = portals.write(portal(keamanan=SECURITY), tmp_path_factory.mktemp("pipa") / "portal")
    result = portals.build(root, base_url=BASE)
    assert result.ok, result.diagnostics
    return root / "_site"


def fields(text):
    return [tuple(line.split(": ", 1)) for line in text.splitlines()]


def test_security_txt_has_the_fields_of_rfc_9116(site):
    assert fields((site / ".well-known/security.txt").read_text(encoding="utf-8")) == [
        ("Contact", "mailto:aman@uji.go.id"),
        ("Contact", "https://uji.go.id/celah"),
        ("Expires", "2026-06-30T00:00:00+07:00"),
        ("Preferred-Languages", "id"),
        ("Canonical", f"{BASE}.well-known/security.txt"),
    ]


def test_security_txt_is_never_published_after_it_expired(site, tmp_path):
    root = portals.write(portal(keamanan=SECURITY), tmp_path)
    expected = {
        "2026-05-30T16:59:59Z": (True, []),
        "2026-05-30T17:00:00Z": (True, ["KFG210"]),
        "2026-06-29T16:59:59Z": (True, ["KFG210"]),
        "2026-06-29T17:00:00Z": (False, ["KFG209"]),
    }
    for now, (there, codes) in expected.items():
        result = portals.build(root, now=now)
        assert [d.code for d in result.diagnostics if d.code.startswith("KFG2")] == codes, now
        assert (root / "_site/.well-known/security.txt").exists() is there, now


def test_a_portal_without_a_security_contact_has_no_such_file(tmp_path):
    root = portals.write(portal(), tmp_path)
    assert portals.build(root).ok
    assert not (root / "_site/.well-known").exists()


def test_llms_txt_leads_to_markdown_and_no_title_is_markup(site):
    text = (site / "llms.txt").read_text(encoding="utf-8")
    assert text.startswith("# Portal Uji\n\n> Kabar dan angka.")
    assert f"]({BASE}siaran-pers/2025/kabar/index.md): " in text
    assert f"]({BASE}data/penduduk/datapackage.json)" in text
    assert r"- [Judul "[:3] + r"Judul \"A\" & \<b\> \[x\](y)".replace('\\"', '"') in text
    assert (site / "siaran-pers/2025/kabar/index.md").is_file()


def test_the_manifest_names_icons_that_are_there_in_these_sizes(site):
    manifest = json.loads((site / "manifest.webmanifest").read_text(encoding="utf-8"))
    assert (manifest["start_url"], manifest["scope"]) == ("./", "./")
    assert manifest["theme_color"].startswith("#")
    purposes = set()
    for icon in manifest["icons"]:
        image = Image.open(io.BytesIO((site / icon["src"]).read_bytes()))
        assert icon["sizes"] == f"{image.width}x{image.height}"
        purposes.add((icon["purpose"], image.width))
        if icon["purpose"] == "maskable":
            assert image.convert("RGBA").getchannel("A").getextrema() == (255, 255)
    assert purposes == {("any", 192), ("any", 512), ("maskable", 192), ("maskable", 512)}
    assert Image.open(io.BytesIO((site / "favicon.ico").read_bytes())).info["sizes"] == {(16, 16), (32, 32), (48, 48)}


def head(site, path):
    soup = BeautifulSoup((site / path).read_bytes(), "html.parser")
    metas = {m.get("property") or m.get("name") or m.get("http-equiv"): m.get("content") for m in soup.find_all("meta")}
    return soup, metas


@pytest.mark.parametrize("path", ["index.html", "data/index.html", "data/penduduk/index.html", "tentang/index.html"])
def test_every_kind_of_page_has_a_picture_for_social_media(site, path):
    soup, metas = head(site, path)
    assert metas["og:type"] == "website"
    assert metas["og:locale"] == "id_ID"
    assert metas["og:image:alt"]
    image = Image.open(site / metas["og:image"].removeprefix(BASE))
    assert (metas["og:image:width"], metas["og:image:height"]) == tuple(map(str, image.size)) == ("1200", "630")
    colours = [m["media"] for m in soup.find_all("meta", attrs={"name": "theme-color"})]
    assert colours == ["(prefers-color-scheme: light)", "(prefers-color-scheme: dark)"]
    assert soup.find("link", rel="manifest")["href"].endswith("manifest.webmanifest")
    assert soup.find("link", rel="apple-touch-icon")


def test_a_dataset_has_a_card_of_its_own(site):
    assert head(site, "data/penduduk/index.html")[1]["og:image"] == f"{BASE}data/penduduk/kartu.png"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("profil/", "tentang/"), ("sejarah/", "tentang/"), ("instansi/pusat-lama/", "instansi/pusat/"),
        ("topik/orang/", "topik/penduduk/"), ("data/warga/", "data/penduduk/"),
        ("siaran-pers/2025/warta/", "siaran-pers/2025/kabar/"),
    ],
)  # fmt: skip
def test_a_former_address_leads_to_the_present_one(site, old, new):
    soup, metas = head(site, f"{old}index.html")
    assert metas["refresh"] == f"0; url={'../' * old.count('/')}{new}"
    assert soup.find("link", rel="canonical")["href"] == BASE + new
    assert "robots" not in metas
    assert soup.find("main").find("a")["href"].endswith(new)
    assert not any(f"<loc>{BASE}{old}</loc>" in each.read_text(encoding="utf-8") for each in site.glob("sitemap*.xml"))


def test_a_former_address_that_is_in_use_is_refused(tmp_path):
    made = portal()
    made["content/halaman/profil.md"] = portals.page("Profil")
    result = portals.build(portals.write(made, tmp_path))
    assert [(d.code, d.span) for d in result.diagnostics if d.code.startswith("LUA")] == [
        ("LUA101", Span("profil/index.html"))
    ]


def test_an_edit_keeps_the_report_true(tmp_path):
    """The counts of pages that are not drawn again are remembered, or read."""
    made = portal()
    root = portals.write(made, tmp_path / "portal")
    assert portals.build(root).ok
    made["content/halaman/tentang.md"] += b"\n[Tautan](halaman:tentang) lagi.\n"
    portals.write(made, root)
    assert portals.build(root).ok
    assert portals.scratch(root, tmp_path / "_baru").ok
    assert portals.differences(portals.tree(root / "_site"), portals.tree(tmp_path / "_baru")) == []


def test_the_report_names_the_commit_and_whether_the_sources_are_as_committed(tmp_path, monkeypatch):
    root = portals.write(portal(), tmp_path / "portal")
    commit = repositories.commit(root)
    record = root / "_site/laporan/laporan.json"
    for touched in (False, True):
        if touched:
            (root / "content/halaman/lagi.md").write_bytes(portals.page("Lagi"))
        assert cli.main(["build", "--root", str(root), "--quiet", "--jobs", "1", "--now", portals.NOW]) == 0
        told = json.loads(record.read_text(encoding="utf-8"))
        assert (told["komit"], told["sumber_diubah"]) == (commit, touched)
        assert f"git checkout {commit}" in told["perintah"]
    done = subprocess.run(["sha256sum", "--quiet", "-c", "laporan/SHA256SUMS"], cwd=root / "_site", check=False)
    assert done.returncode == 0
    monkeypatch.setenv("GITHUB_SHA", "f" * 40)
    bare = portals.write(portal(), tmp_path / "tanpa-git")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.resolve()))
    assert cli.main(["build", "--root", str(bare), "--quiet", "--jobs", "1", "--now", portals.NOW]) == 0
    told = json.loads((bare / "_site/laporan/laporan.json").read_text(encoding="utf-8"))
    assert (told["komit"], told["sumber_diubah"]) == ("f" * 40, None)


def release(path, title):
    return SiaranPers(path, "", path, "2025", title, "2025-01-01")


def test_words_that_are_held_back_are_found_in_every_form():
    needles = withheld.needles([release("rahasia", 'Rapat "Tertutup" & <Penting> tentang Hal Baru')])
    forms = {
        "a.html": b"<h1>Rapat &#34;Tertutup&#34; &amp; &lt;Penting&gt; tentang Hal Baru</h1>",
        "a.json": rb'{"judul": "Rapat \"Tertutup\" & <Penting> tentang Hal Baru"}',
        "a.md": b'# Rapat "Tertutup" & <Penting> tentang Hal Baru',
    }
    for path, data in forms.items():
        assert [n.source for n in withheld.hits(path, data, needles)] == ["rahasia"], path
        assert list(withheld.hits(path, data.replace(b"Hal", b"hal"), needles)) == []
    many = withheld.needles([release(f"r{n}", f"Judul panjang nomor {n} yang ditahan") for n in range(50)])
    assert [n.source for n in withheld.hits("a.md", b"x Judul panjang nomor 7 yang ditahan y", many)] == ["r7"]


def test_words_that_an_editor_published_elsewhere_are_no_leak():
    (needle,) = withheld.needles([release("rahasia", "Rapat Koordinasi Tahunan")])
    found = [("a.html", needle), ("b.html", needle)]
    assert inspection.leaks(found, lambda words: words == "Rapat Koordinasi Tahunan") == []
    assert [(d.code, d.span.path) for d in inspection.leaks(found, lambda _: False)] == [
        ("LUA271", "a.html"), ("LUA271", "b.html"),
    ]  # fmt: skip
