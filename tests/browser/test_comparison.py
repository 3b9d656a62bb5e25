"""Regions side by side: chosen by name, kept in the address, compared only where that means something."""

import csv
import io

import pytest

from tests.browser.conftest import accessibility_faults

pytestmark = [pytest.mark.browser, pytest.mark.site]
PAGE = "bandingkan/"
ROWS = ".compare__table tbody tr"


def row(page, label):
    return page.locator(ROWS, has=page.locator("th", has_text=label)).first.locator("td").all_inner_texts()


def test_regions_are_chosen_by_name_and_kept_in_the_address(visitor):
    page = visitor.open(PAGE)
    page.get_by_text("Belum ada wilayah yang dipilih").wait_for()
    for name in ("kota bekasi", "kota bogor"):
        page.get_by_role("combobox").fill(name)
        page.get_by_role("option").first.wait_for()
        page.keyboard.press("Enter")
        page.get_by_role("columnheader", name=name).wait_for()
    assert page.url.endswith("?wilayah=32.75,32.71")
    first, second = row(page, "Jumlah penduduk")
    assert first.startswith("2.572.209")
    assert "selisih −" in second
    assert "0,44 kali" in second
    page.get_by_role("button", name="Hapus Kota Bekasi").press("Enter")
    page.get_by_text("Tambahkan satu wilayah lagi").wait_for()
    assert page.url.endswith("?wilayah=32.71")
    assert page.evaluate("() => document.activeElement.textContent") == "Kota Bogor (32.71)"


def test_the_figures_can_be_taken_as_csv(visitor):
    page = visitor.open(PAGE + "?wilayah=32.75,32")
    page.locator(ROWS).first.wait_for()
    with page.expect_download() as waiting:
        page.locator("[data-part=csv]").click()
    rows = list(csv.DictReader(io.StringIO(waiting.value.path().read_bytes().decode())))
    people = {row["kode"]: row["nilai"] for row in rows if row["nama"] == "Jumlah penduduk"}
    assert people == {"32.75": "2572209", "32": "51316378"}
    assert all(row["sumber"].startswith("https://") for row in rows if row["dataset"])


def test_an_odd_address_is_answered_and_said(visitor):
    page = visitor.open(PAGE + "?wilayah=32.75,99.99,<img%20onerror=x>,32.75,31.74,11,12,13,14")
    page.locator(ROWS).first.wait_for()
    said = page.locator("[data-part=notes]").inner_text()
    assert "99.99, <img onerror=x>" in said
    assert "cukup sekali" in said
    assert "Paling banyak lima" in said
    assert page.url.endswith("?wilayah=32.75,31.74,11,12,13")
    assert page.locator(".compare img").count() == 0


def test_a_missing_figure_is_said_and_different_dates_are_not_compared(visitor):
    page = visitor.open("data/")

    def other(route):
        record = route.fetch().json()
        record["angka"] = [one | {"tanggal": "2020-12-31"} for one in record["angka"] if one["indikator"] != "luas"]
        route.fulfill(json=record)

    page.route("**/api/v1/wilayah/32.71.json", other)
    page.goto(visitor.home + PAGE + "?wilayah=32.75,32.71")
    page.locator(ROWS).first.wait_for()
    assert row(page, "Luas wilayah")[1] == "tidak ada angka"
    assert "tanggalnya berbeda" in row(page, "Jumlah penduduk")[1]


def test_a_region_that_cannot_be_loaded_is_named(visitor):
    page = visitor.open("data/")
    page.route("**/api/v1/wilayah/32.71.json", lambda route: route.abort())
    page.goto(visitor.home + PAGE + "?wilayah=32.75,32.71")
    page.get_by_text("tidak dapat dimuat: Kota Bogor").wait_for()
    assert page.locator(ROWS).count() > 0
    visitor.faults.clear()


@pytest.mark.parametrize("width", [360, 1280])
def test_the_comparison_is_accessible_and_fits(visitor, width):
    page = visitor.open(PAGE + "?wilayah=32.75,31.74,32,36,33", viewport={"width": width, "height": 740})
    page.locator(ROWS).first.wait_for()
    assert accessibility_faults(page) == []
    assert page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


def test_without_javascript_provinces_and_their_pages_are_there(visitor):
    page = visitor.open(PAGE, java_script_enabled=False)
    assert page.get_by_text("Tanpa JavaScript").is_visible()
    assert page.locator("main table tbody tr a").count() == 38
    assert not page.get_by_role("combobox").is_visible()


def test_a_region_leads_to_its_comparison(visitor):
    page = visitor.open("wilayah/32.75/")
    page.get_by_role("link", name="Bandingkan dengan wilayah lain").click()
    page.get_by_text("Tambahkan satu wilayah lagi").wait_for()
    assert page.url.endswith("bandingkan/?wilayah=32.75")
