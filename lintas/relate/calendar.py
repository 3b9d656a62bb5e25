"""When a release becomes visible. The build is given one instant and compares texts; nobody asks the clock here."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone

from lintas.model import SiaranPers

JAKARTA = timezone(timedelta(hours=7))  # WIB has no daylight saving time


@functools.lru_cache(maxsize=65536)
def instant(published: str) -> str:
    """A date or date-time as UTC text "2025-07-03T17:00:00Z"; a bare date counts from midnight in Jakarta.

    Texts that are no date (a fault elsewhere) sort first and count as past.
    """
    try:
        moment = datetime.fromisoformat(published)
        zoned = moment if moment.tzinfo else moment.replace(tzinfo=JAKARTA)
        return zoned.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    except (ValueError, OverflowError):
        return ""


def visible(releases: Iterable[SiaranPers], now: str) -> tuple[SiaranPers, ...]:
    """Published releases whose time has come, newest first. `now` has the form that `instant` returns."""
    shown = [release for release in releases if release.status == "terbit" and instant(release.published) <= now]
    return tuple(sorted(shown, key=lambda release: (instant(release.published), release.path), reverse=True))


def next_change(releases: Iterable[SiaranPers], now: str) -> str:
    """The next instant at which a release becomes visible by itself, or "" when none waits."""
    waiting = [instant(r.published) for r in releases if r.status == "terbit" and instant(r.published) > now]
    return min(waiting, default="")
