"""A figure in a release leads to its row, without JavaScript, and tells a screen reader where it comes from."""

import pytest

from tests.browser.pages import RELEASE

pytestmark = [pytest.mark.browser, pytest.mark.site]
_PEOPLE = "a.figure-link[href$='#baris--kabkota-32-75']"


def test_a_figure_leads_to_its_row_and_back(visitor):
    page = visitor.open(RELEASE, java_script_enabled=False)
    figure = page.locator(_PEOPLE).first
    assert figure.inner_text() == "2.572.209 jiwa"
    assert figure.locator("data").get_attribute("value") == "2572209"
    note = page.locator(f"[id='{figure.get_attribute('aria-describedby')}']")
    page.locator("summary", has_text="Angka dalam naskah ini").click()
    assert "Kota Bekasi (kode 32.75)" in note.inner_text()
    figure.click()
    page.wait_for_url("**/data/penduduk-2024/#baris--kabkota-32-75")
    row = page.locator("tr:target")
    assert "2.572.209" in row.inner_text()
    box = row.bounding_box()
    assert box is not None
    section = page.locator("section", has=page.locator("#dikutip"))
    section.locator(f"a[href$='{RELEASE}']").first.click()
    page.wait_for_url(f"**/{RELEASE}")
