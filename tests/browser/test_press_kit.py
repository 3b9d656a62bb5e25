"""What a journalist takes from a release: the message, the photo that fits the screen, the twins, the paper."""

import json
import re

import pytest

from tests.browser.conftest import accessibility_faults
from tests.browser.pages import RELEASE

pytestmark = [pytest.mark.browser, pytest.mark.site]


def test_the_message_is_opened_and_copied_by_keyboard(visitor):
    page = visitor.open(RELEASE, permissions=["clipboard-read", "clipboard-write"])
    summary = page.locator("summary", has_text="WhatsApp")
    summary.focus()
    page.keyboard.press("Enter")
    text = page.locator("pre.handover__text").first
    assert text.is_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "handover__text"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator("details.handover button", has_text="Tersalin").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()").replace("\r\n", "\n")
    assert copied == text.text_content()
    assert 300 <= len(copied) <= 600
    assert copied.startswith("*")
    assert re.search(r"https://\S+/$", copied)


def test_without_javascript_the_message_can_be_selected(visitor):
    page = visitor.open(RELEASE, java_script_enabled=False)
    page.locator("summary", has_text="WhatsApp").click()
    assert page.locator("pre.handover__text").first.is_visible()
    assert page.locator("details.handover button").count() == 0


@pytest.mark.parametrize(("width", "drawn"), [(360, 480), (1280, 960), (2400, 960)])
def test_a_photo_comes_in_the_size_that_the_screen_needs_and_keeps_its_place(visitor, width, drawn):
    page = visitor.open(RELEASE, viewport={"width": width, "height": 900})
    image = page.locator("figure.photo img").first
    source = image.evaluate("async image => { await image.decode(); return image.currentSrc }")
    assert f".{drawn}.avif" in source
    ratio = image.evaluate("image => image.naturalWidth / image.naturalHeight")
    box = image.bounding_box()
    assert abs(box["width"] / box["height"] - ratio) < 0.02
    shift = page.evaluate(
        """() => new Promise(done => new PerformanceObserver(list => done(list.getEntries()
        .reduce((sum, entry) => sum + entry.value, 0))).observe({type: "layout-shift", buffered: true})
        || setTimeout(() => done(0), 300))"""
    )
    assert shift < 0.05


def test_every_alternate_of_a_release_is_there_and_of_its_type(visitor):
    page = visitor.open(RELEASE)
    links = page.locator("head link[rel=alternate]")
    kinds = {each.get_attribute("type"): each.evaluate("link => link.href") for each in links.all()}
    assert {"text/markdown", "application/json"} <= set(kinds)
    record = json.loads(page.request.get(kinds["application/json"]).text())
    assert record["judul"] == page.locator("h1").inner_text().strip()
    assert page.request.get(kinds["text/markdown"]).text().startswith("---\n")
    graph = json.loads(page.locator("script[type='application/ld+json']").text_content())["@graph"]
    data = next(node for node in graph if node["@type"] == "NewsArticle")
    assert data["headline"] == record["judul"]
    assert data["url"] == record["alamat"]


def test_paper_has_the_letterhead_the_number_and_the_address(visitor):
    page = visitor.open(RELEASE)
    assert not page.locator(".letterhead").is_visible()
    page.emulate_media(media="print")
    assert page.locator(".letterhead").is_visible()
    assert page.locator(".docket__number").first.is_visible()
    assert page.locator(".release__address").inner_text().endswith(f"/{RELEASE}")
    for hidden in (".site-nav", ".crumbs", ".neighbours", ".related", "details.handover", ".facts__group--files"):
        assert not page.locator(hidden).first.is_visible(), hidden
    assert page.locator(".demo-notice").is_visible()


def test_axe_finds_nothing_in_the_open_message(visitor):
    page = visitor.open(RELEASE)
    page.locator("summary", has_text="WhatsApp").click()
    assert accessibility_faults(page) == []
