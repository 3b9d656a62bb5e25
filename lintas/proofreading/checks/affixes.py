"""di- and ke-, bound forms, particles: what is written together and what apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintas.proofreading.findings import Finding, like, swap
from lintas.proofreading.reading import Reading

_IFITAS = re.compile(r"[^\W\d_]{2,}ifitas(?:nya)?\b")
_PREFIXES = frozenset("ber ter men mem meng meny pem peng peny".split())
_APART = re.compile(r" ([A-Z]{2,}|[^\W\d_]{3,})")
_FOREIGN = re.compile(
    r"[a-z]*(?:[xq]|[b-df-hj-np-tv-z]y\b|ck|ee|oo|ph|sh|th|wh|ght|tion|ing\b|ment\b|[^aeiou\W]{2}e?\b(?<!ng)(?<!nk)(?<!ks))"
)
_ME = re.compile(r"[ -](n[gy][a-z]{3,})(?![\w-])")
_STATE = re.compile(r" ([a-z]{3,}an)(?![\w-])")
_KAN = re.compile(r"(?:di|me|ter|ber|per)[a-z]{3,}\Z")
_LOOSE = (("me", _ME, "EJA107"), ("ketidak", _STATE, "EJA110"))
_DI = re.compile(r" ([A-Za-z]{3,}?)(?:nya|lah)?(?![\w-])")
_BOUND = re.compile(r"(?: ?- ?| )([^\W\d_]{2,})")
_BOUND_WORDS = frozenset(
    "antar pasca paska pra non multi sub semi anti swa nir supra intra infra ultra hiper tuna pan".split()
)
_OUT_OF = re.compile(r"\b(keluar) (negeri|daerah|kota|negara|wilayah|pulau|provinsi|ruangan|kantor|jawa)\b", re.I)
_YEARS = re.compile(r"([0-9](?<![\w.,-].)[0-9]{1,3}) ?(an)(?!\w)")
_ACRONYM = re.compile(r"([A-Z]{2,})(nya|ku|mu)|([Dd]i|[Mm]en?)([A-Z]{2,})(kan|i)?")
_AFTER_SE = re.compile(r"(?: | - |- )([^\W\d_]{3,})(?![\w-])")
_REGIONS = ("kota", "kabupaten", "provinsi", "kecamatan")
_WORDS = re.compile(r"[\w-]+")
_ORDINAL = re.compile(
    r"[ -]([IVXLC]{1,7}|\d{1,3}|(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)(?:nya)?)(?![\w%/:-]|[.,]\d)"
)
_ITEMS = re.compile(
    r" (?:orang|desa|kota|kabupaten|provinsi|daerah|lokasi|kecamatan|titik|sekolah|rumah|negara|wilayah|kelurahan"
    r"|penerima|keluarga|puskesmas|unit)\b"
)
_BOTH = re.compile(r" (?:belah|kali|pihak)\b")
_IT = re.compile(r" (?!(?:arah|tempat|lokasi|desa|kota|kabupaten|titik)\b)[a-z]")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def passive(reading: Reading) -> Iterator[Finding]:
    """di laksanakan → dilaksanakan."""
    text = reading.text
    sure, places = reading.known.lists["imbuhan.pasif"], reading.known.lists["imbuhan.bukan_pasif"]
    for start, end in reading.occurrences("di"):
        match = _DI.match(text, end)
        if not match or text[start - 1 : start] == "-":
            continue
        stem = match[1]
        small = stem.lower()
        if stem[0].isupper() and (small not in sure or reading.document.part(start).kind != "title"):
            continue
        active = small in sure or (small.endswith("kan") and len(small) > 5 and small not in places)
        if active and not reading.passages.alien(start):
            better = like(text[start:end], "di" + match.group()[1:].lower())
            yield Finding("EJA107", start, match.end(), text[start : match.end()], better, better)


def torn(reading: Reading) -> Iterator[Finding]:
    """ter bengkalai, me nyiapkan, ketidak cocokan: a prefix that came loose."""
    text, words = reading.text, reading.document.vocabulary
    shapes = [(prefix, _APART, "EJA107") for prefix in sorted(_PREFIXES & words)]
    shapes += [(word, shape, code) for word, shape, code in _LOOSE if word in words]
    for prefix, shape, code in shapes:
        for start, end in reading.occurrences(prefix):
            match = shape.match(text, end)
            if not match or text[start - 1 : start] == "-" or reading.passages.alien(start):
                continue
            if text[start].islower() or prefix == "ketidak":
                better = text[start:end] + ("-" if match[1][0].isupper() else "") + match[1]
                yield Finding(code, start, match.end(), text[start : match.end()], better, better)


def loose_suffixes(reading: Reading) -> Iterator[Finding]:
    """diharap kan, kata nya: a suffix that came loose; efektifitas."""
    text, words = reading.text, reading.document.vocabulary
    for suffix in sorted({"kan", "nya"} & words):
        for start, end in reading.occurrences(suffix):
            before = reading.lower[max(0, start - 24) : start - 1].rpartition(" ")[2]
            fits = _KAN.match(before) if suffix == "kan" else before[-1:].isalpha()
            if text[start - 1 : start] == " " and fits and text[start].islower() and not reading.passages.alien(start):
                code = "EJA107" if suffix == "kan" else "EJA112"
                yield Finding(code, start - 1, end, f"{before} {suffix}", before + suffix, suffix)
    if "ifitas" in reading.lower:
        for match in _IFITAS.finditer(text):
            if match.group().lower() not in reading.known.words:
                better = match.group().replace("ifitas", "ivitas")
                yield Finding("EJA103", match.start(), match.end(), match.group(), better, better)


def outward(reading: Reading) -> Iterator[Finding]:
    """keluar negeri → ke luar negeri."""
    if "keluar" in reading.document.vocabulary:
        for match in _OUT_OF.finditer(reading.text):
            better = like(match[1], f"ke luar {match[2]}")
            yield Finding("EJA106", match.start(), match.end(), match.group(), better, better)


def bound(reading: Reading) -> Iterator[Finding]:
    """antar sektor, multi-aktor → antarsektor, multiaktor; before a capital a hyphen."""
    lists, text = reading.known.lists, reading.text
    for prefix in sorted(_BOUND_WORDS & reading.document.vocabulary):
        for start, end in reading.occurrences(prefix):
            match = _BOUND.match(text, end)
            if not match or text[start - 1 : start] in ("-", "/") or reading.passages.alien(start):
                continue
            hyphen = "-" in match.group()
            word = match[1]
            if word.lower() in lists.get(f"bukan_terikat.{prefix}", ()) or prefix == "pan":
                continue
            if not (prefix == "anti" and hyphen and word[0].isupper()):
                yield from _bind(reading, (start, match.end()), word, "pasca" if prefix == "paska" else prefix)


def _bind(reading: Reading, place: tuple[int, int], word: str, small: str) -> Iterator[Finding]:
    """One bound form with the word after it. In a name of capitals it may be official: only a warning."""
    found = reading.text[place[0] : place[1]]
    prefix = found[: len(small)]
    glued = found == f"{prefix}-{word}"
    if not word[0].isupper():
        if _FOREIGN.match(word):
            return  # multi-entry, non-smart: a foreign word keeps the hyphen
        better = like(prefix, small + word)
        yield Finding("EJA108", *place, found, better, better)
    elif not prefix[0].isupper() or (len(word) > 1 and word.isupper() and not prefix.isupper()):
        if not glued:  # a hyphen before a capital is right
            better = f"{prefix}-{word}"
            yield Finding("EJA108", *place, found, better, better)
    elif not glued or reading.document.part(place[0]).kind in ("title", "heading"):
        better = (small + word).upper() if prefix.isupper() else like(prefix, small + word.lower())
        yield Finding("EJA109", *place, found, better)


def particles(reading: Reading) -> Iterator[Finding]:
    """se-Indonesia, KTP-nya, 2000-an, ke-2."""
    words = reading.document.vocabulary
    for word in sorted(reading.document.unusual):
        match = None if word.isupper() else _ACRONYM.fullmatch(word)
        if match:
            better = "-".join(part for part in match.groups() if part)
            yield from (swap("EJA112", place, word, better) for place in reading.written(word))
    if "an" in words:
        for match in _YEARS.finditer(reading.text):
            yield swap("EJA112", match.span(), match.group(), f"{match[1]}-an")
    if "se" in words or "seindonesia" in words:
        yield from _whole(reading)
    if "ke" in words:
        for start, end in reading.occurrences("ke"):
            yield from _ordinal(reading, start, end)


def _whole(reading: Reading) -> Iterator[Finding]:
    """se Indonesia, se-Indonesia; se orang → seorang."""
    text = reading.text
    for place in reading.occurrences("seindonesia"):
        yield swap("EJA112", place, text[slice(*place)], text[place[0] : place[0] + 2] + "-Indonesia")
    for start, end in reading.occurrences("se"):
        match = _AFTER_SE.match(text, end)
        if match and text[start + 1] == "e" and text[start - 1 : start] != "-" and not reading.passages.alien(start):
            hyphen = "-" if match[1][0].isupper() or match[1] in _REGIONS else ""
            if hyphen or match.group()[0] == " ":
                better = text[start:end] + hyphen + match[1]
                yield swap("EJA112", (start, match.end()), text[start : match.end()], better)


def _ordinal(reading: Reading, start: int, end: int) -> Iterator[Finding]:
    """ke-III → ke-3, HUT ke 80 → HUT ke-80, ke-dua → kedua, ke dua belah pihak → kedua belah pihak."""
    text = reading.text
    match = _ORDINAL.match(text, end)
    if not match or text[start - 1 : start] == "-":
        return
    ke, hyphen, word = text[start:end], match.group()[0] == "-", match[1]
    better = ""
    if set(word) <= _ROMAN.keys():
        better = f"{ke}-{_arabic(word)}" if _arabic(word) else ""
    elif word.isdigit():
        before = _WORDS.findall(reading.lower[max(0, start - 40) : start])[-4:]
        if not hyphen and _counts(before) and not _ITEMS.match(text, match.end()):
            better = f"{ke}-{word}"
    elif (
        hyphen
        or _BOTH.match(text, match.end())
        or (ke == "Ke" and reading.opens(start) and _IT.match(text, match.end()))
    ):
        better = ke + word
    if better:
        yield swap("EJA112", (start, match.end()), text[start : match.end()], better)


_COUNTED = frozenset(
    "hut ulang tahun hari peringkat urutan kali minggu pekan sila abad angkatan edisi jilid juara tahap gelombang "
    "periode pasal ayat bulan triwulan semester dies natalis kongres musyawarah "
    "yang anak milad peringatan sidang".split()
)


def _counts(before: list[str]) -> bool:
    """Whether the words before “ke 80” name something that is counted: HUT RI ke 80, hari ke 2."""
    if not before:
        return False
    if before[-1] in _COUNTED:
        return True
    return bool({"hut", "ulang", "milad", "dies", "kongres", "edisi"} & set(before))


def _arabic(roman: str) -> int:
    """The value of a Roman number, 0 when it is none."""
    total, last = 0, 0
    for letter in reversed(roman):
        value = _ROMAN[letter]
        total += -value if value < last else value
        last = max(last, value)
    return total if total < 100 else 0
