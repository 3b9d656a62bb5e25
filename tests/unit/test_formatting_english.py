"""English numbers, dates, times and lists, and texts that tell one from many."""

from decimal import Decimal

import pytest

from lintas import formatting
from lintas.formatting import english as f
from lintas.formatting import indonesian
from lintas.wording import Words


def spaced(text):
    return text.replace(formatting.NBSP, " ")


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [
        (1234567, None, "1,234,567"),
        ("1234.50", None, "1,234.50"),
        ("-3.2", None, "−3.2"),
        ("2.345", 2, "2.35"),
        ("999", None, "999"),
        ("tidak ada", None, "tidak ada"),
        ("9" * 40, 2, ",".join(["9"] + ["999"] * 13)),
    ],
)
def test_number(value, places, expected):
    assert f.number(value, places) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (9999, "9,999"),
        (12_345, "12.3 thousand"),
        (2_642_000, "2.6 million"),
        (999_960_000, "1 billion"),
        (1_500_000_000_000, "1.5 trillion"),
        ("x", "x"),
    ],
)
def test_compact(value, expected):
    assert spaced(f.compact(value)) == expected


def test_measures():
    assert f.percent("12.5") == "12.5%"
    assert (f.share(1, 3), f.share(1, 0)) == ("33.3%", "")
    assert spaced(f.quantity(2_642_000, "jiwa")) == "2,642,000 people"
    assert spaced(f.quantity(1, "jiwa")) == "1 person"
    assert spaced(f.quantity(1, "jiwa/km²")) == "1 person per km²"
    assert (f.unit_name("ribu jiwa"), f.unit_name("persen"), f.unit_name("buah")) == (
        "thousand people",
        "percent",
        "buah",
    )
    assert [spaced(f.file_size(n)) for n in (0, 1, 999, 1200, 12_345_678)] == [
        "0 bytes",
        "1 byte",
        "999 bytes",
        "1.2 kB",
        "12.3 MB",
    ]
    assert [f.rank(n) for n in (1, 2, 3, 4, 11, 22, 113)] == ["1st", "2nd", "3rd", "4th", "11th", "22nd", "113th"]
    assert f.rank(3, 1514) == "3rd of 1,514"


def test_listing():
    assert [f.listing("abc"[:n]) for n in range(4)] == ["", "a", "a and b", "a, b, and c"]


@pytest.mark.parametrize(
    ("iso", "expected"),
    [
        ("2026-11-24", "24 November 2026"),
        ("2025-07", "July 2025"),
        ("2025", "2025"),
        ("2025-02-30", "2025-02-30"),
        ("", ""),
    ],
)
def test_long_date(iso, expected):
    assert f.long_date(iso) == expected


def test_other_dates():
    assert f.weekday_date("2025-07-04") == "Friday, 4 July 2025"
    assert f.short_date("2025-08-17") == "17 Aug 2025"
    assert f.date_range("2025-07-04", "2025-07-06") == "4–6 July 2025"
    assert f.date_range("2025-06-30", "2025-07-02") == "30 June – 2 July 2025"
    assert f.date_range("2024-12-30", "2025-01-02") == "30 December 2024 – 2 January 2025"
    assert f.date_range("", "2025-01-02") == "2 January 2025"


@pytest.mark.parametrize(
    ("iso", "clock", "full"),
    [
        ("2025-07-04T13:00:00+07:00", "1:00 p.m. WIB", "Friday, 4 July 2025 at 1:00 p.m. WIB"),
        ("2025-07-04T00:05:00+08:00", "12:05 a.m. WITA", "Friday, 4 July 2025 at 12:05 a.m. WITA"),
        ("2025-07-04T20:00:00+00:00", "3:00 a.m. WIB", "Saturday, 5 July 2025 at 3:00 a.m. WIB"),
        ("2025-07-04", "", "Friday, 4 July 2025"),
    ],
)
def test_times(iso, clock, full):
    assert spaced(f.clock(iso)) == clock
    assert spaced(f.date_and_time(iso)) == full


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        ("2025-07-04T15:00:00+07:00", "Friday, 4 July 2025, 9:00 a.m.–3:00 p.m. WIB"),
        ("2025-07-04T11:00:00+07:00", "Friday, 4 July 2025, 9:00–11:00 a.m. WIB"),
        ("2025-07-04T12:00:00+08:00", "Friday, 4 July 2025, 9:00 a.m. WIB–12:00 p.m. WITA"),
        ("2025-07-05T11:00:00+07:00", "Friday, 4 July 2025 at 9:00 a.m. WIB – Saturday, 5 July 2025 at 11:00 a.m. WIB"),
    ],
)
def test_spans_of_time(end, expected):
    assert spaced(f.time_span("2025-07-04T09:00:00+07:00", end)) == expected


def test_both_languages_write_the_same_things():
    wanted = [name for name in vars(formatting.Formatter) if not name.startswith("_")]
    assert [name for name in wanted if not callable(getattr(f, name, None))] == []
    assert [name for name in wanted if not callable(getattr(indonesian, name, None))] == []
    assert (formatting.of("en"), formatting.of("id"), formatting.of("xx")) == (f, indonesian, indonesian)


def test_words_tell_one_from_many_where_the_language_does():
    english = Words("en", {"n": "{n} row|{n} rows"})
    assert [english.counted("n", n) for n in (0, 1, 1234)] == ["0 rows", "1 row", "1,234 rows"]
    assert Words("id", {"n": "{n} baris"}).counted("n", 1234) == "1.234 baris"
    assert english.form.number(Decimal("0.5")) == "0.5"
