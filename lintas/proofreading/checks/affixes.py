"""di- and ke-, bound forms, particles: what is written together and what apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintas.proofreading.findings import Finding, like
from lintas.proofreading.reading import Reading

_IFITAS = re.compile(r"[^\W\d_]{2,}ifitas(?:nya)?\b")
_PREFIXES = frozenset("ber ter men mem meng meny pem peng peny".split())
_APART = re.compile(r" ([A-Z]{2,}|[^\W\d_]{3,})")
_FOREIGN = re.compile(r"[a-z]*(?:[xq]|[b-df-hj-np-tv-z]y\b|ck|ee|oo|ph|sh|th|wh|ght|tion|ing\b|ment\b|[^aeiou\W]{2}e?\b(?<!ng)(?<!nk)(?<!ks))")
_ME = re.compile(r"[ -](n[gy][a-z]{3,})(?![\w-])")
_KAN = re.compile(r"(?:di|me|ter|ber|per)[a-z]{3,}\Z")
_DI = re.compile(r" ([A-Za-z]{3,}?)(?:nya|lah)?(?![\w-])")
_BOUND = re.compile(r"(?: ?- ?| )([^\W\d_]{2,})")
_BOUND_WORDS = frozenset(
    "antar pasca paska pra non multi sub semi anti swa nir supra intra infra ultra hiper tuna pan".split()
)
_OUT_OF = re.compile(r"\b(keluar) (negeri|daerah|kota|negara|wilayah|pulau|provinsi|ruangan|kantor|jawa)\b", re.I)
_SE = re.compile(r"(?<![\w-])([Ss]e)(?: | - |- )?([A-Z][a-z]+)|(?<![\w-])([Ss]e) ([a-z]{3,})\b")
_ACRONYM_SUFFIX = re.compile(r"([A-Z](?<![\w-].)[A-Z]+)(nya|ku|mu)(?!\w)")
_DI_ACRONYM = re.compile(r"([DdMm](?<![\w-].)(?:i|en?))([A-Z]{2,})(kan|i)?(?!\w)")
_YEARS = re.compile(r"([0-9](?<![\w.,-].)[0-9]{1,3}) ?(an)(?!\w)")
_NYA = re.compile(r"(?<=[a-z]) nya(?!\w)")
_ORDINAL_ROMAN = re.compile(r"(?<![\w-])([Kk]e)-([IVXLC]{1,7})(?!\w)|(?<![\w-])(ke) ([IVXL]{1,7})(?!\w)")
_ORDINAL = re.compile(
    r"(?<![\w-])([Kk]e) (\d{1,3})(?![\w%/:-]|[.,]\d)(?! (?:orang|desa|kota|kabupaten|provinsi|daerah|lokasi|"
    r"kecamatan|titik|sekolah|rumah|negara|wilayah|kelurahan|penerima|keluarga|puskesmas|unit))"
)
_ORDINAL_WORD = re.compile(r"(?<![\w-])([Kk]e)-(dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)(?!\w)")
_KE_FIRST = re.compile(r"\bKe (dua|tiga|empat|lima|enam)(?= [a-z])(?! (?:arah|tempat|lokasi|desa|kota|kabupaten|titik))")
_KE_BOTH = re.compile(r"(?<![\w-])(ke) (dua|tiga|empat) (belah|nya|kali|pihak)(?!\w)")
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
    """ter bengkalai, diharap kan: a prefix or suffix that came loose; efektifitas."""
    text, words = reading.text, reading.document.vocabulary
    for prefix in sorted(_PREFIXES & words):
        for start, end in reading.occurrences(prefix):
            match = _APART.match(text, end)
            if match and text[start].islower() and text[start - 1 : start] != "-" and not reading.passages.alien(start):
                better = text[start:end] + ("-" if match[1][0].isupper() else "") + match[1]
                yield Finding("EJA107", start, match.end(), text[start : match.end()], better, better)
    if "me" in words:
        for start, end in reading.occurrences("me"):
            match = _ME.match(text, end)
            if match and not reading.passages.alien(start):
                better = text[start:end] + match[1]
                yield Finding("EJA107", start, match.end(), text[start : match.end()], better, better)
    if "kan" in words:
        for start, end in reading.occurrences("kan"):
            before = reading.lower[max(0, start - 24) : start - 1].rpartition(" ")[2]
            if text[start - 1 : start] == " " and _KAN.match(before) and not reading.passages.alien(start):
                yield Finding("EJA107", start - 1, end, f"{before} kan", f"{before}kan", "kan")
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
    """se-Indonesia, KTP-nya, 2000-an, katanya, ke-2."""
    text = reading.text
    words = reading.document.vocabulary
    if "se" in words or "seindonesia" in words:
        yield from _whole(reading)
    if "nya" in words:
        for match in _NYA.finditer(text):
            if not reading.passages.alien(match.start()):
                before = text[max(0, match.start() - 40) : match.start()].rpartition(" ")[2]
                yield Finding("EJA112", match.start(), match.end(), f"{before} nya", f"{before}nya", "nya")
    if reading.document.unusual:
        for match in _ACRONYM_SUFFIX.finditer(text):
            better = f"{match[1]}-{match[2]}"
            yield Finding("EJA112", match.start(), match.end(), match.group(), better, better)
        for match in _DI_ACRONYM.finditer(text):
            better = f"{match[1]}-{match[2]}" + (f"-{match[3]}" if match[3] else "")
            yield Finding("EJA112", match.start(), match.end(), match.group(), better, better)
    if "an" in words:
        for match in _YEARS.finditer(text):
            better = f"{match[1]}-an"
            yield Finding("EJA112", match.start(), match.end(), match.group(), better, better)
    if "ke" in words:
        yield from _ordinals(reading)


def _whole(reading: Reading) -> Iterator[Finding]:
    for match in _SE.finditer(reading.text):
        if reading.passages.alien(match.start()):
            continue
        if match[1]:
            glued = match.group() == match[1] + match[2]
            if glued and match[2] not in ("Indonesia", "Jawa", "Sumatra", "Kota", "Kabupaten", "Provinsi", "Asia"):
                continue
            better = f"{match[1]}-{match[2]}"
        else:
            better = match[3] + match[4]
            if match[4] in ("kota", "kabupaten", "provinsi", "kecamatan"):
                better = f"{match[3]}-{match[4]}"
        yield Finding("EJA112", match.start(), match.end(), match.group(), better, better)


def _ordinals(reading: Reading) -> Iterator[Finding]:
    text = reading.text
    for match in _ORDINAL_ROMAN.finditer(text):
        number = _arabic(match[2] or match[4])
        if number and not (match[4] and text[max(0, match.start() - 14) : match.start()].lower().find("tahap") >= 0):
            better = f"{match[1] or match[3]}-{number}"
            yield Finding("EJA112", match.start(), match.end(), match.group(), better, better)
    for match in _ORDINAL.finditer(text):
        before = re.findall(r"[\w-]+", reading.lower[max(0, match.start() - 40) : match.start()])[-4:]
        if _counts(before):
            better = f"{match[1]}-{match[2]}"
            yield Finding("EJA112", match.start(), match.end(), match.group(), better, better)
    for match in _ORDINAL_WORD.finditer(text):
        better = match[1] + match[2]
        yield Finding("EJA112", match.start(), match.end(), match.group(), better, better)
    for match in _KE_FIRST.finditer(text):
        if reading.opens(match.start()):
            better = "Ke" + match[1]
            yield Finding("EJA112", match.start(), match.end(), match.group(), better, better)
    for match in _KE_BOTH.finditer(text):
        better = "ke" + match[2] + ("nya" if match[3] == "nya" else " " + match[3])
        yield Finding("EJA112", match.start(), match.end(), match.group(), better, better)


_COUNTED = frozenset(
    "hut hari-ulang-tahun ulang tahun hari peringkat urutan kali minggu pekan sila abad angkatan edisi jilid juara tahap "
    "gelombang periode pasal ayat bulan triwulan semester dies natalis kongres musyawarah yang anak milad peringatan sidang".split()
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
