"""What numbers, dates and times are, before a language writes them. Text in (ISO 8601, decimal point), values out."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, timedelta, timezone
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

ZONES = {7: "WIB", 8: "WITA", 9: "WIT"}  # hours east of UTC; Indonesia has no daylight saving time
MINUS = "−"
DASH = "–"
NBSP = "\u00a0"  # keeps a number and its unit on one line

_WIB = timezone(timedelta(hours=7))
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_NUMBER = re.compile(r"\s*[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?\s*\Z")
_MONTH = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")

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


def rounded(value: Decimal, places: int) -> Decimal:
    """Half up to so many decimals; more digits than the context holds stay as they are."""
    try:
        return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    except InvalidOperation:
        return value


def trimmed(value: Decimal) -> Decimal:
    """Without zeros at the end of the decimals."""
    text = format(value, "f")
    return Decimal(text.rstrip("0").rstrip(".")) if "." in text else value


def scaled(value: Decimal, places: int) -> tuple[Decimal, int]:
    """A large value in thousands, millions, … and the power of ten: 12345678 → (12.3, 6). Below ten thousand 0."""
    if abs(value) < 10_000:
        return (value if value == value.to_integral_value() else rounded(value, places)), 0
    for power in (12, 9, 6, 3):
        short = rounded(value.scaleb(-power), places)
        if abs(short) >= 1:
            if abs(short) >= 1000 and power < 12:  # 999.96 million rounds up to 1 billion
                power += 3
                short = rounded(value.scaleb(-power), places)
            return trimmed(short), power
    return value, 0


def in_bytes(size: int) -> tuple[Decimal, str]:
    """A size in decimal units, as operating systems and browsers show them: (1.2, "MB"); unit "" below a thousand."""
    for power, unit in ((3, "kB"), (6, "MB"), (9, "GB")):
        short = Decimal(size).scaleb(-power)
        if size >= 1000 and (short < Decimal("999.5") or unit == "GB"):
            return trimmed(rounded(short, 1 if short < Decimal("99.95") else 0)), unit
    return Decimal(size), ""


def ratio(part: Number, whole: Number) -> Decimal | None:
    """What `part` is of `whole`, in percent; None where that has no meaning."""
    above, below = decimal(part), decimal(whole)
    return None if above is None or not below else above * 100 / below


def unit_key(unit: str) -> str:
    """A declared unit as tables of names know it."""
    return unit.strip().replace("²", "2").casefold()


def moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def month(iso: str) -> tuple[int, str] | None:
    """(month, year) of a month alone: "2025-07"."""
    found = _MONTH.fullmatch(iso)
    return (int(found.group(2)), found.group(1)) if found else None


def local(iso: str) -> tuple[datetime, str] | None:
    """The moment on an Indonesian clock and its zone; foreign zones are told in WIB. None for a date alone."""
    found = moment(iso) if "T" in iso else None
    if found is None or found.tzinfo is None:
        return None
    hours = (found.utcoffset() or timedelta(0)) / timedelta(hours=1)
    if hours not in ZONES:
        try:
            found, hours = found.astimezone(_WIB), 7
        except OverflowError:
            return None
    return found, ZONES[int(hours)]


def rfc3339(iso: str) -> str:
    """The instant for feeds: a date counts from midnight in western Indonesia. Text that is no date stays."""
    found = moment(iso)
    if found is None:
        return iso
    return (found if found.tzinfo else found.replace(tzinfo=_WIB)).isoformat(timespec="seconds")


def slug(text: str, limit: int = 80) -> str:
    """Lower-case ASCII words joined by hyphens; accents are dropped. "" when nothing is left."""
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _NOT_SLUG.sub("-", text.lower()).strip("-")[:limit].rstrip("-")
