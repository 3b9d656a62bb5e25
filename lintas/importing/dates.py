"""Dates as Indonesian releases write them: `Jumat, (4/7/25)`, `4 Juli 2025`, `Selasa (28/2)`. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from lintas.formatting import MONTHS, WEEKDAYS

_MONTHS = {name.casefold(): number for number, name in enumerate(MONTHS, 1)} | {
    "nopember": 11, "pebruari": 2, "agust": 8, "agt": 8, "sept": 9
}  # fmt: skip
_MONTHS |= {name[:3].casefold(): number for number, name in enumerate(MONTHS, 1)}
_DAYS = {name.casefold(): number for number, name in enumerate(WEEKDAYS)} | {"jum'at": 4, "jum’at": 4, "ahad": 6}
_WEEKDAY = r"(?P<weekday>senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad)"
DATE = re.compile(
    rf"(?:\b{_WEEKDAY}\b[\s,]*)?\(?\s*(?:"
    r"(?P<d>\d{1,2})\s*[/.-]\s*(?P<m>\d{1,2})(?:\s*[/.-]\s*(?P<y>\d{4}|\d{2}))?"
    r"|(?P<day>\d{1,2})\s+(?P<month>[A-Za-z]{3,9})\.?\s+(?P<year>\d{4})"
    r")\b\s*\)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text. `weekday` is the right name when the text names a wrong one, else "". Positions are offsets."""

    iso: str
    written: str
    weekday: str
    guessed_year: bool
    start: int
    end: int


def dates(text: str, year: int) -> list[Found]:
    """All dates of a text. A bare `28/2` counts only beside a weekday, and gets `year`."""
    found = []
    for match in DATE.finditer(text):
        day = _date(match, year)
        if day is None or (match["d"] and not match["y"] and not match["weekday"]):
            continue
        named = _DAYS.get((match["weekday"] or "").casefold())
        wrong = named is not None and named != day.weekday()
        right = WEEKDAYS[day.weekday()] if wrong else ""
        guessed = bool(match["d"] and not match["y"])
        found.append(Found(day.isoformat(), match[0].strip(), right, guessed, match.start(), match.end()))
    return found


def _date(match: re.Match[str], year: int) -> date | None:
    """Day before month, two digits of a year in this century; None when there is no such day."""
    if match["d"]:
        day, month, given = match["d"], int(match["m"]), match["y"]
        year = year if not given else int(given) + (2000 if len(given) == 2 else 0)
    else:
        day, month, year = match["day"], _MONTHS.get(match["month"].casefold(), 0), int(match["year"])
    try:
        return date(year, month, int(day))
    except ValueError:
        return None
