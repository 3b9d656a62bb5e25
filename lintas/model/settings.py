"""The settings of a portal."""

from __future__ import annotations

from dataclasses import dataclass

from lintas.model.sources import NOWHERE, Ref
from lintas.model.translations import Terjemahan


@dataclass(frozen=True, slots=True)
class Contact:
    email: str = ""
    phone: str = ""
    address: str = ""
    name: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Security:
    """To whom a weakness of the portal is reported (RFC 9116). `expires` is "" where nothing was said."""

    contacts: tuple[str, ...] = ()  # addresses with their scheme: mailto:, https:
    expires: str = ""  # date, or date-time with zone
    policy: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Features:
    """Switches for costly outputs (`fitur` in situs.yaml)."""

    xlsx: bool = True
    parquet: bool = True
    json: bool = True
    zip: bool = True
    maps: bool = True
    release_dataset: bool = True  # the generated dataset "siaran-pers"
    photos: bool = True  # pictures in several sizes and forms
    cards: str = "2"  # cards for social media: semua | tidak | of how many of the latest years
    explorer: bool = True  # pages on which whole tables are explored
    search: bool = True  # the search index and its page
    authenticity: bool = True  # fingerprints of releases, and the page that checks texts
    pdf: str = "2"  # releases as PDF: semua | tidak | of how many of the latest years
    offline: str = "95"  # the offline edition: tidak | its largest size in MB
    regions: str = "semua"  # semua | terkait | tidak: which regions get a page


@dataclass(frozen=True, slots=True)
class Settings:
    title: str
    tagline: str = ""
    logo: Ref = NOWHERE  # path below content/media/, for the head of a letter
    agency: str = ""  # slug of the publishing institution, or "" when none is declared
    base_url: str = "https://example.go.id/"  # always ends with "/"
    contact: Contact = Contact()
    security: Security = Security()
    languages: tuple[str, ...] = ("id",)
    licence: str = "CC-BY-4.0"  # SPDX id of the content
    number_profile: str = ""
    demonstration: bool = False
    features: Features = Features()
    page_size: int = 20  # releases on one list page
    translations: tuple[Terjemahan, ...] = ()  # of title and tagline
