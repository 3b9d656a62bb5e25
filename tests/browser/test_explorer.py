"""A table as large as the country has villages: sorted, filtered, grouped and shared in a real browser, exactly."""

import csv
import io
from collections import defaultdict
from decimal import Decimal

import pytest

from lintas.reporters import text_report
from tests import portals, villages
from tests.browser.conftest import Visitor, accessibility_faults
from tests.browser.server import serving

pytestmark = [pytest.mark.browser]
TABLE = "data/desa/desa/"
ODD = "data/ganjil/ganjil/"
READY = ".explore[aria-busy=false]"
NAMES = [each["name"] for each in villages.FIELDS]
MARKUP = "</script><img src=x onerror=alert(1)>"
FORMULA = "=cmd|'/c calc'!A1"


def odd():
    """A small table with all that is hard: markup, formulas, large and missing numbers, several levels of regions."""
    fields = [
        portals.code_field("provinsi", "kabkota"),
        portals.field("nama: a,b") | {"title": MARKUP, "description": MARKUP},
        portals.measure("besar", "rupiah") | {"type": "integer"},
        portals.field("pecahan", "number", **{"x-satuan": "km"}),
        portals.field("laju", "number", **{"x-satuan": "persen"}),
        portals.field("ya", "boolean"),
        portals.field("hari", "date"),
        portals.field("tahun", "year"),
    ]
    lines = portals.rows(
        'kode,"nama: a,b",besar,pecahan,laju,ya,hari,tahun',
        f'32,"{MARKUP}",9007199254740993,0.1,50.5,true,2024-02-01,2023',
        f'32.75,"{FORMULA}",9007199254740993,0.2,10.25,false,2023-12-31,2024',
        '32.16,"\u202ekebalik, ""kutip""",,1000.30,,,,2024',
    )
    resource = portals.table("ganjil", fields)
    return {
        "datasets/ganjil/datapackage.json": portals.package("ganjil", [resource], **{"x-topik": []}),
        "datasets/ganjil/data/ganjil.csv": lines,
    }


@pytest.fixture(scope="module")
def explored(tmp_path_factory):
    folder = tmp_path_factory.mktemp("desa")
    portals.write(villages.portal() | odd(), folder)
    result = portals.build(folder, output=folder / "_site")
    assert result.ok, text_report(result.diagnostics)
    with serving(folder / "_site") as home:
        yield home


@pytest.fixture
def guest(browser, explored):
    made = Visitor(browser, explored)
    yield made
    for context in made.contexts:
        context.close()
    assert made.faults == []


def opened(guest, address, **settings):
    page = guest.open(address, **settings)
    page.locator(READY).wait_for()
    return page


def status(page, text):
    page.locator("[data-part=status]", has_text=text).wait_for()


def head(page, title):
    return page.locator(".explore__sort", has_text=title)


def cells(page, column):
    return page.locator(f".explore__table tbody tr > :nth-child({column + 1})").all_inner_texts()


def downloaded(page):
    with page.expect_download() as waiting:
        page.locator("[data-part=csv]").click()
    return waiting.value.path().read_bytes().decode()


def test_a_reader_sorts_filters_and_groups_every_village(guest):
    rows = list(villages.lines())
    page = opened(guest, TABLE)
    status(page, "84.000 baris.")
    head(page, "Penduduk").focus()
    page.keyboard.press("Enter")
    status(page, "Penduduk (menaik)")
    page.keyboard.press("Enter")
    status(page, "Penduduk (menurun)")
    assert page.locator("th[aria-sort=descending]").count() == 1
    people = sorted((int(row[6]) for row in rows), reverse=True)[:50]
    assert cells(page, 6) == [f"{value:,}".replace(",", ".") for value in people]

    page.get_by_role("button", name="Saring kolom Penduduk").click()
    page.get_by_label("Dari").fill("5.000")
    page.get_by_label("Sampai").fill("6.000")
    page.keyboard.press("Enter")
    wanted = sum(5000 <= int(row[6]) <= 6000 for row in rows)
    status(page, f"{wanted:,} dari 84.000 baris cocok".replace(",", "."))
    assert "saring=penduduk%3Aantara%3A5000%2C6000" in page.url
    page.get_by_role("button", name="Hapus saringan").click()
    status(page, "84.000 baris.")

    page.locator("[data-part=group]").click()
    page.get_by_label("Kelompokkan menurut").select_option("provinsi")
    page.get_by_role("button", name="Terapkan").press("Enter")
    status(page, "38 kelompok dari 84.000 baris")
    sums = defaultdict(lambda: [0, Decimal(0)])
    for row in rows:
        sums[row[4]][0] += int(row[6])
        sums[row[4]][1] += Decimal(row[9])
    table = list(csv.DictReader(io.StringIO(downloaded(page))))
    assert {row["provinsi"]: [int(row["penduduk"]), Decimal(row["anggaran"])] for row in table} == sums
    assert "terlayani" not in table[0]  # percentages do not add up
    page.get_by_text("Tidak dihitung dengan cara ini: Terlayani").wait_for()


