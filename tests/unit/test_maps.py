"""Maps: reading of boundaries, drawing, and the sentences that stand for them."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree

import pytest

from lintas import maps
from lintas.maps.paths import numbers

SVG = "{http://www.w3.org/2000/svg}"


def square(west: float, south: float, side: float = 1.0) -> list[list[float]]:
    east, north = west + side, south + side
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def feature(code: object, *rings: list[list[float]], kind: str = "MultiPolygon") -> dict[str, object]:
    coordinates = [[ring] for ring in rings] if kind == "MultiPolygon" else list(rings)
    geometry = {"type": kind, "coordinates": coordinates}
    return {"type": "Feature", "properties": {"kode": code}, "geometry": geometry}


def collection(*features: object) -> str:
    return json.dumps({"type": "FeatureCollection", "features": features}, indent=1)


def areas(*features: object) -> tuple[maps.Area, ...]:
    outcome = maps.read(collection(*features), "batas.geojson")
    assert outcome.diagnostics == ()
    return outcome.value


REGENCY = feature("32.01", square(106, -7))
ENCLAVE = feature("32.71", square(106.4, -6.6, 0.2))
FAR = feature("32.02", square(108, -7))
SPECK = feature("32.03", square(107.5, -6, 0.001))
NEIGHBOUR = feature("33.01", square(109, -7))
PROVINCE = (ENCLAVE, REGENCY, FAR, SPECK)


def test_areas_come_in_order_of_code_with_open_rings() -> None:
    shown = areas(*PROVINCE)
    assert [area.code for area in shown] == ["32.01", "32.02", "32.03", "32.71"]
    assert len(shown[0].polygons[0][0]) == 4
    assert (shown[0].box.left, shown[0].box.top) == (106, -6)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{", "PET101"),
        ("[" * 100_000, "PET101"),
        ("[]", "PET102"),
        ('{"type": "FeatureCollection", "features": []}', "PET102"),
        (collection(feature(32.1, square(106, -7))), "PET103"),
        (collection({"type": "Feature"}), "PET103"),
        (collection(7), "PET103"),
        (collection(feature("32.01", square(106, -7), kind="LineString")), "PET104"),
        (collection({"type": "Feature", "properties": {"kode": "32"}, "geometry": None}), "PET104"),
        (collection(feature("32.01")), "PET105"),
        (collection(feature("32.01", [[106, -7], [107, -7], [106, -7]])), "PET105"),
        (collection(feature("32.01", [[106, -7], [107, True], [107, -6], [106, -7]])), "PET105"),
        (collection(feature("32.01", [[106], [107], [107], [106]])), "PET105"),
        (collection(feature("32.01", [[-7, 106], [-6, 106], [-6, 107], [-7, 106]])), "PET106"),
        ('{"type":"FeatureCollection","features":[{"properties":{"kode":"32"},"geometry":{"type":"Polygon",'
         '"coordinates":[[[106,1],[107,NaN],[107,2],[106,2]]]}}]}', "PET101"),
        (collection(REGENCY, REGENCY), "PET107"),
    ],
)  # fmt: skip
def test_a_broken_boundary_file_is_a_diagnostic(text: str, code: str) -> None:
    outcome = maps.read(text, "batas.geojson")
    assert [found.code for found in outcome.diagnostics] == [code]


def test_a_fault_points_at_its_feature_and_keeps_the_others() -> None:
    text = collection(REGENCY, feature("3", square(106, -7)), FAR)
    outcome = maps.read(text, "batas.geojson")
    assert [area.code for area in outcome.value] == ["32.01", "32.02"]
    (found,) = outcome.diagnostics
    assert '"Feature"' in text.splitlines()[found.span.line - 1]
    assert text.splitlines()[: found.span.line].count('   "type": "Feature",') == 2


def test_a_locator_marks_one_region_over_the_region_around_it() -> None:
    sheet = maps.region(areas(*PROVINCE), areas(*PROVINCE, NEIGHBOUR))
    root = ElementTree.fromstring(maps.locator(sheet, "32.71", "Kota <X> & Y"))
    assert root.find(f"{SVG}title").text == "Kota <X> & Y"  # type: ignore[union-attr]
    assert root.get("role") == "img"
    classes = [path.get("class") for path in root.iter(f"{SVG}path")]
    assert classes == ["w", "a", "l", "m"], "sea, land around, other regions, then the marked enclave"


def test_a_marked_regency_stays_under_its_enclave() -> None:
    root = ElementTree.fromstring(maps.locator(maps.region(areas(*PROVINCE), ()), "32.01", "x"))
    assert [path.get("class") for path in root.iter(f"{SVG}path")] == ["w", "m", "l"]


def test_a_region_too_small_to_be_seen_gets_a_ring_and_is_drawn_last() -> None:
    root = ElementTree.fromstring(maps.locator(maps.region(areas(*PROVINCE), ()), "32.03", "x"))
    assert [path.get("class") for path in root.iter(f"{SVG}path")] == ["w", "l", "m i"]
    assert len(list(root.iter(f"{SVG}ellipse"))) == 1


def test_partly_belonging_regions_are_hatched() -> None:
    sheet = maps.kawasan(areas(REGENCY, FAR), areas(*PROVINCE, NEIGHBOUR))
    text = maps.mapped(sheet, {"32.01": False, "32.02": True}, "x")
    assert re.findall('class="([ms])"', text) == ["m", "s"]
    assert "<pattern" in text
    assert "<pattern" not in maps.mapped(sheet, {"32.01": False, "32.02": False}, "x")


def test_an_unknown_code_marks_nothing() -> None:
    assert 'class="m"' not in maps.locator(maps.region(areas(*PROVINCE), ()), "99.99", "x")


def test_without_boundaries_there_is_an_empty_sheet() -> None:
    for sheet in (maps.country(()), maps.region((), ()), maps.kawasan((), ())):
        assert ElementTree.fromstring(maps.locator(sheet, "32", "x")).get("role") == "img"


def test_the_file_needs_nothing_from_outside_and_says_nothing_of_the_day() -> None:
    text = maps.mapped(maps.country(areas(*PROVINCE)), {}, "Peta")
    assert re.findall(r'(?:href|src|url)\W+([^"\')]*)', text.replace("url(#h)", "")) == []
    assert text == maps.mapped(maps.country(areas(*reversed(PROVINCE))), {}, "Peta")


@pytest.mark.parametrize(
    ("code", "place"),
    [("32.01", "barat laut"), ("32.02", "timur laut"), ("32.03", "utara"), ("32.09", "barat daya"), ("11", "")],
)
def test_direction(code: str, place: str) -> None:
    assert maps.direction(maps.region(areas(*PROVINCE, feature("32.09", square(106, -9))), ()), code) == place


def test_sentences() -> None:
    sheet = maps.region(areas(*PROVINCE), ())
    assert (
        maps.locator_sentence(sheet, "32.71", ("Provinsi Jawa Barat", "Kota Bogor"))
        == "Peta Provinsi Jawa Barat; Kota Bogor ditandai di bagian barat."
    )
    assert maps.locator_sentence(sheet, "11", ("Indonesia", "Aceh")) == "Peta Indonesia."
    assert maps.locator_sentence(sheet, "32.71", ("the province of Jawa Barat", "Kota Bogor"), "en") == (
        "Map of the province of Jawa Barat; Kota Bogor is marked in the west."
    )
    assert maps.kawasan_sentence("K", 2, ("A", "B"), "en") == (
        "Map of the area K; 2 regencies and cities are marked as a whole, A and B hatched because only a part belongs "
        "to it."
    )
    assert maps.country_sentence(38) == "Peta Indonesia dengan batas 38 provinsi."
    assert maps.kawasan_sentence("Sarbagita", 4, ()) == "Peta kawasan Sarbagita; 4 kabupaten dan kota ditandai penuh."
    assert maps.kawasan_sentence("K", 2, ("A", "B", "C")).endswith(
        "A, B, dan C diarsir karena hanya sebagian yang termasuk."
    )


@pytest.mark.parametrize(
    ("tenths", "text"),
    [((12, -34), "1.2-3.4"), ((5, 5), ".5.5"), ((10, 5), "1 .5"), ((0, 20), "0 2"), ((-5, 13), "-.5 1.3")],
)
def test_numbers_are_as_short_as_the_grammar_allows(tenths: tuple[int, int], text: str) -> None:
    assert numbers(tenths) == text
