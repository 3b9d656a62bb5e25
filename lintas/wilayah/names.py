"""Names of regions as people write them: "KAB. BEKASI", "Kota Adm. Jakarta Pusat", "Prov. Aceh"."""

from __future__ import annotations

import re
from functools import cache

from lintas.model import Wilayah
from lintas.wilayah.register import find, other_names, regions

ABBREVIATIONS = {
    "kab": "kabupaten",
    "adm": "administrasi",
    "kep": "kepulauan",
    "prov": "provinsi",
    "propinsi": "provinsi",
}
_KINDS = ("kabupaten", "kota")


@cache
def _index() -> dict[str, tuple[Wilayah, ...]]:
    found: dict[str, list[Wilayah]] = {}
    known = [(region, region.name) for region in regions()]
    known += [(region, name) for code, name in other_names() if (region := find(code))]
    for region, name in known:
        for key in sorted(_keys(normal(name))):
            members = found.setdefault(key, [])
            if region not in members:
                members.append(region)
    return {key: tuple(members) for key, members in found.items()}


def _keys(name: str) -> set[str]:
    """The name, the name without "administrasi", and the bare name without its kind."""
    plain = name.replace(" administrasi ", " ", 1)
    return {name, plain, bare(plain)}


def normal(name: str) -> str:
    """Folded case and spaces, abbreviations written out, "provinsi" dropped."""
    words = re.sub(r"[.\s]+", " ", name.casefold()).split()
    words = [ABBREVIATIONS.get(word, word) for word in words]
    return " ".join(words[1:] if words[:1] == ["provinsi"] else words)


def bare(name: str) -> str:
    """A normal name without "kabupaten" or "kota" (and "administrasi") in front."""
    words = name.split()
    if words and words[0] in _KINDS:
        words = words[1:]
        if words[:1] == ["administrasi"]:
            words = words[1:]
    return " ".join(words)


def kind_in(name: str) -> str:
    """ "kabupaten" or "kota" where the name begins with it (also abbreviated), else ""."""
    first = normal(name).split(" ", 1)[0]
    return first if first in _KINDS else ""


def named(name: str) -> tuple[Wilayah, ...]:
    """Provinces and kabupaten/kota that bear this name; "Bekasi" gives both the kabupaten and the kota."""
    return _index().get(normal(name), ())
