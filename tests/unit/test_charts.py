"""Charts: points, sentences, steps of maps, and files that depend on what is drawn alone."""

import json
import xml.etree.ElementTree as ET
from dataclasses import replace
from decimal import Decimal

import pytest

from lintas import charts, maps
from lintas.charts import choropleth, framing, scatter, vega
from lintas.charts.palette import DARK, SERIES, STEPS
from lintas.charts.points import gather
from lintas.charts.sentences import quantity, sentence
from lintas.charts.specification import told_years
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
        "Terbesar Jawa Barat (51.316.378 jiwa), terkecil Bali (4.375.263 jiwa); Jawa Barat, Banten, dan Daerah Khusus "
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
    assert told == "Terbesar Banten dan Jawa Barat (masing-masing 2 jiwa), terkecil Bali (1 jiwa)."


@pytest.mark.parametrize("view", [VIEW, replace(VIEW, kind="garis", x="tahun"), replace(VIEW, kind="peta")])
def test_files_are_whole_and_the_same_every_time(view):
    made, again = charts.draw(request(view)).value, charts.draw(request(view)).value
    assert made == again
    files = {name: data for name, data, _, _ in made.files}
    narrow = () if view.kind == "peta" else ("-sempit.json",)  # a map is the same at every width
    assert set(files) == {f"penduduk{end}" for end in ("-lebar.svg", "-sempit.svg", ".svg", ".png", ".json", *narrow)}
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


LUAS = Field("luas", "Luas wilayah", "number", unit="km²")
DOTS = View("padat", "Penduduk dan luas, 2024", "titik", "tabel", "luas", "jiwa", label="kode")
SPREAD = tuple({"kode": code, "luas": area, "jiwa": people} for code, area, people in (
    ("11", "57000", "5500000"), ("12", "72000", "15000000"), ("31", "661", "11000000"), ("32", "37000", "51000000"),
    ("36", "9300", "12000000"), ("51", "5600", "4300000")))  # fmt: skip


def dotted(view=DOTS, **changes):
    fields = (KODE, JIWA, LUAS)
    given = replace(request(view, SPREAD), fields=fields, **changes)
    made = charts.draw(given).value
    return made, {name: data.decode() for name, data, _, _ in made.files if not name.endswith(".png")}


def test_a_dot_is_a_row_named_by_its_region():
    made, files = dotted()
    assert made.header == ("Wilayah", "Kode wilayah", "Luas wilayah (km²)", "Jiwa")
    assert made.rows[0] == ("Aceh", "11", "57.000", "5.500.000")
    assert made.sentence.replace("\N{NO-BREAK SPACE}", " ") == (
        "6 provinsi: tertinggi Jawa Barat (51.000.000 jiwa), terendah Bali (4.300.000 jiwa). Makin besar luas "
        "wilayah, nilai itu sedikit cenderung makin tinggi (korelasi peringkat Spearman 0,43)."
    )
    specified = json.loads(files["padat.json"])
    assert [row["x"] for row in specified["data"]["values"]] == [57000, 72000, 661, 37000, 9300, 5600]
    assert "Jawa Barat" in files["padat-lebar.svg"]
    assert "Banten" not in files["padat-lebar.svg"].split("</title>")[1]  # only the ends carry names


def test_dots_are_divided_by_the_region_and_far_values_get_a_logarithmic_axis():
    divisors = {row["kode"]: Decimal(row["luas"]) for row in SPREAD}
    view = replace(DOTS, divisor=(Divisor("luas", "tabel", "luas"),), unit="jiwa per km²")
    made, files = dotted(view, divisors=divisors)
    assert made.rows[2][3] == "16.641"
    specified = json.loads(files["padat.json"])
    y = specified["layer"][0]["encoding"]["y"]
    assert (y["scale"]["type"], y["axis"]["title"]) == ("log", "Jiwa per km², skala logaritmik")


@pytest.mark.parametrize(("value", "told"), [("0.000398", "0,00040"), ("0.5", "0,50"), ("4.766", "4,77"), ("0", "0")])
def test_a_small_value_is_not_told_as_nothing(value, told):
    assert quantity(Decimal(value), "") == told


@pytest.mark.parametrize(("ys", "rho"), [((1, 2, 3, 4), 1), ((4, 3, 2, 1), -1), ((5, 5, 5, 5), None)])
def test_ranks_correlate(ys, rho):
    assert scatter.spearman([Decimal(n) for n in (1, 2, 3, 9)], [Decimal(n) for n in ys]) == rho


def test_the_specification_of_a_map_draws_by_itself():
    view = replace(VIEW, kind="peta")
    specified = json.loads(next(data for name, data, _, _ in charts.draw(request(view)).value.files if "json" in name))
    assert specified["$schema"].endswith("/vega-lite/v6.json")
    about = specified["usermeta"]
    assert (about["sumber"], about["waktu"], about["satuan"]) == ("Dukcapil", "31 Desember 2024", "jiwa")
    values = {feature["properties"]["kode"]: feature["properties"] for feature in specified["data"]["values"]}
    assert values == {
        "32": {"kode": "32", "nama": "Jawa Barat", "nilai": 51316378.0},
        "36": {"kode": "36", "nama": "Banten", "nilai": 12881374.0},
    }
    drawn, width, _ = vega.svg(specified)
    assert width > 700
    scale = specified["layer"][1]["encoding"]["color"]["scale"]
    assert all(f'fill="{tone}"' in drawn for tone in scale["range"][-1:])


def test_a_table_of_both_levels_draws_where_only_provinces_have_boundaries():
    rows = (ROWS[0], {"kode": "32.75", "jiwa": "2543676", "tahun": "2023", "jenis": "a"})
    made = charts.draw(request(replace(VIEW, kind="peta"), rows)).value
    assert {len(data) > 0 for _, data, _, _ in made.files} == {True}


def test_years_stand_as_far_apart_as_they_are_and_values_have_room():
    view = replace(VIEW, kind="garis", x="tahun")
    rows = tuple(
        {"tahun": year, "jiwa": value} for year, value in (("2015", "7160"), ("2021", "7266"), ("2022", "7277"))
    )
    files = {name: data.decode() for name, data, _, _ in charts.draw(request(view, rows)).value.files if "svg" in name}
    for name in ("penduduk-lebar.svg", "penduduk-sempit.svg"):
        texts = {text.text: text for text in ET.fromstring(files[name]).iter("{http://www.w3.org/2000/svg}text")}
        assert {"7.160", "2015"} <= texts.keys()
        start = float(texts["7.160"].get("transform").removeprefix("translate(").split(",")[0])
        assert start > 5 * 6.6  # the text ends here and stays on the sheet
    layer = json.loads(next(d for n, d, _, _ in charts.draw(request(view, rows)).value.files if "json" in n))["layer"]
    assert layer[0]["encoding"]["x"]["type"] == "quantitative"


def test_classes_and_colours_are_told_with_their_numbers():
    view = replace(VIEW, kind="peta", y="jenis", unit="provinsi")
    told = charts.draw(request(view)).value.sentence.replace("\N{NO-BREAK SPACE}", " ")
    assert told == "5 provinsi dalam 2 kelompok: a (3) dan b (2)."
    counted = charts.draw(request(replace(VIEW, x="tahun", y="", colour="jenis", unit="provinsi"))).value.sentence
    assert counted.endswith(" Jenis: a 3, b 2.")


def test_years_that_stand_close_are_not_all_told():
    assert told_years([2015, 2017, 2021, 2022, 2025], 1.9) == [2015, 2017, 2021, 2025]
    assert told_years([2015, 2024, 2025], 2) == [2015, 2025]


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
