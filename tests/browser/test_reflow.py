"""Odd but lawful content in narrow, enlarged, spaced and printed pages (WCAG 1.4.4, 1.4.10, 1.4.12)."""

import struct
import zlib

import pytest

from tests import portals
from tests.browser.server import serving

pytestmark = [pytest.mark.browser]

WORD = "Ketidakbertanggungjawabannyayangmempertanggungjawabkankeberlangsungannya"
PAGES = (
    "",
    "siaran-pers/",
    "siaran-pers/2025/ganjil/",
    "data/penduduk/",
    "wilayah/",
    "wilayah/32.75/",
    "kawasan/raya/",
    "instansi/kota/",
    "topik/penduduk/",
    "tentang/",
)
VIEWS = {
    "320 px": {"viewport": {"width": 320, "height": 640}},
    "360 px": {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True},
    "200 percent": {"viewport": {"width": 640, "height": 450}, "device_scale_factor": 2},
    "1280 px": {"viewport": {"width": 1280, "height": 800}},
    "2000 px": {"viewport": {"width": 2000, "height": 1100}},
}
# The least spacing that text must bear, WCAG 2.2 success criterion 1.4.12.
SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }"""
TOO_WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
OUT_OF_REACH = """() => [...document.querySelectorAll('*')].filter(one =>
  ['auto', 'scroll'].includes(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth + 1 &&
  one.tabIndex < 0).map(one => one.outerHTML.slice(0, 80))"""
BODY = f"""
Alamat https://contoh.go.id/{"alamat/" * 20} dan `{"kode_" * 30}`.

| {" | ".join(f"Kolom pertanggungjawaban {n}" for n in range(7))} |
| {" | ".join("---" for _ in range(7))} |
| {" | ".join("1.234.567,89" for _ in range(7))} |

> > - 1. {WORD}
"""


def picture(width, height):
    """A plain PNG."""
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))]
    chunks += [(b"IDAT", zlib.compress(b"\0" * (width + 1) * height)), (b"IEND", b"")]
    parts = [struct.pack(">I", len(d)) + k + d + struct.pack(">I", zlib.crc32(k + d)) for k, d in chunks]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


@pytest.fixture(scope="module")
def odd(tmp_path_factory):
    """The home address of a portal with long words, wide tables and large pictures, on the engine's own theme."""
    photo = [{"berkas": "foto.png", "teks_alternatif": "Rapat", "takarir": WORD, "kredit": WORD}]
    keys = {"foto": photo, "instansi": ["kota"], "wilayah": ["32.75"], "topik": ["penduduk"], "tempat": WORD}
    release = portals.release(
        f"{WORD} <b>5 & 6</b>", "2025-06-01", BODY, orang=[{"nama": WORD, "jabatan": WORD}], **keys
    )
    portal = {path: data for path, data in portals.example().items() if not path.startswith("theme/")}
    portal |= portals.metropolitan(basis=WORD, partial="1")
    portal |= {"content/siaran-pers/2025/ganjil.md": release, "content/media/foto.png": picture(1600, 900)}
    root = portals.write(portal, tmp_path_factory.mktemp("ganjil"))
    result = portals.build(root)
    assert result.ok, result.diagnostics
    with serving(root / "_site") as address:
        yield address


@pytest.mark.parametrize("spaced", [False, True], ids=["plain", "spaced"])
@pytest.mark.parametrize("view", VIEWS)
def test_nothing_widens_a_page_and_what_scrolls_is_within_reach(browser, odd, view, spaced):
    context = browser.new_context(bypass_csp=True, **VIEWS[view])
    page = context.new_page()
    found = {}
    for address in PAGES:
        page.goto(odd + address)
        if spaced:
            page.add_style_tag(content=SPACING)
        wide, unreachable = page.evaluate(TOO_WIDE), page.evaluate(OUT_OF_REACH)
        if wide > 0 or unreachable:
            found[address] = (wide, unreachable)
    context.close()
    assert found == {}


def test_paper_is_white_and_no_table_is_cut(browser, odd):
    context = browser.new_context(viewport={"width": 700, "height": 1000}, color_scheme="dark")
    page = context.new_page()
    page.emulate_media(media="print")
    for address in PAGES:
        page.goto(odd + address)
        assert page.evaluate(TOO_WIDE) <= 1, address  # text for the ear is one pixel wide and may stand at the edge
        assert page.evaluate("() => getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        assert page.evaluate("() => getComputedStyle(document.querySelector('h1')).color") == "rgb(0, 0, 0)"
    context.close()


def test_the_pages_bear_a_system_palette(browser, odd):
    """With forced colours a link can still be told from text, and the chosen section from the others."""
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(odd + "wilayah/32.75/")
    chosen = page.locator("nav [aria-current]").first
    marks = chosen.evaluate(
        "one => { const s = getComputedStyle(one); return [s.borderBottomWidth, s.textDecorationLine] }"
    )
    assert marks[0] != "0px" or "underline" in marks[1]
    lines = page.locator("main a").evaluate_all("all => all.map(one => getComputedStyle(one).textDecorationLine)")
    assert any("underline" in line for line in lines)
    context.close()
