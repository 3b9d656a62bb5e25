"""A release as linked data: schema.org `NewsArticle`, for search engines and archives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lintas import wilayah
from lintas.model import Instansi, SiaranPers
from lintas.presenting import chrome, corrections
from lintas.presenting.pictures import facts_of, fallback
from lintas.relate import Site, release_address

Words = Mapping[str, str]


def article(site: Site, release: SiaranPers, words: Words, card: str) -> dict[str, Any]:
    """What is known of a release, in the order of Google's guide to Article; `card` is the site path of its card."""
    base, address = site.settings.base_url, site.settings.base_url + release_address(release)
    published, modified = corrections.dates(release)
    owners = [site.institutions[ref.text] for ref in release.institutions[:1] if ref.text in site.institutions]
    made: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": address,
        "mainEntityOfPage": address,
        "url": address,
        "headline": release.title,
        "description": release.summary or release.excerpt,
        "image": [*_images(site, release), *([{"@type": "ImageObject", "url": base + card}] if card else [])],
        "datePublished": published,
        "dateModified": modified,
        "author": [organization(site, owner) for owner in owners] or [publisher(site)],
        "publisher": publisher(site),
        "inLanguage": release.language,
        "isAccessibleForFree": True,
        "license": chrome.licence(site.settings.licence).url,
        "genre": words["release"],
        "articleSection": [site.topics[ref.text].name for ref in release.topics if ref.text in site.topics],
        "identifier": [
            {"@type": "PropertyValue", "propertyID": words["release_number"], "value": number.text}
            for number in release.numbers
        ],
        "locationCreated": {"@type": "Place", "name": release.place} if release.place else None,
        "contentLocation": [_place(site, ref.text) for ref in release.regions],
        "about": list(_about(site, release)),
        "mentions": [_person(site, release, index) for index in range(len(release.people))],
        "isBasedOn": list(_datasets(site, release)),
        "citation": [_regulation(each.short, each.title, each.url) for each in release.regulations],
        "correction": corrections.corrections_data(release, words),
        "creativeWorkStatus": words[f"label_{release.status}"] if release.status in ("ralat", "diganti") else None,
        "encoding": [
            {"@type": "MediaObject", "encodingFormat": kind, "contentUrl": address + name}
            for kind, name in (("text/markdown", "index.md"), ("application/json", "index.json"))
        ],
    }
    return {key: value for key, value in made.items() if value not in (None, "", [])}


def publisher(site: Site) -> dict[str, Any]:
    """Who publishes the portal; without a declared institution the portal itself."""
    agency = site.institutions.get(site.settings.agency)
    if agency is None:
        return {"@type": "Organization", "name": site.settings.title, "url": site.settings.base_url}
    return organization(site, agency)


def organization(site: Site, institution: Instansi) -> dict[str, Any]:
    made = {
        "@type": "GovernmentOrganization",
        "@id": f"{site.settings.base_url}instansi/{institution.slug}/",
        "name": institution.name,
        "alternateName": institution.short_name,
        "url": institution.website,
    }
    return {key: value for key, value in made.items() if value}


def _images(site: Site, release: SiaranPers) -> Iterator[dict[str, Any]]:
    for photo in release.photos:
        facts = facts_of(site, photo)
        path = fallback(facts).path if facts else f"media/{photo.file.text}"
        made: dict[str, Any] = {"@type": "ImageObject", "url": site.settings.base_url + path}
        made |= {key: text for key, text in (("caption", photo.caption or photo.alt), ("creditText", photo.credit)) if text}
        yield made


def _place(site: Site, code: str) -> dict[str, Any]:
    region = wilayah.find(code)
    made: dict[str, Any] = {"@type": "AdministrativeArea", "name": region.name if region else code, "identifier": code}
    if code in site.regions:
        made["url"] = f"{site.settings.base_url}wilayah/{code}/"
    return made


def _about(site: Site, release: SiaranPers) -> Iterator[dict[str, Any]]:
    base = site.settings.base_url
    for ref in release.topics:
        if ref.text in site.topics:
            yield {"@type": "Thing", "name": site.topics[ref.text].name, "url": f"{base}topik/{ref.text}/"}
    if release.event_start:
        event = {"@type": "Event", "name": release.title, "startDate": release.event_start}
        event |= {"endDate": release.event_end} if release.event_end else {}
        yield event | ({"location": {"@type": "Place", "name": release.place}} if release.place else {})


def _person(site: Site, release: SiaranPers, index: int) -> dict[str, Any]:
    person = release.people[index]
    owner = site.institutions.get(person.institution)
    made: dict[str, Any] = {"@type": "Person", "name": person.name}
    made |= {"jobTitle": person.role} if person.role else {}
    return made | ({"affiliation": {"@type": "GovernmentOrganization", "name": owner.name}} if owner else {})


def _datasets(site: Site, release: SiaranPers) -> Iterator[dict[str, Any]]:
    for ref in release.datasets:
        if ref.text in site.datasets:
            url = f"{site.settings.base_url}data/{ref.text}/"
            yield {"@type": "Dataset", "@id": url, "name": site.datasets[ref.text].dataset.title, "url": url}


def _regulation(short: str, title: str, url: str) -> dict[str, Any]:
    made = {"@type": "Legislation", "name": title or short, "legislationIdentifier": short, "url": url}
    return {key: value for key, value in made.items() if value}


