"""Does what an author typed say what the cell says? (pure)

Numbers agree by the precision that they claim (see `numerals`), whatever words stand around them; "persen" is "%", and
a unit that is typed must be the cell's. Dates agree as far as they are given. Other texts must hold the cell's words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, localcontext

from lintas import formatting
from lintas.figures import units, writing
from lintas.figures.numerals import Numeral, holds, numerals, rounded
from lintas.figures.query import Form
from lintas.formatting import english
from lintas.model import Cell

_MONTHS = {
    **{name.casefold(): n for n, name in enumerate(formatting.MONTHS, start=1)},
    **{name.casefold(): n for n, name in enumerate(english.MONTHS, start=1)},
}
_SHORT = {name[:3]: n for name, n in _MONTHS.items()}
_LONGEST = 300  # characters of a text or number that are compared otherwise than as they stand
_DAY = re.compile(r"(?<!\d)(?:(?P<day>\d{1,2})\s+)?(?P<month>[A-Za-z]{3,9})\.?\s+(?P<year>\d{4})(?!\d)")
_ISO = re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{2})(?:-(?P<day>\d{2}))?(?!\d)")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_SIGNS = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "−": "-", "—": "-", "\u00a0": " "})


@dataclass(frozen=True, slots=True)
class Verdict:
    """`code` "" = the text agrees; `right` is the text that should stand there."""

    code: str = ""
    right: str = ""


AGREED = Verdict()


def judge(typed: str, cell: Cell, form: Form, language: str = "id") -> Verdict:
    """ANG201 another value, ANG202 no value at all, ANG203 several numbers, ANG204 another unit."""
    full = writing.written(cell, form, language)
    if _plain(typed) == _plain(full):
        return AGREED
    if cell.kind == "number":
        if len(typed) > _LONGEST or len(cell.value) > _LONGEST:
            return Verdict("ANG201", full)
        with localcontext(prec=4 * _LONGEST):  # exact: nothing is rounded but what the text rounds
            return _number(typed, cell, (form, full), language)
    if cell.kind == "date":
        given = _dates(typed)
        if not given:
            return Verdict("ANG202", full)
        return AGREED if any(cell.value.startswith(each) for each in given) else Verdict("ANG201", full)
    if cell.kind == "year":
        years = _YEAR.findall(typed)
        return AGREED if years == [cell.value] else Verdict("ANG201" if years else "ANG202", full)
    words = rf"(?<!\w){re.escape(_plain(full))}(?!\w)"
    return AGREED if re.search(words, _plain(typed)) else Verdict("ANG201", full)


def _plain(text: str) -> str:
    return " ".join(text.translate(_SIGNS).split()).casefold()


def _number(typed: str, cell: Cell, wanted: tuple[Form, str], language: str) -> Verdict:
    form, full = wanted
    found = numerals(typed, language)
    if len(found) != 1:
        return Verdict("ANG203" if found else "ANG202", full)
    numeral = found[0]
    unit = units.typed(typed, numeral.end) or ("rupiah" if numeral.money else units.PERCENT if numeral.percent else "")
    values, own = _values(numeral, cell, form, bool(unit))
    if unit and own and unit != own:
        return Verdict("ANG204", full)
    if any(holds(numeral, value) for value in values):
        return AGREED
    return Verdict("ANG201", _mended(typed, numeral, values[0], language) or full)


def _values(numeral: Numeral, cell: Cell, form: Form, named: bool) -> tuple[list[Decimal], str]:
    """The values that may stand there, the first one preferred, and the key of the unit that they are in.

    In a table whose head says "(ribu jiwa)" the bare number of the cell may stand, as may 2.644.000 in a sentence.
    """
    value = Decimal(cell.value)
    power, base = units.parted(cell.unit)
    own = units.canonical(base)
    if numeral.percent and (form.kind == "persen" or not cell.unit) and own != units.PERCENT:
        return [value.scaleb(2)], units.PERCENT
    if form.kind == "persen" and own != units.PERCENT:
        return [value.scaleb(2), value], units.PERCENT
    whole = value.scaleb(power)
    if power and not named and not numeral.scale:
        return [whole, value], own
    return [whole], own


def _mended(typed: str, numeral: Numeral, value: Decimal, language: str) -> str:
    """The typed text with the right number in the manner of the wrong one; "" where that cannot be done."""
    if numeral.value is None or numeral.words:
        return ""
    right = rounded(numeral, value)
    places = max(0, -int(numeral.step.adjusted()) + numeral.power)
    number = writing.numeral(right.scaleb(-numeral.power), places, language)
    money = "Rp" if numeral.money else ""
    scale = f"{formatting.NBSP if formatting.NBSP in typed else ' '}{numeral.scale}" if numeral.scale else ""
    text = f"{typed[: numeral.start]}{money}{number}{scale}{typed[numeral.end :]}"
    again = numerals(text, language)
    return text if len(again) == 1 and holds(again[0], value) else ""


def _dates(text: str) -> list[str]:
    """ISO dates of a text, as far as they are given: "2025-07-04", "2025-07" or "2025"."""
    found = []
    for match in (*_DAY.finditer(text), *_ISO.finditer(text)):
        name = match["month"].casefold()
        month = int(name) if name.isdigit() else _MONTHS.get(name) or (_SHORT.get(name) if len(name) == 3 else None)
        if month:
            day = f"-{int(match['day']):02d}" if match["day"] else ""
            found.append(f"{match['year']}-{month:02d}{day}")
    return found or _YEAR.findall(text)[:1]
