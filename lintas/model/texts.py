"""What humas writes: releases, standing pages, institutions and topics."""

from __future__ import annotations

from dataclasses import dataclass

from lintas.model.authenticity import UNKNOWN, Sidik
from lintas.model.figures import Binding
from lintas.model.guards import Pengecualian
from lintas.model.settings import Contact
from lintas.model.sources import NOWHERE, Ref
from lintas.model.translations import Terjemahan


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Prose:
    """Markdown turned into safe HTML. The HTML names internal link targets by slot: `href="slot:0"` is `links[0]`."""

    html: str
    links: tuple[Ref, ...] = ()  # internal link and image targets, in order of slot number
    headings: tuple[Heading, ...] = ()
    text: str = ""  # the first 300 characters as plain text
    bindings: tuple[Binding, ...] = ()  # figures bound to data, in order
    speakers: tuple[Ref, ...] = ()  # of quotations, as captioned: "Name, role"


@dataclass(frozen=True, slots=True)
class Orang:
    name: str
    role: str = ""
    institution: str = ""


@dataclass(frozen=True, slots=True)
class Foto:
    file: Ref  # path below content/media/
    alt: str
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Peraturan:
    """A regulation that a release rests on. `short` such as "Perpres 12/2025", `title` the full name."""

    short: str
    title: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Koreksi:
    """One correction: what stood there, what stands there now, and why. `[…]` is a remark, all else is quoted."""

    date: str  # date, or date-time with zone
    old: str
    new: str
    reason: str
    weight: str = "sedang"  # kecil | sedang | besar
    line: int = 0
    former: tuple[str, ...] = ()  # SHA-256 of the text, and of files of it, that it corrected


@dataclass(frozen=True, slots=True)
class Pencabutan:
    """When and why a release was withdrawn; both empty for a release that stands."""

    date: str = ""
    reason: str = ""
    line: int = 0
    former: tuple[str, ...] = ()  # SHA-256 of the text, and of files of it, that was withdrawn


STANDING = Pencabutan()


@dataclass(frozen=True, slots=True)
class SiaranPers:
    """One press release as authored."""

    path: str
    digest: str
    slug: str
    year: str
    title: str
    published: str  # date, or date-time with zone
    numbers: tuple[Ref, ...] = ()
    place: str = ""
    event_start: str = ""
    event_end: str = ""
    summary: str = ""
    institutions: tuple[Ref, ...] = ()
    regions: tuple[Ref, ...] = ()
    topics: tuple[Ref, ...] = ()
    regulations: tuple[Peraturan, ...] = ()
    people: tuple[Orang, ...] = ()
    photos: tuple[Foto, ...] = ()
    datasets: tuple[Ref, ...] = ()
    contacts: tuple[Contact, ...] = ()
    classification: str = "berkala"  # berkala | serta-merta | setiap-saat
    language: str = "id"
    status: str = "terbit"  # terbit | ralat | dicabut | diganti | draf
    links: tuple[Ref, ...] = ()
    headings: tuple[Heading, ...] = ()
    excerpt: str = ""
    waivers: tuple[Pengecualian, ...] = ()
    embargo: str = ""  # date, or date-time with zone, before which nothing is shown
    corrections: tuple[Koreksi, ...] = ()  # oldest first
    withdrawal: Pencabutan = STANDING
    successor: Ref = NOWHERE  # slug of the release that replaces this one
    former: tuple[Ref, ...] = ()  # addresses it had before: "2025/nama-lama"
    fingerprint: Sidik = UNKNOWN  # of title and body; of a withdrawn release without body: none
    bindings: tuple[Binding, ...] = ()  # figures bound to data
    translates: Ref = NOWHERE  # slug of the release that this one says in another language
    original: str = ""  # digest of that release, from which a translation has all but its words


@dataclass(frozen=True, slots=True)
class Halaman:
    """A standing page such as /tentang/."""

    path: str
    digest: str
    slug: str
    title: str
    summary: str = ""
    updated: str = ""
    links: tuple[Ref, ...] = ()
    headings: tuple[Heading, ...] = ()
    excerpt: str = ""
    waivers: tuple[Pengecualian, ...] = ()
    bindings: tuple[Binding, ...] = ()
    former: tuple[Ref, ...] = ()  # names it had before, as last part of its address
    language: str = "id"
    translates: Ref = NOWHERE  # slug of the page that this one says in another language


@dataclass(frozen=True, slots=True)
class Instansi:
    path: str
    slug: str
    name: str
    short_name: str = ""
    kind: str = ""  # kementerian, lembaga, pemerintah-provinsi, pemerintah-kabupaten, pemerintah-kota, unit, lainnya
    parent: Ref = NOWHERE
    region: Ref = NOWHERE
    website: str = ""
    description: str = ""
    aliases: tuple[str, ...] = ()
    number_profile: str = ""  # key of a scheme of numbers, or a pattern
    former: tuple[Ref, ...] = ()
    translations: tuple[Terjemahan, ...] = ()


@dataclass(frozen=True, slots=True)
class Topik:
    slug: str
    name: str
    description: str = ""
    line: int = 0
    theme: str = ""  # entry of the EU data themes, e.g. "REGI"
    translations: tuple[Terjemahan, ...] = ()
    former: tuple[Ref, ...] = ()
