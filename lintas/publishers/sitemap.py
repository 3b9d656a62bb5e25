"""Site maps (sitemaps.org 0.9) with the true date of change of each page, the newest releases as news, `robots.txt`.

`sitemap.xml` is an index; each section of the site has a file of its own, or several where it is large.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape  # XML needs the same five characters
from urllib.parse import quote

from lintas import formatting
from lintas.model import SiaranPers
from lintas.outputs import Output, Publisher, Tools, page_path
from lintas.packing import digest_of
from lintas.presenting import offline
from lintas.relate import Site, identity, instant, release_address, released

NAME = "sitemap"
INDEX = "sitemap.xml"
LIMIT = 50_000  # addresses in one file, by the protocol; at 600 bytes each they stay below its 50 MB
NEWS_LIMIT = 1_000  # releases that a site map may call news
_SECTIONS = ("siaran-pers", "data", "wilayah", "kawasan", "instansi", "topik")
_REST = "halaman"
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_LANGUAGES = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'
_PRESS = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
_UNPRINTABLE = re.compile("[\x00-\x1f\ud800-\udfff\ufffe\uffff]")
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


@dataclass(frozen=True, slots=True)
class Row:
    """A page. `address` is that in the first language; `languages` are all in which it exists."""

    address: str
    language: str
    modified: str
    languages: str

    def text(self) -> str:
        return f"{self.address} {self.language} {self.modified} {self.languages}"


def _plan(site: Site, earlier: Sequence[Output]) -> list[Output]:
    base = site.settings.base_url
    planned = [Output("robots.txt", NAME, "robots", digest_of(base))]
    maps = []
    finished = [Output(page_path(offline.PAGE), NAME, "", "")] if offline.wanted(site) else []  # by a finisher, later
    for section, rows in _sections([*earlier, *finished]).items():
        parts = [rows[start : start + LIMIT] for start in range(0, len(rows), LIMIT)]
        for number, part in enumerate(parts, start=1):
            path = f"sitemap-{section}{f'-{number}' if len(parts) > 1 else ''}.xml"
            changed = max((row.modified for row in part), key=instant, default="")
            texts = [row.text() for row in part]
            maps.append((path, changed))
            told = (site.settings.title, *identity(_news(site, part).values()))
            planned.append(Output(path, NAME, "urls\n" + "\n".join(texts), digest_of(base, *told, *texts)))
    rows_ = [f"{path} {changed}" for path, changed in maps]
    return [*planned, Output(INDEX, NAME, "index\n" + "\n".join(rows_), digest_of(base, *rows_))]


def _sections(earlier: Sequence[Output]) -> dict[str, list[Row]]:
    """Pages by section, each in the order of addresses; the languages of a page follow one another."""
    pages = [o for o in earlier if o.path.endswith(".html") and o.listed]
    spoken: dict[str, list[str]] = defaultdict(list)
    for output in pages:
        spoken[_address(output)].append(output.lang)
    found: dict[str, list[Row]] = defaultdict(list)
    for output in sorted(pages, key=lambda page: (_address(page), page.lang != "id", page.lang)):
        address = _address(output)
        section = address.partition("/")[0]
        languages = ",".join(sorted(spoken[address], key=lambda lang: (lang != "id", lang)))
        row = Row(quote(address), output.lang, output.modified, languages)
        found[section if section in _SECTIONS else _REST].append(row)
    return {section: found[section] for section in (_REST, *_SECTIONS) if section in found}


def _address(output: Output) -> str:
    """The address of a page as in the first language."""
    own = output.path if output.lang == "id" else output.path.partition("/")[2]
    return own.removesuffix("index.html")


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    base = site.settings.base_url
    kind, *rows = output.subject.split("\n")
    if kind == "robots":
        return f"User-agent: *\nAllow: /\n\nSitemap: {base}{INDEX}\n".encode()
    if kind == "index":
        entries = (row.partition(" ") for row in rows)
        body = "".join(f"<sitemap><loc>{escape(base + p)}</loc>{_changed(m)}</sitemap>\n" for p, _, m in entries)
        return f"{_HEAD}<sitemapindex {_SPACE}>\n{body}</sitemapindex>\n".encode()
    pages = [Row(*row.split(" ")) for row in rows]
    news = _news(site, pages)
    spaces = (_LANGUAGES * any("," in page.languages for page in pages), _PRESS * bool(news))
    told = {address: _told(site, release) for address, release in news.items()}
    body = "".join(_url(base, page, told.get(page.address, "") if page.language == "id" else "") for page in pages)
    return f"{_HEAD}<urlset {' '.join(filter(None, (_SPACE, *spaces)))}>\n{body}</urlset>\n".encode()


def _url(base: str, row: Row, told: str) -> str:
    where = {lang: base + ("" if lang == "id" else f"{lang}/") + row.address for lang in row.languages.split(",")}
    own = f"<loc>{escape(where[row.language])}</loc>{_changed(row.modified)}"
    return f"<url>{own}{''.join(_alternates(where))}{told}</url>\n"


def _alternates(where: Mapping[str, str]) -> Iterator[str]:
    """The same page in all its languages, as its head names them too."""
    if len(where) > 1:
        first = next(iter(where.values()))
        for language, url in (*where.items(), ("x-default", first)):
            yield f'<xhtml:link rel="alternate" hreflang="{language}" href="{escape(url)}"/>'


def _news(site: Site, rows: Sequence[Row]) -> dict[str, SiaranPers]:
    """Address → release, for those rows that are news."""
    fresh = {release_address(release): release for release in site.news[:NEWS_LIMIT]}
    return {row.address: fresh[row.address] for row in rows if row.address in fresh}


def _told(site: Site, release: SiaranPers) -> str:
    """What readers of news want to know besides the address."""
    name = escape(site.settings.title)
    paper = f"<news:publication><news:name>{name}</news:name><news:language>{release.language}</news:language>"
    told = f"<news:publication_date>{formatting.rfc3339(released(release))}</news:publication_date>"
    title = f"<news:title>{escape(_printable(release.title))}</news:title>"
    return f"<news:news>{paper}</news:publication>{told}{title}</news:news>"


def _printable(text: str) -> str:
    """Without signs that XML cannot hold."""
    return _UNPRINTABLE.sub("", text)


def _changed(modified: str) -> str:
    if not modified:
        return ""
    return f"<lastmod>{modified if len(modified) == 10 else formatting.rfc3339(modified)}</lastmod>"


PUBLISHER = Publisher(NAME, _plan, _render)
