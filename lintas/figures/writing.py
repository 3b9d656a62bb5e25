"""A cell as it is written in a text, in Indonesian or English (pure)."""

from __future__ import annotations

from decimal import Decimal

from lintas import formatting
from lintas.figures import units
from lintas.figures.query import Form
from lintas.model import Cell

_FLAGS = {"id": ("ya", "tidak"), "en": ("yes", "no")}


def written(cell: Cell, form: Form, language: str = "id") -> str:
    """The value as `form` wants it, with its unit where that is wanted."""
    if cell.kind == "date":
        return _date(cell.value, language)
    if cell.kind == "flag":
        return _FLAGS[language][cell.value != "true"]
    if cell.kind != "number":
        return cell.value
    number = Decimal(cell.value)
    if form.kind == "persen":
        share = number if units.canonical(cell.unit) == units.PERCENT else number.scaleb(2)
        return numeral(share, form.places, language) + "%"
    if form.kind == "ringkas":
        return compact(cell, form, language)
    text = numeral(number, form.places, language)
    return _with_unit(text, cell.unit, form, language)


def compact(cell: Cell, form: Form, language: str) -> str:
    """`2,6 juta jiwa`; a unit that is itself "ribu jiwa" goes into the number."""
    power, base = units.parted(cell.unit)
    places = 1 if form.places < 0 else form.places
    text = formatting.of(language).compact(Decimal(cell.value).scaleb(power), places)
    return _with_unit(text, base, form, language)


def numeral(value: Decimal, places: int = -1, language: str = "id") -> str:
    """`2.644.058`, in English `2,644,058`; `places` -1 keeps every decimal."""
    return formatting.of(language).number(value, None if places < 0 else places)


def _with_unit(text: str, unit: str, form: Form, language: str) -> str:
    return f"{text}{formatting.NBSP}{units.shown(unit, language)}" if unit and form.unit else text


def _date(iso: str, language: str) -> str:
    writer = formatting.of(language)
    return writer.date_and_time(iso) if "T" in iso and language == "id" else writer.long_date(iso)
