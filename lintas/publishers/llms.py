"""`llms.txt` (llmstxt.org): what is here, for programs that read text, with links to the Markdown of releases."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lintas.outputs import Output, Publisher, Tools
from lintas.packing import digest_of
from lintas.presenting import chrome
from lintas.relate import Site, identity, release_address, released
from lintas.wording import Words

NAME = "llms"
FILE = "llms.txt"
NEWEST = 50  # releases; older ones are found through the lists of years
_MARKS = re.compile(r"([\\`*_\[\]<>#])")


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    data = [item.dataset.digest for item in site.datasets.values()]
    pages = [page.digest for page in site.pages]
    years = [(year, len(group)) for year, group in site.by_year.items()]
    return [Output(FILE, NAME, "", digest_of(site.base, data, pages, years, *identity(site.releases[:NEWEST])))]


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    words, settings = tools.renderer.strings, site.settings
    lead = ". ".join(filter(None, (settings.tagline.rstrip("."), words["llms_lead"])))
    parts = [f"# {_plain(settings.title)}\n", f"> {_plain(lead)}\n"]
    if settings.demonstration:
        parts.append(f"{_plain(words['demo_title'])}\n")
    parts += _sections(site, words)
    return ("\n".join(parts)).encode("utf-8", "replace")


def _sections(site: Site, words: Words) -> Iterator[str]:
    base = site.settings.base_url
    rows = [
        (r.title, f"{base}{release_address(r)}index.md", f"{words.form.short_date(released(r))}. {r.summary}")
        for r in site.releases[:NEWEST]
    ]
    yield from _section(words["releases"], rows)
    sets = [item.dataset for item in site.datasets.values()]
    described = [(d.title, f"{base}data/{d.slug}/datapackage.json", d.description) for d in sets]
    yield from _section(words["datasets"], described)
    yield from _section(words["footer_about"], [(p.title, f"{base}{p.slug}/", p.summary) for p in site.pages])
    years = [(f"{words['releases']} {y}", f"{base}siaran-pers/{y}/", "") for y in sorted(site.by_year, reverse=True)]
    sections = [(words[word], f"{base}{key}/", "") for key, word in chrome.sections(site)]
    yield from _section("Optional", [*sections, *years])  # the word is part of the format: what may be left out


def _section(title: str, rows: Sequence[tuple[str, str, str]]) -> Iterator[str]:
    if rows:
        lines = [f"- [{_plain(name)}]({url}){f': {_plain(note)}' if note else ''}" for name, url, note in rows]
        yield f"## {_plain(title)}\n\n" + "\n".join(lines) + "\n"


def _plain(text: str) -> str:
    """One line in which nothing is Markdown."""
    return _MARKS.sub(r"\\\1", chrome.shorten(text, 300))


PUBLISHER = Publisher(NAME, _plan, _render)
