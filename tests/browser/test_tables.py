"""The whole table in the browser: loaded on demand, sorted, filtered and paged with the keyboard, told to all."""

import pytest

from tests.browser.conftest import accessibility_faults

pytestmark = [pytest.mark.browser, pytest.mark.site]
TABLE = "data/penduduk-2024/"


def opened(visitor, **settings):
    page = visitor.open(TABLE, **settings)
    browse = page.locator(".browse").last
    start = browse.get_by_role("button", name="Jelajahi seluruh tabel")
    start.focus()
    page.keyboard.press("Enter")
    browse.get_by_role("searchbox").wait_for()
    return page, browse


def cells(browse, column):
    return browse.locator(f"tbody tr > :nth-child({column})").all_inner_texts()


def test_a_table_is_filtered_sorted_and_paged_by_keyboard(visitor):
    page, browse = opened(visitor)
    status = browse.get_by_role("status")
    assert status.inner_text() == "Baris 1 sampai 25 dari 514"
    page.keyboard.type("kota bekasi")
    status.filter(has_text="dari 1").wait_for()
    assert cells(browse, 1) == ["32.75"]
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    status.filter(has_text="dari 514").wait_for()
    sorter = browse.get_by_role("button", name="Jumlah penduduk")
    sorter.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    status.filter(has_text="menurun").wait_for()
    assert browse.locator("[aria-sort=descending]").count() == 1
    assert cells(browse, 6)[0] == "5.809.790"
    browse.get_by_role("button", name="Berikutnya").press("Enter")
    status.filter(has_text="Baris 26 sampai 50").wait_for()
    assert browse.get_by_role("button", name="Sebelumnya").is_enabled()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_table_is_accessible(visitor, scheme):
    page, _ = opened(visitor, color_scheme=scheme)
    assert accessibility_faults(page) == []


def test_the_open_table_fits_a_narrow_screen(visitor):
    page, _ = opened(visitor, viewport={"width": 360, "height": 740})
    assert page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert accessibility_faults(page, ("target-size", "scrollable-region-focusable")) == []


def test_a_table_that_cannot_be_loaded_says_so(visitor):
    page = visitor.open(TABLE)
    page.route("**/*.kolom.json", lambda route: route.abort())
    page.get_by_role("button", name="Jelajahi seluruh tabel").first.click()
    page.get_by_text("Tabel tidak dapat dimuat").first.wait_for()
    assert page.locator(".browse tbody").first.locator("tr").count() == 10
    visitor.faults.clear()


def test_without_javascript_the_first_rows_stand_there(visitor):
    page = visitor.open(TABLE, java_script_enabled=False)
    assert page.locator(".browse tbody").first.locator("tr").count() == 10
    assert page.locator(".browse button").count() == 0


def test_a_figure_never_stands_alone(visitor):
    page = visitor.open(TABLE)
    for figure in page.locator("figure.chart").all():
        assert figure.locator("h3").inner_text().strip()
        assert len(figure.locator("img").get_attribute("alt")) > 40
        assert [one.strip() for one in figure.locator(".chart__facts dd").all_inner_texts() if one.strip()]
        assert figure.locator("details table tbody tr").count() > 0
        for link in figure.locator(".chart__files a").all():
            assert page.request.get(link.evaluate("link => link.href")).ok
