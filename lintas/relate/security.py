"""Until when the contact for reports of weaknesses holds (RFC 9116)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from lintas.diagnostics import Diagnostic, Span, fault
from lintas.model import Settings
from lintas.relate.calendar import instant

PLACE = "content/situs.yaml"
_NOTICE = timedelta(days=30)  # before the end an editor is told


def expiry(settings: Settings) -> str:
    """The instant at which the contact expires; "" when there is none."""
    return instant(settings.security.expires) if settings.security.contacts and settings.security.expires else ""


def turns(settings: Settings) -> list[str]:
    """The instants at which something changes by itself: the first notice, and the end."""
    end = expiry(settings)
    return [_noticed(end), end] if end else []


def check_security(settings: Settings, now: str) -> Iterator[Diagnostic]:
    """KFG209 after the end, KFG210 shortly before it."""
    end = expiry(settings)
    place = Span(PLACE, settings.security.line)
    if end and end <= now:
        yield fault("KFG209", place, date=settings.security.expires)
    elif end and _noticed(end) <= now:
        yield fault("KFG210", place, date=settings.security.expires)


def _noticed(end: str) -> str:
    return (datetime.fromisoformat(end) - _NOTICE).isoformat(timespec="seconds").replace("+00:00", "Z")
