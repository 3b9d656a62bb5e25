"""Charts: points, sentences, steps of maps, and files that depend on what is drawn alone."""

import json
import xml.etree.ElementTree as ET
from dataclasses import replace
from decimal import Decimal

import pytest

from lintas import charts, maps
from lintas.charts import choropleth, framing
from lintas.charts.palette import DARK, SERIES, STEPS
from lintas.charts.points import gather
from lintas.charts.sentences import sentence
from lintas.model import Divisor, Field, View
from tests.portals import square

KODE = Field("kode", "Kode", "string", region_system="kemendagri", region_level="provinsi")
JIWA = Field("jiwa", "Penduduk", "integer", unit="jiwa", aggregate="jumlah")
TAHUN = Field("tahun", "Tahun", "year")
JENIS = Field("jenis", "Jenis", "string")
FIELDS = (KODE, JIWA, TAHUN, JENIS)
VIEW = View("penduduk", "Penduduk menurut provinsi, 2024", "batang", "tabel", "kode", "jiwa")
ROWS = (
    {"kode": "32", "jiwa": "51316378", "tahun": "2023", "jenis": "a"},
    {"kode": "36", "jiwa": "12881374", "tahun": "2024", "jenis": "b"},
    {"kode": "34", "jiwa": None, "tahun": "2025", "jenis": "b"},
    {"kode": "31", "jiwa": "11038216", "tahun": "2025", "jenis": "a"},
    {"kode": "51", "jiwa": "4375263", "tahun": "2026", "jenis": "a"},
)


def ground():
    text = json.dumps({"type": "FeatureCollection", "features": [square("32", 106, -7), square("36", 105, -7)]})
    return charts.Ground(maps.read(text, "batas.geojson").value, ())


def request(view=VIEW, rows=ROWS, divisors=None):
    return charts.Request(
        "datapackage.json", view, FIELDS, rows, divisors or {}, ground(), "Dukcapil", "31 Desember 2024"
    )


def points(view=VIEW, divisors=None):
    return gather(view, ROWS, {field.name: field for field in FIELDS}, divisors or {})


def test_points_are_named_sorted_and_leave_gaps_out():
    assert [point.label for point in points().shown] == [
        "Jawa Barat",
        "Banten",
        "Daerah Khusus Ibukota Jakarta",
        "Bali",
    ]
    assert points(replace(VIEW, order="naik")).shown[0].label == "Bali"
    assert points(replace(VIEW, where=(("jenis", ("b",)),))).total == 12881374


def test_rows_are_counted_where_no_column_is_measured():
    view = replace(VIEW, x="jenis", y="", unit="provinsi")
    assert [(point.label, point.value) for point in points(view).shown] == [("a", 3), ("b", 2)]


def test_a_divisor_matches_by_code():
    view = replace(VIEW, divisor=(Divisor("luas", "tabel", "luas"),))
    assert [(p.key, p.value) for p in points(view, {"36": Decimal(2), "99": Decimal(1)}).shown] == [("36", 6440687)]


def test_the_sentence_names_highest_lowest_and_share():
    told = sentence(VIEW, points(), "jiwa", adds=True)
    assert told.replace("\N{NO-BREAK SPACE}", " ") == (
        "Tertinggi Jawa Barat (51.316.378 jiwa), terendah Bali (4.375.263 jiwa); Jawa Barat, Banten, dan Daerah Khusus "
        "Ibukota Jakarta bersama-sama mencakup 94,5% dari 79.611.231 jiwa."
    )
    assert "mencakup" not in sentence(VIEW, points(), "jiwa", adds=False)


def test_the_sentence_of_a_limited_chart_says_of_how_many():
    view = replace(VIEW, limit=2)
    assert sentence(view, points(view), "jiwa", adds=False).startswith("2 teratas dari 4. Tertinggi Jawa Barat")


@pytest.mark.parametrize(("last", "words"), [("10", "turun 50,0%"), ("20", "sampai 2024 tetap"), ("30", "naik 50,0%")])
def test_the_sentence_of_a_line_tells_the_change(last, words):
    view = replace(VIEW, kind="garis", x="tahun")
    rows = ({"tahun": "2023", "jiwa": "20"}, {"tahun": "2024", "jiwa": last})
    assert words in charts.draw(request(view, rows)).value.sentence


def test_equal_values_are_told_together():
    rows = ({"kode": "32", "jiwa": "2"}, {"kode": "36", "jiwa": "2"}, {"kode": "51", "jiwa": "1"})
    told = charts.draw(request(VIEW, rows)).value.sentence.replace("\N{NO-BREAK SPACE}", " ")
    assert told == "Tertinggi Banten dan Jawa Barat (masing-masing 2 jiwa), terendah Bali (1 jiwa)."


@pytest.mark.parametrize("view", [VIEW, replace(VIEW, kind="garis", x="tahun"), replace(VIEW, kind="peta")])
def test_files_are_whole_and_the_same_every_time(view):
    made, again = charts.draw(request(view)).value, charts.draw(request(view)).value
    assert made == again
    files = {name: data for name, data, _, _ in made.files}
    assert set(files) == {f"penduduk{end}" for end in ("-lebar.svg", "-sempit.svg", ".svg", ".png", ".json")}
    for name in ("penduduk-lebar.svg", "penduduk-sempit.svg", "penduduk.svg"):
        root = ET.fromstring(files[name])
        assert root[0].text == f"{view.title}. {made.sentence}"
        assert b"<script" not in files[name]
        assert b"http" not in files[name].replace(b"http://www.w3.org/2000/svg", b"")
    assert files["penduduk.png"].startswith(b"\x89PNG")


def test_the_picture_for_taking_away_says_title_unit_date_and_source():
    files = {name: data.decode() for name, data, _, _ in charts.draw(request()).value.files if name.endswith(".svg")}
    taken = "".join(ET.fromstring(files["penduduk.svg"]).itertext())
    assert VIEW.title in taken
    assert "jiwa · 31 Desember 2024" in taken
    assert "Sumber: Dukcapil" in taken


def test_numbers_in_texts_are_never_rounded():
    wide = next(data for name, data, _, _ in charts.draw(request()).value.files if name == "penduduk-lebar.svg")
    assert ">51.316.378<" in wide.decode()


def test_a_map_of_texts_has_a_legend_with_counts():
    view = replace(VIEW, kind="peta", y="jenis", unit="provinsi")
    made = charts.draw(request(view)).value
    assert "a (3)" in made.files[0][1].decode()
    assert made.header == ("Wilayah", "Kode wilayah", "Jenis")


def test_nothing_to_draw_is_a_finding():
    found = charts.draw(request(replace(VIEW, where=(("jenis", ("z",)),))))
    assert (found.value, [d.code for d in found.diagnostics]) == (None, ["GRA201"])


def test_steps_rise_and_never_repeat():
    assert choropleth.steps([Decimal(n) for n in range(1, 101)]) == (21, 41, 61, 81)
    assert choropleth.steps([Decimal(5)] * 20) == ()
    assert choropleth.steps([Decimal(1), Decimal(1), Decimal(900)]) == (900,)


def test_every_colour_has_its_tone_in_the_dark():
    assert {*SERIES, *STEPS} <= set(DARK)
    assert len(set(DARK.values())) == len(DARK)


def test_long_titles_are_broken_between_words():
    assert framing.lines("satu dua tiga", 60, 12) == ["satu dua", "tiga"]
