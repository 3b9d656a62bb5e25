"""Standing pages (`content/halaman/`) and the page for addresses that do not exist."""

from __future__ import annotations

from collections.abc import Sequence

from lintas.model import Halaman
from lintas.outputs import PAGES, Output, Publisher, Tools, page_path
from lintas.packing import digest_of
from lintas.presenting import chrome, figures, items, pictures
from lintas.relate import Site
from lintas.rendering import trusted
from lintas.views import pages
from lintas.views.parts import Link, TocItem

NAME = "statements"


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    planned = [
        Output(
            page_path(f"{page.slug}/"),
            NAME,
            page.slug,
            digest_of(site.base, page.path, page.digest, site.targets.get(page.path), *_ingredients(site, page.path)),
            page.updated,
        )
        for page in site.pages
    ]
    return [*planned, Output("404.html", NAME, "404", digest_of(site.base), listed=False)]


def _ingredients(site: Site, path: str) -> tuple[object, ...]:
    return pictures.shown(site, path), *figures.ingredients(site, path)


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    if output.subject == "404" and output.path == "404.html":
        return _missing(site, tools)
    page = next(page for page in site.pages if page.slug == output.subject)
    words = tools.renderer.strings
    html = pictures.body(site, figures.prose(site, page, tools), page.path, tools.renderer.root(output.path))
    view = pages.HalamanStatis(
        title=page.title,
        html=trusted(html),
        summary=page.summary,
        updated=items.date_text(page.updated, words),
        toc=tuple(TocItem(h.id, h.text, h.level) for h in page.headings if h.level == 2),
        figures=figures.notes(site, page.path, words),
        pages=tuple(Link(other.title, f"{other.slug}/", current=other is page) for other in site.pages),
    )
    head = chrome.meta(
        site, words, page.title, f"{page.slug}/", description=_description(page), crumbs=chrome.crumbs(words)
    )
    return tools.renderer.page(view, head, page.slug, output.path)


def _description(page: Halaman) -> str:
    return page.summary or page.excerpt


def _missing(site: Site, tools: Tools) -> bytes:
    words = tools.renderer.strings
    links = tuple(Link(words[word], f"{key}/") for key, word in chrome.sections(site))
    lead = words["not_found_text"]
    head = chrome.meta(site, words, words["not_found"], "404.html", description=lead, robots="noindex")
    others = [Link(words["not_found_other"], f"{language}/", note=language) for language in site.others]
    view = pages.TidakDitemukan(links, others[0] if others else None)
    return tools.renderer.page(view, head, "", "404.html")


PUBLISHER = Publisher(NAME, _plan, _render, bilingual=PAGES)
