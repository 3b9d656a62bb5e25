"""The search page, and what its facets call their values."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from lintas.foreign import bare
from lintas.outputs import PAGES, Output, Publisher, Tools, page_path
from lintas.packing import digest_of
from lintas.presenting import chrome, found
from lintas.relate import Site
from lintas.views.parts import Link
from lintas.views.search import Cari, Named, SearchFacet

NAME = "search"
_NAMES = "nama.json"
_FACETS = (
    ("jenis", "search_kind"),
    ("tahun", "search_year"),
    ("instansi", "institutions"),
    ("topik", "topics"),
    ("wilayah", "regions"),
)
_EXAMPLES = 3


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    if not site.settings.features.search:
        return []
    return [
        Output(page_path(found.PAGE), NAME, "page", digest_of(site.base, bool(site.regions), *_examples(site))),
        Output(found.PAGE + _NAMES, NAME, "names", digest_of(site.base, *site.regions)),
    ]


def _examples(site: Site) -> Iterator[str]:
    """Words that find something here: topics and a region that releases speak of."""
    for slug in list(site.by_topic)[: _EXAMPLES - 1]:
        if slug in site.topics:
            yield site.topics[slug].name
    for code in site.by_region:
        if "." in code and code in site.regions:
            yield site.regions[code].name
            return


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    return _names(site) if output.subject == "names" else _page(site, tools)


def _names(site: Site) -> bytes:
    """Facet → key → name; short, because every search needs it."""
    named = {
        "instansi": {slug: each.short_name or each.name for slug, each in site.institutions.items()},
        "topik": {slug: each.name for slug, each in site.topics.items()},
        "wilayah": {code: each.name for code, each in site.regions.items()},
    }
    return bare(json.dumps(named, ensure_ascii=False, separators=(",", ":"))).encode()


def _page(site: Site, tools: Tools) -> bytes:
    words = tools.renderer.strings
    own = chrome.folder(words) + found.PAGE
    view = Cari(
        address=own,
        index=found.INDEX,
        names=own + _NAMES,
        facets=tuple(SearchFacet(key, words[title]) for key, title in _FACETS),
        kinds=tuple(Named(kind, words[f"kind_of_{kind}"]) for kind in found.KINDS),
        statuses=tuple(Named(status, words[f"label_{status}"]) for status in found.STATUSES),
        lists=tuple(Link(words[word], f"{key}/") for key, word in chrome.sections(site)),
        examples=tuple(Link(text, own) for text in _examples(site)),
        other=Link(words["search_everything"], found.PAGE) if own != found.PAGE else None,
    )
    head = chrome.meta(
        site,
        words,
        words["search"],
        found.PAGE,
        description=words["search_lead"],
        crumbs=chrome.crumbs(words),
        wasm=True,
    )
    return tools.renderer.page(view, head, "cari", page_path(found.PAGE))


PUBLISHER = Publisher(NAME, _plan, _render, bilingual=(*PAGES, _NAMES))
