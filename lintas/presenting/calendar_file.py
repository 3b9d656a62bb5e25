"""The calendar as iCalendar (RFC 5545): times in UTC, stamps from the content, so same content gives same bytes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from lintas import formatting
from lintas.presenting import agenda
from lintas.relate import Janji, Site

if TYPE_CHECKING:
    from icalendar import Event

_STATUS = {"tentatif": "TENTATIVE", "pasti": "CONFIRMED", "selesai": "CONFIRMED", "batal": "CANCELLED"}
_REFRESH = timedelta(hours=12)


def calendar(site: Site, name: str, kinds: dict[str, str]) -> bytes:
    """All entries, earliest first. `kinds`: kind → its name for readers."""
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", f"-//Lintas//{name}//ID")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", f"{site.settings.title}: {name}")
    made.add("refresh-interval", _REFRESH, parameters={"VALUE": "DURATION"})
    made.add("x-published-ttl", "PT12H")
    for janji in site.agenda:
        made.add_component(_event(site, janji, kinds))
    return bytes(made.to_ical(sorted=True))


def _event(site: Site, janji: Janji, kinds: dict[str, str]) -> Event:
    from icalendar import Event

    entry, event = janji.entry, Event()
    stamp = _instant(agenda.stamp(janji))
    event.add("uid", agenda.identifier(site, entry))
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("sequence", agenda.revision(entry))
    event.add("summary", entry.title)
    event.add("status", _STATUS[entry.status])
    event.add("categories", [kinds[entry.kind]])
    event.add("url", site.settings.base_url + agenda.address(entry))
    start, end = _span(entry.start, entry.end)
    event.add("dtstart", start)
    if end is not None:
        event.add("dtend", end)
    if not isinstance(start, datetime):
        event.add("transp", "TRANSPARENT")  # a promised day keeps nobody busy
    if entry.place:
        event.add("location", entry.place)
    told = " ".join(filter(None, (entry.description, entry.reason)))
    if told:
        event.add("description", told)
    return event


def _span(start: str, end: str) -> tuple[date, date | None]:
    """Start and end; the end of whole days is the day after the last (RFC 5545, 3.6.1)."""
    if "T" in start:
        return _instant(start), _instant(end) if end else None
    return date.fromisoformat(start), date.fromisoformat(end or start) + timedelta(days=1)


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(formatting.rfc3339(text)).astimezone(UTC)
