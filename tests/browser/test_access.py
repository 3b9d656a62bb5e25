"""Every kind of page, for everyone: axe, dark, narrow, keyboard, without JavaScript."""

import pytest

from tests.browser.conftest import accessibility_faults
from tests.browser.pages import KINDS, RELEASE

pytestmark = [pytest.mark.browser, pytest.mark.site]

NARROW = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
STOPS = "() => [...document.querySelectorAll('a[href], button')].filter(one => one.checkVisibility()).length"
FOCUS = """() => {
  const element = document.activeElement, style = getComputedStyle(element), box = element.getBoundingClientRect();
  const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none';
  const name = element.tagName + ' ' + element.textContent.trim().slice(0, 40);
  return {name, ring, shown: box.width * box.height > 0};
}"""


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(visitor, kind):
    page = visitor.open(KINDS[kind], color_scheme="light")
    assert accessibility_faults(page) == []


@pytest.mark.parametrize("kind", KINDS)
def test_contrast_holds_in_the_dark(visitor, kind):
    page = visitor.open(KINDS[kind], color_scheme="dark")
    assert accessibility_faults(page, ("color-contrast", "link-in-text-block")) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_narrow_screen_needs_no_sideways_scrolling(visitor, kind):
    page = visitor.open(KINDS[kind], **NARROW)
    assert page.evaluate(OVERFLOW) <= 0
    assert accessibility_faults(page, ("target-size", "scrollable-region-focusable", "color-contrast")) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_can_be_read_without_javascript(visitor, kind):
    page = visitor.open(KINDS[kind], java_script_enabled=False)
    assert page.locator("h1").count() == 1
    assert page.locator("h1").is_visible()
    assert len(page.locator("main").inner_text()) > 40


def test_dark_is_dark(visitor):
    colours = (
        "() => getComputedStyle(document.documentElement).backgroundColor.match(/[\\d.]+/g).slice(0, 3).map(Number)"
    )
    light = visitor.open("", color_scheme="light").evaluate(colours)
    dark = visitor.open("", color_scheme="dark").evaluate(colours)
    assert sum(dark) < 0.4 * sum(light)


def test_the_first_tab_stop_skips_to_the_content(visitor):
    page = visitor.open(RELEASE)
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.getAttribute('href')") == "#isi"
    assert page.evaluate(FOCUS)["shown"]
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.id") == "isi"


@pytest.mark.parametrize("kind", ["home", "release", "dataset", "city"])
def test_the_keyboard_reaches_every_link_and_shows_where_it_is(visitor, kind):
    page = visitor.open(KINDS[kind])
    wanted = page.evaluate(STOPS)
    reached = 0
    for _ in range(wanted + 40):
        page.keyboard.press("Tab")
        place = page.evaluate(FOCUS)
        if place["name"].startswith("BODY"):
            break
        assert place["ring"], place
        assert place["shown"], place
        reached += 1
    assert reached >= wanted


def test_tables_have_captions_and_headers(visitor):
    page = visitor.open(KINDS["dataset"])
    tables = page.locator("main table")
    assert tables.count() >= 2
    for table in tables.all():
        assert table.locator("caption").text_content().strip()  # also of those behind a disclosure
        assert table.locator("th[scope=col]").count() >= 2


def test_print_hides_what_paper_cannot_use(visitor):
    page = visitor.open(RELEASE)
    page.emulate_media(media="print")
    assert page.locator("main h1").is_visible()
    assert not page.locator("header nav").is_visible()
