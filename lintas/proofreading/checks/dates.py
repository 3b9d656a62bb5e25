"""Weekdays that do not fit their date, dates that do not exist, years of two digits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from lintas.formatting import MONTHS, WEEKDAYS
from lintas.proofreading.findings import Finding
from lintas.proofreading.reading import Reading

_MONTH = "|".join(MONTHS).lower().replace("november", "no[vp]ember").replace("februari", "(?:feb|peb)ruari")
_WRITTEN = re.compile(
    rf"(?P<d>[0-9](?<![\w/.,-].)[0-9]?)(?:(?: ?[-–] ?| dan | sampai | hingga )(?P<d2>[0-9]{{1,2}}))? "
    rf"(?P<m>(?i:{_MONTH}))(?:,? (?P<y>[0-9]{{4}}))?(?!\w)"
)
_NUMERIC = re.compile(
    r"(?P<d>[0-9](?<![\w/.,-].)[0-9]?)(?:[-–](?P<d2>[0-9]{1,2}))?(?P<s>[/.-])(?P<m>[0-9]{1,2})"
    r"(?:(?P=s)(?P<y>[0-9]{4}|[0-9]{2}))?(?![\d/:-]|[.,][0-9])"
)
_BEFORE = re.compile(r"(?i)\b(?P<day>senin|selasa|rabu|kamis|jum['’`]?at|sabtu|minggu|ahad),? ?\(?(?:tanggal )?\Z")
_FROM_DAY = re.compile(r"(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu)(?: ?[–-] ?| dan | hingga | sampai | s\.d\. )\Z")
_SHAPE = re.compile(r"[0-9][/.-][0-9]{1,2}")
_MONTH_NAMES = frozenset(month.lower() for month in MONTHS) | {"nopember", "pebruari"}
_HALF = 183  # days: without a year the date nearest to the release is meant


def dates(reading: Reading) -> Iterator[Finding]:
    """Every date of the text."""
    text = reading.text
    patterns = []
    if _MONTH_NAMES & reading.document.vocabulary:
        patterns.append(_WRITTEN)
    if _SHAPE.search(text):
        patterns.append(_NUMERIC)
    for pattern in patterns:
        for match in pattern.finditer(text):
            if not reading.passages.alien(match.start()):
                yield from _judge(reading, match, pattern is _WRITTEN)


def _judge(reading: Reading, match: re.Match[str], written: bool) -> Iterator[Finding]:
    text, start, end = reading.text, match.start(), match.end()
    weekday = _BEFORE.search(text, max(0, start - 22), start)
    day, typed = int(match["d"]), match["y"] or ""
    month = _month(match["m"]) if written else int(match["m"])
    if not written and not (weekday or _is_date(text, match, typed)):
        return
    if not 1 <= month <= 12:
        if weekday and typed:
            yield Finding("EJA302", start, end, match.group())
        return
    year, inferred = _year(reading, day, month, typed)
    if len(typed) == 2:
        at, found = match.start("y"), match.group()
        yield Finding("EJA303", at, at + 2, found, found[: at - start] + str(year), str(year))
    if not year:
        return
    try:
        when = date(year, month, day)
    except ValueError:
        if month != 2 or day != 29 or not inferred:
            yield Finding("EJA302", start, end, match.group())
        return
    if weekday:
        yield from _weekday(reading, match, weekday, when)


def _is_date(text: str, match: re.Match[str], typed: str) -> bool:
    """Figures without a weekday are a date when they stand in brackets, after “tanggal”, or show a year."""
    before = text[max(0, match.start() - 9) : match.start()].lower()
    if match["s"] == "/":
        return len(typed) in (2, 4) or before.endswith(("(", "tanggal "))
    return len(typed) == 4 and (before.endswith(("(", "tanggal ")) or match["s"] == "-")


def _weekday(reading: Reading, match: re.Match[str], weekday: re.Match[str], moment: date) -> Iterator[Finding]:
    name = weekday["day"]
    if match["d2"] and _FROM_DAY.search(reading.lower[max(0, weekday.start() - 16) : weekday.start()]):
        moment += timedelta(days=int(match["d2"]) - moment.day)  # Senin–Rabu, 7–9 Juli: the last goes with the last
    elif not match["d2"] and _FROM_DAY.search(reading.lower[max(0, weekday.start() - 16) : weekday.start()]):
        return  # Senin dan Selasa, 7 Juli: not clear which
    said = "Minggu" if name.lower() == "ahad" else "Jumat" if name[:3].lower() == "jum" else name.capitalize()
    right = WEEKDAYS[moment.weekday()]
    if said != right:
        shown = f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"
        extra = (("date", shown),)
        found = reading.text[weekday.start("day") : match.end()]
        yield Finding("EJA301", weekday.start("day"), match.end(), found, right, None, extra)


def _month(name: str) -> int:
    small = name.lower().replace("nopember", "november").replace("pebruari", "februari")
    return next((number for number, month in enumerate(MONTHS, 1) if month.lower() == small), 0)


def _year(reading: Reading, day: int, month: int, typed: str) -> tuple[int, bool]:
    """The year, and whether it was inferred. 0 when it cannot be known."""
    published = reading.published
    if len(typed) == 4:
        return int(typed), False
    if len(typed) == 2:
        century = (published.year if published else 2000) // 100 * 100
        return century + int(typed), False
    if not published:
        return 0, True
    for year in (published.year, published.year - 1, published.year + 1):
        try:
            distance = date(year, month, day) - published
        except ValueError:
            continue
        if abs(distance) <= timedelta(days=_HALF):
            return year, True
    return published.year, True
