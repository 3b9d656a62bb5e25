"""The search as readers use it, on the built example portal under its sub-path."""

import json
import shutil
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.conftest import Visitor, accessibility_faults
from tests.browser.server import serving

pytestmark = pytest.mark.browser

PAGE = "cari/"
RELEASE = "siaran-pers/2025/kolaborasi-penataan-metropolitan-bekasi/"
STATUS = "[data-part=status]"
RESULT = "[data-part=list] > li"


def searched(visitor, query, **settings):
    """The page of results of `query`, once it tells how many there are."""
    page = visitor.open(PAGE + query, **settings)
    page.locator(f"{STATUS}:text-matches('hasil|halaman|cocok|dalam saringan')").wait_for()
    return page


def places(page, visitor):
    """Where the results lead, from the root of the portal."""
    return [
        link.removeprefix(visitor.home)
        for link in page.locator(f"{RESULT} h2 a").evaluate_all("all => all.map(a => a.href)")
    ]


def state(page):
    return parse_qs(urlsplit(page.url).query)


FOUND = {
    "Rapat Koordinasi di Bekasi Membahas Kolaborasi": RELEASE,
    "156/SP/HM.01.02/POLKAM/7/2025": RELEASE,
    "32.75": "wilayah/32.75/",
    "Penduduk laki-laki": "data/penduduk-2024/",  # the title of a column
    "nama_kabkota": "data/wilayah-administrasi/",  # the name of a column
    "kab. bekasi": "wilayah/32.16/",
    "polhukam": "instansi/kemenko-polkam/",  # as it was called before
    "DKJ": "wilayah/31/",
    "pemkot bekasi": "instansi/pemkot-bekasi/",
    "prov jabar": "wilayah/32/",
    "dilayani": "topik/pelayanan-publik/",  # another form of pelayanan
    '"kolaborasi multi-aktor"': RELEASE,
}


def test_finds_what_readers_type(visitor):
    page = visitor.open(PAGE)
    for query, address in FOUND.items():
        page.locator("#cari--kata").fill(query)
        page.locator("#cari--kata").press("Enter")
        page.locator(STATUS, has_text=f"hasil untuk “{query}”").wait_for()
        assert address in places(page, visitor)[:4], query
        assert state(page) == {"q": [query]}


def test_results_show_where_they_match_and_lead_to_their_page(visitor):
    page = searched(visitor, "?q=pelayanan")
    first = page.locator(RESULT).first
    assert places(page, visitor)[0] == "topik/pelayanan-publik/"  # its title begins with the word
    assert "layanan" in {text.lower() for text in first.locator("mark").all_inner_texts()}
    first.locator("a").click()
    page.wait_for_url(visitor.home + "topik/pelayanan-publik/")


def test_filters_narrow_with_counts_and_stand_in_the_address(visitor):
    page = searched(visitor, "?q=bekasi")
    before = page.locator(RESULT).count()
    page.get_by_text("Jenis", exact=True).click()
    choice = page.locator("[data-facet=jenis] label", has_text="Himpunan data")
    promised = int(choice.locator("[data-slot=count]").inner_text())
    choice.locator("input").check()
    page.wait_for_url("**/cari/?q=bekasi&jenis=data")
    page.locator(f"{STATUS}:has-text('{promised} hasil')").wait_for()
    assert 0 < page.locator(RESULT).count() == min(promised, 10) <= before
    assert all(place.startswith("data/") for place in places(page, visitor))
    assert page.locator("[data-facet=jenis] label", has_text="Wilayah").count() == 1  # others can still be added
    page.go_back()
    page.locator(f"{STATUS}:not(:has-text('{promised} hasil'))").wait_for()
    assert state(page) == {"q": ["bekasi"]}


def test_an_address_with_state_shows_that_state_and_forgets_what_it_does_not_know(visitor):
    page = searched(visitor, "?q=kode&jenis=data&jenis=%3Cb%3E&tahun=1&urut=terbaru&wilayah=constructor&lain=x")
    assert page.locator("#cari--kata").input_value() == "kode"
    assert page.locator("[data-part=order] select").input_value() == "terbaru"
    assert page.locator("[data-part=filters] input:checked").count() == 1
    assert places(page, visitor)
    assert all(place.startswith("data/") for place in places(page, visitor))


