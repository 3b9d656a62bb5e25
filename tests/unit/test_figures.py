"""Figures of regions and areas: what is computed from the tables, how it is ranked, and how it is written."""

from decimal import Decimal

import pytest

from lintas.model import Anggota, RincianKawasan
from lintas.presenting import measures
from lintas.relate import Angka, Kawasan
from lintas.relate.figures import densities
from lintas.wording import Words

WORDS = Words("id", {})


def figure(indicator, value, date="2024-12-31"):
    return Angka(indicator, indicator.capitalize(), value, "jiwa", date, "tabel", "jumlah")


def region(people, area, **dates):
    return (figure("penduduk", people, **dates), figure("luas", area))


def test_density_is_people_over_area_ranked_within_the_level():
    known = {
        "31": region("1000", "10"),
        "31.71": region("300", "2"),
        "31.72": region("300", "2"),
        "31.73": region("900", "3"),
    }
    found = densities(known)
    assert {code: (Decimal(each.value), each.rank, each.ranked) for code, each in found.items()} == {
        "31": (Decimal(100), 1, 1),
        "31.71": (Decimal(150), 2, 3),
        "31.72": (Decimal(150), 2, 3),
        "31.73": (Decimal(300), 1, 3),
    }


def test_density_is_as_old_as_the_younger_of_its_figures_and_belongs_to_no_dataset():
    found = densities({"31.71": region("300", "2", date="2023-06-30")})["31.71"]
    assert (found.date, found.dataset) == ("2024-12-31", "")


@pytest.mark.parametrize(
    "known", [(figure("penduduk", "5"),), region("5", "0"), region("", "3"), region("5", "NaN")], ids=str
)
def test_no_density_without_both_figures(known):
    assert densities({"31.71": known}) == {}


@pytest.mark.parametrize(
    ("value", "text"), [("20454.016", "20.454"), ("100", "100"), ("99.96", "100,0"), ("4.25", "4,3"), ("0", "0,0")]
)
def test_densities_are_whole_from_a_hundred_on(value, text):
    assert measures.density_text(Decimal(value), WORDS) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("125.0", "125,0"),
        ("1735.410", "1.735,410"),
        ("12.34567", "12,346"),
        ("99999.123", "99.999,123"),
        ("1892410.09", "1.892.410"),
    ],
)
def test_areas_keep_three_decimals_and_are_whole_from_a_hundred_thousand_on(value, text):
    assert measures.area_text(Decimal(value), WORDS) == text


def test_a_value_that_is_not_known_is_written_as_nothing():
    assert measures.area_text(None, WORDS) == measures.density_text(None, WORDS) == ""


def kawasan(*members, **details):
    rows = tuple(Anggota("raya", "Kawasan Raya", f"32.{n}", **given) for n, given in enumerate(members, start=71))
    return Kawasan("raya", "Kawasan Raya", rows, RincianKawasan("raya", **details))


@pytest.mark.parametrize(
    ("stated", "lowest"),
    [
        (("tinggi", "tinggi"), "tinggi"),
        (("tinggi", "sedang"), "sedang"),
        (("sedang", "rendah", "tinggi"), "rendah"),
        (("", "tinggi"), "tinggi"),
        (("menurut kami",), "menurut kami"),
    ],
)
def test_an_area_is_as_certain_as_its_least_certain_member(stated, lowest):
    assert kawasan(*({"certainty": level} for level in stated)).certainty == lowest


def test_the_basis_is_that_of_the_area_else_of_its_first_member():
    assert kawasan({"basis": "Perpres 1"}, basis="Perpres 2").basis == "Perpres 2"
    assert kawasan({"basis": "Perpres 1"}, {"basis": "Perpres 3"}).basis == "Perpres 1"


def test_one_member_in_part_makes_the_totals_upper_limits():
    assert kawasan({}, {"partial": True}).partial
    assert not kawasan({}, {}).partial
