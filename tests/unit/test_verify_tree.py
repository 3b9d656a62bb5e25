"""Finished trees on the disk: whole ones, broken ones, hostile ones."""

import os

import pytest

from lintas import cli
from lintas.verify import checksums, tree
from lintas.verify.ground import Ground, Place

POLICY = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'


def page(body="", head=""):
    return f'<!DOCTYPE html><html lang="id"><head>{POLICY}<title>Situs</title>{head}</head><body>{body}</body></html>'


def canonical(address):
    return f'<link rel="canonical" href="https://uji.go.id/{address}">'


def sitemap(*addresses):
    urls = "".join(f"<url><loc>https://uji.go.id/{address}</loc></url>" for address in addresses)
    return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>'


def whole(**more):
    files = {
        "index.html": page(head=canonical("")),
        "404.html": page(head='<meta name="robots" content="noindex">'),
        "sitemap.xml": sitemap(""),
        ".nojekyll": "",
    }
    return {**files, **more}


def put(folder, files):
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        data = text if isinstance(text, bytes) else text.encode()
        (folder / name).write_bytes(data)
    return folder


def found(folder, files=None, base_url=""):
    outcome = tree.verify(put(folder, files or {}), base_url, jobs=1)
    return [(d.code, d.span.path) for d in outcome.diagnostics]


def test_a_whole_tree_is_silent_and_counted(tmp_path):
    files = whole(**{"data/x.csv": "a\n", "a/index.html": page('<p id="b"><a href="../#c">x</a>', canonical("a/"))})
    files["index.html"] = page('<p id="c"><a href="a/#b">x</a><a href="data/x.csv">y</a>', canonical(""))
    files["sitemap.xml"] = sitemap("", "a/")
    assert found(tmp_path, files) == []
    seen = tree.verify(tmp_path, jobs=1).value
    assert (seen.files, seen.pages, seen.links, seen.anchors) == (6, 3, 3, 2)
    assert seen.base_url == "https://uji.go.id/"


def test_all_faults_of_all_files_come_at_once(tmp_path):
    files = whole(
        **{"index.html": page('<a href="x/">x</a><p id="a"><p id="a"><img src="a.png">', canonical("")), "b.json": "{"}
    )
    assert found(tmp_path, files) == [
        ("LUA224", "b.json"), ("LUA201", "index.html"), ("LUA201", "index.html"), ("LUA203", "index.html"),
        ("LUA206", "index.html"), ("LUA207", "index.html"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xfe\x00\x00" * 50,
        b"<html" * 20_000,
        b"<div>" * 60_000,
        b"<a href='http://[::1'>x</a><a href='https://x:port/'>y</a><img srcset=', ,'>",
        b"\0\0<p id=\0>",
        b"<!DOCTYPE html" + b" " * 1_000_000,
        "<p id='‮'><a href='#%E2%80%AE'>x</a>".encode(),
    ],
    ids=["utf-32", "unclosed tags", "deep", "hosts", "nul", "spaces", "right to left"],
)
def test_a_hostile_page_is_a_finding_and_no_crash(tmp_path, data):
    codes = {code for code, path in found(tmp_path, whole(**{"a/index.html": data})) if path == "a/index.html"}
    assert codes
    allowed = "LUA201 LUA206 LUA207 LUA212 LUA217 LUA221 LUA222 LUA223 LUA240 LUA243 LUA251"
    assert codes <= set(allowed.split())


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.json", b"[" * 100_000, "LUA224"),
        ("a.json", b"1" * 10_000, None),
        ("a.json", b'{"a": Infinity}', "LUA224"),
        ("a.xml", b'<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;">]><a>&c;</a>', None),
        ("a.xml", b'<!DOCTYPE a SYSTEM "file:///etc/hostname"><a/>', None),
        ("a.xml", b"", "LUA225"),
        ("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>', "LUA242"),
        ("a.css", b"p { background: url(b.png) }", "LUA201"),
        ("a.mjs", b'import { x } from "./b.mjs";', "LUA201"),
        ("a.webmanifest", b'{"icons": [{"src": "b.png"}]}', "LUA201"),
    ],
)
def test_other_files_that_machines_read(tmp_path, name, data, code):
    assert found(tmp_path, whole(**{name: data})) == ([(code, name)] if code else [])


def test_links_that_leave_the_tree_are_never_followed(tmp_path):
    outside = put(tmp_path / "luar", {"rahasia.html": page()})
    site = put(tmp_path / "situs", whole())
    (site / "keluar").symlink_to(outside, target_is_directory=True)
    (site / "putar").symlink_to(site, target_is_directory=True)
    os.mkfifo(site / "pipa")
    assert found(site) == [("LUA234", "keluar"), ("LUA234", "pipa"), ("LUA234", "putar")]


def test_an_empty_folder_lacks_what_every_site_has(tmp_path):
    assert found(tmp_path) == [("LUA218", name) for name in (".nojekyll", "404.html", "index.html", "sitemap.xml")]


def test_the_address_may_be_told(tmp_path):
    assert found(tmp_path, whole(), "https://uji.go.id/") == []
    assert {code for code, _ in found(tmp_path, base_url="https://lain.go.id/")} == {"LUA213", "LUA217"}


def test_checksums_are_compared(tmp_path):
    put(tmp_path, whole(**{"a.csv": "a\n"}))
    digests = {p.relative_to(tmp_path).as_posix(): tree._digest(str(p)) for p in tmp_path.rglob("*") if p.is_file()}
    put(tmp_path, {checksums.LIST: checksums.listing(digests), checksums.BUILDER: "{}"})
    assert found(tmp_path) == []
    assert tree.verify(tmp_path, jobs=1).value.sums == 5
    put(tmp_path, {"a.csv": "b\n"})
    assert found(tmp_path) == [("LUA261", "a.csv")]


@pytest.mark.parametrize(
    ("page_", "raw", "place"),
    [
        ("a/index.html", "../", Place("inside", "index.html")),
        ("a/index.html", "../b/?x=1#c", Place("inside", "b/index.html", "c")),
        ("a/index.html", "", Place("inside", "a/index.html")),
        ("a/index.html", "https://UJI.go.id/portal/b.csv", Place("inside", "b.csv")),
        ("a/index.html", "/portal/b%20c.csv", Place("inside", "b c.csv")),
        ("a/index.html", "/lain/", Place("beyond", "/lain/")),
        ("a/index.html", "../../x", Place("beyond", "/x")),
        ("a/index.html", "https://uji.go.id/lain/", Place("foreign", "/lain/")),
        ("a/index.html", "//lain.go.id/x", Place("foreign", "lain.go.id")),
        ("a/index.html", " mailto:a@b.id", Place("other", "mailto")),
        ("a/index.html", "https://[", Place("beyond", "https://[")),
        ("404.html", "/portal/", Place("inside", "index.html")),
    ],
)
def test_where_addresses_lead(page_, raw, place):
    assert Ground("https://uji.go.id/portal/").locate(page_, raw) == place


def test_the_command_tells_what_it_saw_and_what_it_cannot_see(tmp_path, capsys):
    assert cli.main(["verify", str(put(tmp_path / "situs", whole())), "--jobs", "1"]) == 0
    told = capsys.readouterr().err
    assert "4 berkas" in told
    assert "2 halaman" in told
    assert "ditahan" in told
    assert cli.main(["verify", str(tmp_path / "tidak-ada"), "--lang", "en"]) == 1
    assert "LUA281" in capsys.readouterr().err
