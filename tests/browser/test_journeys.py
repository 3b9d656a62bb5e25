"""Journeys of readers: from the home page to a table in pandas, to a region, to a page that is not there."""

import pandas
import pytest

from tests.browser.pages import RELEASE

pytestmark = [pytest.mark.browser, pytest.mark.site]


def follow(page, selector):
    """Click the first link that matches, and wait for the page behind it."""
    with page.expect_navigation():
        page.locator(selector).first.click()


def test_from_home_to_a_release_to_its_data_to_pandas(visitor, tmp_path):
    page = visitor.open("")
    follow(page, f"main a[href$='{RELEASE}']")
    assert "156/SP/HM.01.02/POLKAM/7/2025" in page.locator("main").inner_text()
    follow(page, "main a[href$='data/penduduk-2024/']")
    with page.expect_download() as started:
        page.locator("main a[href$='kabkota.csv']").first.click()
    path = tmp_path / "penduduk.csv"
    started.value.save_as(path)
    table = pandas.read_csv(path, dtype=str)
    assert table.loc[table["kode"] == "32.75", "nama"].tolist() == ["Kota Bekasi"]


def test_a_region_page_joins_releases_and_figures(visitor):
    page = visitor.open("wilayah/32.75/")
    assert page.locator("h1").inner_text().strip() == "Kota Bekasi"
    main = page.locator("main")
    assert main.locator(f"a[href$='{RELEASE}']").count() >= 1
    assert "jiwa" in main.inner_text()
    follow(page, "main a[href$='wilayah/32/']")
    assert page.locator("h1").inner_text().strip() == "Jawa Barat"
    follow(page, "main a[href$='wilayah/32.75/']")
    assert page.url.endswith("/wilayah/32.75/")


def test_two_steps_lead_from_home_to_any_province(visitor):
    page = visitor.open("")
    follow(page, "header nav a[href$='wilayah/']")
    assert page.locator("main a[href]").filter(has_text="Aceh").count() >= 1


def test_a_missing_page_shows_the_way_back(visitor):
    page = visitor.open("")
    answer = page.goto(visitor.home + "tidak/ada/di/sini/")
    assert answer is not None
    assert answer.status == 404
    follow(page, "header a.brand")
    assert page.url == visitor.home
    visitor.faults = [fault for fault in visitor.faults if "404" not in fault]


def test_downloads_of_a_dataset_open(visitor):
    page = visitor.open("data/penduduk-2024/")
    for kind in ("xlsx", "json", "parquet", "zip"):
        link = page.locator(f"main a[href$='.{kind}']").first
        answer = page.request.get(link.evaluate("link => link.href"))
        assert answer.ok, kind
        assert len(answer.body()) > 100, kind
