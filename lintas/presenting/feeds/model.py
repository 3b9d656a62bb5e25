"""A feed and its entries as values; addresses are whole."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from lintas import formatting
from lintas.relate import Site, instant

_FORBIDDEN = re.compile("[\x00-\x1f\ud800-\udfff\ufffe\uffff]")
NEVER = "1970-01-01"  # an empty feed still needs a date; this one claims nothing


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Attached:
    """What belongs to an entry: a paper to take along (`enclosure`), or what tells more (`related`)."""

    relation: str
    url: str
    kind: str  # media type
    bytes: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """`published` and `updated` are RFC 3339. Without an `author` of its own, readers would name the portal's."""

    id: str
    title: str
    url: str
    published: str
    updated: str
    summary: str
    author: Person
    language: str = "id"
    tags: tuple[tuple[str, str], ...] = ()  # (key, name)
    attached: tuple[Attached, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """`path` without its suffix, "umpan/data"; `about` is the address of the page that it follows, "data/"."""

    title: str
    path: str
    about: str
    entries: tuple[Entry, ...]

    @property
    def updated(self) -> str:
        """The time of the newest change; an entry that was corrected long after it came out counts by then."""
        return max((entry.updated for entry in self.entries), key=instant, default=formatting.rfc3339(NEVER))


def publisher(site: Site) -> Person:
    """Who publishes the portal."""
    agency = site.institutions.get(site.settings.agency)
    return Person(agency.name, agency.website) if agency else Person(site.settings.title, site.settings.base_url)


def issuer(site: Site, keys: Iterable[str]) -> Person:
    """The first of these institutions that is known, else the portal: who issues is written first."""
    found = next((site.institutions[key] for key in keys if key in site.institutions), None)
    return Person(found.name, found.website) if found else Person(site.settings.title, site.settings.base_url)


def tag(site: Site, date: str, path: str) -> str:
    """A `tag:` URI (RFC 4151), which stays the same when the site moves to another path."""
    host = urlsplit(site.settings.base_url).hostname or "localhost"
    return f"tag:{host},{date[:10]}:{path}"


def lawful(text: str) -> str:
    """In one line, without the characters that XML 1.0 forbids."""
    return _FORBIDDEN.sub("", " ".join(text.split()))
