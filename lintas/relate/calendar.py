"""When a release becomes visible, and when a dataset becomes overdue.

The build is given one instant and compares texts; nobody asks the clock here.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone

from lintas.model import Dataset, SiaranPers
from lintas.quality import Freshness, due_date, freshness, next_day

NEWS = timedelta(days=2)  # so long search engines take a release for news
JAKARTA = timezone(timedelta(hours=7))  # WIB has no daylight saving time


@functools.lru_cache(maxsize=65536)
def instant(published: str) -> str:
    """A date or date-time as UTC text "2025-07-03T17:00:00Z"; a bare date counts from midnight in Jakarta.

    Texts that are no date (a fault elsewhere) sort first and count as past.
    """
    try:
        if len(published) == 10:  # by far the most; the general way below takes five times as long
            return f"{date.fromisoformat(published) - timedelta(days=1)}T17:00:00Z"
        moment = datetime.fromisoformat(published)
        zoned = moment if moment.tzinfo else moment.replace(tzinfo=JAKARTA)
        return zoned.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    except (ValueError, OverflowError):
        return ""


def day(now: str) -> str:
    """The day of a UTC instant in western Indonesia, ISO."""
    return datetime.fromisoformat(now).astimezone(JAKARTA).date().isoformat()


def due(release: SiaranPers) -> str:
    """The instant at which a release comes out: that of its embargo, and never before its date."""
    moment = instant(release.published)
    return max(moment, instant(release.embargo)) if release.embargo else moment


def released(release: SiaranPers) -> str:
    """When a release came out, as its author wrote it: `embargo` where that is later than `tanggal`."""
    later = bool(release.embargo) and instant(release.embargo) > instant(release.published)
    return release.embargo if later else release.published


def changed(release: SiaranPers) -> str:
    """When a release was last changed in public: the newest of its release, its corrections and its withdrawal."""
    dates = [released(release), *(entry.date for entry in release.corrections), release.withdrawal.date]
    return max(filter(None, dates), key=instant, default="")


def visible(releases: Iterable[SiaranPers], now: str) -> tuple[SiaranPers, ...]:
    """Published releases whose time has come, newest first. `now` has the form that `instant` returns."""
    return _out((release for release in releases if release.status not in ("draf", "dicabut")), now)


def withdrawn(releases: Iterable[SiaranPers], now: str) -> tuple[SiaranPers, ...]:
    """Releases that were published and withdrawn, newest first."""
    return _out((release for release in releases if release.status == "dicabut"), now)


def _out(releases: Iterable[SiaranPers], now: str) -> tuple[SiaranPers, ...]:
    dated = [(due(release), release.path, release) for release in releases]
    return tuple(release for moment, _, release in sorted(dated, reverse=True) if moment <= now)


def next_change(releases: Iterable[SiaranPers], now: str) -> str:
    """The next instant at which a release becomes visible by itself, or "" when none waits."""
    waiting = [moment for r in releases if r.status != "draf" and (moment := due(r)) > now]
    return min(waiting, default="")


def news(releases: Iterable[SiaranPers], now: str) -> tuple[SiaranPers, ...]:
    """Those among visible releases that are news: they came out within the last two days."""
    since = _shifted(now, -NEWS)
    return tuple(release for release in releases if since < due(release) <= now)


def stale(releases: Iterable[SiaranPers], now: str) -> list[str]:
    """The instants around `now` at which a release is no longer news: the last that passed, the next to come."""
    since = _shifted(now, -NEWS)
    moments = {moment for release in releases if (moment := due(release)) <= now}
    nearest = (max((m for m in moments if "" < m <= since), default=""), min(filter(since.__lt__, moments), default=""))
    return [_shifted(moment, NEWS) for moment in nearest if moment]


def _shifted(moment: str, by: timedelta) -> str:
    try:
        return (datetime.fromisoformat(moment) + by).isoformat(timespec="seconds").replace("+00:00", "Z")
    except (ValueError, OverflowError):
        return moment


def turning(dataset: Dataset) -> str:
    """The instant from which a dataset is overdue, or "" when it never will be by itself."""
    due = due_date(dataset)
    return instant(next_day(due)) if due else ""


def fresh(dataset: Dataset, now: str) -> Freshness:
    moment = turning(dataset)
    return freshness(dataset, late=bool(moment) and moment <= now)
