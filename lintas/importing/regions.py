"""Regions that a release names: with their kind, by their government, or bare where that is clear. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from lintas import wilayah
from lintas.model import Wilayah

_WORD = r"[A-Z][\w’'-]*"
_KINDS = {
    "kota": "kota",
    "kota administrasi": "kota",
    "pemkot": "kota",
    "pemerintah kota": "kota",
    "wali kota": "kota",
    "walikota": "kota",
    "wakil wali kota": "kota",
    "wawali": "kota",
    "dprd kota": "kota",
    "kabupaten": "kabupaten",
    "kab.": "kabupaten",
    "kab": "kabupaten",
    "pemkab": "kabupaten",
    "pemerintah kabupaten": "kabupaten",
    "bupati": "kabupaten",
    "wakil bupati": "kabupaten",
    "wabup": "kabupaten",
    "dprd kabupaten": "kabupaten",
    "provinsi": "provinsi",
    "prov.": "provinsi",
    "pemprov": "provinsi",
    "pemerintah provinsi": "provinsi",
    "gubernur": "provinsi",
    "wakil gubernur": "provinsi",
    "wagub": "provinsi",
}
_KIND = "|".join(sorted(map(re.escape, _KINDS), key=len, reverse=True))
_NAMED = re.compile(
    rf"\b(?P<kind>(?i:{_KIND}))(?:\s+dan)?\s+(?P<name>{_WORD}(?: {_WORD}){{0,4}})"
    rf"(?=(?P<more>(?:,\s+{_WORD}(?: {_WORD}){{0,2}})*(?:,?\s+(?:dan|serta|maupun)\s+{_WORD}(?: {_WORD}){{0,2}})?))"
)
_BARE = re.compile(rf"{_WORD}(?: {_WORD}){{0,5}}")
# Names of regions that are words, names of people or of other things as well.
_COMMON = frozenset("batu buru sigi toba asahan agam buton bone kerinci dairi sikka ende alor malaka siak".split())
_SHORT = {
    "jabar": "Jawa Barat",
    "jateng": "Jawa Tengah",
    "jatim": "Jawa Timur",
    "kaltim": "Kalimantan Timur",
    "kalsel": "Kalimantan Selatan",
    "kalteng": "Kalimantan Tengah",
    "kalbar": "Kalimantan Barat",
    "kaltara": "Kalimantan Utara",
    "sulsel": "Sulawesi Selatan",
    "sultra": "Sulawesi Tenggara",
    "sulteng": "Sulawesi Tengah",
    "sulut": "Sulawesi Utara",
    "sulbar": "Sulawesi Barat",
    "sumut": "Sumatera Utara",
    "sumbar": "Sumatera Barat",
    "sumsel": "Sumatera Selatan",
    "ntt": "Nusa Tenggara Timur",
    "ntb": "Nusa Tenggara Barat",
    "kepri": "Kepulauan Riau",
    "babel": "Bangka Belitung",
    "diy": "Daerah Istimewa Yogyakarta",
    "dki": "Jakarta",
    "dki jakarta": "Jakarta",
    "tangsel": "Kota Tangerang Selatan",
    "pangkalpinang": "Kota Pangkal Pinang",
    "sumatra utara": "Sumatera Utara",
    "sumatra barat": "Sumatera Barat",
    "sumatra selatan": "Sumatera Selatan",
    "di yogyakarta": "Daerah Istimewa Yogyakarta",
    "yogyakarta": "Kota Yogyakarta",
    "maros": "Kabupaten Maros",
    "surakarta": "Kota Surakarta",
    "solo": "Kota Surakarta",
}


@dataclass(frozen=True, slots=True)
class Regions:
    """`found` in order of first mention; `unclear` are bare names that more than one region bears."""

    found: tuple[Wilayah, ...]
    unclear: tuple[tuple[str, tuple[Wilayah, ...]], ...]


def regions(text: str, places: Iterable[str] = ()) -> Regions:
    """Regions of a text. `places` are datelines, which name a region bare."""
    spots: dict[str, tuple[int, Wilayah]] = {}
    taken: list[tuple[int, int]] = []
    for match in _NAMED.finditer(text):
        for start, end, region in _with_kind(match):
            spots.setdefault(region.code, (start, region))
            taken.append((start, end))
    unclear: dict[str, tuple[Wilayah, ...]] = {}
    bare = _bare_names(text, taken)
    lone = [(len(text), place) for place in places if place and not spots and not any(_named(name) for _, name in bare)]
    same = [(len(text), place) for place in places if len(_named(place)) > 1]
    for start, name in [*bare, *lone, *same]:
        named = _named(name)
        if len(named) > 1:
            chosen = [region for region in named if region.code in spots]
            if len(chosen) != 1:
                unclear.setdefault(name, named)
            continue
        if named and (named[0].code != "31" or start < len(text)):
            spots.setdefault(named[0].code, (start, named[0]))
    ordered = sorted(spots.values(), key=lambda spot: (spot[0], spot[1].code))
    open_names = tuple((n, r) for n, r in unclear.items() if not any(region.code in spots for region in r))
    return Regions(tuple(region for _, region in ordered), open_names)


def _with_kind(match: re.Match[str]) -> list[tuple[int, int, Wilayah]]:
    """The region behind its kind, and those that are listed after it: `Kabupaten Bogor, Cianjur, dan Sukabumi`."""
    kind = _KINDS[match["kind"].casefold()]
    if not match["name"][0].isupper():
        return []
    first = _longest(match["name"], kind)
    if first is None:
        return []
    count, region = first
    words = match["name"].split()
    end = match.start("name") + len(" ".join(words[:count]))
    found = [(match.start(), end, region)]
    if count == len(words) and kind != "provinsi" and match["kind"].casefold() in ("kabupaten", "kota", "kab."):
        for part in re.finditer(rf"{_WORD}(?: {_WORD}){{0,2}}", match["more"]):
            listed = _longest(part[0], kind)
            if listed is None or part[0].split()[0].casefold() in _KINDS:
                break
            start = match.start("more") + part.start()
            found.append((start, start + len(" ".join(part[0].split()[: listed[0]])), listed[1]))
    return found


def _longest(words: str, kind: str) -> tuple[int, Wilayah] | None:
    pieces = words.split()
    for count in range(min(len(pieces), 4), 0, -1):
        name = " ".join(pieces[:count]).strip(".,")
        choices = [
            region for region in _named(name) if (region.kind if region.level != "provinsi" else "provinsi") == kind
        ]
        if len(choices) == 1:
            return count, choices[0]
    return None


def _named(name: str) -> tuple[Wilayah, ...]:
    known = wilayah.named(_SHORT.get(name.casefold(), name))
    return known or wilayah.named(_joined().get(_tight(name), name))


def _tight(name: str) -> str:
    return re.sub(r"[ -]", "", name.casefold())


@cache
def _joined() -> dict[str, str]:
    """Names without blanks and hyphens, as some are written both ways: Palangka Raya, Bau-Bau."""
    return {
        _tight(region.name.partition(" ")[2]): region.name for region in wilayah.regions() if region.level == "kabkota"
    }


def _bare_names(text: str, taken: list[tuple[int, int]]) -> list[tuple[int, str]]:
    """Names of regions that stand without their kind, the longest first; not those inside of other names."""
    found = []
    for match in _BARE.finditer(text):
        words = match[0].split()
        starts = [at.start() + match.start() for at in re.finditer(r"\S+", match[0])]
        place = 0
        while place < len(words):
            count = next((n for n in range(min(4, len(words) - place), 0, -1) if _is_bare(words, place, n)), 0)
            at = starts[place]
            if count and not any(start <= at < end for start, end in taken):
                found.append((at, " ".join(words[place : place + count])))
            place += count or 1
    return found


def _is_bare(words: list[str], place: int, count: int) -> bool:
    name = " ".join(words[place : place + count])
    folded = name.casefold()
    apart = (" " in name or "-" in name) and _tight(name) in _joined()
    if (folded not in _names() and not apart) or folded in _COMMON:
        return False
    before = words[place - 1].casefold() if place else ""
    return not (before in _INSIDE or (count == 1 and before and before not in _LEADING and place + count < len(words)))


_INSIDE = frozenset(
    "universitas bank institut jalan jl. gunung sungai danau selat laut teluk pulau universitas bandara "
    "stasiun pt hotel".split()
)
_LEADING = frozenset(
    "di ke dari dprd polda polres dinas bpbd bappeda pemkot pemkab pemprov bupati gubernur raya daerah warga "
    "wilayah bps bpk sekda".split()
)


@cache
def _names() -> frozenset[str]:
    from lintas.wilayah.names import bare, normal

    names = {bare(normal(region.name)) for region in wilayah.regions()} | set(_SHORT)
    return frozenset(names | {normal(region.name) for region in wilayah.regions() if region.level == "provinsi"})
