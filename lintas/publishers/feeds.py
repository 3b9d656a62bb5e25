"""The Atom feed (RFC 4287) of press releases."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit
from xml.etree import ElementTree

from lintas import formatting
from lintas.model import SiaranPers
from lintas.outputs import Output, Publisher, Tools
from lintas.packing import digest_of
from lintas.relate import Site, identity, release_address

NAME = "feeds"
ALL = "umpan/siaran-pers.xml"
_LENGTH = 50  # newest releases in the feed
_NAMESPACE = "http://www.w3.org/2005/Atom"


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    shown = site.releases[:_LENGTH]
    websites = [(institution.slug, institution.website) for institution in site.institutions.values()]
    digest = digest_of(site.base, identity(shown), websites)
    return [Output(ALL, NAME, "", digest)]


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    feed = _feed(site, tools, site.releases[:_LENGTH])
    ElementTree.indent(feed, "")
    text: str = ElementTree.tostring(feed, "unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def _feed(site: Site, tools: Tools, shown: Sequence[SiaranPers]) -> ElementTree.Element:
    settings = site.settings
    agency = site.institutions.get(settings.agency)
    newest = shown[0].published if shown else "1970-01-01"  # an empty feed still needs a date; this one claims nothing
    feed = ElementTree.Element("feed", {"xmlns": _NAMESPACE, "xml:lang": "id"})
    _add(feed, "title", f"{settings.title}: {tools.renderer.strings['releases']}")
    if settings.tagline:
        _add(feed, "subtitle", settings.tagline)
    _add(feed, "id", settings.base_url + ALL)
    _add(feed, "updated", formatting.rfc3339(newest))
    _add(feed, "link", rel="self", type="application/atom+xml", href=settings.base_url + ALL)
    _add(feed, "link", rel="alternate", type="text/html", href=f"{settings.base_url}siaran-pers/")
    _author(feed, agency.name if agency else settings.title, agency.website if agency else settings.base_url)
    _add(feed, "generator", "Lintas")
    feed.extend(_entry(site, release) for release in shown)
    return feed


def _entry(site: Site, release: SiaranPers) -> ElementTree.Element:
    """One release. Its author stands with it: without one, readers would take the portal's agency for the author."""
    entry = ElementTree.Element("entry", {} if release.language == "id" else {"xml:lang": release.language})
    date = formatting.rfc3339(release.published)
    _add(entry, "title", release.title)
    _add(entry, "id", _tag(site, release))
    _add(entry, "link", rel="alternate", type="text/html", href=site.settings.base_url + release_address(release))
    _add(entry, "published", date)
    _add(entry, "updated", date)
    issuers = [site.institutions[ref.text] for ref in release.institutions if ref.text in site.institutions]
    if issuers:  # the institution that issues a release is written first; the others took part
        _author(entry, issuers[0].name, issuers[0].website)
    else:
        _author(entry, site.settings.title, site.settings.base_url)
    for ref in release.topics:
        if ref.text in site.topics:
            _add(entry, "category", term=ref.text, label=site.topics[ref.text].name)
    _add(entry, "summary", release.summary or release.excerpt)
    return entry


def _author(parent: ElementTree.Element, name: str, url: str) -> None:
    author = ElementTree.SubElement(parent, "author")
    _add(author, "name", name)
    if url:
        _add(author, "uri", url)


def _add(parent: ElementTree.Element, name: str, text: str = "", **attributes: str) -> None:
    element = ElementTree.SubElement(parent, name, {key: _lawful(value) for key, value in attributes.items()})
    element.text = _lawful(text) or None


def _tag(site: Site, release: SiaranPers) -> str:
    """A `tag:` URI (RFC 4151), which stays the same when the site moves to another path."""
    host = urlsplit(site.settings.base_url).hostname or "localhost"
    return f"tag:{host},{release.published[:10]}:siaran-pers/{release.year}/{release.slug}"


def _lawful(text: str) -> str:
    """In one line, without the characters that XML 1.0 forbids."""
    return "".join(c for c in " ".join(text.split()) if c >= " " and c not in "\ufffe\uffff")


PUBLISHER = Publisher(NAME, _plan, _render)
