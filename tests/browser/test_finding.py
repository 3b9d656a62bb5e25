"""Facets: combined and counted, their state in the address."""

import json

import pytest

from tests.browser.conftest import accessibility_faults

pytestmark = [pytest.mark.browser, pytest.mark.site]

NARROW = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
STATUS = "[data-part=status]"
CHOSEN = "() => [...document.querySelectorAll('[data-part=chosen] [data-text]')].map((chip) => chip.textContent)"
TITLES = "() => [...document.querySelectorAll('[data-part=list] h2')].map((title) => title.textContent)"


def ready(visitor, address):
    """The page once its modules have come; before that, links lead to pages as they do without JavaScript."""
    page = visitor.open(address)
    page.wait_for_load_state("networkidle")
    return page


def box(page, facet, text):
    """The box of one value, its group opened as a reader would."""
    group = page.locator(f"[data-facet={facet}]")
    if not group.evaluate("group => group.open"):
        group.locator("summary").click()
    return group.locator("label", has_text=text).locator("input")


def combined(page):
    page.locator(STATUS).filter(has_text="himpunan data").wait_for()
    return page


def datasets(page):
    """What the page knows of all datasets: title, and values by facet."""
    data = page.request.get(page.url.split("/data/")[0] + "/data/saring.json").json()
    return [
        (title, {axis["kunci"]: values(axis, number) for axis in data["segi"]})
        for number, title in enumerate(data["kolom"]["judul"])
    ]


def values(axis, number):
    own = axis["butir"][number]
    return {axis["nilai"][place][0] for place in (own if isinstance(own, list) else [own])}


def test_facets_are_combined_and_counted_and_the_address_says_so(visitor):
    page = ready(visitor, "data/")
    every = datasets(page)
    page.locator("a[data-value=penataan-wilayah]").click()
    combined(page)
    assert page.url.endswith("/data/?topik=penataan-wilayah")
    wanted = [title for title, own in every if "penataan-wilayah" in own["topik"]]
    assert page.evaluate(TITLES) == wanted
    assert page.locator(STATUS).inner_text() == f"{len(wanted)} himpunan data"
    box(page, "format", "GeoJSON").check()
    assert page.url.endswith("?topik=penataan-wilayah&format=geojson")
    both = [title for title, own in every if "penataan-wilayah" in own["topik"] and "geojson" in own["format"]]
    assert page.evaluate(TITLES) == both
    shown = page.locator("[data-facet=topik] label").all_inner_texts()
    for text in shown:  # what each topic would leave, as its own facet is no limit to it
        name, count = text.rsplit(maxsplit=1)
        key = next(key for key, known in topic_names(page) if known == name)
        assert int(count) == sum(key in own["topik"] and "geojson" in own["format"] for _, own in every), text


def topic_names(page):
    data = page.request.get(page.url.split("/data/")[0] + "/data/saring.json").json()
    return next(axis["nilai"] for axis in data["segi"] if axis["kunci"] == "topik")


def test_back_and_forward_walk_through_the_choices(visitor):
    page = ready(visitor, "data/")
    before = page.locator("[data-stands]").inner_text()
    page.locator("a[data-value=kependudukan]").click()
    combined(page)
    box(page, "tahun", "2024").check()
    assert page.evaluate(CHOSEN) == ["Kependudukan", "2024"]
    page.go_back()
    assert page.evaluate(CHOSEN) == ["Kependudukan"]
    assert box(page, "topik", "Kependudukan").is_checked()
    page.go_back()
    assert page.locator("[data-stands]").is_visible()
    assert page.locator("[data-stands] li").count() == before.count("Diperbarui")
    page.go_forward()
    assert page.evaluate(CHOSEN) == ["Kependudukan"]


def test_an_address_can_be_shared_and_unknown_values_are_passed_over(visitor):
    page = combined(visitor.open("data/?topik=kependudukan&tahun=2024&topik=tidak-ada&urut=terbaru&hal=999&lain=1"))
    assert page.evaluate(CHOSEN) == ["Kependudukan", "2024"]
    assert page.locator("[data-part=order]").input_value() == "terbaru"
    assert len(page.evaluate(TITLES)) == 1
    hostile = visitor.open("data/?topik=<img src=x onerror=alert(1)>&tahun=../../x&urut=%00&hal=-1")
    combined(hostile)
    assert hostile.evaluate(CHOSEN) == []
    assert hostile.locator("[data-stands]").is_visible()
    assert hostile.locator("main img").count() == 0


def test_everything_is_cleared_and_sorted_by_keyboard(visitor):
    page = ready(visitor, "data/")
    page.locator("a[data-value=penataan-wilayah]").focus()
    page.keyboard.press("Enter")
    combined(page)
    assert page.evaluate("() => document.activeElement.checked")  # the link became the box under the finger
    first = page.evaluate(TITLES)
    page.locator("[data-part=order]").select_option("terbaru")
    assert sorted(page.evaluate(TITLES)) == sorted(first)
    assert "urut=terbaru" in page.url
    page.keyboard.press("Shift+Tab")
    page.locator("[data-part=clear]").focus()
    page.keyboard.press("Enter")
    assert page.evaluate(CHOSEN) == []
    assert page.evaluate("() => document.activeElement.localName") == "summary"
    assert accessibility_faults(page) == []


