"""Charts that are explored, figures in frames of other sites, and the edition that opens from a disk."""

import functools
import html
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.browser.conftest import accessibility_faults
from tests.site.test_offline import unpacked

__all__ = ["unpacked"]  # a fixture
pytestmark = [pytest.mark.browser, pytest.mark.site]
CHARTS = "data/penduduk-2024/"
GROUPED = "data/kawasan-metropolitan/"


def explored(page, number=0):
    """The figure with this number, opened for exploring."""
    figure = page.locator("figure.chart").nth(number)
    figure.get_by_role("button", name="Jelajahi grafik ini").click()
    figure.locator(".chart__canvas svg").wait_for()
    return figure


def test_nothing_is_fetched_until_a_reader_asks(visitor):
    page = visitor.open(CHARTS)
    page.get_by_role("button", name="Jelajahi grafik ini").first.wait_for()
    asked = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(visitor.home)))
    explored(page)
    explored(page, 1)
    assert [address.split(".")[0] for address in asked].count("aset/grafik") == 1
    assert [address for address in asked if address.endswith(".json")] == [
        f"{CHARTS}grafik/kepadatan-provinsi.json", f"{CHARTS}grafik/penduduk-provinsi.json",
    ]  # fmt: skip


def test_values_are_told_to_the_pointer_and_to_the_keyboard(visitor):
    page = visitor.open(CHARTS)
    figure = explored(page, 1)
    figure.locator(".mark-rect path[fill]").first.hover()
    tip = figure.locator(".chart__tip")
    assert tip.inner_text().split("\n") == ["Wilayah", "Jawa Barat", "Jiwa", "51.316.378"]
    canvas = figure.get_by_role("application")
    canvas.focus()
    for key, told in (("Home", "Jawa Barat"), ("ArrowRight", "Jawa Timur"), ("End", "Papua Selatan")):
        canvas.press(key)
        assert told in tip.inner_text()
    assert (
        figure.locator(".chart__live [role=status]").text_content()
        == "Wilayah: Papua Selatan; Jiwa: 562.220. 38 dari 38"
    )
    canvas.press("Escape")
    assert tip.is_hidden()
    figure.get_by_role("button", name="Kembali ke gambar").click()
    assert figure.locator("picture img").is_visible()
    assert figure.get_by_role("button", name="Jelajahi grafik ini").evaluate("it => it === document.activeElement")


def test_groups_step_back_by_a_button(visitor):
    page = visitor.open(GROUPED)
    figure = explored(page)
    group = figure.get_by_role("group", name="Tampilkan").get_by_role("button").first
    faint = figure.locator(".mark-rect path[opacity='0.12']")
    assert (group.get_attribute("aria-pressed"), faint.count()) == ("true", 0)
    group.press("Enter")
    faint.first.wait_for()
    assert group.get_attribute("aria-pressed") == "false"
    group.press("Enter")
    faint.first.wait_for(state="detached")


@pytest.mark.parametrize("settings", [
    {"color_scheme": "dark", "viewport": {"width": 360, "height": 800}},
    {"forced_colors": "active", "reduced_motion": "reduce"},
], ids=["dark and narrow", "forced colours"])  # fmt: skip
def test_an_explored_chart_is_accessible_and_stays_on_the_screen(visitor, settings):
    page = visitor.open(f"{GROUPED}sematan/anggota-kawasan/", **settings)
    explored(page)
    assert [fault for fault in accessibility_faults(page) if "chart" in fault] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]


def test_paper_has_the_picture(visitor):
    page = visitor.open(CHARTS)
    figure = explored(page)
    page.emulate_media(media="print")
    assert figure.locator(".chart__live").is_hidden()
    assert figure.locator("picture img").is_visible()


def test_an_english_page_tells_english_numbers(visitor):
    page = visitor.open(f"en/{CHARTS}")
    figure = page.locator("figure.chart").nth(1)
    figure.get_by_role("button", name="Explore this chart").click()
    figure.locator(".chart__canvas svg").wait_for()
    canvas = figure.get_by_role("application")
    canvas.press("Home")
    assert "51,316,378" in figure.locator(".chart__tip").inner_text()


