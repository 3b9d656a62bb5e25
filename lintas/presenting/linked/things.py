"""Organisations, places and the site itself, which many pages name."""

from __future__ import annotations

from typing import Any

from lintas import wilayah
from lintas.foreign import bare
from lintas.model import Instansi, Wilayah
from lintas.presenting.licences import licence
from lintas.relate import Site

Thing = dict[str, Any]
COUNTRY: Thing = {"@type": "Country", "name": "Indonesia", "identifier": "ID"}


def kept(values: Thing) -> Thing:
    """Without what is not known."""
    return {key: value for key, value in values.items() if value not in (None, "", [], {})}


def identifier(site: Site, path: str) -> str:
    return site.settings.base_url + path


def website_reference(site: Site) -> Thing:
    return {"@id": identifier(site, "#situs")}


def content_licence(site: Site) -> str:
    return licence(site.settings.licence).url


def organization(site: Site, institution: Instansi) -> Thing:
    """As other things name it: its own site, or its page here."""
    page = identifier(site, f"instansi/{institution.slug}/")
    return kept({
        "@type": "GovernmentOrganization",
        "@id": page,
        "name": institution.name,
        "alternateName": institution.short_name,
        "url": institution.website or page,
    })  # fmt: skip


def named_organization(site: Site, slug: str) -> Thing:
    """By what every page may say of it: its name and its page."""
    page = identifier(site, f"instansi/{slug}/")
    return {"@type": "GovernmentOrganization", "@id": page, "name": site.institutions[slug].name, "url": page}


def publisher(site: Site) -> Thing:
    """Who publishes the portal; without a declared institution the portal itself."""
    agency = site.institutions.get(site.settings.agency)
    if agency is None:
        base = site.settings.base_url
        made = {"@type": "Organization", "@id": f"{base}#penerbit", "name": site.settings.title, "url": base}
    else:
        made = organization(site, agency)
    logo = site.settings.logo.text
    return made | ({"logo": {"@type": "ImageObject", "url": identifier(site, f"media/{logo}")}} if logo else {})


def publisher_reference(site: Site) -> Thing:
    return {"@id": publisher(site)["@id"]}


def place(site: Site, code: str) -> Thing:
    """A region as other things name it."""
    region = wilayah.find(code)
    made: Thing = {"@type": "AdministrativeArea", "name": region.name if region else code, "identifier": code}
    if code in site.regions:
        page = identifier(site, f"wilayah/{code}/")
        made |= {"@id": page, "url": page}
    return made


def region(site: Site, each: Wilayah) -> Thing:
    """A region on its own page, with the one that contains it."""
    parent = place(site, each.parent) if each.parent else COUNTRY
    return place(site, each.code) | {
        "identifier": {"@type": "PropertyValue", "propertyID": "Kode wilayah Kemendagri", "value": each.code},
        "containedInPlace": parent,
    }


def institution(site: Site, each: Instansi, words_lead: str = "") -> Thing:
    """An institution on its own page."""
    page = identifier(site, f"instansi/{each.slug}/")
    contact = site.settings.contact
    point = kept({"@type": "ContactPoint", "email": contact.email, "telephone": contact.phone})
    own = each.slug == site.settings.agency and len(point) > 1
    return kept(organization(site, each) | {
        "sameAs": each.website,
        "mainEntityOfPage": page,
        "description": bare(each.description or words_lead),
        "alternateName": [name for name in (each.short_name, *each.aliases) if name],
        "parentOrganization": named_organization(site, each.parent.text)
        if each.parent.text in site.institutions else None,
        "areaServed": place(site, each.region.text) if each.region.text else COUNTRY,
        "contactPoint": point | {"contactType": contact.unit or each.name} if own else None,
    })  # fmt: skip
