"""Names of regulations: kind and abbreviation, number, year and title against front matter and what is known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintas.proofreading.document import WORD
from lintas.proofreading.findings import Finding
from lintas.proofreading.reading import Reading

_LONG = {
    "Undang-Undang": "UU",
    "Peraturan Pemerintah Pengganti Undang-Undang": "Perppu",
    "Peraturan Pemerintah": "PP",
    "Peraturan Presiden": "Perpres",
    "Keputusan Presiden": "Keppres",
    "Instruksi Presiden": "Inpres",
    "Peraturan Daerah": "Perda",
    "Peraturan Gubernur": "Pergub",
    "Peraturan Bupati": "Perbup",
    "Peraturan Wali Kota": "Perwali",
}
_KINDS = "|".join((*_LONG, r"Peraturan Menteri [A-Z]\w+(?: [A-Z]\w+)?", *_LONG.values(), r"Permen\w+"))
_SHORT = r" \((?P<short>[A-Z][A-Za-z]{1,11})\)"
_NAMED = re.compile(
    rf"(?P<kind>{_KINDS})(?:{_SHORT})?(?: (?:Provinsi|Kabupaten|Kota) [A-Z]\w+(?: [A-Z]\w+)?| RI)?"
    r" (?:(?:Nomor|No\.?|Nomer) ?)?(?P<number>\d{1,3})(?:/| (?:Tahun|Th\.?) )(?P<year>\d{4})"
    r"(?: \((?P<after>[A-Z][A-Za-z]{1,11})\))?(?: tentang (?P<title>[A-Z][^.,;()“”\"\n]{3,160}))?"
)
_KIND_SHORT = re.compile(rf"(?P<kind>{_KINDS}){_SHORT}")
_DRAFT = re.compile(r"(?i)rancangan|raperda|ranperda")
_HEADS = frozenset(
    "undang peraturan keputusan instruksi uu perppu pp perpres keppres inpres perda pergub perbup perwali permendagri"
    .split()
)  # fmt: skip
_SHORT_FORM = re.compile(r"([A-Za-z]+) ?(?:Nomor |No\.? ?)?(\d{1,3})(?:/| Tahun )(\d{4})")


def regulations(reading: Reading) -> Iterator[Finding]:
    text = reading.text
    if not _HEADS & reading.document.vocabulary:
        return
    for match in _KIND_SHORT.finditer(text):
        yield from _abbreviation(reading, match)
    front = _front(reading)
    for match in _NAMED.finditer(text):
        if text[match.start() - 1 : match.start()].isalnum():
            continue
        key = (_short(match["kind"]), match["number"], match["year"])
        yield from _year(reading, match)
        yield from _against(match, key, front)
        yield from _title(reading, match, key, front)


def _abbreviation(reading: Reading, match: re.Match[str]) -> Iterator[Finding]:
    """Peraturan Presiden (PP)."""
    kinds = reading.known.tables["peraturan.jenis"]
    wanted = kinds.get(match["kind"])
    every = {short for value in kinds.values() for short in value.split("|")}
    if wanted and match["short"] in every and match["short"] not in wanted.split("|"):
        better = wanted.split("|")[0]
        yield Finding("EJA421", match.start("short"), match.end("short"), match.group(), better, better)


def _short(kind: str) -> str:
    return _LONG.get(kind, kind)


def _front(reading: Reading) -> dict[tuple[str, str, str], str]:
    """(kind, number, year) of the regulations in front matter → title."""
    found = {}
    for short, title in reading.regulations:
        match = _SHORT_FORM.match(short.strip("\"' "))
        if match:
            found[match[1], match[2], match[3]] = title.partition(" tentang ")[2]
    return found


def _year(reading: Reading, match: re.Match[str]) -> Iterator[Finding]:
    published = reading.published
    draft = _DRAFT.search(reading.text[max(0, match.start() - 40) : match.start()])
    if published and int(match["year"]) > published.year and not draft:
        yield Finding("EJA423", match.start("year"), match.end("year"), match["year"], str(published.year))


def _against(
    match: re.Match[str], key: tuple[str, str, str], front: dict[tuple[str, str, str], str]
) -> Iterator[Finding]:
    """The same kind and number as in front matter, another year; or the same year, another number."""
    if key in front:
        return
    for kind, number, year in front:
        if kind == key[0] and number == key[1] and year != key[2] and abs(int(year) - int(key[2])) <= 3:
            yield Finding(
                "EJA422", match.start("year"), match.end("year"), f"{kind} {key[1]}/{key[2]}", f"{kind} {number}/{year}"
            )


def _title(
    reading: Reading, match: re.Match[str], key: tuple[str, str, str], front: dict[tuple[str, str, str], str]
) -> Iterator[Finding]:
    """The words after “tentang” against those that are known."""
    title = match["title"]
    if not title:
        return
    titles = reading.known.tables["peraturan.judul"]
    right = front.get(key) or titles.get(f"{key[0]} {key[1]}/{key[2]}", "")
    have = _words(title)
    if right:
        wanted = _words(right)
        same = _common(have, wanted)
        if have[: len(wanted)] != wanted and same < min(len(wanted), len(have)):
            code = "EJA422" if front.get(key) else "EJA424"
            end = match.start("title") + min(len(title), max(len(right), 20))
            yield Finding(code, match.start("title"), end, title[:100], right)
        return
    for name, known in titles.items():
        kind, _, rest = name.partition(" ")
        wanted = _words(known)
        if kind == key[0] and have[: len(wanted)] == wanted and rest.split("/")[0] == key[1]:
            yield Finding("EJA422", match.start("year"), match.end("year"), f"{key[0]} {key[1]}/{key[2]}", name)


def _words(title: str) -> list[str]:
    return [word.lower() for word in WORD.findall(title.replace("–", "-"))]


def _common(have: list[str], wanted: list[str]) -> int:
    count = 0
    for one, other in zip(have, wanted, strict=False):
        if one != other:
            break
        count += 1
    return count
