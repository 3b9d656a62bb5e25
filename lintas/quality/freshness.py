"""The promise of `x-frekuensi` against the last update. A dataset is late once the day on which it was due is over.

Nothing here counts days until or since: a page that did would change every midnight. What it says changes on one day
alone, so that results can be kept until then.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from lintas.model import Dataset

_DAYS = {"harian": 1, "mingguan": 7}
_MONTHS = {"bulanan": 1, "triwulanan": 3, "semesteran": 6, "tahunan": 12}


@dataclass(frozen=True, slots=True)
class Freshness:
    """`state`: tepat | terlambat | insidental | tanpa-janji; `due` the ISO date of the next update, "" without one."""

    state: str
    due: str = ""


def due_date(dataset: Dataset) -> str:
    """The last day on which an update keeps the promise, or "" where nothing was promised or no update is known."""
    try:
        last = date.fromisoformat(dataset.updated[:10])
        if dataset.frequency in _DAYS:
            return str(last + timedelta(days=_DAYS[dataset.frequency]))
        if dataset.frequency in _MONTHS:
            return str(_later(last, _MONTHS[dataset.frequency]))
    except (ValueError, OverflowError):
        pass
    return ""


def _later(day: date, months: int) -> date:
    """The same day of a later month, or its last day: 31 August and six months are 28 February."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def next_day(iso: str) -> str:
    return str(date.fromisoformat(iso) + timedelta(days=1))


def freshness(dataset: Dataset, *, late: bool) -> Freshness:
    """`late` says whether the day after the due date has come; the caller knows what time it is."""
    if dataset.frequency == "insidental":
        return Freshness("insidental")
    due = due_date(dataset)
    if not due:
        return Freshness("tanpa-janji")
    return Freshness("terlambat" if late else "tepat", due)
