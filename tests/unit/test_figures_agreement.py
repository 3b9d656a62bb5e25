"""What is typed against what the cell says, and how a cell is written."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lintas import formatting
from lintas.figures.agreement import judge
from lintas.figures.numerals import holds, numerals, rounded
from lintas.figures.query import Form
from lintas.figures.words import spelled
from lintas.figures.writing import written
from lintas.model import Cell

PEOPLE, AREA, SHARE = ("2572209", "jiwa"), ("213.036", "km2"), ("12.5", "persen")
THOUSANDS, LOSS, FRACTION = ("2572", "ribu jiwa"), ("-5.2", "persen"), ("0.125", "")


def cell(value: str, unit: str = "", kind: str = "number") -> Cell:
    return Cell("data", "", "tabel", "kolom", "Kolom", kind, value, unit, 1, ())


@pytest.mark.parametrize(
    ("typed", "of"),
    [
        ("2.572.209 jiwa", PEOPLE), ("2.572.209", PEOPLE), ("2572209 jiwa", PEOPLE), ("2.572.209\u00a0orang", PEOPLE),
        ("2,6 juta", PEOPLE), ("sekitar 2,6 juta jiwa", PEOPLE), ("2,57 juta penduduk", PEOPLE), ("3 juta", PEOPLE),
        ("sekitar 2.600.000 jiwa", PEOPLE), ("lebih dari 2,5 juta jiwa", PEOPLE), ("2,5 juta jiwa lebih", PEOPLE),
        ("hampir 2,6 juta", PEOPLE), ("kurang lebih 2.572 ribu jiwa", PEOPLE), ("± 2,6 jt jiwa", PEOPLE),
        ("sedikitnya 2.572.209 jiwa", PEOPLE), ("paling banyak 2,6 juta", PEOPLE), ("Kota Bekasi (2,6 juta)", PEOPLE),
        ("213,036 km²", AREA), ("213 km2", AREA), ("213,04 kilometer persegi", AREA),
        ("dua ratus tiga belas km²", AREA),
        ("12,5%", SHARE), ("12,5 persen", SHARE), ("13 persen", SHARE), ("dua belas koma lima persen", SHARE),
        ("12 %", SHARE), ("−5,2 persen", LOSS), ("-5,2%", LOSS), ("–5,2", LOSS), ("minus 5,2 persen", LOSS),
        ("2.572 ribu jiwa", THOUSANDS), ("2,6 juta jiwa", THOUSANDS), ("2.572", THOUSANDS), ("2.572.000", THOUSANDS),
        ("0,125", FRACTION), ("12,5%", FRACTION),
    ],
)  # fmt: skip
def test_it_agrees(typed, of):
    assert judge(typed, cell(*of), Form()).code == ""


@pytest.mark.parametrize(
    ("typed", "of", "code", "right"),
    [
        ("2.572.290 jiwa", PEOPLE, "ANG201", "2.572.209 jiwa"),
        ("2,7 juta jiwa", PEOPLE, "ANG201", "2,6 juta jiwa"),
        ("2.600.000 jiwa", PEOPLE, "ANG201", "2.572.209 jiwa"),
        ("sekitar 2,55 juta", PEOPLE, "ANG201", "sekitar 2,57 juta"),
        ("lebih dari 2,6 juta", PEOPLE, "ANG201", "lebih dari 2,5 juta"),
        ("hampir 2,5 juta", PEOPLE, "ANG201", "hampir 2,6 juta"),
        ("2.6 juta", PEOPLE, "ANG201", "2.572.209\u00a0jiwa"),
        ("2,572,209 jiwa", PEOPLE, "ANG201", "2.572.209\u00a0jiwa"),
        ("dua juta", PEOPLE, "ANG201", "2.572.209\u00a0jiwa"),
        ("banyak orang", PEOPLE, "ANG202", "2.572.209\u00a0jiwa"),
        ("2–3 juta jiwa", PEOPLE, "ANG203", "2.572.209\u00a0jiwa"),
        ("2.572.209 jiwa pada 2024", PEOPLE, "ANG203", "2.572.209\u00a0jiwa"),
        ("213,036 hektare", AREA, "ANG204", "213,036\u00a0km²"),
        ("Rp2.572.209", PEOPLE, "ANG204", "2.572.209\u00a0jiwa"),
        ("2.572.209 persen", PEOPLE, "ANG204", "2.572.209\u00a0jiwa"),
        ("5,2 persen", LOSS, "ANG201", "−5,2 persen"),
        ("213,0 km²", ("213.14", "km2"), "ANG201", "213,1 km²"),
    ],
)
def test_it_disagrees_and_says_what_to_type(typed, of, code, right):
    assert (judge(typed, cell(*of), Form()).code, judge(typed, cell(*of), Form()).right) == (code, right)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("4 Juli 2025", ""), ("Jumat, 4 Juli 2025", ""), ("4 Jul 2025", ""), ("Juli 2025", ""), ("2025", ""),
        ("2025-07-04", ""), ("5 Juli 2025", "ANG201"), ("Juni 2025", "ANG201"), ("2024", "ANG201"),
        ("kemarin", "ANG202"),
    ],
)  # fmt: skip
def test_dates_agree_as_far_as_they_are_given(typed, code):
    assert judge(typed, cell("2025-07-04", kind="date"), Form()).code == code


def test_other_texts_must_hold_the_words_of_the_cell():
    assert judge("di Kota  Bekasi", cell("Kota Bekasi", kind="text"), Form()).code == ""
    assert judge("Kota Bekas", cell("Kota Bekasi", kind="text"), Form()).code == "ANG201"
    assert judge("tahun 2024", cell("2024", kind="year"), Form()).code == ""
    assert judge("2023", cell("2024", kind="year"), Form()).code == "ANG201"
    assert judge("ya", cell("true", kind="flag"), Form()).code == ""


@pytest.mark.parametrize(
    ("of", "form", "language", "text"),
    [
        (PEOPLE, Form(), "id", "2.572.209 jiwa"),
        (PEOPLE, Form(unit=False), "id", "2.572.209"),
        (PEOPLE, Form("ringkas"), "id", "2,6 juta jiwa"),
        (PEOPLE, Form("ringkas", 2, unit=False), "id", "2,57 juta"),
        (PEOPLE, Form(), "en", "2,572,209 people"),
        (PEOPLE, Form("ringkas"), "en", "2.6 million people"),
        (THOUSANDS, Form("ringkas"), "id", "2,6 juta jiwa"),
        (AREA, Form(places=1), "id", "213,0 km²"),
        (SHARE, Form("persen"), "id", "12,5%"),
        (FRACTION, Form("persen"), "id", "12,5%"),
        (LOSS, Form(), "id", "−5,2 persen"),
    ],
)
def test_a_cell_is_written_as_the_language_has_it(of, form, language, text):
    assert written(cell(*of), form, language).replace("\u00a0", " ") == text


def test_english_numbers_have_their_own_signs():
    assert judge("about 2.6 million people", cell(*PEOPLE), Form(), "en").code == ""
    assert judge("2,572,209", cell(*PEOPLE), Form(), "en").code == ""
    assert judge("2.572.209", cell(*PEOPLE), Form(), "en").code == "ANG201"


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("tiga", 3), ("sebelas", 11), ("dua belas", 12), ("dua puluh lima", 25), ("seratus enam", 106),
        ("seribu dua ratus", 1200), ("dua ratus tiga belas ribu", 213000), ("tiga koma lima juta", 3500000),
    ],
)  # fmt: skip
def test_numbers_in_words(words, value):
    assert spelled(f"ada {words} daerah")[0] == value


def test_signs_within_words_and_units_are_no_numbers():
    assert [n.value for n in numerals("luas km2 dan CO2, peringkat ke-3")] == [3]


@settings(max_examples=300, deadline=None)
@given(st.decimals(min_value=-(10**12), max_value=10**12, places=3), st.integers(0, 3))
def test_what_the_formatter_writes_agrees(value, places):
    full = formatting.number(value)
    assert judge(full, cell(format(value, "f")), Form()).code == ""
    short = formatting.number(value, places)
    assert judge(short, cell(format(value, "f")), Form()).code == ""
    assert judge(formatting.compact(value), cell(format(value, "f")), Form()).code == ""


@settings(max_examples=300, deadline=None)
@given(st.integers(1, 10**9), st.integers(1, 10**9), st.sampled_from(("", "sekitar ", "lebih dari ", "hampir ")))
def test_the_remedy_is_accepted(value, typed, hedge):
    text = f"{hedge}{formatting.number(typed)} jiwa"
    verdict = judge(text, cell(str(value), "jiwa"), Form())
    if verdict.code:
        assert judge(verdict.right, cell(str(value), "jiwa"), Form()).code == ""


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 10**12), st.sampled_from((0, 3, 6, 9)), st.integers(0, 2))
def test_rounding_is_to_the_digits_that_are_typed(value, power, places):
    scale = ("", "ribu", "juta", "miliar")[power // 3]
    (numeral,) = numerals(f"{formatting.number(Decimal(value).scaleb(-power), places)} {scale}")
    assert holds(numeral, Decimal(value))
    assert rounded(numeral, Decimal(value)) == numeral.value
    assert not holds(numeral, Decimal(value) + numeral.step * 2)


_SIGNS = st.text("0123456789.,-–− %Rpjutaribukoma duasepuluhlebihdarisekitarhampir\u00a0km²/()", max_size=60)


@settings(max_examples=500, deadline=None)
@given(st.one_of(_SIGNS, st.text(max_size=40), st.just("9" * 400)), st.sampled_from(("id", "en")))
def test_nothing_that_is_typed_stops_the_check(typed, language):
    long = "1" + "0" * 300
    for value, unit, kind in ((*PEOPLE, "number"), (*LOSS, "number"), ("0", "", "number"), (long, "", "number")):
        judge(typed, cell(value, unit, kind), Form(), language)
    for kind in ("date", "year", "flag", "text"):
        judge(typed, cell("2025-07-04", "", kind), Form(), language)


def test_long_numbers_are_compared_exactly():
    value = "123456789012345678901234567890123456789.5"
    assert judge(formatting.number(value), cell(value), Form()).code == ""
    assert judge(formatting.number(value).replace("9,5", "8,5"), cell(value), Form()).code == "ANG201"
    assert judge("sekitar 123 triliun", cell(value), Form()).code == "ANG201"
