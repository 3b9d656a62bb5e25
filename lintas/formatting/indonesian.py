"""How Indonesian writes numbers, dates, times and lists.

Sources: EYD V (2022) for numbers, dates, times and the comma before "dan"; PUEBI and Kemensetneg practice for
"pukul 13.00 WIB". The tables stand here because the `locale` module depends on the machine.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from lintas.formatting import parsing
from lintas.formatting.parsing import DASH, MINUS, NBSP, Number, decimal

MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
SCALES = {12: "triliun", 9: "miliar", 6: "juta", 3: "ribu"}
UNITS = {
    "jiwa": "jiwa",
    "km2": "km²",
    "jiwa/km2": "jiwa per km²",
    "persen": "persen",
    "rupiah": "rupiah",
    "ha": "ha",
    "km": "km",
    "m2": "m²",
}


def number(value: Number, places: int | None = None) -> str:
    """`1234567.5` → `1.234.567,5`. With `places`, rounded half up to so many decimals. Text that is no number stays."""
    parsed = decimal(value)
    if parsed is None:
        return str(value)
    return _grouped(parsed if places is None else parsing.rounded(parsed, places))


def _grouped(value: Decimal) -> str:
    whole, _, fraction = format(value.copy_abs(), "f").partition(".")  # abs() would round to 28 digits
    groups = f"{int(whole):,}".replace(",", ".")
    sign = MINUS if value < 0 else ""
    return sign + groups + ("," + fraction if fraction else "")


def compact(value: Number, places: int = 1) -> str:
    """`12345678` → `12,3 juta`; below ten thousand in full. Zeros after the comma are left out."""
    parsed = decimal(value)
    if parsed is None:
        return str(value)
    short, power = parsing.scaled(parsed, places)
    return f"{_grouped(short)}{NBSP}{SCALES[power]}" if power else _grouped(short)


def percent(value: Number, places: int = 1) -> str:
    """`12.5` → `12,5%`."""
    parsed = decimal(value)
    return str(value) if parsed is None else f"{_grouped(parsing.rounded(parsed, places))}%"


def share(part: Number, whole: Number, places: int = 1) -> str:
    """What `part` is of `whole`, in percent; "" where that has no meaning."""
    ratio = parsing.ratio(part, whole)
    return "" if ratio is None else percent(ratio, places)


def quantity(value: Number, unit: str = "", places: int | None = None) -> str:
    """A number and its unit, which stay on one line: `2.642.000 jiwa`."""
    text = number(value, places)
    return f"{text}{NBSP}{unit_name(unit)}" if unit else text


def unit_name(unit: str) -> str:
    """The unit as a reader sees it; an unknown one is shown as it was written."""
    return UNITS.get(parsing.unit_key(unit), unit)


def file_size(size: int) -> str:
    """Bytes in decimal units, as operating systems and browsers show them: `1,2 MB`."""
    short, unit = parsing.in_bytes(size)
    return f"{_grouped(short)}{NBSP}{unit}" if unit else f"{size}{NBSP}bita"


def count(value: int, noun: str) -> str:
    """`3 siaran pers`; zero is said in words. Indonesian nouns have no plural form."""
    return f"{number(value)}{NBSP}{noun}" if value else f"belum ada {noun}"


def rank(position: int, total: int = 0) -> str:
    """`ke-3`, or `ke-3 dari 514`."""
    return f"ke-{number(position)} dari {number(total)}" if total else f"ke-{number(position)}"


def listing(items: Iterable[str], word: str = "dan") -> str:
    """`a`, `a dan b`, `a, b, dan c` (EYD V wants the comma before the last of three or more)."""
    parts = [item for item in items if item]
    if len(parts) < 3:
        return f" {word} ".join(parts)
    return ", ".join(parts[:-1]) + f", {word} {parts[-1]}"


def long_date(iso: str) -> str:
    """`2025-07-04` → `4 Juli 2025`; a year or a month alone is written as such; other text stays."""
    day = parsing.day(iso)
    if day:
        return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    month = parsing.month(iso)
    return f"{MONTHS[month[0] - 1]} {month[1]}" if month else iso


def weekday_date(iso: str) -> str:
    """`2025-07-04` → `Jumat, 4 Juli 2025`."""
    day = parsing.day(iso)
    return f"{WEEKDAYS[day.weekday()]}, {long_date(iso)}" if day else iso


def short_date(iso: str) -> str:
    """`2025-07-04` → `4 Jul 2025`, for tight columns."""
    day = parsing.day(iso)
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}" if day else iso


def date_range(start: str, end: str = "") -> str:
    """`4 Juli 2025`, `4–6 Juli 2025`, `30 Juni–2 Juli 2025`, `30 Desember 2024–2 Januari 2025`."""
    first, last = parsing.day(start), parsing.day(end)
    if first is None or last is None or first == last:
        return long_date(start or end)
    if first.year != last.year:
        return f"{long_date(start)}{DASH}{long_date(end)}"
    if first.month != last.month:
        return f"{first.day} {MONTHS[first.month - 1]}{DASH}{long_date(end)}"
    return f"{first.day}{DASH}{long_date(end)}"


def clock(iso: str) -> str:
    """`2025-07-04T13:00:00+07:00` → `pukul 13.00 WIB`; "" for a date alone. Foreign zones are told in WIB."""
    local = parsing.local(iso)
    return f"pukul {local[0]:%H.%M} {local[1]}" if local else ""


def date_and_time(iso: str) -> str:
    """`Jumat, 4 Juli 2025 pukul 13.00 WIB`, or the day alone when no time is given."""
    local = parsing.local(iso)
    return f"{weekday_date(local[0].isoformat())} {clock(iso)}" if local else weekday_date(iso)


def time_span(start: str, end: str) -> str:
    """Two times of one day: `Jumat, 4 Juli 2025 pukul 13.00–15.00 WIB`; of several days, both in full."""
    text, last = date_and_time(start), clock(end).removeprefix("pukul ")
    if end[:10] != start[:10]:
        return f"{text} {DASH} {date_and_time(end)}"
    before, _, zone = text.rpartition(" ")
    return f"{before if last.endswith(zone) else text}{DASH}{last}"
