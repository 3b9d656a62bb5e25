"""Institutions and topics that a release names: those of the portal, and institutions it does not know yet. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from lintas.formatting import slug
from lintas.model import Instansi, Topik

_W = r"[A-Z][\w’'/-]*"
_HEAD = r"(?:Kementerian|Badan|Dinas|Pemerintah|Direktorat Jenderal|Lembaga|Komisi|Universitas|Pemkot|Pemkab|Pemprov)\b"
_LINK = rf"(?:,?\s+(?:dan|untuk|serta|bagi)\s+(?!{_HEAD})|,\s+(?=[A-Z][\w/-]+,?\s+(?:dan|[A-Z]\w+,)\s)|\s+)"
_BODY = re.compile(
    rf"\b(?:Kementerian Koordinator(?: Bidang)?|Kementerian|Pemerintah (?:Provinsi|Kota|Kabupaten|Daerah)"
    rf"|Pemprov|Pemkot|Pemkab|Direktorat Jenderal|Ditjen"
    rf"|Badan|Lembaga|Komisi|Dinas|Otoritas|Dewan|Mahkamah|Kejaksaan|Kepolisian|Bank Indonesia|Arsip Nasional"
    rf"|Perpustakaan Nasional|Ombudsman|Kemenko|Bappeda|BPBD|Diskominfo|Universitas|Institut|Balai Besar|Balai)"
    rf"(?:{_LINK}{_W}){{0,9}}(?:\s\([A-Z][\w/ -]{{1,30}}\))?"
)
_SHORT = re.compile(
    r"\b(?:Kemen[a-zA-Z]{2,12}|Kemenko (?:Polkam|Polhukam|PMK|Perekonomian|Pangan|Infra|Kumham)|BNPB|BPBD|BMKG"
    r"|BPS|OJK|BPOM|BRIN|BIG|BKN|LAN|ANRI|KPK|KPU|KPAI|BSSN|BGN|Bappenas|Kominfo|Komdigi|Polri|TNI|Bawaslu"
    r"|Basarnas|PVMBG|BKKBN|PPATK|BPKP|BPK|LKPP|LPSK|KLHK|KLH|PUPR)\b(?!\.)"
)
_HEADS = frozenset(
    "Kemenko Kementerian Badan Lembaga Komisi Dinas Dewan Balai Otoritas Universitas Institut Pemerintah "
    "Mahkamah Kejaksaan Kepolisian".split()
)


def institutions(text: str, known: Iterable[Instansi]) -> list[str]:
    """Slugs of the institutions that the text names by full name, short name or alias, in order of first mention."""
    places: dict[str, int] = {}
    for institution in known:
        hits = [m.start() for name in _names(institution) if (m := _pattern(name).search(text))]
        if hits:
            places[institution.slug] = min(hits)
    return sorted(places, key=lambda each: (places[each], each))


def _names(institution: Instansi) -> list[str]:
    names = [institution.name, institution.short_name, *institution.aliases]
    for long, short in (
        ("Pemerintah Kota ", "Pemkot "),
        ("Pemerintah Kabupaten ", "Pemkab "),
        ("Pemerintah Provinsi ", "Pemprov "),
    ):
        names += [name.replace(long, short, 1) for name in names if name.startswith(long)]
    return [name for name in dict.fromkeys(names) if len(name) > 2]


def _pattern(name: str) -> re.Pattern[str]:
    """A name of several words in any case, an abbreviation as it is."""
    words = r"\s+".join(map(re.escape, name.split()))
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE if " " in name else 0)


def others(text: str, known: Sequence[Instansi]) -> list[str]:
    """Institutions by name that the portal has no file of, each once, in order of first mention."""
    own = {name.casefold() for each in known for name in _names(each)}
    found: dict[str, str] = {}
    for match in sorted([*_BODY.finditer(text), *_SHORT.finditer(text)], key=lambda m: (m.start(), -len(m[0]))):
        name = " ".join(match[0].split()).rstrip(" ,/-")
        bracket = re.search(r"\s\(([^()]+)\)$", name)
        full = name[: bracket.start()] if bracket else name
        full = re.split(r"(?<=\w)\s+(?=Kementerian [A-Z]|Pemerintah (?:Kota|Kabupaten|Provinsi))", full)[0]
        full = re.sub(r"(?:,?\s(?:dan|untuk|serta|bagi)|\sRI|\sRepublik Indonesia)$", "", full)
        if (
            full in _HEADS
            or full.casefold() in own
            or any(piece in own for piece in (full.casefold(), (bracket[1] if bracket else "").casefold()))
        ):
            continue
        key = slug(full)
        if key not in found and not any(key in slug(seen) or full in seen for seen in found.values()):
            found[key] = f"{full} ({bracket[1]})" if bracket else full
    return list(found.values())


def topics(text: str, known: Iterable[Topik]) -> list[str]:
    """Slugs of the topics whose words the text has: all of them within six words, in any order."""
    words = [_stem(word) for word in re.findall(r"[\w-]+", text.casefold())]
    places: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        places.setdefault(word, []).append(place)
    found = []
    for topic in known:
        wanted = [
            _stem(word) for word in re.findall(r"[\w-]+", topic.name.casefold()) if word not in ("dan", "di", "untuk")
        ]
        first = min(wanted, key=lambda word: len(places.get(word, ())), default="")
        if len(wanted) == 1 and len(places.get(first, ())) < 3:
            continue  # one word, said in passing
        if (
            first
            and all(word in places for word in wanted)
            and any(
                all(any(abs(other - place) <= 5 for other in places[word]) for word in wanted)
                for place in places[first]
            )
        ):
            found.append(topic.slug)
    return found


def _stem(word: str) -> str:
    return "layanan" if word == "pelayanan" else word.removesuffix("nya") if len(word) > 6 else word
