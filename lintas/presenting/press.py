"""The head of a release's page as others read it: linked data, a card for social media, and its twins."""

from __future__ import annotations

from dataclasses import replace

from lintas.model import SiaranPers
from lintas.presenting import cards, linked
from lintas.relate import Site, release_address
from lintas.views.chrome import Feed, Meta
from lintas.wording import Words


def alternates(release: SiaranPers, words: Words) -> tuple[Feed, ...]:
    """The release in the forms that lie beside its page."""
    address = release_address(release)
    return (
        Feed(words["twin_markdown"], f"{address}index.md", "text/markdown"),
        Feed(words["twin_json"], f"{address}index.json", "application/json"),
    )


def head(site: Site, release: SiaranPers, meta: Meta, words: Words) -> Meta:
    card = cards.of_release(site, release)
    return replace(
        cards.shown(site, meta, card, _said(site, release, card, words)),
        feeds=(*meta.feeds, *alternates(release, words)),
        linked_data=linked.block(site, meta, linked.article(site, release, words, card)),
    )


def _said(site: Site, release: SiaranPers, card: str, words: Words) -> str:
    """What stands on the card, for those who do not see it."""
    if card == cards.PORTAL:
        return cards.portal_words(site)
    drawn = cards.release_card(site, release, words)
    return words["card_alt"].format(title=release.title, agency=drawn.above[1])
