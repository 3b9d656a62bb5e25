"""The Atom feed (RFC 4287) of press releases."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree

from lintas.model import SiaranPers
from lintas.outputs import Output, Publisher, Tools
from lintas.packing import digest_of
from lintas.presenting import atom, corrections
from lintas.relate import Site, changed, identity, instant, release_address

NAME = "feeds"
ALL = "umpan/siaran-pers.xml"
_LENGTH = 50  # newest releases in the feed


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    shown = site.releases[:_LENGTH]
    websites = [(institution.slug, institution.website) for institution in site.institutions.values()]
    papers = [site.papers.get(release.path) for release in shown]
    digest = digest_of(site.base, identity(shown), websites, papers)
    return [Output(ALL, NAME, "", digest)]


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    shown = site.releases[:_LENGTH]
    newest = max((changed(release) for release in shown), key=instant, default="")
    feed = atom.feed(site, tools.renderer.strings["releases"], (ALL, "siaran-pers/"), newest)
    feed.extend(_entry(site, release) for release in shown)
    return atom.written(feed)


def _entry(site: Site, release: SiaranPers) -> ElementTree.Element:
    """One release. Its author stands with it: without one, readers would take the portal's agency for the author."""
    entry = ElementTree.Element("entry", {} if release.language == "id" else {"xml:lang": release.language})
    published, updated = corrections.dates(release)
    atom.add(entry, "title", release.title)
    atom.add(entry, "id", _tag(site, release))
    atom.add(entry, "link", rel="alternate", type="text/html", href=site.settings.base_url + release_address(release))
    paper = site.papers.get(release.path)
    if paper:
        href = site.settings.base_url + paper.path
        atom.add(entry, "link", rel="enclosure", type="application/pdf", href=href, length=str(paper.bytes))
    atom.add(entry, "published", published)
    atom.add(entry, "updated", updated)
    issuers = [site.institutions[ref.text] for ref in release.institutions if ref.text in site.institutions]
    if issuers:  # the institution that issues a release is written first; the others took part
        atom.author(entry, issuers[0].name, issuers[0].website)
    else:
        atom.author(entry, site.settings.title, site.settings.base_url)
    for ref in release.topics:
        if ref.text in site.topics:
            atom.add(entry, "category", term=ref.text, label=site.topics[ref.text].name)
    atom.add(entry, "summary", release.summary or release.excerpt)
    return entry


def _tag(site: Site, release: SiaranPers) -> str:
    return atom.tag(site, release.published, f"siaran-pers/{release.year}/{release.slug}")


PUBLISHER = Publisher(NAME, _plan, _render)