def test_a_small_map_is_saved_as_png(visitor):
    page = visitor.open("wilayah/32.75/")
    with page.expect_download() as saved:
        page.get_by_role("button", name="PNG").click()
    assert saved.value.suggested_filename == "wilayah-32.75-peta.png"
    assert saved.value.path().read_bytes().startswith(b"\x89PNG")


class _Paper(BaseHTTPRequestHandler):
    """Another site, whose every page is `body`."""

    body = b""

    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(b"<!DOCTYPE html><title>Koran</title><h1>Koran</h1>" + self.body)

    def log_message(self, format, *args):
        """Keep the test report quiet."""


def test_the_code_of_a_figure_works_on_another_site(browser, home, site):
    text = (site / CHARTS / "index.html").read_text("utf-8")
    code = html.unescape(re.findall(r"<code>(&lt;iframe.*?)</code>", text)[1])
    assert code.startswith('<iframe src="https://contoh.go.id/portal/')
    shown = code.replace("https://contoh.go.id/portal/", home).replace("127.0.0.1", "localhost")  # another origin
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Paper", (_Paper,), {"body": shown.encode()}))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    context = browser.new_context(viewport={"width": 800, "height": 1600}, locale="id-ID")
    faults = []
    page = context.new_page()
    page.on("console", lambda message: faults.append(message.text) if message.type in ("error", "warning") else None)
    page.goto(f"http://127.0.0.1:{server.server_address[1]}/")
    frame = page.frame_locator("iframe")
    assert frame.locator("h1").inner_text().startswith("Penduduk terdaftar menurut provinsi")
    frame.get_by_role("button", name="Jelajahi grafik ini").click()
    frame.locator(".chart__canvas svg").wait_for()
    frame.get_by_role("application").press("Home")
    assert "Jawa Barat" in frame.locator(".chart__tip").inner_text()
    frame.get_by_role("link", name="Data lengkap").click()
    page.wait_for_url(f"**/portal/{CHARTS}")
    context.close()
    server.shutdown()
    server.server_close()
    assert faults == []


def test_an_embedded_page_leads_search_engines_to_the_whole_one(site):
    for address, whole in ((f"{CHARTS}sematan/penduduk-provinsi/", CHARTS), (f"{CHARTS}kabkota/sematan/", CHARTS),
                           ("wilayah/32.75/sematan/", "wilayah/32.75/"), ("peta/sematan/", "wilayah/")):  # fmt: skip
        text = (site / address / "index.html").read_text("utf-8")
        assert '<meta name="robots" content="noindex">' in text
        assert f'<link rel="canonical" href="https://contoh.go.id/portal/{whole}">' in text
        assert 'rel="license"' in text


def test_the_offline_edition_opens_from_a_disk(browser, unpacked):
    context = browser.new_context(locale="id-ID", accept_downloads=True)
    page = context.new_page()
    faults = []
    page.on("console", lambda message: faults.append(message.text))
    page.on("requestfailed", lambda request: faults.append(request.url) if "ABORTED" not in request.failure else None)
    page.goto((unpacked / "index.html").as_uri())
    follow = functools.partial(_follow, page)
    follow('main a[href*="siaran-pers/2025/"]')
    assert page.locator("h1").inner_text()
    follow('nav a[href$="data/index.html"]')
    follow('main a[href$="data/penduduk-2024/index.html"]')
    shown = "image => ((image.loading = 'eager'), image.decode().then(() => image.naturalWidth))"
    assert page.locator("figure.chart img").first.evaluate(shown) > 300
    with page.expect_download() as saved:
        page.locator('a[href$="provinsi.csv"]').first.click()
    assert saved.value.path().read_bytes() == (unpacked / CHARTS / "provinsi.csv").read_bytes()
    follow('nav a[href$="wilayah/index.html"]')
    follow('.region-link[href$="wilayah/32/index.html"]')
    assert page.locator("h1").inner_text() == "Jawa Barat"
    assert page.evaluate("getComputedStyle(document.body).display") == "flex"  # the style sheet is there
    context.close()
    assert faults == []


def _follow(page, selector):
    with page.expect_navigation():
        page.locator(selector).first.evaluate("link => link.click()")
