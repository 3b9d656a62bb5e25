"""Dates as ISO 8601 text: what is accepted, and what was probably meant."""

from __future__ import annotations

import re
from datetime import date, datetime

from lintas.diagnostics import Diagnostic, Outcome, Span, fault

_ISO = re.compile(
    r"(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"(?:[Tt ](?P<time>[0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(?P<zone>[Zz]|\ ?[+-][0-9]{2}:[0-9]{2}|\ ?WIB|\ ?WITA|\ ?WIT)?)?"
)
_ZONES = {"WIB": "+07:00", "WITA": "+08:00", "WIT": "+09:00", "Z": "+00:00"}
_LOOSE = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})|(\d{1,2})[-/. ](\d{1,2}|[A-Za-z]{3,9})[-/. ](\d{4})")
_MONTHS = ("jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des")
_OTHER_MONTHS = {"may": 5, "aug": 8, "ags": 8, "oct": 10, "dec": 12, "nop": 11, "peb": 2}


def read_date(text: str, span: Span, *, time: bool = False) -> Outcome[str]:
    """Canonical ISO text or "". With `time`, a date-time with zone is allowed too: `2025-07-04T13:00:00+07:00`.

    KFG141 not a date in ISO form (`hint` = the date that was probably meant), KFG142 not in the calendar or clock,
    KFG143 a time without zone, KFG149 a time where only a date may stand.
    """
    match = _ISO.fullmatch(text)
    if match is None:
        return Outcome("", (fault("KFG141", span, value=text, hint=_guess(text)),))
    try:
        day = date.fromisoformat(match["date"])
    except ValueError:
        return Outcome("", (fault("KFG142", span, value=text),))
    if match["time"] is None:
        return Outcome(day.isoformat())
    if not time:
        return Outcome(day.isoformat(), (fault("KFG149", span, value=text, hint=day.isoformat()),))
    return _moment(match, text, span)


def _moment(match: re.Match[str], text: str, span: Span) -> Outcome[str]:
    zone = (match["zone"] or "").strip().upper()
    if not zone or zone in ("WIB", "WITA", "WIT"):
        moment, problems = f"{match['date']}T{match['time']}", _zone_fault(match, zone, text, span)
    else:
        moment, problems = f"{match['date']}T{match['time']}{_ZONES.get(zone, zone)}", ()
    try:
        return Outcome(datetime.fromisoformat(moment).isoformat() if not problems else match["date"], problems)
    except ValueError:
        return Outcome("", (fault("KFG142", span, value=text),))


def _zone_fault(match: re.Match[str], zone: str, text: str, span: Span) -> tuple[Diagnostic, ...]:
    clock = match["time"] if match["time"].count(":") == 2 else match["time"] + ":00"
    hint = f"{match['date']}T{clock}{_ZONES.get(zone, '+07:00')}"
    return (fault("KFG143", span, value=text, hint=hint),)


def _guess(text: str) -> str:
    """The ISO date behind `4 Juli 2025`, `04/07/2025` (day first, as in Indonesia) or `2025-7-4`; "" when unsure."""
    match = _LOOSE.search(text[:80])
    if match is None:
        return ""
    year, month, day = (match[1], match[2], match[3]) if match[1] else (match[6], match[5], match[4])
    number = int(month) if month.isdecimal() else _month(month)
    try:
        return date(int(year), number, int(day)).isoformat()
    except ValueError:
        return ""


def _month(name: str) -> int:
    short = name[:3].lower()
    return _MONTHS.index(short) + 1 if short in _MONTHS else _OTHER_MONTHS.get(short, 0)
