"""How English writes numbers, dates, times and lists for readers of an Indonesian portal: day first, local time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from lintas.formatting import parsing
from lintas.formatting.parsing import DASH, MINUS, NBSP, Number, decimal

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SCALES = {12: "trillion", 9: "billion", 6: "million", 3: "thousand"}
UNITS = {
    "jiwa": "people",
    "km2": "km²",
    "jiwa/km2": "people per km²",
    "persen": "percent",
    "rupiah": "rupiah",
    "ha": "hectares",
    "km": "km",
    "m2": "m²",
    "jiwa per km2": "people per km²",
    "wilayah": "regions",
    "provinsi": "provinces",
    "kabupaten/kota": "regencies/cities",
    "kecamatan": "districts",
    "desa": "villages",
}
_LARGE = {"ribu": "thousand", "juta": "million", "miliar": "billion", "milyar": "billion", "triliun": "trillion"}
_ORDINALS = {1: "st", 2: "nd", 3: "rd"}


def number(value: Number, places: int | None = None) -> str:
    """`1234567.5` → `1,234,567.5`. With `places`, rounded half up to so many decimals. Text that is no number stays."""
    parsed = decimal(value)
    if parsed is None:
        return str(value)
    return _grouped(parsed if places is None else parsing.rounded(parsed, places))


def _grouped(value: Decimal) -> str:
    whole, _, fraction = format(value.copy_abs(), "f").partition(".")  # abs() would round to 28 digits
    return (MINUS if value < 0 else "") + f"{int(whole):,}" + ("." + fraction if fraction else "")


def compact(value: Number, places: int = 1) -> str:
    """`12345678` → `12.3 million`; below ten thousand in full. Zeros after the point are left out."""
    parsed = decimal(value)
    if parsed is None:
        return str(value)
    short, power = parsing.scaled(parsed, places)
    return f"{_grouped(short)}{NBSP}{SCALES[power]}" if power else _grouped(short)


def percent(value: Number, places: int = 1) -> str:
    """`12.5` → `12.5%`."""
    parsed = decimal(value)
    return str(value) if parsed is None else f"{_grouped(parsing.rounded(parsed, places))}%"


def share(part: Number, whole: Number, places: int = 1) -> str:
    """What `part` is of `whole`, in percent; "" where that has no meaning."""
    ratio = parsing.ratio(part, whole)
    return "" if ratio is None else percent(ratio, places)


def quantity(value: Number, unit: str = "", places: int | None = None) -> str:
    """A number and its unit, which stay on one line: `2,642,000 people`, `1 person`."""
    text = number(value, places)
    if not unit:
        return text
    name = unit_name(unit)
    return (
        f"{text}{NBSP}{'person' + name.removeprefix('people') if text == '1' and name.startswith('people') else name}"
    )


def unit_name(unit: str) -> str:
    """The unit as a reader sees it: `thousand people` for `ribu jiwa`; an unknown one is shown as it was written."""
    scale, _, rest = unit.strip().partition(" ")
    if rest and scale.casefold() in _LARGE:
        return f"{_LARGE[scale.casefold()]} {unit_name(rest)}"
    return UNITS.get(parsing.unit_key(unit), unit)


def file_size(size: int) -> str:
    """Bytes in decimal units, as operating systems and browsers show them: `1.2 MB`."""
    short, unit = parsing.in_bytes(size)
    return f"{_grouped(short)}{NBSP}{unit or ('byte' if size == 1 else 'bytes')}"


def count(value: int, noun: str) -> str:
    """`3 press releases` with a noun in its plural; zero is said in words."""
    return f"{number(value)}{NBSP}{noun}" if value else f"no {noun}"


def rank(position: int, total: int = 0) -> str:
    """`3rd`, or `3rd of 514`."""
    ending = "th" if position % 100 in (11, 12, 13) else _ORDINALS.get(position % 10, "th")
    return f"{number(position)}{ending} of {number(total)}" if total else f"{number(position)}{ending}"


def listing(items: Iterable[str], word: str = "and") -> str:
    """`a`, `a and b`, `a, b, and c`."""
    parts = [item for item in items if item]
    if len(parts) < 3:
        return f" {word} ".join(parts)
    return ", ".join(parts[:-1]) + f", {word} {parts[-1]}"


def long_date(iso: str) -> str:
    """`2025-07-04` → `4 July 2025`; a year or a month alone is written as such; other text stays."""
    day = parsing.day(iso)
    if day:
        return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    month = parsing.month(iso)
    return f"{MONTHS[month[0] - 1]} {month[1]}" if month else iso


def weekday_date(iso: str) -> str:
    """`2025-07-04` → `Friday, 4 July 2025`."""
    day = parsing.day(iso)
    return f"{WEEKDAYS[day.weekday()]}, {long_date(iso)}" if day else iso


def short_date(iso: str) -> str:
    """`2025-07-04` → `4 Jul 2025`, for tight columns."""
    day = parsing.day(iso)
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}" if day else iso


def date_range(start: str, end: str = "") -> str:
    """`4 July 2025`, `4–6 July 2025`, `30 June – 2 July 2025`, `30 December 2024 – 2 January 2025`."""
    first, last = parsing.day(start), parsing.day(end)
    if first is None or last is None or first == last:
        return long_date(start or end)
    if first.year != last.year:
        return f"{long_date(start)} {DASH} {long_date(end)}"
    if first.month != last.month:
        return f"{first.day} {MONTHS[first.month - 1]} {DASH} {long_date(end)}"
    return f"{first.day}{DASH}{long_date(end)}"


def clock(iso: str) -> str:
    """`2025-07-04T13:00:00+07:00` → `1:00 p.m. WIB`; "" for a date alone. Foreign zones are told in WIB."""
    local = parsing.local(iso)
    return f"{_hours(local[0])} {local[1]}" if local else ""


def _hours(moment: datetime) -> str:
    return f"{moment.hour % 12 or 12}:{moment:%M}{NBSP}{'a.m.' if moment.hour < 12 else 'p.m.'}"


def date_and_time(iso: str) -> str:
    """`Friday, 4 July 2025 at 1:00 p.m. WIB`, or the day alone when no time is given."""
    local = parsing.local(iso)
    return f"{weekday_date(local[0].isoformat())} at {clock(iso)}" if local else weekday_date(iso)


def time_span(start: str, end: str) -> str:
    """Two times of one day: `Friday, 4 July 2025, 1:00–3:00 p.m. WIB`; of several days, both in full."""
    first, last = parsing.local(start), parsing.local(end)
    if first is None or last is None or end[:10] != start[:10]:
        return f"{date_and_time(start)} {DASH} {date_and_time(end)}"
    before = f"{_hours(first[0])}{'' if first[1] == last[1] else ' ' + first[1]}"
    half = before[-5:]
    if first[1] == last[1] and _hours(last[0]).endswith(half):
        before = before.removesuffix(half)
    return f"{weekday_date(first[0].isoformat())}, {before}{DASH}{clock(end)}"
