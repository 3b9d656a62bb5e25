"""How Indonesian writes numbers, dates, times and lists. Text in (ISO 8601, decimal point), text out; nothing else.

Sources: EYD V (2022) for numbers, dates, times and the comma before "dan"; PUEBI and Kemensetneg practice for
"pukul 13.00 WIB". The tables stand here because the `locale` module depends on the machine.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
ZONES = {7: "WIB", 8: "WITA", 9: "WIT"}  # hours east of UTC; Indonesia has no daylight saving time
SCALES = ((12, "triliun"), (9, "miliar"), (6, "juta"), (3, "ribu"))
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
MINUS = "−"
DASH = "–"
NBSP = "\u00a0"  # keeps a number and its unit on one line

_WIB = timezone(timedelta(hours=7))
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_NUMBER = re.compile(r"\s*[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?\s*\Z")

Number = int | str | Decimal


def decimal(value: Number) -> Decimal | None:
    """The value as a finite decimal, or None when the text is no number. Floats are not taken: they surprise."""
    if isinstance(value, str) and not _NUMBER.match(value):
        return None
    try:
        number = Decimal(value.strip() if isinstance(value, str) else value)
    except (InvalidOperation, ValueError):
        return None
    return number if number.is_finite() else None


def number(value: Number, places: int | None = None) -> str:
    """`1234567.5` → `1.234.567,5`. With `places`, rounded half up to so many decimals. Text that is no number stays."""
    parsed = decimal(value)
    if parsed is None:
        return str(value)
    return _grouped(parsed if places is None else _rounded(parsed, places))


def _rounded(value: Decimal, places: int) -> Decimal:
    try:
        return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    except InvalidOperation:  # more digits than the context holds: nothing to round
        return value


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
    if abs(parsed) < 10_000:
        return number(parsed if parsed == parsed.to_integral_value() else _rounded(parsed, places))
    for index, (power, word) in enumerate(SCALES):
        scaled = _rounded(parsed.scaleb(-power), places)
        if abs(scaled) >= 1:
            if abs(scaled) >= 1000 and index:  # 999,96 juta rounds up to 1 miliar
                power, word = SCALES[index - 1]
                scaled = _rounded(parsed.scaleb(-power), places)
            return f"{_grouped(_trimmed(scaled))}{NBSP}{word}"
    return number(parsed)


def _trimmed(value: Decimal) -> Decimal:
    text = format(value, "f")
    return Decimal(text.rstrip("0").rstrip(".")) if "." in text else value


def percent(value: Number, places: int = 1) -> str:
    """`12.5` → `12,5%`."""
    parsed = decimal(value)
    return str(value) if parsed is None else f"{_grouped(_rounded(parsed, places))}%"


def share(part: Number, whole: Number, places: int = 1) -> str:
    """What `part` is of `whole`, in percent; "" where that has no meaning."""
    above, below = decimal(part), decimal(whole)
    if above is None or not below:
        return ""
    return percent(above * 100 / below, places)


def quantity(value: Number, unit: str = "", places: int | None = None) -> str:
    """A number and its unit, which stay on one line: `2.642.000 jiwa`."""
    text = number(value, places)
    return f"{text}{NBSP}{unit_name(unit)}" if unit else text


def unit_name(unit: str) -> str:
    """The unit as a reader sees it; an unknown one is shown as it was written."""
    return UNITS.get(unit.strip().replace("²", "2").casefold(), unit)


def file_size(size: int) -> str:
    """Bytes in decimal units, as operating systems and browsers show them: `1,2 MB`."""
    if size < 1000:
        return f"{size}{NBSP}bita"
    for power, unit in ((3, "kB"), (6, "MB"), (9, "GB")):
        scaled = Decimal(size).scaleb(-power)
        if scaled < Decimal("999.5") or unit == "GB":
            places = 1 if scaled < Decimal("99.95") else 0
            return f"{_grouped(_trimmed(_rounded(scaled, places)))}{NBSP}{unit}"
    return ""


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


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def long_date(iso: str) -> str:
    """`2025-07-04` → `4 Juli 2025`; a year or a month alone is written as such; other text stays."""
    day = _day(iso)
    if day:
        return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    month = re.fullmatch(r"([0-9]{4})-(0[1-9]|1[0-2])", iso)
    return f"{MONTHS[int(month.group(2)) - 1]} {month.group(1)}" if month else iso


def weekday_date(iso: str) -> str:
    """`2025-07-04` → `Jumat, 4 Juli 2025`."""
    day = _day(iso)
    return f"{WEEKDAYS[day.weekday()]}, {long_date(iso)}" if day else iso


def short_date(iso: str) -> str:
    """`2025-07-04` → `4 Jul 2025`, for tight columns."""
    day = _day(iso)
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}" if day else iso


def date_range(start: str, end: str = "") -> str:
    """`4 Juli 2025`, `4–6 Juli 2025`, `30 Juni–2 Juli 2025`, `30 Desember 2024–2 Januari 2025`."""
    first, last = _day(start), _day(end)
    if first is None or last is None or first == last:
        return long_date(start or end)
    if first.year != last.year:
        return f"{long_date(start)}{DASH}{long_date(end)}"
    if first.month != last.month:
        return f"{first.day} {MONTHS[first.month - 1]}{DASH}{long_date(end)}"
    return f"{first.day}{DASH}{long_date(end)}"


def clock(iso: str) -> str:
    """`2025-07-04T13:00:00+07:00` → `pukul 13.00 WIB`; "" for a date alone. Foreign zones are told in WIB."""
    moment = _moment(iso) if "T" in iso else None
    if moment is None or moment.tzinfo is None:
        return ""
    hours = (moment.utcoffset() or timedelta(0)) / timedelta(hours=1)
    if hours not in ZONES:
        try:
            moment, hours = moment.astimezone(_WIB), 7
        except OverflowError:
            return ""
    return f"pukul {moment:%H.%M} {ZONES[int(hours)]}"


def date_and_time(iso: str) -> str:
    """`Jumat, 4 Juli 2025 pukul 13.00 WIB`, or the day alone when no time is given."""
    moment = _moment(iso) if "T" in iso else None
    if moment is None or moment.tzinfo is None:
        return weekday_date(iso)
    if (moment.utcoffset() or timedelta(0)) / timedelta(hours=1) not in ZONES:
        try:
            iso = moment.astimezone(_WIB).isoformat()
        except OverflowError:
            return weekday_date(iso)
    return f"{weekday_date(iso)} {clock(iso)}"


def rfc3339(iso: str) -> str:
    """The instant for feeds: a date counts from midnight in western Indonesia. Text that is no date stays."""
    moment = _moment(iso)
    if moment is None:
        return iso
    return (moment if moment.tzinfo else moment.replace(tzinfo=_WIB)).isoformat(timespec="seconds")


def slug(text: str, limit: int = 80) -> str:
    """Lower-case ASCII words joined by hyphens; accents are dropped. "" when nothing is left."""
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _NOT_SLUG.sub("-", text.lower()).strip("-")[:limit].rstrip("-")