def test_markup_in_a_search_is_text(visitor):
    page = searched(visitor, "?q=%3Cimg%20src%3Dx%20onerror%3D%22document.title%3D'!'%22%3E&jenis=%22%3E%3Cscript%3E")
    assert "<img src=x" in page.locator(STATUS).inner_text()
    assert page.locator("main img, main script").count() == 0
    assert page.title().startswith("Cari")


def test_the_whole_search_works_by_keyboard(visitor):
    page = visitor.open(PAGE)
    page.locator("#cari--kata").wait_for()  # the module has started
    page.locator("#cari--kata").focus()
    page.keyboard.type("wilayah")
    page.keyboard.press("Enter")
    page.locator(f"{STATUS}:has-text('hasil')").wait_for()
    page.locator("[data-facet=jenis] summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.wait_for_url("**jenis=*")
    assert page.evaluate("document.activeElement.type") == "checkbox"
    page.keyboard.press("Space")
    page.wait_for_url("**/cari/?q=wilayah")
    page.locator("[data-part=more] button").focus()
    page.keyboard.press("Enter")
    page.locator(RESULT).nth(10).wait_for()
    assert page.evaluate(
        "document.activeElement.closest('li') === document.querySelectorAll('[data-part=list] > li')[10]"
    )


def test_in_english_pages_in_english_are_found(visitor):
    page = visitor.open(f"en/{PAGE}?q=population")
    page.locator(STATUS, has_text="for “population”").wait_for()
    assert "en/data/penduduk-2024/" in places(page, visitor)[:3]
    assert all(place.startswith("en/") for place in places(page, visitor))
    other = page.get_by_role("link", name="Search all pages, in Indonesian")
    assert other.evaluate("link => link.href") == f"{visitor.home}{PAGE}?q=population"


def test_nothing_found_offers_ways_on(visitor):
    page = searched(visitor, "?q=жжжжж+ыыыыы")
    assert "жжжжж ыыыыы" in page.locator(STATUS).inner_text()
    assert page.locator("[data-part=words] a").all_inner_texts() == ["жжжжж", "ыыыыы"]
    assert page.locator("nav[aria-labelledby=cari--daftar] a").count() >= 5


@pytest.mark.parametrize(
    "settings", [{}, {"viewport": {"width": 360, "height": 740}, "color_scheme": "dark"}], ids=["wide", "narrow"]
)
def test_results_are_accessible_and_fit(visitor, settings):
    page = searched(visitor, "?q=bekasi&jenis=wilayah", **settings)
    assert accessibility_faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_the_field_on_the_home_page_leads_to_results(visitor):
    page = visitor.open("")
    page.get_by_role("search", name="Cari").locator("input").fill("bekasi")
    page.keyboard.press("Enter")
    page.locator(f"{STATUS}:has-text('hasil')").wait_for()
    assert page.url == f"{visitor.home}{PAGE}?q=bekasi"


def test_without_javascript_the_page_says_so_and_leads_to_the_lists(visitor):
    page = visitor.open(f"{PAGE}?q=bekasi", java_script_enabled=False)
    assert page.get_by_text("Pencarian memerlukan JavaScript").is_visible()
    assert page.locator("form").is_hidden()
    page.locator("main").get_by_role("link", name="Himpunan data").click()
    page.wait_for_url(visitor.home + "data/")


def test_only_the_search_page_may_run_webassembly(visitor):
    policy = "meta[http-equiv=Content-Security-Policy]"
    assert "'wasm-unsafe-eval'" in visitor.open(PAGE).locator(policy).get_attribute("content")
    page = visitor.open("data/").locator(policy).get_attribute("content")
    assert "wasm" not in page
    assert "unsafe" not in page


def test_without_an_index_the_page_says_so(browser, site, tmp_path):
    tree = tmp_path / "_site"
    wanted = ("cari/index.html", "cari/nama.json", "aset")
    for name in wanted:
        source, target = site / name, tree / name
        target.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if source.is_dir() else shutil.copy)(source, target)
    with serving(tree) as home:
        guest = Visitor(browser, home)
        page = guest.open(f"{PAGE}?q=bekasi")
        page.get_by_text("Indeks pencarian belum tersedia di sini").wait_for()
        assert page.locator("[data-part=again]").is_hidden()
        for context in guest.contexts:
            context.close()


def test_the_index_holds_no_address_outside_of_the_portal(site):
    entry = json.loads((site / "cari/indeks/pagefind-entry.json").read_text(encoding="utf-8"))
    assert entry["languages"]["id"]["page_count"] > 500
