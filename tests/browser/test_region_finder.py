"""The finder of regions, and maps that are links."""

import pytest

from tests.browser.conftest import accessibility_faults

pytestmark = [pytest.mark.browser, pytest.mark.site]


@pytest.mark.parametrize(
    ("typed", "code", "note"),
    [
        ("kab bekasi", "32.16", ""),
        ("Kota Bekasi", "32.75", ""),
        ("3275", "32.75", ""),
        ("32.75", "32.75", ""),
        ("DKI", "31", "juga DKI"),
        ("jaksel", "31.74", "juga Jaksel"),
        ("toba samosir", "12.12", "dahulu Kabupaten Toba Samosir"),
        ("91.01", "93.01", "kode lama 91.01, diganti menurut UU 14/2022"),
    ],
)
def test_a_region_is_found_by_what_people_call_it(finding, typed, code, note):
    finding.locator("#cari-wilayah").fill(typed)
    first = finding.locator("[role=option]").first
    first.locator(".region-link__code", has_text=code).wait_for()
    assert first.locator(".region-link__code").inner_text() == code
    assert note in first.inner_text()


@pytest.fixture(scope="module")
def finding(browser, home):
    """The page of regions, open for several questions."""
    context = browser.new_context(locale="id-ID")
    context.set_default_timeout(10_000)
    page = context.new_page()
    page.goto(home + "wilayah/")
    yield page
    context.close()


def test_the_finder_is_a_combobox_for_keyboard_and_screen_reader(visitor):
    page = visitor.open("wilayah/")
    field = page.get_by_role("combobox", name="Cari wilayah")
    field.focus()
    assert field.get_attribute("aria-expanded") == "false"
    page.keyboard.type("bekasi")
    page.get_by_role("option").first.wait_for()
    assert field.get_attribute("aria-expanded") == "true"
    assert "2 wilayah cocok" in page.locator(".region-finder [role=status]").inner_text()
    page.keyboard.press("ArrowUp")
    active = field.get_attribute("aria-activedescendant")
    assert "Kota Bekasi" in page.locator(f"[id='{active}']").inner_text()
    assert page.locator("[role=option][aria-selected=true]").count() == 1
    assert accessibility_faults(page) == []
    page.keyboard.press("Escape")
    assert field.get_attribute("aria-expanded") == "false"
    assert field.input_value() == "bekasi"
    page.keyboard.press("ArrowDown")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url.endswith("/wilayah/32.16/")


def test_what_no_region_is_called_says_so_and_runs_nothing(finding):
    finding.locator("#cari-wilayah").fill("<img src=x onerror=alert(1)>")
    finding.locator(".region-finder [role=status]", has_text="Tidak ada wilayah").wait_for()
    assert finding.locator("main img").count() == 0
    assert finding.locator("[role=option]").count() == 0


def test_the_home_page_finds_regions_too(visitor):
    page = visitor.open("")
    page.locator("#cari-wilayah").fill("jabar")
    with page.expect_navigation():
        page.get_by_role("option").first.click()
    assert page.url.endswith("/wilayah/32/")


def test_every_province_on_the_map_is_a_link_and_so_is_every_part_of_a_province(visitor):
    page = visitor.open("wilayah/")
    assert page.locator(".atlas a").count() == 38
    place = page.locator(".atlas a", has_text="Kalimantan Tengah")
    assert place.get_attribute("href").endswith("wilayah/62/")
    place.focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url.endswith("/wilayah/62/")
    parts = page.locator(".atlas a")
    assert parts.count() == page.locator("#bagian ~ .table-region tbody tr").count()
    with page.expect_navigation():
        parts.first.locator("path").first.click()
    assert "/wilayah/62." in page.url
