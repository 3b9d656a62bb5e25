"""The offline edition: what goes in, how links of its pages run, its bytes."""

import io
import zipfile

import pytest

from lintas.offline import Relinking, chosen, estimate, packed

THERE = frozenset(
    {"index.html", "data/x/index.html", "data/x/a b.csv", "aset/a.css", "foto/a.jpg", "topik/q/index.html"}
)
HOME = "https://uji.go.id/p/"


def page(html, path="data/x/index.html"):
    return Relinking(THERE, HOME).page(html, path)


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ("../../", "../../index.html"),
        ("../../data/x/", "../../data/x/index.html"),
        ("../../data/x/#unduh", "../../data/x/index.html#unduh"),
        ("../../topik/q/?urut=a&amp;b=c#d", "../../topik/q/index.html?urut=a&amp;b=c#d"),
        ("../../topik/q", "../../topik/q/index.html"),
        ("../../aset/a.css", "../../aset/a.css"),
        ("a%20b.csv", "../../data/x/a%20b.csv"),
        ("./", "../../data/x/index.html"),
        ("../../sitemap.xml", f"{HOME}sitemap.xml"),
        ("../../luring/", f"{HOME}luring/"),
        ("#isi", "#isi"),
        ("", ""),
        ("https://bps.go.id/", "https://bps.go.id/"),
        ("//bps.go.id/", "//bps.go.id/"),
        ("mailto:a@uji.go.id", "mailto:a@uji.go.id"),
        ("data:text/plain,a/", "data:text/plain,a/"),
    ],
)
def test_a_link_leads_to_a_file_or_to_the_portal(given, made):
    assert page(f'<a href="{given}">') == f'<a href="{made}">'


@pytest.mark.parametrize(("given", "made"), [("./", "index.html"), ("./data/x/", "data/x/index.html"), ("#a", "#a")])
def test_links_of_the_home_page(given, made):
    assert page(f'<a href="{given}">', "index.html") == f'<a href="{made}">'


def test_every_picture_of_a_set_is_found_and_text_stays_text():
    code = "<code>&lt;a href=&#34;x/&#34;&gt;"
    html = f'<img srcset="../../foto/a.jpg 320w, ../../foto/b.jpg 640w"><p>href="../../"</p>{code}'
    made = f'<img srcset="../../foto/a.jpg 320w, {HOME}foto/b.jpg 640w"><p>href="../../"</p>'
    assert page(html) == made + code


def test_scripts_and_what_only_a_server_gives_are_gone():
    html = (
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'\">\n"
        '<link rel="preload" href="../../f.woff2" as="font" crossorigin>\n'
        '<script type="module" src="../../aset/js/main.mjs"></script>\n'
        '<script type="application/ld+json">{"@id": "x"}</script>'
    )
    made = page(html)
    assert "module" not in made
    assert "preload" not in made
    assert "ld+json" in made
    assert "script-src" not in made
    assert "file:" in made


def test_pages_that_lead_on_lead_to_files():
    made = page('<meta http-equiv="refresh" content="0; url=../../topik/q/">')
    assert made == '<meta http-equiv="refresh" content="0; url=../../topik/q/index.html">'


def test_what_works_only_at_an_address_stays_out():
    online = ("404.html", "robots.txt", "sitemap-data.xml", ".nojekyll", ".well-known/security.txt", "api/v1/a.json",
              "umpan/a.xml", "topik/q/umpan.json", "aset/js.0/main.mjs", "aset/grafik.0.js", "cari/indeks/a.pf_meta",
              "data/x/sematan/a/index.html", "data/x/tabel/kolom/a.json", "luring/a.zip")  # fmt: skip
    assert chosen(dict.fromkeys((*online, "index.html", "data/umpan-balik/index.html"))).without(()) == (
        "data/umpan-balik/index.html",
        "index.html",
    )


def test_kinds_are_left_out_in_order_until_the_rest_fits():
    sizes = {"index.html": 10, "data/x/a.parquet": 30, "data/x/a.xlsx": 30, "s/a.pdf": 30, "foto/a.jpg": 30}
    choice = chosen(sizes)
    assert [choice.left(sizes, limit) for limit in (130, 129, 99, 69, 0)] == [
        (), ("parquet",), ("parquet", "xlsx"), ("parquet", "xlsx", "pdf"), ("parquet", "xlsx", "pdf", "photos"),
    ]  # fmt: skip
    assert chosen({"siaran-pers/2025/a/index.md": 1}).left({"siaran-pers/2025/a/index.md": 1}, 0) == ("twins",)
    assert choice.without(("parquet", "pdf")) == ("data/x/a.xlsx", "foto/a.jpg", "index.html")


def test_the_same_files_make_the_same_bytes_and_each_form_is_estimated():
    files = {f"siaran/{number}/index.html": f"<p>{number}</p>".encode() * 400 for number in range(50)}
    files["foto/a.jpg"] = bytes(range(256)) * 40
    made = packed("uji-luring/", files, files.__getitem__)
    assert made == packed("uji-luring/", files, files.__getitem__)
    guessed = sum(
        estimate("uji-luring/", {path: len(data) for path, data in files.items()}, files.__getitem__).values()
    )
    assert len(made) == pytest.approx(guessed, rel=0.2)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.testzip() is None
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert all(info.filename.startswith("uji-luring/") for info in archive.infolist())
