"""The index by which a browser finds regions: names, other names, abbreviations and codes, old ones too."""

from __future__ import annotations

import json
from collections.abc import Iterator

from lintas import wilayah
from lintas.presenting import chrome
from lintas.relate import Site
from lintas.searching import synonyms
from lintas.views.finding import Finder
from lintas.wording import Words

INDEX = "wilayah/cari.json"
_WHY = ("dahulu", "juga", "kode-lama", "bps")  # in the index by number


def finder(site: Site, words: Words, name: str) -> Finder | None:
    """The field itself; there is none on a portal without pages of regions."""
    return Finder(name, INDEX, f"{chrome.folder(words)}wilayah/") if site.regions else None


def index(site: Site) -> bytes:
    """Regions that have a page, what else they are called and why, and abbreviations that are written out first."""
    places = {code: place for place, code in enumerate(site.regions)}
    called = [
        [places[code], text, _WHY.index(why), *([note] if note else [])]
        for code, text, why, note in dict.fromkeys(_called(site))
    ]
    value = {
        "wilayah": [[code, region.name] for code, region in site.regions.items()],
        "sebutan": called,
        "singkatan": wilayah.ABBREVIATIONS,
    }
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _called(site: Site) -> Iterator[tuple[str, str, str, str]]:
    """(code, other name or code, why, law) of the regions of the portal."""
    for call in wilayah.calls():
        if call.code in site.regions:
            yield call.code, call.text, call.why, call.note
    groups = [(group, {" ".join(each.casefold().split()) for each in group}) for group in synonyms.standard()]
    for code in site.regions:
        own = set(wilayah.spoken(code))
        for group, folded in groups:
            if own & folded:
                yield from ((code, each, "juga", "") for each in group if each.casefold() not in own)
