"""Pieces of an Atom feed (RFC 4287)."""

from __future__ import annotations

from urllib.parse import urlsplit
from xml.etree import ElementTree

from lintas import formatting
from lintas.relate import Site

_NAMESPACE = "http://www.w3.org/2005/Atom"
NEVER = "1970-01-01"  # an empty feed still needs a date; this one claims nothing


def feed(site: Site, title: str, places: tuple[str, str], newest: str) -> ElementTree.Element:
    """The head of a feed. `places`: its own path and the page it tells of; `newest`: ISO date of the newest entry."""
    path, about = places
    settings = site.settings
    agency = site.institutions.get(settings.agency)
    root = ElementTree.Element("feed", {"xmlns": _NAMESPACE, "xml:lang": "id"})
    add(root, "title", f"{settings.title}: {title}")
    if settings.tagline:
        add(root, "subtitle", settings.tagline)
    add(root, "id", settings.base_url + path)
    add(root, "updated", formatting.rfc3339(newest or NEVER))
    add(root, "link", rel="self", type="application/atom+xml", href=settings.base_url + path)
    add(root, "link", rel="alternate", type="text/html", href=settings.base_url + about)
    author(root, agency.name if agency else settings.title, agency.website if agency else settings.base_url)
    add(root, "generator", "Lintas")
    return root


def written(root: ElementTree.Element) -> bytes:
    ElementTree.indent(root, "")
    text: str = ElementTree.tostring(root, "unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def author(parent: ElementTree.Element, name: str, url: str) -> None:
    person = ElementTree.SubElement(parent, "author")
    add(person, "name", name)
    if url:
        add(person, "uri", url)


def add(parent: ElementTree.Element, name: str, text: str = "", **attributes: str) -> None:
    element = ElementTree.SubElement(parent, name, {key: _lawful(value) for key, value in attributes.items()})
    element.text = _lawful(text) or None


def tag(site: Site, date: str, path: str) -> str:
    """A `tag:` URI (RFC 4151), which stays the same when the site moves to another path."""
    host = urlsplit(site.settings.base_url).hostname or "localhost"
    return f"tag:{host},{date[:10]}:{path}"


def _lawful(text: str) -> str:
    """In one line, without the characters that XML 1.0 forbids."""
    return "".join(c for c in " ".join(text.split()) if c >= " " and c not in "\ufffe\uffff")
