"""How a language writes numbers, dates, times and lists. Text in (ISO 8601, decimal point), text out; nothing else.

The functions of this package by themselves are Indonesian, the language in which the engine speaks to editors and in
which portals are written; a page takes those of its own language from `Words.form`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from lintas.formatting import english, indonesian
from lintas.formatting.indonesian import (
    MONTHS,
    SCALES,
    UNITS,
    WEEKDAYS,
    clock,
    compact,
    count,
    date_and_time,
    date_range,
    file_size,
    listing,
    long_date,
    number,
    percent,
    quantity,
    rank,
    share,
    short_date,
    time_span,
    unit_name,
    weekday_date,
)
from lintas.formatting.parsing import DASH, MINUS, NBSP, ZONES, Number, decimal, rfc3339, slug

__all__ = (
    "DASH", "MINUS", "MONTHS", "NBSP", "SCALES", "UNITS", "WEEKDAYS", "ZONES", "Formatter", "Number", "clock",
    "compact", "count", "date_and_time", "date_range", "decimal", "file_size", "listing", "long_date", "number", "of",
    "percent", "quantity", "rank", "rfc3339", "share", "short_date", "slug", "time_span", "unit_name", "weekday_date",
)  # fmt: skip


class Formatter(Protocol):
    """What every language can write; a module of this package is one."""

    def number(self, value: Number, places: int | None = None) -> str: ...
    def compact(self, value: Number, places: int = 1) -> str: ...
    def percent(self, value: Number, places: int = 1) -> str: ...
    def share(self, part: Number, whole: Number, places: int = 1) -> str: ...
    def quantity(self, value: Number, unit: str = "", places: int | None = None) -> str: ...
    def unit_name(self, unit: str) -> str: ...
    def file_size(self, size: int) -> str: ...
    def count(self, value: int, noun: str) -> str: ...
    def rank(self, position: int, total: int = 0) -> str: ...
    def listing(self, items: Iterable[str], word: str = ...) -> str: ...
    def long_date(self, iso: str) -> str: ...
    def weekday_date(self, iso: str) -> str: ...
    def short_date(self, iso: str) -> str: ...
    def date_range(self, start: str, end: str = "") -> str: ...
    def clock(self, iso: str) -> str: ...
    def date_and_time(self, iso: str) -> str: ...
    def time_span(self, start: str, end: str) -> str: ...


def of(language: str) -> Formatter:
    """The formatter of a language; Indonesian for one that has none."""
    return english if language == "en" else indonesian
