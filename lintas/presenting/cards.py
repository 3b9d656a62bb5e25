"""Cards for social media: which releases get one of their own, what stands on it, and what the page says of it."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from lintas.model import SiaranPers, Source
from lintas.outputs import Reading
from lintas.packing import digest_of
from lintas.pictures.card import HEIGHT, WIDTH, Card, Ink
from lintas.relate import Site, release_address
from lintas.views.chrome import Meta
from lintas.wording import Words

PORTAL = "kartu.png"  # the card of every page that has none of its own
FONT = "theme/assets/huruf/instrument-sans.woff2"
_TOKENS = "theme/css/10-tokens.css"
_INKS = ("panel", "panel-text", "panel-soft", "panel-accent")  # tokens of the theme: ground, title, soft, accent
_TOKEN = re.compile(r"--([\w-]+):\s*(#[0-9a-f]{3,6}|var\(--([\w-]+)\))", re.IGNORECASE)
_STANDARD = Ink("#0a2729", "#ffffff", "#b9dedd", "#ff8465")


def wanted(site: Site) -> bool:
    """Whether there are cards: the portal wants them, and the theme has a font."""
    return site.settings.features.cards != "tidak" and font(site.theme) is not None


def first_year(site: Site) -> str:
    """The oldest year whose releases get a card; "" for all. It is counted from the newest release, not from today."""
    choice = site.settings.features.cards
    newest = max((year for year, group in site.by_year.items() if group), default="")
    return str(int(newest) - int(choice) + 1) if choice.isdigit() and newest.isdigit() else ""


def of_release(site: Site, release: SiaranPers) -> str:
    """Site path of the card that the page of a release names; "" where there are none."""
    if not wanted(site):
        return ""
    return f"{release_address(release)}{PORTAL}" if release.year >= first_year(site) else PORTAL


def shown(site: Site, meta: Meta, path: str, alt: str) -> Meta:
    """The head with its card; `alt` says what stands on it."""
    if not path:
        return meta
    url = site.settings.base_url + path
    return replace(meta, og_image_url=url, og_image_alt=alt, og_image_size=(WIDTH, HEIGHT))


def release_card(site: Site, release: SiaranPers, words: Words) -> Card:
    """What became of a release is no part of it: who shares an old card would say something wrong either way."""
    owner = next((site.institutions[ref.text] for ref in release.institutions if ref.text in site.institutions), None)
    issuer = owner.name if owner else site.settings.title
    number = release.numbers[0].text if release.numbers else site.settings.title
    kind = words["pdf_mark"] if site.settings.demonstration else words["release"]
    return Card(release.title, (kind, issuer), (number, words.form.long_date(release.published)))


def portal_card(site: Site) -> Card:
    """A demonstration does not speak for the agency."""
    agency = None if site.settings.demonstration else site.institutions.get(site.settings.agency)
    title = site.settings.tagline or site.settings.title
    return Card(title, (site.settings.title, agency.name if agency else ""), ("", ""))


def portal_words(site: Site) -> str:
    """What stands on the card of the portal."""
    card = portal_card(site)
    return ". ".join(filter(None, (*card.above, card.title)))


def font(theme: Iterable[Source]) -> Source | None:
    return next((source for source in theme if source.path == FONT), None)


def looks(site: Site) -> str:
    """Digest of the font and the colours of the theme, which every card depends on."""
    return digest_of(*(source.digest for source in site.theme if source.path in (FONT, _TOKENS)))


def ink(site: Site, reading: Reading) -> Ink:
    """The colours of the theme's dark panels."""
    source = next((source for source in site.theme if source.path == _TOKENS), None)
    return _ink(reading.source(source.path, source.digest).decode("utf-8", "replace")) if source else _STANDARD


@functools.lru_cache(maxsize=4)
def _ink(css: str) -> Ink:
    tokens: dict[str, str] = {}
    for name, value, other in _TOKEN.findall(css):
        tokens.setdefault(name, other or value)  # the first stands for light pages; others are for dark ones
    found = [_resolved(tokens, name) for name in _INKS]
    return Ink(*found) if all(found) else _STANDARD


def _resolved(tokens: Mapping[str, str], name: str) -> str:
    for _ in range(8):
        value = tokens.get(name, "")
        if value.startswith("#"):
            return value if len(value) == 7 else "#" + "".join(sign * 2 for sign in value[1:4])
        name = value
    return ""
