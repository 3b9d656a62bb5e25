"""Regulations that a release cites, in their short form: `Perpres 12/2025`, `Permendagri 22/2020`. Pure."""

from __future__ import annotations

import re

_MINISTRIES = {
    "dalam negeri": "dagri",
    "luar negeri": "lu",
    "pertahanan": "han",
    "keuangan": "keu",
    "kesehatan": "kes",
    "agama": "ag",
    "perhubungan": "hub",
    "pertanian": "tan",
    "perdagangan": "dag",
    "perindustrian": "perin",
    "ketenagakerjaan": "aker",
    "sosial": "sos",
    "kehutanan": "hut",
    "energi dan sumber daya mineral": " ESDM",
    "esdm": " ESDM",
    "pekerjaan umum dan perumahan rakyat": " PUPR",
    "pupr": " PUPR",
    "pekerjaan umum": " PU",
    "pu": " PU",
    "lingkungan hidup dan kehutanan": " LHK",
    "lhk": " LHK",
    "lingkungan hidup": " LH",
    "kelautan dan perikanan": " KP",
    "kp": " KP",
    "komunikasi dan informatika": "kominfo",
    "kominfo": "kominfo",
    "komunikasi dan digital": "komdigi",
    "pendidikan dan kebudayaan": "dikbud",
    "pendidikan dasar dan menengah": "dikdasmen",
    "pendidikan, kebudayaan, riset, dan teknologi": "dikbudristek",
    "pendayagunaan aparatur negara dan reformasi birokrasi": "PANRB",
    "panrb": "PANRB",
    "pan-rb": "PANRB",
    "pan rb": "PANRB",
    "hukum dan hak asasi manusia": "kumham",
    "hukum": "kum",
    "perencanaan pembangunan nasional": "PPN",
    "ppn": "PPN",
    "agraria dan tata ruang/kepala badan pertanahan nasional": " ATR/BPN",
    "atr/bpn": " ATR/BPN",
    "atr/kepala bpn": " ATR/BPN",
    "ppn/bappenas": "PPN",
    "ppn/kepala bappenas": "PPN",
    "badan usaha milik negara": " BUMN",
    "bumn": " BUMN",
    "desa, pembangunan daerah tertinggal, dan transmigrasi": "desa PDTT",
    "pariwisata dan ekonomi kreatif": "parekraf",
    "pariwisata": "par",
    "koordinator bidang politik dan keamanan": "ko Polkam",
    "koordinator bidang politik, hukum, dan keamanan": "ko Polhukam",
    "koordinator bidang perekonomian": "ko Perekonomian",
    "pemuda dan olahraga": "pora",
    "koperasi dan ukm": "kop UKM",
}
_KINDS = {
    "undang-undang dasar": "UUD",
    "peraturan pemerintah pengganti undang-undang": "Perppu",
    "perppu": "Perppu",
    "perpu": "Perppu",
    "undang-undang": "UU",
    "uu": "UU",
    "peraturan pemerintah": "PP",
    "pp": "PP",
    "peraturan presiden": "Perpres",
    "perpres": "Perpres",
    "keputusan presiden": "Keppres",
    "keppres": "Keppres",
    "instruksi presiden": "Inpres",
    "inpres": "Inpres",
    "peraturan daerah": "Perda",
    "perda": "Perda",
    "peraturan gubernur": "Pergub",
    "pergub": "Pergub",
    "keputusan gubernur": "Kepgub",
    "kepgub": "Kepgub",
    "instruksi gubernur": "Ingub",
    "peraturan bupati": "Perbup",
    "perbup": "Perbup",
    "peraturan wali kota": "Perwali",
    "peraturan walikota": "Perwali",
    "perwali": "Perwali",
    "perwal": "Perwali",
    "keputusan bupati": "Kepbup",
    "keputusan wali kota": "Kepwali",
    "peraturan otoritas jasa keuangan": "POJK",
    "peraturan ojk": "POJK",
    "pojk": "POJK",
    "surat edaran ojk": "SEOJK",
    "seojk": "SEOJK",
    "peraturan bank indonesia": "PBI",
    "pbi": "PBI",
    "peraturan komisi pemilihan umum": "PKPU",
    "pkpu": "PKPU",
    "peraturan komisi informasi": "PerKI",
    "perki": "PerKI",
    "peraturan badan pusat statistik": "Peraturan BPS",
    "peraturan bps": "Peraturan BPS",
    "peraturan mahkamah agung": "Perma",
    "surat edaran": "SE",
    "surat keputusan bersama": "SKB",
    "skb": "SKB",
    "peraturan badan informasi geospasial": "Peraturan BIG",
    "peraturan big": "Peraturan BIG",
    "peraturan kepala bnpb": "Perka BNPB",
    "peraturan bnpb": "Peraturan BNPB",
    "peraturan bssn": "Peraturan BSSN",
}
_KIND = "|".join(sorted((re.escape(kind).replace(r"\ ", r"\s+") for kind in _KINDS), key=len, reverse=True))
_MINISTER = (
    r"(?:peraturan|keputusan|instruksi|surat edaran) (?:bersama )?menteri [A-Za-z,/ -]{2,90}?(?=\s+(?:\("
    r"|republik|ri\s|nomor|no\b|\d))"
)
_ACRONYM = r"(?:Per|Kep|In)men(?:ko)?\s?-?[A-Za-z/]{2,20}(?:\s[A-Z]{2,6})?|PMK|Permen\s[A-Z][A-Za-z/-]{1,20}"
_BRACKETS = r"(?:\s*\([A-Za-z .-]{1,40}\))?"
_PLACE = (
    r"(?:\s+(?:(?:Provinsi|Kota|Kabupaten|Daerah)\s)?(?!No(?:mor|mer)?\b|Tahun\b)[A-Z][\w’'-]+(?: (?!No(?:mor"
    r"|mer)?\b|Tahun\b)[A-Z][\w’'-]+){0,4})?"
)
_REGULATION = re.compile(
    rf"\b(?P<kind>(?i:{_MINISTER})|(?i:{_KIND})|{_ACRONYM})\b{_BRACKETS}(?P<place>{_PLACE}){_BRACKETS}"
    r"(?:\s+(?:Republik Indonesia|RI))?\s+(?:(?i:nomor|no\b\.?"
    r"|nmr\.?)\s*:?\s*)?(?P<number>[0-9][\w.-]*(?:/[A-Z][\w.-]*){0,3}(?:/\d{1,2})?)\s*"
    r"(?:(?i:tahun|thn\.?)\s+|/)(?P<year>(?:19|20)\d\d)\b(?:(?=(?P<title>\s+(?i:tentang)\s+(?:[^.;“”\"\n()]"
    r"|\([A-Z][A-Za-z ]{1,20}\))+)))?"
)
_STOP = re.compile(
    r",?\s+(?:yang|serta|sebagai|guna|agar|sehingga|dengan tujuan|maka|di mana|telah|akan|merupakan|menjadi"
    r"|mengatur|juga|dan (?:UU|Perpres|PP|Peraturan|Undang)|kata|ujar|tegas|pada (?:hari|tanggal)|saat)\b",
    re.IGNORECASE,
)
_CONSTITUTION = re.compile(
    r"\b(?:UUD(?: NRI)?(?: Tahun)? 1945|Undang-Undang Dasar(?: Negara Republik Indonesia)?(?: Tahun)? 1945)\b"
)


