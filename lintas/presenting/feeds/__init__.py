"""Feeds: what is new, once as values, written as Atom (RFC 4287) and as JSON Feed 1.1."""

from lintas.presenting.feeds.model import Entry, Feed, Person, tag
from lintas.presenting.feeds.places import DATA, KINDS, RELEASES, folders, of_page, tells

__all__ = ["DATA", "KINDS", "RELEASES", "Entry", "Feed", "Person", "folders", "of_page", "tag", "tells"]
