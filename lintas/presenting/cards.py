"""Cards for social media: which releases get one of their own, what stands on it, and what the page says of it."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import replace

from lintas.model import SiaranPers, Source
from lintas.outputs import Reading
from lintas.packing import digest_of
from lintas.pictures.card import HEIGHT, WIDTH, Card, Ink
from lintas.presenting import colours
from lintas.relate import Himpunan, Site, release_address
from lintas.views.chrome import Meta
from lintas.wording import Words

PORTAL = "kartu.png"  # the card of every page that has none of its own
FONT = "theme/assets/huruf/instrument-sans.woff2"
_INKS = ("panel", "panel-text", "panel-soft", "panel-accent")  # tokens of the theme: ground, title, soft, accent
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


def of_dataset(slug: str) -> str:
    """Site path of the card of a dataset."""
    return f"data/{slug}/{PORTAL}"


def dataset_card(site: Site, item: Himpunan, words: Words) -> Card:
    data = item.dataset
    owner = site.institutions.get(data.institution.text)
    period = words.form.date_range(data.temporal_start, data.temporal_end) or data.version
    updated = words.form.long_date(data.updated[:10]) if data.updated else ""
    kind = words["pdf_mark"] if site.settings.demonstration else words["dataset"]
    return Card(data.title, (kind, owner.name if owner else site.settings.title), (period, updated))


def with_dataset(site: Site, item: Himpunan, meta: Meta, words: Words) -> Meta:
    """The head of the page of a dataset with its card."""
    if not wanted(site):
        return meta
    drawn = dataset_card(site, item, words)
    said = words["card_alt_data"].format(title=drawn.title, agency=drawn.above[1])
    return shown(site, meta, of_dataset(item.dataset.slug), said)


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
    return digest_of(*(source.digest for source in site.theme if source.path in (FONT, colours.TOKENS)))


def ink(site: Site, reading: Reading) -> Ink:
    """The colours of the theme's dark panels."""
    source = colours.tokens_of(site.theme)
    return _ink(reading.source(source.path, source.digest).decode("utf-8", "replace")) if source else _STANDARD


@functools.lru_cache(maxsize=4)
def _ink(css: str) -> Ink:
    found = [colours.resolved(colours.light(css), name) for name in _INKS]
    return Ink(*found) if all(found) else _STANDARD
