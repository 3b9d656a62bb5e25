"""content/situs.yaml → `Settings`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit, urlunsplit

from lintas.diagnostics import Diagnostic, Outcome, Span, fault
from lintas.model import Contact, Features, Security, Settings, Terjemahan
from lintas.numbering import PROFILES, profile
from lintas.reader import Map, decode, is_url, near, read_yaml
from lintas.vocabulary import CONTACT, FEATURES, SECURITY, SETTINGS, synonyms

LANGUAGES = ("id", "en")
REGION_PAGES = ("semua", "terkait", "tidak")
YEARS = ("semua", "tidak")  # besides a number of years
LICENCES = ("CC-BY-4.0", "CC-BY-SA-4.0", "CC0-1.0", "MIT", "ODC-By-1.0", "ODbL-1.0", "PDDL-1.0")  # usual for content
_SPDX = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]{1,63}")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_EMAIL = re.compile(r"[\w.+'-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")


def load(data: bytes, path: str) -> Outcome[Settings]:
    """Read the settings. Wrong values are reported and replaced by their defaults; only `judul` is required.

    KFG202 base address, KFG203 not a slug, KFG204 e-mail, KFG205 licence.
    """
    text = decode(data, path)
    reading = read_yaml(text.value, path)
    found: list[Diagnostic] = [*text.diagnostics, *reading.diagnostics]
    site = Map(reading.value, path, found)
    site.unknown(SETTINGS, synonyms(SETTINGS))
    standard = Settings(title="")
    settings = Settings(
        title=site.text("judul", required=True),
        tagline=site.text("semboyan"),
        logo=site.ref("lambang"),
        agency=_slug(site, "instansi"),
        base_url=_base_url(site, standard.base_url),
        contact=_contact(site.map("kontak")),
        security=_security(site),
        languages=site.choices("bahasa", LANGUAGES, standard.languages),
        licence=_licence(site, standard.licence),
        number_profile=number_profile(site),
        demonstration=site.flag("demonstrasi"),
        features=_features(site.map("fitur")),
        page_size=site.integer("isi_per_halaman", standard.page_size, minimum=5, maximum=200),
        translations=translations(site, {"judul_en": "title", "semboyan_en": "tagline"}),
    )
    return Outcome(settings, tuple(found))


def translations(given: Map, keys: Mapping[str, str]) -> tuple[Terjemahan, ...]:
    """Texts that stand beside their originals under keys that end in the language: `nama`, `nama_en`."""
    texts = tuple((name, " ".join(given.text(key).split())) for key, name in keys.items() if given.text(key))
    return (Terjemahan("en", texts),) if texts else ()


def _base_url(site: Map, default: str) -> str:
    """An https address without query, fragment and user name; the slash at its end is added."""
    value = site.url("base_url", default)
    parts = urlsplit(value)
    if parts.query or parts.fragment or "@" in parts.netloc or "/../" in parts.path + "/" or "//" in parts.path:
        clean = urlunsplit(("https", parts.netloc.rpartition("@")[2], parts.path.rstrip("/") + "/", "", ""))
        site.report("KFG202", "base_url", value=value, hint=clean if ".." not in clean else "")
        return default
    return urlunsplit((parts.scheme, parts.netloc.lower(), parts.path.rstrip("/") + "/", "", ""))


def _slug(site: Map, key: str) -> str:
    value = site.text(key)
    if value and not _SLUG.fullmatch(value):
        hint = re.sub(r"[^a-z0-9]+", "-", value.lower()).strip("-")
        site.report("KFG203", key, key=key, value=value, hint=hint)
        return ""
    return value


def number_profile(given: Map) -> str:
    """`profil_nomor`: the key of a known scheme of numbers, or a pattern such as `{urut}/SP/{bulan}/{tahun}`."""
    value = given.text("profil_nomor")
    if value and profile(value) is None:
        hint = "" if "{" in value else near(value, [each.key for each in PROFILES])
        given.report("REG201", "profil_nomor", value=value, hint=hint or "{urut}/SP/{bulan}/{tahun}")
        return ""
    return value


def _licence(site: Map, default: str) -> str:
    """An SPDX identifier. Any well-formed one is taken, but one that looks like a slip of a usual one is not."""
    value = site.text("lisensi", default)
    if value in LICENCES:
        return value
    hint = near(value, LICENCES)
    if hint or not _SPDX.fullmatch(value):
        site.report("KFG205", "lisensi", value=value, hint=hint)
        return default
    return value


def _contact(contact: Map) -> Contact:
    contact.unknown(CONTACT, synonyms(CONTACT))
    email = contact.text("surel")
    if email and not _EMAIL.fullmatch(email):
        contact.report("KFG204", "surel", value=email)
        email = ""
    return Contact(
        email=email,
        phone=contact.text("telepon"),
        address=contact.text("alamat"),
        name=contact.text("nama"),
        unit=contact.text("unit"),
    )


def _security(site: Map) -> Security:
    """To whom weaknesses are reported; without an expiry date RFC 9116 knows no such file, so it is required."""
    if not site.has("keamanan"):
        return Security()
    given = site.map("keamanan")
    given.unknown(SECURITY, synonyms(SECURITY))
    found = []
    for ref in given.refs("kontak", required=True):
        mail = ref.text.removeprefix("mailto:")
        if _EMAIL.fullmatch(mail):
            found.append(f"mailto:{mail}")
        elif is_url(ref.text, ("https",)):
            found.append(ref.text)
        else:
            given.diagnostics.append(fault("KFG208", Span(given.path, ref.line, ref.column), value=ref.text))
    expires = given.date("kedaluwarsa", required=True, time=True)
    return Security(tuple(found), expires, given.url("kebijakan"), given.span("kedaluwarsa").line)


def _features(features: Map) -> Features:
    features.unknown(FEATURES, synonyms(FEATURES))
    standard = Features()
    return Features(
        xlsx=features.flag("xlsx", standard.xlsx),
        parquet=features.flag("parquet", standard.parquet),
        json=features.flag("json", standard.json),
        zip=features.flag("zip", standard.zip),
        maps=features.flag("peta", standard.maps),
        release_dataset=features.flag("data_siaran", standard.release_dataset),
        photos=features.flag("foto", standard.photos),
        cards=_years(features, "kartu", standard.cards),
        pdf=_years(features, "pdf", standard.pdf),
        explorer=features.flag("jelajah", standard.explorer),
        search=features.flag("pencarian", standard.search),
        authenticity=features.flag("keaslian", standard.authenticity),
        offline=_megabytes(features, "luring", standard.offline),
        regions=features.choice("wilayah", REGION_PAGES, standard.regions),
    )


def _megabytes(features: Map, key: str, default: str) -> str:
    """`tidak`, or the largest size of the offline edition: hosts take files of 100 MB and less."""
    value = features.text(key, default)
    if value == "tidak" or (value.isascii() and value.isdigit() and 0 < int(value) <= int(Features().offline)):
        return str(int(value)) if value.isdigit() else value
    features.report("KFG211", key, value=value)
    return default


def _years(features: Map, key: str, default: str) -> str:
    """`semua`, `tidak`, or of how many of the latest years the releases get a card, or a PDF."""
    value = features.text(key, default)
    if value in YEARS or (value.isascii() and value.isdigit() and 0 < int(value) < 100):
        return str(int(value)) if value.isdigit() else value
    features.report("KFG206" if key == "kartu" else "KFG207", key, value=value)
    return default
