"""A release as linked data: schema.org `NewsArticle`, for search engines and archives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lintas.model import Peraturan, SiaranPers
from lintas.presenting import corrections
from lintas.presenting.linked.things import content_licence, organization, place, publisher, website_reference
from lintas.presenting.pictures import facts_of, fallback
from lintas.relate import Site, release_address
from lintas.wording import Words


def article(site: Site, release: SiaranPers, words: Words, card: str) -> dict[str, Any]:
    """What is known of a release, in the order of Google's guide to Article; `card` is the site path of its card."""
    base, original = site.settings.base_url, site.settings.base_url + release_address(release)
    address = f"{base}{site.language}/{release_address(release)}" if release.translates.text else original
    published, modified = corrections.dates(release)
    made: dict[str, Any] = {
        "@type": "NewsArticle",
        "@id": address,
        "mainEntityOfPage": address,
        "url": address,
        "headline": release.title,
        "description": release.summary or release.excerpt,
        "image": [*_images(site, release), *([{"@type": "ImageObject", "url": base + card}] if card else [])],
        "datePublished": published,
        "dateModified": modified,
        "author": [_author(site, release)],
        "publisher": publisher(site),
        "isPartOf": website_reference(site),
        "inLanguage": release.language,
        "translationOfWork": {"@type": "NewsArticle", "@id": original} if address != original else None,
        "workTranslation": list(_translations(site, release)),
        "isAccessibleForFree": True,
        "license": content_licence(site),
        "genre": words["release"],
        "articleSection": [site.topics[ref.text].name for ref in release.topics if ref.text in site.topics],
        "identifier": [_number(number.text, words) for number in release.numbers],
        "locationCreated": {"@type": "Place", "name": release.place} if release.place else None,
        "contentLocation": [place(site, ref.text) for ref in release.regions],
        "about": [_topic(site, ref.text) for ref in release.topics if ref.text in site.topics],
        "mentions": [_person(site, release, index) for index in range(len(release.people))],
        "temporalCoverage": "/".join(filter(None, (release.event_start, release.event_end))),
        "isBasedOn": list(_datasets(site, release, quoted=True)),
        "citation": [*_datasets(site, release, quoted=False), *map(_regulation, release.regulations)],
        "correction": corrections.corrections_data(release, words),
        "creativeWorkStatus": words[f"label_{release.status}"] if release.status in ("ralat", "diganti") else None,
        "encoding": [*_twins(original), *_paper(site, release)] if address == original else [],
    }
    return {key: value for key, value in made.items() if value not in (None, "", [])}


def _translations(site: Site, release: SiaranPers) -> Iterator[dict[str, Any]]:
    for text in site.translations.get(release.slug, ()):
        url = f"{site.settings.base_url}{text.language}/{release_address(text)}"
        yield {"@type": "NewsArticle", "@id": url, "headline": text.title, "inLanguage": text.language}


def _author(site: Site, release: SiaranPers) -> dict[str, Any]:
    """The institution that issued the release, which its front matter names first."""
    first = release.institutions[0].text if release.institutions else ""
    return organization(site, site.institutions[first]) if first in site.institutions else publisher(site)


def _number(text: str, words: Words) -> dict[str, Any]:
    return {"@type": "PropertyValue", "propertyID": words["release_number"], "value": text}


def _twins(address: str) -> Iterator[dict[str, Any]]:
    for kind, name in (("text/markdown", "index.md"), ("application/json", "index.json")):
        yield {"@type": "MediaObject", "encodingFormat": kind, "contentUrl": address + name}


def _paper(site: Site, release: SiaranPers) -> list[dict[str, Any]]:
    paper = site.papers.get(release.path)
    if paper is None:
        return []
    url, kind = site.settings.base_url + paper.path, "application/pdf"
    return [
        {
            "@type": "MediaObject",
            "encodingFormat": kind,
            "contentUrl": url,
            "contentSize": f"{paper.bytes} B",
            "sha256": paper.sha256,
        }
    ]


def _images(site: Site, release: SiaranPers) -> Iterator[dict[str, Any]]:
    for photo in release.photos:
        facts = facts_of(site, photo)
        path = fallback(facts).path if facts else f"media/{photo.file.text}"
        made: dict[str, Any] = {"@type": "ImageObject", "url": site.settings.base_url + path}
        made |= {
            key: text for key, text in (("caption", photo.caption or photo.alt), ("creditText", photo.credit)) if text
        }
        yield made


def _topic(site: Site, slug: str) -> dict[str, Any]:
    page = f"{site.settings.base_url}topik/{slug}/"
    return {"@type": "DefinedTerm", "@id": page, "name": site.topics[slug].name, "url": page}


def _person(site: Site, release: SiaranPers, index: int) -> dict[str, Any]:
    person = release.people[index]
    owner = site.institutions.get(person.institution)
    made: dict[str, Any] = {"@type": "Person", "name": person.name}
    made |= {"jobTitle": person.role} if person.role else {}
    return made | ({"affiliation": {"@type": "GovernmentOrganization", "name": owner.name}} if owner else {})


def _datasets(site: Site, release: SiaranPers, *, quoted: bool) -> Iterator[dict[str, Any]]:
    """Datasets from which the text quotes figures, or those that it only refers to."""
    bound = {each.cell.dataset for each in site.bound.get(release.path, ())}
    for slug in dict.fromkeys([*(ref.text for ref in release.datasets), *sorted(bound)]):
        if slug in site.datasets and (slug in bound) is quoted:
            url = f"{site.settings.base_url}data/{slug}/"
            yield {"@type": "Dataset", "@id": url, "name": site.datasets[slug].dataset.title, "url": url}


def _regulation(each: Peraturan) -> dict[str, Any]:
    name = each.title or each.short
    made = {"@type": "Legislation", "name": name, "legislationIdentifier": each.short, "url": each.url}
    return {key: value for key, value in made.items() if value}
