"""A cell as it is written in a text, in Indonesian or English (pure)."""

from __future__ import annotations

from decimal import Decimal

from lintas import formatting
from lintas.figures import units
from lintas.figures.query import Form
from lintas.model import Cell

_SWAPPED = str.maketrans(".,", ",.")
_ENGLISH_SCALES = {"ribu": "thousand", "juta": "million", "miliar": "billion", "triliun": "trillion"}
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
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
    text = formatting.compact(Decimal(cell.value).scaleb(power), 1 if form.places < 0 else form.places)
    if language == "en":
        number, _, word = text.translate(_SWAPPED).partition(formatting.NBSP)
        text = f"{number}{formatting.NBSP}{_ENGLISH_SCALES[word]}" if word else number
    return _with_unit(text, base, form, language)


def numeral(value: Decimal, places: int = -1, language: str = "id") -> str:
    """`2.644.058`, in English `2,644,058`; `places` -1 keeps every decimal."""
    text = formatting.number(value, None if places < 0 else places)
    return text.translate(_SWAPPED) if language == "en" else text


def _with_unit(text: str, unit: str, form: Form, language: str) -> str:
    return f"{text}{formatting.NBSP}{units.shown(unit, language)}" if unit and form.unit else text


def _date(iso: str, language: str) -> str:
    if language == "id" or len(iso) < 7 or not iso[:4].isdigit():
        return formatting.date_and_time(iso) if "T" in iso else formatting.long_date(iso)
    month = _MONTHS[int(iso[5:7]) - 1]
    return f"{int(iso[8:10])} {month} {iso[:4]}" if len(iso) >= 10 else f"{month} {iso[:4]}"
