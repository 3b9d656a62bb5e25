"""Cards for social media, drawn for the releases of the years that the portal wants, and one for all other pages."""

from __future__ import annotations

from collections.abc import Sequence

from lintas.model import SiaranPers
from lintas.outputs import Output, Publisher, Tools
from lintas.packing import digest_of
from lintas.pictures.card import Card
from lintas.presenting import cards
from lintas.relate import Site
from lintas.wording import Words

NAME = "card_files"
_UNSAID = Words("id", {"release": "", "pdf_mark": ""})  # the digest says the words once, by their file


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    if not cards.wanted(site):
        return []
    looks = cards.looks(site)
    portal = digest_of(looks, cards.portal_card(site))
    first = cards.first_year(site)
    own = [_output(site, release, looks) for release in site.releases if release.year >= first]
    sets = [_of_dataset(site, slug, looks) for slug in site.datasets]
    return [Output(cards.PORTAL, NAME, "", portal), *own, *sets]


def _output(site: Site, release: SiaranPers, looks: str) -> Output:
    """A card depends on what stands on it and on nothing else: an edit of the text does not draw it anew."""
    looks = digest_of(looks, site.settings.demonstration)
    digest = digest_of(looks, cards.release_card(site, release, _UNSAID), _shared(site))
    return Output(cards.of_release(site, release), NAME, release.path, digest)


def _of_dataset(site: Site, slug: str, looks: str) -> Output:
    data = site.datasets[slug].dataset
    owner = site.institutions.get(data.institution.text)
    told = (data.title, data.temporal_start, data.temporal_end, data.updated, data.version, owner and owner.name)
    digest = digest_of(looks, site.settings.demonstration, site.settings.title, *told, _shared(site))
    return Output(cards.of_dataset(slug), NAME, f"data {slug}", digest)


def _shared(site: Site) -> str:
    """Digest of the words of the interface, of which a card shows one."""
    return digest_of(*(source.digest for source in site.theme if source.path.startswith("theme/i18n/")))


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    from lintas.pictures.card import draw_card

    card = _card(output.subject, site, tools)
    source = cards.font(site.theme)
    data = tools.reading.source(source.path, source.digest) if source else b""
    return draw_card(card, data, cards.ink(site, tools.reading))


def _card(subject: str, site: Site, tools: Tools) -> Card:
    words = tools.renderer.strings
    if not subject:
        return cards.portal_card(site)
    if subject.startswith("data "):
        return cards.dataset_card(site, site.datasets[subject.removeprefix("data ")], words)
    return cards.release_card(site, site.releases[site.positions[subject]], words)


PUBLISHER = Publisher(NAME, _plan, _render)
