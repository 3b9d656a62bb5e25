"""The site view and the head of a document."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from lintas.foreign import mark
from lintas.model import Contact, Source
from lintas.presenting import cards, colours, feeds, icons, linked, machines
from lintas.presenting.licences import licence
from lintas.relate import Site
from lintas.views.chrome import Meta, NavItem, Situs
from lintas.views.parts import ContactItem, Link, LinkGroup
from lintas.wording import Words


def situs(site: Site, words: Words, tokens: str = "") -> Situs:
    """The view of the whole site that every page carries; navigation names only sections that exist.

    `tokens` is the style sheet that gives the colours of the theme.
    """
    settings = site.settings
    agency = site.institutions.get(settings.agency)
    return Situs(
        title=settings.title,
        lang=words.lang,
        agency=agency.name if agency else settings.title,
        agency_short=agency.short_name if agency else "",
        agency_url=agency.website if agency else "",
        tagline=settings.tagline,
        demonstration=settings.demonstration,
        nav=tuple(NavItem(key, words["nav_" + key.replace("-", "_")], f"{key}/") for key, _ in sections(site)),
        footer=_footer(site, words),
        search=f"{folder(words)}cari/" if settings.features.search else "",
        licence=licence(settings.licence, words.lang),
        contact=contact(settings.contact),
        stylesheet=stylesheet(site.theme),
        scripts=(script(site.theme),) if script(site.theme) else (),
        manifest=icons.MANIFEST,
        colours=colours.page(tokens),
        tab_icon=icons.TAB if icons.source(site.theme) else "",
        touch_icon=icons.TOUCH if icons.source(site.theme) else "",
    )


def sections(site: Site) -> tuple[tuple[str, str], ...]:
    """(address key, key of its name) of the sections that have pages."""
    present = (
        ("siaran-pers", "releases", True),
        ("data", "datasets", True),
        ("wilayah", "regions", bool(site.regions)),
        ("kawasan", "kawasan", bool(site.areas)),
        ("instansi", "institutions", bool(site.institutions)),
        ("topik", "topics", bool(site.topics)),
    )
    return tuple((key, word) for key, word, exists in present if exists)


def _footer(site: Site, words: Words) -> tuple[LinkGroup, ...]:
    links = [Link(words[w], f"{key}/") for key, w in sections(site)]
    also = [Link(words["compare"], "bandingkan/")] if site.regions else []
    also.append(Link(words["corrections"], "koreksi/"))
    if site.settings.features.authenticity:
        also.append(Link(words["genuine"], "cek-keaslian/"))
    also += [Link(words["agenda"], "jadwal/")] if site.agenda else []
    content = LinkGroup(words["footer_content"], (*links, *also, Link(words["information"], "ppid/")))
    standing = (*((p.title, p.slug) for p in site.pages), *((mark(p.title), p.slug) for p in site.waiting))
    pages = LinkGroup(words["footer_about"], tuple(Link(title, f"{slug}/") for title, slug in standing))
    feeds = LinkGroup(words["footer_machines"], (
        Link(words["feed_releases"], "umpan/siaran-pers.xml"), Link(words["feed_data"], "umpan/data.xml"),
        Link(words["feed_corrections"], "umpan/koreksi.xml"),
        *([Link(words["feed_agenda"], "umpan/jadwal.xml")] if site.agenda else []),
        Link(words["api"], "api/"), Link(words["catalogue_csv"], "data/katalog.csv"), *machines.footer_links(words),
        *([Link(words["quality_portal"], "mutu/")] if site.datasets else []),
        *([Link(words["report"], "laporan/")] if site.datasets else []),
        *([Link(words["offline"], "luring/")] if site.settings.features.offline != "tidak" else []),
    ))  # fmt: skip
    return tuple(group for group in (content, pages, feeds) if group.links)


def meta(site: Site, words: Words, title: str, address: str, *, description: str = "", **more: object) -> Meta:
    """The head of the page at `address` ("" = home). `more` are further fields of `Meta`."""
    name = site.settings.title
    head = Meta(
        title=f"{title} – {name}" if title != name else f"{name} – {site.settings.tagline}".strip(" –"),
        description=shorten(description or site.settings.tagline or name),
        canonical_url="" if more.get("robots") == "noindex" else site.settings.base_url + folder(words) + address,
        lang=words.lang,
        og_title=title,
        feeds=(*feeds.of_page(site, words, address), *machines.links_of(address, words)),
        **more,  # type: ignore[arg-type]
    )
    if head.og_type != "article":  # a release says more of itself
        head = replace(head, linked_data=linked.of_page(site, words, head, address))
    return cards.shown(site, head, cards.PORTAL if cards.wanted(site) else "", cards.portal_words(site))


def folder(words: Words) -> str:
    """The folder below which the pages of a language stand."""
    return "" if words.lang == "id" else f"{words.lang}/"


def crumbs(words: Words, *links: Link) -> tuple[Link, ...]:
    """The way from home to the parent of a page."""
    return (Link(words["home"], ""), *links)


def shorten(text: str, limit: int = 200) -> str:
    """Whole words up to `limit` characters, with an ellipsis where something was left out."""
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else flat[: limit - 1].rsplit(" ", 1)[0].rstrip(",.;:–- ") + "…"


def contact(given: Contact) -> ContactItem:
    digits = "".join(c for c in given.phone if c.isdigit() or c == "+")
    international = f"+62{digits[1:]}" if digits.startswith("0") else digits
    whole = 8 <= len(international.lstrip("+")) <= 15 and not any(c.isalpha() or c in ",;/" for c in given.phone)
    return ContactItem(
        unit=given.unit,
        name=given.name,
        email=given.email,
        phone=given.phone,
        phone_href=international if whole else "",
        address=given.address,
    )


def styles(theme: Iterable[Source]) -> tuple[Source, ...]:
    """The theme's style sheets in the order in which they are joined."""
    return tuple(s for s in theme if s.path.startswith("theme/css/") and s.path.endswith(".css"))


def scripts(theme: Iterable[Source]) -> tuple[Source, ...]:
    return tuple(s for s in theme if s.path.startswith("theme/js/") and s.path.endswith(".mjs"))


def stylesheet(theme: Iterable[Source]) -> str:
    """Address of the one style sheet. The digest in its name lets browsers keep it for as long as it is true."""
    return f"aset/situs.{_digest(styles(theme))}.css"


def script_folder(theme: Iterable[Source]) -> str:
    return f"aset/js.{_digest(scripts(theme))}/"


def script(theme: Iterable[Source]) -> str:
    """Address of the start module, or "" when the theme has none."""
    found = scripts(theme)
    return script_folder(found) + "main.mjs" if any(s.path == "theme/js/main.mjs" for s in found) else ""


def _digest(sources: Iterable[Source]) -> str:
    return hashlib.sha256("".join(f"{s.path}{s.digest}" for s in sources).encode()).hexdigest()[:10]