def regulations(text: str) -> list[tuple[str, str]]:
    """Short form and full name ("" where the text gives no "tentang …") of each regulation, each once, as they come."""
    found: dict[str, tuple[int, str]] = {}
    for match in _REGULATION.finditer(text):
        short = f"{_short(match)} {match['number'].rstrip('.')}/{match['year']}"
        full = _full(match)
        start, known = found.get(short, (match.start(), ""))
        found[short] = (start, full if len(full) > len(known) else known)
    for match in _CONSTITUTION.finditer(text):
        found.setdefault("UUD 1945", (match.start(), ""))
    ordered = sorted(found.items(), key=lambda item: item[1][0])
    return [(short, full) for short, (_, full) in ordered]


def _short(match: re.Match[str]) -> str:
    kind = " ".join(match["kind"].split())
    folded = kind.casefold()
    place = " ".join(match["place"].split())
    if folded in _KINDS:
        return f"{_KINDS[folded]}{' ' + place if place and folded.startswith(('per', 'kep', 'ing')) else ''}"
    minister = re.match(r"(peraturan|keputusan|instruksi|surat edaran) (?:bersama )?menteri (.+)", folded)
    if minister:
        prefix = {"peraturan": "Permen", "keputusan": "Kepmen", "instruksi": "Inmen", "surat edaran": "SE Men"}[
            minister[1]
        ]
        name = re.sub(r",? (?:republik indonesia|ri)$", "", minister[2])
        known = _MINISTRIES.get(name) or _MINISTRIES.get(re.sub(r",(?= dan)", "", name))
        return prefix + known if known else kind
    return "PMK" if folded == "permenkeu" else kind


def _full(match: re.Match[str]) -> str:
    if not match["title"]:
        return ""
    title = match["title"]
    stop = _STOP.search(title, 12)
    if stop:
        title = title[: stop.start()]
    title = re.sub(r",\s+[a-z].*$", "", title)
    whole = match[0] + title
    return re.sub(r"\s*\([A-Za-z .-]{1,40}\)(?= |$)", "", " ".join(whole.split())).rstrip(" ,")
