"""Proposals for cells of the wrong type."""

import pytest

from lintas.tables.hints import hint_for


@pytest.mark.parametrize(
    ("kind", "value", "proposed"),
    [
        ("number", "12,5", "12.5"),
        ("number", "1.234.567,89", "1234567.89"),
        ("number", "1,234,567.8", "1234567.8"),
        ("number", "Rp 10.000", "10000"),
        ("number", "95%", "95"),
        ("number", "12.5", ""),
        ("number", "banyak", ""),
        ("integer", "1.234.567", "1234567"),
        ("integer", "12.0", "12"),
        ("integer", "12,5", ""),
        ("date", "4 Juli 2025", "2025-07-04"),
        ("date", "4/7/2025", "2025-07-04"),
        ("date", "30-11-2025", "2025-11-30"),
        ("date", "20250704", "2025-07-04"),
        ("date", "31/02/2025", ""),
        ("date", "4 July 2025", ""),
        ("boolean", "Ya", "true"),
        ("boolean", "tidak", "false"),
        ("boolean", "mungkin", ""),
        ("geopoint", "1", ""),
    ],
)
def test_hints(kind, value, proposed):
    assert hint_for(kind, value) == proposed
