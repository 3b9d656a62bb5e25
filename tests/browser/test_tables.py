"""Tables and figures on the page of a dataset; test_explorer.py is about exploring them."""

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.site]
TABLE = "data/penduduk-2024/"


def test_a_table_leads_to_its_explorer(visitor):
    page = visitor.open(TABLE)
    page.get_by_role("link", name="Jelajahi seluruh tabel").last.press("Enter")
    page.locator(".explore[aria-busy=false]").wait_for()
    page.locator(".explore__sort", has_text="Jumlah penduduk").press("Enter")
    page.get_by_text("514 baris. Tampil 1 sampai 50. Diurutkan menurut Jumlah penduduk (menaik).").wait_for()


def test_a_figure_never_stands_alone(visitor):
    page = visitor.open(TABLE)
    for figure in page.locator("figure.chart").all():
        assert figure.locator("h3").inner_text().strip()
        assert len(figure.locator("img").get_attribute("alt")) > 40
        assert [one.strip() for one in figure.locator(".chart__facts dd").all_inner_texts() if one.strip()]
        assert figure.locator("details table tbody tr").count() > 0
        for link in figure.locator(".chart__files a").all():
            assert page.request.get(link.evaluate("link => link.href")).ok
