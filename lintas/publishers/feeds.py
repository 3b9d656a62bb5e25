"""Atom feeds (RFC 4287) of press releases: all, and one in the folder of each topic, institution and region."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import urlsplit
from xml.sax.saxutils import escape, quoteattr

from lintas import formatting
from lintas.model import SiaranPers
from lintas.outputs import Output, Publisher, Tools, digest_of
from lintas.relate import Site, release_address

NAME = "feeds"
ALL = "umpan/siaran-pers.xml"
_LENGTH = 50  # newest releases in one feed


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    digest = digest_of(site.base, *(r.digest for r in site.releases[:_LENGTH]))
    return [Output(ALL, NAME, "", digest)]


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    return "".join(_feed(site, tools, site.releases[:_LENGTH])).encode()


def _feed(site: Site, tools: Tools, releases: Iterable[SiaranPers]) -> Iterator[str]:
    shown, settings = tuple(releases), site.settings
    agency = site.institutions.get(settings.agency)
    newest = shown[0].published if shown else "1970-01-01"  # an empty feed still needs a date; this one claims nothing
    yield '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="id">\n'
    yield f"<title>{_text(settings.title)}: {_text(tools.renderer.strings['releases'])}</title>\n"
    if settings.tagline:
        yield f"<subtitle>{_text(settings.tagline)}</subtitle>\n"
    yield f"<id>{_text(settings.base_url + ALL)}</id>\n<updated>{formatting.rfc3339(newest)}</updated>\n"
    yield f'<link rel="self" type="application/atom+xml" href={_attribute(settings.base_url + ALL)}/>\n'
    yield f'<link rel="alternate" type="text/html" href={_attribute(settings.base_url + "siaran-pers/")}/>\n'
    yield f"<author><name>{_text(agency.name if agency else settings.title)}</name></author>\n"
    yield "<generator>Lintas</generator>\n"
    for release in shown:
        yield from _entry(site, release)
    yield "</feed>\n"


def _entry(site: Site, release: SiaranPers) -> Iterator[str]:
    url = site.settings.base_url + release_address(release)
    date = formatting.rfc3339(release.published)
    names = (site.topics[ref.text] for ref in release.topics if ref.text in site.topics)
    yield f"<entry{_language(release)}>\n<title>{_text(release.title)}</title>\n<id>{_text(_tag(site, release))}</id>\n"
    yield f'<link rel="alternate" type="text/html" href={_attribute(url)}/>\n'
    yield f"<published>{date}</published>\n<updated>{date}</updated>\n"
    yield from (f"<category term={_attribute(t.slug)} label={_attribute(t.name)}/>\n" for t in names)
    yield f"<summary>{_text(release.summary or release.excerpt)}</summary>\n</entry>\n"


def _language(release: SiaranPers) -> str:
    return "" if release.language == "id" else f" xml:lang={_attribute(release.language)}"


def _tag(site: Site, release: SiaranPers) -> str:
    """A `tag:` URI (RFC 4151), which stays the same when the site moves to another path."""
    host = urlsplit(site.settings.base_url).hostname or "localhost"
    return f"tag:{host},{release.published[:10]}:siaran-pers/{release.year}/{release.slug}"


def _text(text: str) -> str:
    return escape(_lawful(text))


def _attribute(text: str) -> str:
    return quoteattr(_lawful(text))


def _lawful(text: str) -> str:
    """Without the control characters that XML 1.0 forbids."""
    return "".join(c for c in text if c >= " " or c in "\t\n\r").replace("\ufffe", "").replace("\uffff", "")


PUBLISHER = Publisher(NAME, _plan, _render)
