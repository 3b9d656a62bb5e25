"""The line that says where (and when, and by whom) a release was written, at the start of its first paragraph. Pure.

In use are `Bekasi, Jumat (4/7/25) – `, `KOTA - `, `Aceh Besar, 20 Oktober 2021 - `, `Kota, 30 Mei 2025. `,
`Kota (Humas Pemprov X) - `, `Jakarta, Kementerian … (KLHK), Rabu, 21 Februari 2018. `, `Kota –` alone on a line,
`Kota Tim News Room X. `, and with the name of a site that published it again, `Nama.news, Kota – `.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from lintas import wilayah
from lintas.importing.dates import DATE, Found, dates

_REACH = 170  # characters in which the end of a dateline is looked for
_END = re.compile(
    r"\s?[–—―]+\s?|\s+-{1,3}\s+|\s?-{2,3}\s?|(?<=[)\d])\s?-\s?(?=[A-Z“\"])|(?<=\w)-\s+(?=[A-Z“\"])|\s?[|\]]\s?"
    r"|\s?:\s+(?=[A-Z“\"])|\.\s+(?=[A-Z“\"])|\.?$"
)
_SITE = re.compile(
    r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:com|id|news|net|info|tv|co|org|asia|online|press|today|live|site|web)$",
    re.IGNORECASE,
)
_AGENCY = re.compile(
    r"\b(?:humas|kementerian|kemen\w+|badan|dinas|diskominfo\w*|kominfo\w*|komdigi|biro|tim|pemkot|pemkab"
        r"|pemprov|pemerintah|infopublik"
    r"|antara|news|media|redaksi|prokopim|prokompim|protokol|adpim|setda|puspen\w*|direktorat|ditjen|komisi"
        r"|otoritas|bank|lembaga"
    r"|sekretariat|kontributor|pers|warta|kabar|berita|portal|bagian|balai|kantor|kepolisian|polda|polres"
        r"|kodam|kejaksaan|ppid)\b"
    r"|^(?:BNPB|BPBD|BMKG|BPS|OJK|BI|KPU|KPK|BPOM|BRIN|BIG|ESDM|KLHK|KLH|BPLH|PUPR|PU|KKP|DJP|BKN|LAN|ANRI"
        r"|BKKBN|BGN|BSSN)$",
    re.IGNORECASE,
)  # fmt: skip
_PLACE = re.compile(
    r"(?:Kota|Kabupaten|Kab\.?|Kec\.?|Kecamatan|Provinsi)?\s?[A-Z][\w’'.-]*(?:[ /](?:[A-Z][\w’'-]*"
    r"|dan(?= [A-Z])|pada(?= [A-Z]))){0,3}"
)
_TIME = re.compile(r"(?:pukul\s+)?\d{1,2}[.:]\d{2}(?:\s?(?:WIB|WITA|WIT))?$", re.IGNORECASE)
_LOOSE = re.compile(r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3}(?=\s+(?:Tim|Humas|Diskominfo|Kontributor|Redaksi)\b)")
_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]?")
_NEVER = frozenset(
    (
        "Di Pada Dalam Bahwa Rapat Siaran Foto Menteri Menko Gubernur Bupati Kepala Presiden Pemerintah Hari Ini "
        "Program Acara Kegiatan Nomor Tanggal Bertempat Catatan Jadwal Narasumber Sumber Keterangan Penulis Editor "
        "Baca Halaman Tema Waktu Tempat Narahubung Kontak Informasi Pesan Pengumuman Tentang Perihal Hal Lampiran "
        "Update Kata Menurut"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """`written` are the words taken away, `end` where the text goes on, `date` what it says of the day."""

    place: str
    written: str
    end: int
    date: Found | None
    agency: str = ""
    site: str = ""


def dateline(text: str, near: str) -> Dateline | None:
    """The dateline at the start of a paragraph, or None."""
    reach = text[:_REACH]
    lead = len(reach) - len(reach.lstrip(' [(“"'))
    for match in _END.finditer(reach):
        if match.end() == len(reach) and len(text) > len(reach):
            break
        if match.start() <= lead or (match[0].startswith(".") and match.start() < 3):
            continue
        found = _read(text, lead, match, near)
        if found:
            return _extended(found, text)
        if match[0].strip() in (".",) and match.start() > 60:
            break
    return None


def _extended(found: Dateline, text: str) -> Dateline:
    """With a second name behind the dash: `PALANGKA RAYA – MMC Kalteng - `."""
    more = re.match(r"\s*([\w.]+(?: [\w.]+){0,3})\s+[–—-]\s+(?=[A-Z“\"])", text[found.end :])
    if more is None or not (_AGENCY.search(more[1]) or _SITE.fullmatch(more[1]) or more[1].split()[0].isupper()):
        return found
    end = found.end + more.end()
    return replace(found, written=text[:end].strip(" –—-"), end=end, agency=found.agency or more[1])


def _read(text: str, lead: int, end: re.Match[str], near: str) -> Dateline | None:
    prefix = text[lead : end.start()].strip(" ])")
    if len(prefix.split()) > 18 or not prefix:
        return None
    day = next(iter(dates(prefix, near, bare=True)), None)
    rest = DATE.sub(",", prefix)
    inner = [part.strip() for part in _BRACKETS.findall(rest)]
    pieces = [part.strip(' .:“"') for part in re.split(r"[,;|]", _BRACKETS.sub(",", rest))]
    places: list[str] = []
    agencies: list[str] = [part for part in inner if part]
    sites: list[str] = []
    for piece in pieces:
        if not piece or _TIME.fullmatch(piece) or piece.casefold() in _WEEKDAYS:
            continue
        kind = _kind(piece, places)
        if not kind:
            return None
        {"place": places, "agency": agencies, "site": sites}[kind].append(piece)
    return _judged(places, agencies + sites, text, (lead, end), day=day, sites=sites)


_WEEKDAYS = frozenset("senin selasa rabu kamis jumat jum'at jum’at sabtu minggu ahad".split())


def _kind(piece: str, places: list[str]) -> str:
    if _SITE.fullmatch(piece.replace(" ", "")) and "." in piece:
        return "site"
    if known(piece):
        return "place"
    if _AGENCY.search(piece) and _named(piece):
        loose = _LOOSE.match(piece)
        if loose and not places:
            places.append(loose[0])
        return "agency"
    if _PLACE.fullmatch(piece) and len(piece.split()) <= 4 and piece.split()[0] not in _NEVER:
        return "place"
    return ""


def _named(piece: str) -> bool:
    """A name, not a sentence: all words but "dan" and the like begin with a capital."""
    words = [word for word in piece.split() if word.casefold() not in ("dan", "&", "of", "untuk")]
    return len(words) <= 10 and all(word[:1].isupper() or not word[:1].isalpha() for word in words)


def _judged(
    places: list[str],
    others: list[str],
    text: str,
    cut: tuple[int, re.Match[str]],
    *,
    day: Found | None,
    sites: list[str],
) -> Dateline | None:
    """Whether the pieces make a dateline, and which of the places is the place."""
    lead, end = cut
    sure = [place for place in places if known(place)]
    written = text[lead : end.start()].strip()
    if not places and not (sites and end[0].strip() in _DASHES):  # a site alone: `Kabar.com – `
        return None
    if places and not _fits(places, others, text, end[0].strip(), facts=(sure, day, sites, written, end.end())):
        return None
    place = (sure or places or [""])[0]
    if others and not sure and sites and len(places) > 1:
        place = places[-1]
    agency = ", ".join(other for other in others if other not in sites)
    return Dateline(proper(place), written, end.end(), day, agency, ", ".join(sites))


_DASHES = ("–", "—", "―", "-", "--", "---")


def _fits(
    places: list[str],
    others: list[str],
    text: str,
    mark: str,
    *,
    facts: tuple[list[str], Found | None, list[str], str, int],
) -> bool:
    """Whether the mark at the end may end what stands before it: a full stop needs more proof than a dash."""
    sure, day, sites, written, end = facts
    alone = len(places[0].split()) == len(written.split())
    if not sure and not day and not sites:
        shouted = all(place.isupper() for place in places)
        if len(places) > 1 or (not shouted and len(places[0].split()) > 2) or mark not in _DASHES:
            return False
    if mark == ".":
        return bool(day or (others and sure) or (sure and alone and (len(text) - end > 60 or end >= len(text))))
    if mark == "":
        return bool(day or (others and sure))
    return mark != ":" or bool(sure and (day or alone))


def known(name: str) -> bool:
    """Whether a region of any level down to kecamatan has this name (or a capital that is none of them)."""
    return bool(wilayah.named(name)) or _bare(name) in _gazetteer()


def _bare(name: str) -> str:
    return re.sub(r"^(?:kecamatan|kec\.?|kelurahan|desa)\s+", "", name.casefold()).strip(" .")


@cache
def _gazetteer() -> frozenset[str]:
    names = {district.name.casefold() for region in wilayah.regions() for district in wilayah.children(region.code)}
    return frozenset(names | _OTHERS)


_OTHERS = frozenset(
    "ikn|ibu kota nusantara|nusantara|solo|cikarang|cibinong|soreang|labuan bajo|tanjung selor|sofifi|mamuju"
    "|manokwari|bogor|dki jakarta"
    "|yogyakarta|purwokerto|ungaran|kepanjen|ngamprah|tigaraksa|ciruas|serpong|bsd|senayan|kuningan|istana"
    "|washington|singapura|tokyo"
    "|jenewa|new york|kuala lumpur|bangkok|beijing|seoul|canberra|london|paris|brussel|den haag|riyadh|makkah"
    "|mekkah|madinah|jeddah|kairo"
    "|dubai|abu dhabi|wamena|timika|tembagapura|cilegon|sentani|sorong|merauke|nabire|jayapura|rote|jawa"
    "|sumatra|kalimantan|sulawesi|bali"
    "|hong kong|manila|hanoi|dili|new delhi|moskow|berlin|wina|roma|jatinangor|nusa dua|tuban|lembang|puncak"
    "|cisarua|tangsel|jaksel|jakpus"
    "|jaktim|jakbar|jakut|jogja|banda aceh|kupang|sanur|ubud|mandalika|borobudur|tawangmangu|prambanan".split("|")
)


def proper(place: str) -> str:
    """As a place is written in a sentence: KOTA BEKASI → Kota Bekasi; abbreviations stay."""
    place = " ".join(place.split()).strip(" .,:")
    if not place.isupper() or place in ("IKN", "DKI", "DIY", "NTT", "NTB", "BSD"):
        return place
    words = (word if word in ("DKI", "DI", "IKN", "II", "III", "BSD") else word.capitalize() for word in place.split())
    return " ".join(words)
