"""Dates as releases write them: `Jumat, (4/7/25)`, `4 Juli 2025`, `Selasa (28/2)`, `1–3 Juli 2025`. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from lintas.formatting import MONTHS, WEEKDAYS

_ENGLISH = "january february march april may june july august september october november december".split()
_MONTHS = {name.casefold(): number for number, name in enumerate(MONTHS, 1)}
_MONTHS |= {name[:3].casefold(): number for number, name in enumerate(MONTHS, 1)}
_MONTHS |= {name: number for number, name in enumerate(_ENGLISH, 1)}
_MONTHS |= {
    "nopember": 11,
    "nop": 11,
    "pebruari": 2,
    "peb": 2,
    "agust": 8,
    "agt": 8,
    "sept": 9,
    "aug": 8,
    "oct": 10,
    "dec": 12,
}
_DAYS = {name.casefold(): number for number, name in enumerate(WEEKDAYS)} | {
    "jum'at": 4,
    "jum’at": 4,
    "jum‘at": 4,
    "ahad": 6,
}
_DAYS |= {name: n for n, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())}
_NAME = "|".join(sorted(map(re.escape, _MONTHS), key=len, reverse=True))
_WEEKDAY = (
    r"senin|selasa|rabu|kamis|jum['’‘]?at|sabtu|minggu|ahad|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
)
_TO = r"(?:\s?[–—-]\s?|\s+(?:s\.?\s?/?d\.?|hingga|sampai(?: dengan)?|dan|to)\s+)"
DATE = re.compile(
    rf"(?<![\w./-])(?:\b(?P<weekday>{_WEEKDAY})\b(?:{_TO}(?:{_WEEKDAY})\b)?[\s,]*)?(?P<open>[(\[]?)\s*(?:tanggal\s+"
    rf"|tgl\.?\s+)?(?:"
    rf"(?:(?P<d0>\d{{1,2}})(?:\s?[/.]\s?(?P<m0>\d{{1,2}}))?\s?[–-]\s?)?"
    r"(?P<d>\d{1,2})\s?(?P<sep>[/.-])\s?(?P<m>\d{1,2})(?:\s?(?P=sep)\s?(?P<y>\d{4}|\d{2}))?(?![\w/])(?!\.\d)(?!-\d)"
    r"|(?P<iso>20\d\d-\d\d-\d\d)\b"
    rf"|(?:(?P<day0>\d{{1,2}})(?:\s+(?P<month0>{_NAME})\b\.?(?:\s+(?P<year0>\d{{4}}))?)?{_TO})?"
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?P<month>{_NAME})\b\.?(?:,?[\s-]+(?P<year>\d{{4}})\b)?"
    rf"|(?P<emonth>{_NAME})\s+(?P<eday>\d{{1,2}})(?:st|nd|rd|th)?,\s+(?P<eyear>\d{{4}})\b"
    r")\s*[)\]]?",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"(?:hingga|sampai(?: dengan)?|sebelum|paling lambat|selambat-lambatnya|mulai|sejak|terhitung|per|berakhir|tenggat"
    r"|berlaku|tertanggal|kelahiran|lahir|s\.?d\.?|pada tahun)\s+(?:hari\s+|tanggal\s+|pada\s+)*$",
    re.IGNORECASE,
)
_LEGAL = re.compile(r"(?:nomor|no\.?|pasal|angka|versi)\s*[\w./-]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text. `weekday` is the right name when the text names a wrong one, else "". Positions are offsets.

    `until` is the last day of a span, "" for a single day; `named` says that the text gives a weekday, `apart` that
    the words before it tell of something else than what happened (a deadline, a birth).
    """

    iso: str
    written: str
    weekday: str
    guessed_year: bool
    start: int
    end: int
    until: str = ""
    named: bool = False
    apart: bool = False


def dates(text: str, near: str, *, bare: bool = False) -> list[Found]:
    """All dates of a text. A date without year gets the year that brings it nearest to `near` (ISO).

    `28/2` and `28 Februari` count only beside a weekday, in brackets, behind "pada" or "tanggal", or where `bare`.
    """
    found = []
    for match in DATE.finditer(text):
        yearless = not (match["y"] or match["year"] or match["eyear"] or match["iso"])
        before = text[max(0, match.start() - 40) : match.start()]
        if _LEGAL.search(before) or (yearless and not bare and not _anchored(match, before)):
            continue
        if match["d"] and yearless and match["sep"] in ".-":
            continue
        days = _days(match, date.fromisoformat(near))
        if days:
            found.append(_found(match, days, yearless, _AHEAD.search(before) is not None))
    return found


def _anchored(match: re.Match[str], before: str) -> bool:
    if match["weekday"]:
        return True
    if match["d"]:
        return bool(match["open"]) and int(match["d"]) > 0 and text_word(before)
    return bool(match["open"]) or re.search(r"(?:pada|tanggal|tgl\.?)\s+$", before, re.IGNORECASE) is not None


def text_word(before: str) -> bool:
    """Whether a bracketed day and month may follow: after a word that names a day or a time, not after a figure."""
    return re.search(r"(?:hari ini|kemarin|siang|pagi|malam|sore|lalu)\s*,?\s*$", before, re.IGNORECASE) is not None


def _found(match: re.Match[str], days: tuple[date, date | None], yearless: bool, apart: bool) -> Found:
    day, last = days
    named = _DAYS.get((match["weekday"] or "").casefold())
    wrong = named is not None and named != day.weekday()
    return Found(
        iso=day.isoformat(),
        written=match[0].strip(),
        weekday=WEEKDAYS[day.weekday()] if wrong else "",
        guessed_year=yearless,
        start=match.start(),
        end=match.end(),
        until=last.isoformat() if last else "",
        named=named is not None,
        apart=apart,
    )


def _days(match: re.Match[str], near: date) -> tuple[date, date | None] | None:
    """First and last day; day before month, two digits of a year in this century; None when there is no such day."""
    if match["iso"]:
        return _only(lambda: date.fromisoformat(match["iso"]))
    if match["emonth"]:
        return _only(lambda: date(int(match["eyear"]), _MONTHS[match["emonth"].casefold()], int(match["eday"])))
    if match["d"]:
        first, day, month, given = match["d0"], match["d"], int(match["m"]), match["y"]
        month0 = int(match["m0"] or month)
        year = 0 if not given else int(given) + (2000 if len(given) == 2 else 0)
    else:
        first, day, month, given = match["day0"], match["day"], _MONTHS[match["month"].casefold()], match["year"]
        month0 = _MONTHS[match["month0"].casefold()] if match["month0"] else month
        year = int(given) if given else 0
    try:
        last = date(year, month, int(day)) if year else _nearest(int(day), month, near)
        if last is None or not 1945 <= last.year <= 2100:
            return None
        begin = date(last.year - (month0 > month), month0, int(first)) if first else None
    except ValueError:
        return None
    return (begin, last) if begin and begin < last and last - begin < timedelta(days=120) else (last, None)


def _only(make: object) -> tuple[date, date | None] | None:
    try:
        return (make(), None) if callable(make) else None
    except ValueError:
        return None


def _nearest(day: int, month: int, near: date) -> date | None:
    choices = []
    for year in (near.year - 1, near.year, near.year + 1):
        try:
            choices.append(date(year, month, day))
        except ValueError:
            continue
    return min(choices, key=lambda choice: abs(choice - near), default=None)
