"""Indonesian numbers, dates, times and lists."""

from decimal import Decimal

import pytest

from lintas import formatting as f


def spaced(text):
    return text.replace(f.NBSP, " ")


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [
        (1234567, None, "1.234.567"),
        ("1234.5", None, "1.234,5"),
        ("1234.50", None, "1.234,50"),
        (Decimal("0.1") + Decimal("0.2"), None, "0,3"),
        ("-3.2", None, "−3,2"),
        ("2.345", 2, "2,35"),
        ("2.5", 0, "3"),
        ("-0.5", 0, "−1"),
        ("999", None, "999"),
        ("1000", None, "1.000"),
        ("12345678901234567890.25", None, "12.345.678.901.234.567.890,25"),
        ("1e3", None, "1.000"),
        ("tidak ada", None, "tidak ada"),
        ("NaN", None, "NaN"),
        ("1_000", None, "1_000"),
        ("", None, ""),
        ("9" * 40, 2, ".".join(["9"] + ["999"] * 13)),
    ],
)
def test_number(value, places, expected):
    assert f.number(value, places) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (950, "950"),
        (9999, "9.999"),
        (12_345, "12,3 ribu"),
        (2_642_000, "2,6 juta"),
        (2_000_000, "2 juta"),
        (999_960_000, "1 miliar"),
        (282_477_584, "282,5 juta"),
        (1_500_000_000_000, "1,5 triliun"),
        (-12_345_678, "−12,3 juta"),
        ("x", "x"),
    ],
)
def test_compact(value, expected):
    assert spaced(f.compact(value)) == expected


def test_percent_and_share():
    assert f.percent("12.5") == "12,5%"
    assert f.percent("12.34", 0) == "12%"
    assert f.share(1, 3) == "33,3%"
    assert f.share(1, 0) == ""
    assert f.share("x", 3) == ""


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        (0, "0 bita"),
        (999, "999 bita"),
        (1000, "1 kB"),
        (1234, "1,2 kB"),
        (999_600, "1 MB"),
        (150_400, "150 kB"),
        (1_250_000, "1,3 MB"),
        (5_000_000_000_000, "5.000 GB"),
    ],
)
def test_file_size(size, expected):
    assert spaced(f.file_size(size)) == expected


def test_quantities_and_units():
    assert f.quantity("2642000", "jiwa") == f"2.642.000{f.NBSP}jiwa"
    assert spaced(f.quantity("210.49", "km2", 1)) == "210,5 km²"
    assert f.unit_name("jiwa/km2") == "jiwa per km²"
    assert f.unit_name("karung") == "karung"
    assert f.quantity("7") == "7"


def test_counts_ranks_and_lists():
    assert spaced(f.count(1200, "siaran pers")) == "1.200 siaran pers"
    assert f.count(0, "siaran pers") == "belum ada siaran pers"
    assert f.rank(3) == "ke-3"
    assert f.rank(3, 514) == "ke-3 dari 514"
    assert f.listing([]) == ""
    assert f.listing(["a"]) == "a"
    assert f.listing(["a", "b"]) == "a dan b"
    assert f.listing(["a", "b", "c"]) == "a, b, dan c"
    assert f.listing(["a", "", "c"], "atau") == "a atau c"


@pytest.mark.parametrize(
    ("iso", "expected"),
    [
        ("2025-07-04", "4 Juli 2025"),
        ("2025-07-04T13:00:00+07:00", "4 Juli 2025"),
        ("2025-07", "Juli 2025"),
        ("2025", "2025"),
        ("2025-02-30", "2025-02-30"),
        ("", ""),
    ],
)
def test_long_date(iso, expected):
    assert f.long_date(iso) == expected


def test_other_dates():
    assert f.weekday_date("2025-07-04") == "Jumat, 4 Juli 2025"
    assert f.weekday_date("besok") == "besok"
    assert f.short_date("2025-08-17") == "17 Agu 2025"


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2025-07-04", "", "4 Juli 2025"),
        ("2025-07-04", "2025-07-04", "4 Juli 2025"),
        ("2025-07-04", "2025-07-06", "4–6 Juli 2025"),
        ("2025-06-30", "2025-07-02", "30 Juni–2 Juli 2025"),
        ("2024-12-30", "2025-01-02", "30 Desember 2024–2 Januari 2025"),
        ("", "2025-01-02", "2 Januari 2025"),
    ],
)
def test_date_range(start, end, expected):
    assert f.date_range(start, end) == expected


@pytest.mark.parametrize(
    ("iso", "clock", "full"),
    [
        ("2025-07-04T13:00:00+07:00", "pukul 13.00 WIB", "Jumat, 4 Juli 2025 pukul 13.00 WIB"),
        ("2025-07-04T09:05:00+08:00", "pukul 09.05 WITA", "Jumat, 4 Juli 2025 pukul 09.05 WITA"),
        ("2025-07-04T09:05:00+09:00", "pukul 09.05 WIT", "Jumat, 4 Juli 2025 pukul 09.05 WIT"),
        ("2025-07-04T20:00:00+00:00", "pukul 03.00 WIB", "Sabtu, 5 Juli 2025 pukul 03.00 WIB"),
        ("2025-07-04", "", "Jumat, 4 Juli 2025"),
        ("0001-01-01T00:00:00+14:00", "", "Senin, 1 Januari 1"),
    ],
)
def test_times(iso, clock, full):
    assert f.clock(iso) == clock
    assert f.date_and_time(iso) == full


def test_rfc3339():
    assert f.rfc3339("2025-07-04") == "2025-07-04T00:00:00+07:00"
    assert f.rfc3339("2025-07-04T13:00:00+08:00") == "2025-07-04T13:00:00+08:00"
    assert f.rfc3339("x") == "x"


def test_slug():
    assert f.slug("Rapat Bekasi: “Kolaborasi” é") == "rapat-bekasi-kolaborasi-e"
    assert f.slug("---") == ""
    assert f.slug("a" * 79 + " b") == "a" * 79