def test_an_address_opens_the_table_as_it_was_left(guest):
    query = "?cari=suka+maju&urut=-luas&kolom=kode,nama,luas&hal=2&saring=nama:awal:suka"
    page = opened(guest, TABLE + query)
    rows = [row for row in villages.lines() if row[1].startswith("Sukamaju")]
    status(page, f"{len(rows)} dari 84.000")
    status(page, "Tampil 51 sampai 100")
    areas = sorted((Decimal(row[8]) for row in rows), reverse=True)[50:100]
    assert [Decimal(text.replace(".", "").replace(",", ".")) for text in cells(page, 2)] == areas
    again = opened(guest, page.url.removeprefix(guest.home))
    assert cells(again, 0) == cells(page, 0)


def test_only_columns_that_are_shown_are_fetched(guest):
    page = guest.open("data/")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(guest.home + TABLE + "?kolom=kode,penduduk")
    page.locator(READY).wait_for()
    assert len([url for url in asked if "/kolom/" in url]) == 2


def test_an_unknown_state_is_said_and_does_no_harm(guest):
    query = "?urut=tiada,-penduduk&saring=penduduk:antara:x,<img%20onerror>&saring=%25E0:a&kolom=tiada&kelompok=&hal=-1"
    page = opened(guest, TABLE + query)
    status(page, "Penduduk (menurun)")
    note = page.locator("[data-part=notes]").inner_text()
    assert "diabaikan" in note
    assert "<img onerror>" in note
    assert page.locator("main img").count() == 0


def test_large_numbers_and_decimals_add_up_exactly(guest):
    page = opened(guest, ODD + "?kelompok=*&saring=kode:awal:32.")
    row = next(csv.DictReader(io.StringIO(downloaded(page))))
    assert (row["banyak_baris"], row["besar"], row["pecahan"]) == ("2", "9007199254740993", "1000.50")
    page = opened(guest, ODD + "?kelompok=tahun,ya&ringkas=rata")
    assert page.locator("tbody tr").count() == 3


def test_regions_of_several_levels_are_not_added(guest):
    page = opened(guest, ODD + "?kelompok=*")
    page.get_by_text("wilayah dari beberapa tingkat").wait_for()
    row = next(csv.DictReader(io.StringIO(downloaded(page))))
    assert (row["banyak_baris"], row["besar"]) == ("3", "")
    page = opened(guest, ODD)
    page.get_by_role("button", name="Saring kolom Kode").click()
    page.get_by_label("Tampilkan baris yang").select_option("tingkat")
    page.get_by_label("kabupaten atau kota").check()
    page.get_by_role("button", name="Terapkan").click()
    status(page, "2 dari 3 baris cocok")
    assert "saring=kode%3Atingkat%3A2" in page.url


def test_hostile_cells_are_texts_on_the_page_and_in_the_file(guest):
    page = opened(guest, ODD)
    assert page.locator("main img").count() == 0
    assert cells(page, 1)[0] == MARKUP
    assert cells(page, 2) == ["9.007.199.254.740.993"] * 2 + ["–\ntidak ada nilai"]
    assert cells(page, 5)[:2] == ["ya", "tidak"]
    assert cells(page, 6)[:2] == ["1 Feb 2024", "31 Des 2023"]
    text = downloaded(page)
    assert text.count("\r\n") == 4
    read = list(csv.reader(io.StringIO(text)))
    assert read[1][1] == MARKUP
    assert read[2][1] == f'="{FORMULA}"'
    assert read[3][1:4] == ['\u202ekebalik, "kutip"', "", "1000.30"]
    head(page, "Hari").click()
    status(page, "Hari (menaik)")
    assert cells(page, 6)[:2] == ["31 Des 2023", "1 Feb 2024"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_explorer_is_accessible_with_its_dialogs(guest, scheme):
    page = opened(guest, ODD + "?saring=ya:pilih:true", color_scheme=scheme)
    assert accessibility_faults(page) == []
    for name in ("Saring kolom Ya", "Pilih kolom", "Kelompokkan"):
        page.get_by_role("button", name=name).first.click()
        assert accessibility_faults(page) == []
        page.keyboard.press("Escape")
        assert page.evaluate("() => document.activeElement.tagName") == "BUTTON"


def test_a_phone_scrolls_the_table_not_the_page_and_nothing_moves(guest):
    page = guest.open(TABLE, viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page.evaluate(
        "() => new PerformanceObserver((list) => { for (const one of list.getEntries())"
        " window.moved = (window.moved ?? 0) + one.value; }).observe({type: 'layout-shift', buffered: true})"
    )
    page.locator(READY).wait_for()
    assert page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert page.evaluate("() => window.moved ?? 0") < 0.02
    region = page.locator(".explore__region")
    region.evaluate("(one) => { one.scrollLeft = 400; }")
    assert page.locator("tbody th").first.bounding_box()["x"] >= 0
    assert accessibility_faults(page, ("target-size", "scrollable-region-focusable")) == []


def test_without_javascript_the_first_rows_stand_there(guest):
    page = guest.open(TABLE, java_script_enabled=False)
    assert page.locator(".explore__table tbody tr").count() == 50
    assert page.get_by_text("Tanpa JavaScript").is_visible()
    assert not page.locator("[data-part=search]").is_visible()
    assert page.locator(".file__link").first.is_visible()


def test_a_table_that_cannot_be_loaded_says_so(guest):
    page = guest.open("data/")
    page.route("**/kolom/*.json", lambda route: route.abort())
    page.goto(guest.home + TABLE)
    page.get_by_text("Tabel tidak dapat dimuat").wait_for()
    assert page.locator(".explore__table tbody tr").count() == 50
    guest.faults.clear()