def test_a_page_of_one_value_is_combined_in_the_whole_list(visitor):
    page = ready(visitor, "data/topik/kependudukan/")
    assert page.locator("[data-stands] .dataset-item").count() == 1
    page.locator("[data-facet=tahun] summary").click()
    with page.expect_navigation():
        page.locator("a[data-value='2024']").click()
    combined(page)
    assert page.url.endswith("/data/?topik=kependudukan&tahun=2024")


def test_without_its_file_a_choice_is_an_ordinary_link(visitor):
    page = ready(visitor, "data/")
    page.route("**/saring.json", lambda route: route.fulfill(status=200, body="{"))
    with page.expect_navigation():
        page.locator("a[data-value=kependudukan]").click()
    assert page.url.endswith("/data/topik/kependudukan/")


def test_releases_are_combined_too(visitor):
    page = ready(visitor, "siaran-pers/")
    page.locator(".filters__combine").click()
    page.locator(STATUS).filter(has_text="siaran pers").wait_for()
    box(page, "tahun", "2025").check()
    assert page.url.endswith("/siaran-pers/?tahun=2025")
    link = page.locator("[data-part=list] a")
    assert link.count() == 1
    with page.expect_navigation():
        link.click()
    assert "/siaran-pers/2025/" in page.url


def test_ten_thousand_titles_with_markup_are_text_and_come_in_pages(visitor):
    """The file of a large portal, in place of the small one."""
    hostile = '<img src=x onerror="alert(1)"></script>\u202e'
    many = range(10_000)
    topics = [[f"t{n}", f"Topik {n} {hostile}"] for n in range(1000)]
    axis = {
        "kunci": "topik",
        "judul": "Topik",
        "tetap": 0,
        "nilai": topics,
        "butir": [[n % 1000, (n + 1) % 1000] for n in many],
    }
    years = {
        "kunci": "tahun",
        "judul": "Tahun",
        "tetap": 1,
        "nilai": [["2026", "2026"], ["2025", "2025"]],
        "butir": [n % 2 for n in many],
    }
    columns = {
        "judul": [f"Judul {n} {hostile}" for n in many],
        "alamat": [f"2025/s{n}" for n in many],
        "tanggal": ["2025-01-02"] * 10_000,
    }
    body = json.dumps({"awalan": "siaran-pers/", "segi": [axis, years], "kolom": columns})
    page = ready(visitor, "siaran-pers/")
    page.route("**/saring.json", lambda route: route.fulfill(status=200, body=body))
    page.locator(".filters__combine").click()
    page.locator(STATUS).filter(has_text="10.000 siaran pers").wait_for()
    group = page.locator("[data-facet=topik]")
    assert group.locator("input[type=checkbox]").count() == 8
    group.locator("input[type=search]").fill("topik 777")
    assert group.locator("label").count() == 1
    group.locator("input[type=checkbox]").check()
    assert page.locator(STATUS).inner_text() == "20 siaran pers"
    box(page, "tahun", "2025").check()
    assert page.locator(STATUS).inner_text() == "10 siaran pers"
    page.locator("[data-part=clear]").click()
    box(page, "tahun", "2026").check()
    page.locator("[data-part=next]").click()
    assert page.url.endswith("?tahun=2026&hal=2")
    assert "2 dari 250" in page.locator("[data-part=page]").inner_text()
    assert len(page.evaluate(TITLES)) == 20
    assert page.locator("main img").count() == 0
    spent = page.evaluate(
        "() => { const start = performance.now(); document.querySelector('[data-facet=tahun] input').click(); "
        "return performance.now() - start; }"
    )
    assert spent < 500


def test_without_javascript_facets_are_links_and_nothing_pretends_to_work(visitor):
    page = visitor.open("data/", java_script_enabled=False)
    assert not page.locator(".filters__combine").is_visible()
    with page.expect_navigation():
        page.locator("a[data-value=kependudukan]").click()
    assert page.locator(".dataset-item").count() == 1
    page.goto(visitor.home + "wilayah/")
    assert not page.locator("#cari-wilayah").is_visible()
    with page.expect_navigation():
        page.locator(".register a", has_text="Aceh").first.click()
    assert page.url.endswith("/wilayah/11/")


def test_long_lists_and_combined_results_fit_a_narrow_screen(visitor):
    page = combined(visitor.open("data/?topik=penataan-wilayah", **NARROW))
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 360
    assert accessibility_faults(page, ("target-size", "color-contrast", "label", "aria-allowed-attr")) == []
