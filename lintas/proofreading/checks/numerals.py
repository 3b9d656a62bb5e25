"""Numbers, money, percentages, ranges, hours and units as Indonesians write them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintas.proofreading.findings import Finding
from lintas.proofreading.lexicon import words_of
from lintas.proofreading.reading import Reading

_RUPIAH = re.compile(r"[Rr][Pp](?<![A-Za-z]..)(\.? ?)(?=[0-9])")
_RUPIAH_TAIL = re.compile(r",-(?![0-9])")
_ENGLISH = re.compile(r"([0-9](?<![\d.,/-].)[0-9]{0,2}(?:,[0-9]{3})+)(\.[0-9]{1,4})?(?![\d,.]*\d)")
_CLOCK = re.compile(
    r"(?i:pukul|jam) ([0-9]{1,2}):([0-9]{2})(?!\d)(?:\s?(?:-|–|s\.d\.|sampai|hingga)\s?[0-9]{1,2}:[0-9]{2})?"
    r"|[0-9](?<![\d:].)[0-9]?:[0-9]{2}(?= ?(?:WIB|WITA|WIT)\b)"
)
_ZONES = frozenset(("wib", "wita", "wit", "Wib", "Wita", "Wit"))
_YEARS = re.compile(
    r"((?:1[89]|20)(?<![\w.,/:-]..)[0-9]{2})( ?- ?| – |--| s/d )((?:1[89]|20)?[0-9]{2})(?![\w/:-]|[.,][0-9])"
)
_FIVE = re.compile(r"[0-9][0-9]{4}")
_SPAN = re.compile(r"([0-9](?<![\w.,/:-].)[0-9]?[.:][0-9]{2}) ?- ?([0-9]{1,2}[.:][0-9]{2})(?![\d:-])")
_DAY = r"(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu)"
_MONTH = r"(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember)"
_DAYS = re.compile(rf"(?i)\b({_DAY}) ?- ?({_DAY})\b")
_MONTHS = re.compile(rf"(?i)\b({_MONTH}) ?- ?({_MONTH})\b")
_FULL = re.compile(rf"([0-9](?<!\d.)[0-9]? (?i:{_MONTH})) ?- ?([0-9]{{1,2}} (?i:{_MONTH}))\b")
_MONEY = re.compile(
    r"(Rp(?<![A-Za-z]..) ?[\d.,]+(?: (?:ribu|juta|miliar|triliun))?) ?- ?((?:Rp ?)?[0-9][\d.,]*)(?=\s|[.,;)])"
)
_HYPHENED = re.compile(r"-(?= ?(?:[0-9]|Rp))")
_ROMAN = re.compile(r"([IVXL](?<![\w.,/-].)[IVXL]{0,6}) ?- ?([IVXL]{1,7})(?![\w/-])")
_NAMED = re.compile(rf"-(?= ?(?i:{_DAY}|{_MONTH})\b)")
_CODES = re.compile(
    r"(?i)\b(?:nomor|no\.?|kode|skor|unggul|imbang|kalah|menang|telepon|telp\.?|hp|wa|nip|pasal|versi"
    r"|seri|rt|rw|blok|kav\.?|km)(?: |\.)\s*(?:[\w./]*\s){0,1}\Z"
)
_MEASURES = (
    r"%|persen\b|ribu\b|juta\b|miliar\b|triliun\b|derajat\b|kilometer\b|km\b|hektare?\b|ha\b|ton\b|meter\b|kilogram\b|kg\b"
    r"|liter\b|skala richter\b|SR\b|poin\b|°C|celsius\b"
)
_OF_YEAR = re.compile(r" Tahun [12][0-9]{3}")
_NEXT = re.compile(r" ([a-z]+)")
_MEASURED = frozenset(("magnitudo", "indeks", "skor", "nilai"))
_SINGLE = frozenset("ivx")
_PATTERNS: dict[str, re.Pattern[str]] = {}


def _pattern(reading: Reading, name: str) -> re.Pattern[str]:
    """Expressions that hold a list of units, built once."""
    if not _PATTERNS:
        lists = reading.known.lists
        units = words_of(lists["nama.rentang"] | lists["nama.hitungan"])
        _PATTERNS["range"] = re.compile(
            r"([0-9](?<![\w.,/:-].)[0-9]{0,2}(?:[.,][0-9]{1,3})*) ?(-|--) ?([0-9]{1,3}(?:[.,][0-9]{1,3})*)"
            rf"(?= ?(?i:{units})(?!\w))"
        )
        whole = r"[0-9](?:(?<![\w.,:/-].)|(?<=Rp.))[0-9]{0,2}"
        _PATTERNS["decimal"] = re.compile(rf"({whole})\.([0-9]{{1,2}})(?= ?(?:{_MEASURES}))")
        _PATTERNS["measured"] = re.compile(r"(?i:magnitudo|indeks|skor|nilai) ([0-9]{1,3})\.([0-9]{1,2})(?![\d.])")
        long = r"[0-9](?:(?<![\w.,/:+-].)|(?<=Rp.)|(?<=Rp .))[0-9]{4,8}"
        _PATTERNS["long"] = re.compile(rf"({long})(?= [a-z]{{2,}}| \(|[.,;)]? |[.,;)]?$)", re.MULTILINE)
        wrong = words_of(key for key in reading.known.tables["nama.satuan"])
        _PATTERNS["unit"] = re.compile(rf"[0-9]( ?)({wrong})(?![\w²³])")
    return _PATTERNS[name]


def money(reading: Reading) -> Iterator[Finding]:
    """Rp. 1.000,- → Rp1.000."""
    text = reading.text
    if "rp" not in reading.document.vocabulary:
        return
    for match in _RUPIAH.finditer(text):
        mark, gap = match.group()[:2], match[1]
        if mark == "Rp" and not gap:
            continue
        end = match.end()
        figure = re.match(r"[\d.,]*\d", text[end : end + 25])
        amount = figure[0] if figure else ""
        code = "EJA305" if match.group() == "Rp " else "EJA306"
        yield Finding(code, match.start(), end, match.group() + amount, "Rp" + amount, "Rp")
    for match in _RUPIAH_TAIL.finditer(text):
        head = re.search(r"Rp\.? ?[\d.]+\Z", text[max(0, match.start() - 25) : match.start()])
        if head:
            yield Finding("EJA305", match.start(), match.end(), head[0] + ",-", head[0], "")


def figures(reading: Reading) -> Iterator[Finding]:
    """1,000.50 → 1.000,50; 12.5 persen → 12,5 persen; 12,5 % → 12,5%."""
    text = reading.text
    for match in re.finditer(" %", text) if " %" in text else ():
        if text[match.start() - 1 : match.start()].isdigit():
            yield Finding("EJA306", match.start(), match.start() + 1, " %", "%", "")
    for match in _ENGLISH.finditer(text) if re.search(r",[0-9]{3}", text) else ():
        if (match[1].count(",") > 1 or match[2]) and not reading.passages.alien(match.start()):
            better = match[1].replace(",", ".") + (match[2] or "").replace(".", ",")
            yield Finding("EJA306", match.start(), match.end(), match.group(), better, better)
    if re.search(r"\.[0-9]{1,2}(?![0-9.])", text):
        yield from _decimals(reading)


def thousands(reading: Reading) -> Iterator[Finding]:
    """15000 orang → 15.000 orang."""
    text = reading.text
    for match in _pattern(reading, "long").finditer(text) if _FIVE.search(text) else ():
        if match[1][0] != "0" and _counts(reading, match):
            better = f"{int(match[1]):,}".replace(",", ".")
            yield Finding("EJA308", match.start(), match.end(), match.group(), better, better)


def _counts(reading: Reading, match: re.Match[str]) -> bool:
    """Whether a long number counts something: a unit or thing follows, or Rp stands before it."""
    before = reading.text[max(0, match.start() - 24) : match.start()]
    if before.endswith(("Rp", "Rp ")):
        return True
    following = _NEXT.match(reading.lower, match.end())
    if following is None or _CODES.search(before):
        return False
    return following[1] in reading.known.lists["nama.hitungan"]


def _decimals(reading: Reading) -> Iterator[Finding]:
    """A point where Indonesians write a comma."""
    text = reading.text
    names = ("decimal", "measured") if _MEASURED & reading.document.vocabulary else ("decimal",)
    for name in names:
        for match in _pattern(reading, name).finditer(text):
            at = match.end(1)
            clock = text[max(0, match.start() - 6) : match.start()].lower().endswith(("pukul ", "jam "))
            if not clock and not reading.passages.alien(at):
                whole, part = match[1], match[2]
                yield Finding("EJA306", at, at + 1, f"{whole}.{part}", f"{whole},{part}", ",")


def units(reading: Reading) -> Iterator[Finding]:
    """50 Kg → 50 kg, 10 km2 → 10 km², 09.00 wib → 09.00 WIB."""
    text, words = reading.text, reading.document.wordset
    wrong = reading.known.tables["nama.satuan"]
    if wrong.keys() & words or "m2" in text or "m3" in text or "M2" in text:
        for match in _pattern(reading, "unit").finditer(text):
            start = match.start(1)
            before = text[max(0, start - 12) : start].rpartition(" ")[2]
            if before[:1].isdigit():
                better = " " + wrong[match[2]]
                yield Finding("EJA307", start, match.end(), match[2], better.strip(), better)
    for word in sorted(_ZONES & words):
        for start, end in reading.occurrences(word.lower()):
            if text[start - 2 : start - 1].isdigit() and text[start:end] == word:
                yield Finding("EJA307", start, end, word, word.upper(), word.upper())


def clocks(reading: Reading) -> Iterator[Finding]:
    """pukul 13:00 → pukul 13.00."""
    text = reading.text
    if not re.search(r":[0-9]{2}", text):
        return
    for match in _CLOCK.finditer(text):
        first = re.search(r"[0-9]", match.group())
        at = match.start() + (first.start() if first else 0)
        found = text[at : match.end()]
        better = re.sub(r"(\d):(\d\d)", r"\1.\2", found)
        yield Finding("EJA309", at, match.end(), found, better, better)


def ranges(reading: Reading) -> Iterator[Finding]:
    """2025-2029 → 2025–2029."""
    text = reading.text
    patterns: list[re.Pattern[str]] = []
    if "-" in text and _NAMED.search(text):
        patterns += [_DAYS, _MONTHS]
    if _HYPHENED.search(text):
        patterns += [_SPAN, _FULL, _MONEY]
    for pattern in patterns:
        yield from map(_dash, pattern.finditer(text))
    guarded: list[re.Pattern[str]] = []
    if "-" in text and (reading.document.unusual or reading.document.vocabulary & _SINGLE):
        guarded.append(_ROMAN)
    if _HYPHENED.search(text) or " – " in text or " s/d " in text:
        guarded += [_YEARS, _pattern(reading, "range")]
    for pattern in guarded:
        for match in pattern.finditer(text):
            if _rises(match) and not _CODES.search(text[max(0, match.start() - 30) : match.start()]):
                yield _dash(match)


def _rises(match: re.Match[str]) -> bool:
    """Whether two years, or two Roman numbers, can be a range."""
    first, last = match[1], match[match.lastindex or 2]
    if match.re is _YEARS:
        return int(first[2:]) < int(last) if len(last) == 2 else int(first) <= int(last)
    if match.re is _ROMAN:
        return len(match.group()) > 3
    regulation = _OF_YEAR.match(match.string, match.end())  # 050-145 Tahun 2022 is a number, no range
    return not regulation and not (first[0] == "0" and first[1:2].isdigit())


def _dash(match: re.Match[str]) -> Finding:
    better = f"{match[1]}–{match[match.lastindex or 2]}"
    return Finding("EJA304", match.start(), match.end(), match.group(), better, better)
