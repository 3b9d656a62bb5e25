"""`sitemap.xml` (sitemaps.org 0.9) with the true date of change of each page, and `robots.txt`."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape  # XML needs the same five characters

from lintas import formatting
from lintas.outputs import Output, Publisher, Tools
from lintas.packing import digest_of
from lintas.relate import Site

NAME = "sitemap"
LIMIT = 50_000  # addresses in one file, by the protocol


def _plan(site: Site, earlier: Sequence[Output]) -> list[Output]:
    listed = sorted((o.path, o.modified) for o in earlier if o.path.endswith(".html") and o.listed)
    rows = [f"{path.removesuffix('index.html')} {modified}" for path, modified in listed]
    parts = [rows[start : start + LIMIT] for start in range(0, len(rows), LIMIT)]
    base = site.settings.base_url
    planned = [Output("robots.txt", NAME, "robots", digest_of(base))]
    if len(parts) == 1:
        return [*planned, _part("sitemap.xml", base, parts[0])]
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    planned += [_part(name, base, part) for name, part in zip(names, parts, strict=True)]
    return [*planned, Output("sitemap.xml", NAME, "index\n" + "\n".join(names), digest_of(base, *names))]


def _part(path: str, base: str, rows: Sequence[str]) -> Output:
    return Output(path, NAME, "urls\n" + "\n".join(rows), digest_of(base, *rows))


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    base = site.settings.base_url
    kind, *rows = output.subject.split("\n")
    if kind == "robots":
        return f"User-agent: *\nAllow: /\nSitemap: {base}sitemap.xml\n".encode()
    space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    if kind == "index":
        body = "".join(f"<sitemap><loc>{escape(base + name)}</loc></sitemap>\n" for name in rows)
        return f'<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex {space}>\n{body}</sitemapindex>\n'.encode()
    body = "".join(_url(base, *row.split(" ")) for row in rows)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset {space}>\n{body}</urlset>\n'.encode()


def _url(base: str, address: str, modified: str) -> str:
    changed = (
        f"<lastmod>{modified if len(modified) == 10 else formatting.rfc3339(modified)}</lastmod>" if modified else ""
    )
    return f"<url><loc>{escape(base + address)}</loc>{changed}</url>\n"


PUBLISHER = Publisher(NAME, _plan, _render)
