"""A reader who meets a corrected release, by keyboard and on a narrow screen."""

import pytest

from tests.browser.pages import KINDS, RELEASE

pytestmark = [pytest.mark.browser, pytest.mark.site]


def test_the_notice_is_reached_by_keyboard_and_leads_to_the_history(visitor):
    page = visitor.open(RELEASE, viewport={"width": 360, "height": 700})
    page.locator(".status-notice a").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**#riwayat-koreksi")
    page.wait_for_function(
        "() => document.getElementById('riwayat-koreksi').getBoundingClientRect().top < innerHeight"
    )  # the page glides there
    assert page.locator("#riwayat-koreksi").is_visible()
    change = page.locator(".change").first
    assert change.locator("del").inner_text()
    assert change.locator("ins").inner_text()


def test_from_the_register_to_the_words_that_changed(visitor):
    page = visitor.open("koreksi/")
    link = page.locator(f"main a[href*='{RELEASE}']").first
    with page.expect_navigation():
        link.click()
    anchor = page.url.partition("#")[2]
    assert page.locator(f"#{anchor}").is_visible()


def test_a_tombstone_says_what_happened_and_shows_the_way_on(visitor):
    page = visitor.open(KINDS["withdrawn release"])
    words = page.locator("main").inner_text()
    assert "dicabut" in words
    assert "Alasan" in words
    with page.expect_navigation():
        page.locator("main a[href$='koreksi/']").click()
    assert page.url.endswith("/koreksi/")
