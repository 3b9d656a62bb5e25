"""Every kind of page, for everyone: axe, dark, narrow, keyboard, without JavaScript."""

import pytest

from tests.browser.conftest import accessibility_faults
from tests.browser.pages import KINDS, RELEASE

pytestmark = [pytest.mark.browser, pytest.mark.site]

# What the modes beyond light and dark are looked at on: one page of each way of being laid out.
SAMPLE = (
    "home", "release", "catalogue", "dataset", "dataset with charts", "explorer of a table", "comparison", "search",
    "city", "area", "embedded chart", "English dataset", "English region",
)  # fmt: skip
NARROW = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
STOPS = "() => [...document.querySelectorAll('a[href], button')].filter(one => one.checkVisibility()).length"
FOCUS = """() => {
  const element = document.activeElement, style = getComputedStyle(element), box = element.getBoundingClientRect();
  const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none';
  const name = element.tagName + ' ' + element.textContent.trim().slice(0, 40);
  const top = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 20));
  const covered = top && !element.contains(top) && !top.contains(element);  // WCAG 2.4.11
  return {name, ring, shown: box.width * box.height > 0, covered: Boolean(covered)};
}"""
# Texts, controls and marks that the system palette must not swallow: none may be as its ground.
SWALLOWED = """() => [...document.querySelectorAll('main :is(p, a, th, td, h1, h2, h3, button, input, label, summary)')]
  .filter(one => one.checkVisibility() && one.textContent.trim())
  .filter(one => {
    let ground = one;
    while (ground && getComputedStyle(ground).backgroundColor === 'rgba(0, 0, 0, 0)') ground = ground.parentElement;
    return ground && getComputedStyle(ground).backgroundColor === getComputedStyle(one).color;
  }).map(one => one.outerHTML.slice(0, 80))"""
BORDERLESS = """() => [...document.querySelectorAll('main :is(input:not([type=file]), select, button, .button)')]
  .filter(one => one.checkVisibility() && parseFloat(getComputedStyle(one).borderTopWidth) === 0
    && !getComputedStyle(one).textDecorationLine.includes('underline') && !one.closest('th, li, summary'))
  .map(one => one.outerHTML.slice(0, 80))"""
MOVING = """() => [...document.querySelectorAll('*')].filter(one => {
  const s = getComputedStyle(one);
  return parseFloat(s.transitionDuration) > 0 || s.animationName !== 'none' || s.scrollBehavior === 'smooth';
}).map(one => one.outerHTML.slice(0, 80))"""
# Words that no English sentence has, outside passages that declare their language, code, addresses and names.
FOREIGN = r"""() => {
  const words = /(^|\s)(yang|dan|dari|untuk|dengan|tidak|menurut|adalah|pada|oleh|himpunan|halaman|unduh)(\s|$)/i;
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walk.nextNode()) {
    const node = walk.currentNode, parent = node.parentElement;
    if (parent.closest('script, code, textarea, cite') || parent.closest('[lang]').lang !== 'en') continue;
    if (/^\s*(Kabupaten|Kota) /.test(node.data)) continue;
    if (words.test(node.data)) found.push(node.data.trim().slice(0, 80));
  }
  return found;
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


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", SAMPLE)
def test_a_system_palette_swallows_nothing(visitor, kind, scheme):
    page = visitor.open(KINDS[kind], forced_colors="active", color_scheme=scheme)
    assert page.evaluate(SWALLOWED) == []
    assert page.evaluate(BORDERLESS) == []


@pytest.mark.parametrize("kind", SAMPLE)
def test_twice_as_large_is_as_usable_and_nothing_moves_for_who_wants_no_motion(visitor, kind):
    zoomed = {"viewport": {"width": 640, "height": 450}, "device_scale_factor": 2}
    page = visitor.open(KINDS[kind], reduced_motion="reduce", **zoomed)
    assert page.evaluate(OVERFLOW) <= 0
    assert page.evaluate(MOVING) == []
    assert accessibility_faults(page) == []


@pytest.mark.parametrize("kind", ["English home", "English dataset", "English region", "English release"])
def test_what_is_not_english_says_so(visitor, kind):
    page = visitor.open(KINDS[kind])
    assert page.locator("html").get_attribute("lang") == "en"
    indonesian = page.evaluate(FOREIGN)
    assert indonesian == []


@pytest.mark.parametrize("kind", ["home", "release", "dataset", "city", "explorer of a table", "comparison", "search"])
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
        assert not place["covered"], place
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
