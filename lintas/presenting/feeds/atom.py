"""A feed as Atom (RFC 4287)."""

from __future__ import annotations

from xml.etree import ElementTree

from lintas.presenting.feeds.model import Entry, Feed, Person, lawful, publisher
from lintas.relate import Site

MEDIA_TYPE = "application/atom+xml"
_NAMESPACE = "http://www.w3.org/2005/Atom"


def written(site: Site, feed: Feed) -> bytes:
    settings, path = site.settings, f"{feed.path}.xml"
    root = ElementTree.Element("feed", {"xmlns": _NAMESPACE, "xml:lang": "id"})
    _add(root, "title", f"{settings.title}: {feed.title}")
    if settings.tagline:
        _add(root, "subtitle", settings.tagline)
    _add(root, "id", settings.base_url + path)
    _add(root, "updated", feed.updated)
    _add(root, "link", rel="self", type=MEDIA_TYPE, href=settings.base_url + path)
    _add(root, "link", rel="alternate", type="text/html", href=settings.base_url + feed.about)
    _author(root, publisher(site))
    _add(root, "generator", "Lintas")
    root.extend(_entry(entry) for entry in feed.entries)
    ElementTree.indent(root, "")
    text: str = ElementTree.tostring(root, "unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def _entry(entry: Entry) -> ElementTree.Element:
    element = ElementTree.Element("entry", {} if entry.language == "id" else {"xml:lang": entry.language})
    _add(element, "title", entry.title)
    _add(element, "id", entry.id)
    _add(element, "link", rel="alternate", type="text/html", href=entry.url)
    for each in entry.attached:
        more = {"length": str(each.bytes)} if each.bytes else {}
        _add(element, "link", rel=each.relation, type=each.kind, href=each.url, **more)
    _add(element, "published", entry.published)
    _add(element, "updated", entry.updated)
    _author(element, entry.author)
    for key, name in entry.tags:
        _add(element, "category", term=key, label=name)
    _add(element, "summary", entry.summary)
    return element


def _author(parent: ElementTree.Element, author: Person) -> None:
    person = ElementTree.SubElement(parent, "author")
    _add(person, "name", author.name)
    if author.url:
        _add(person, "uri", author.url)


def _add(parent: ElementTree.Element, name: str, text: str = "", **attributes: str) -> None:
    element = ElementTree.SubElement(parent, name, {key: lawful(value) for key, value in attributes.items()})
    element.text = lawful(text) or None
