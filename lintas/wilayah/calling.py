"""What people call a region besides its name: former and customary names, former codes, the code of BPS. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from lintas.wilayah.bps import bps_code
from lintas.wilayah.history import names_of
from lintas.wilayah.names import bare, normal
from lintas.wilayah.register import find, former_codes, other_names, regions

FORMER, ALSO, CODE, BPS = "dahulu", "juga", "kode-lama", "bps"


@dataclass(frozen=True, slots=True)
class Call:
    """Another name or code of the region `code`; `why` is one of FORMER, ALSO, CODE, BPS, `note` the law behind it."""

    code: str
    text: str
    why: str
    note: str = ""


@cache
def calls() -> tuple[Call, ...]:
    """All of them, in the order of the regions' codes."""
    found = [call for region in regions() for call in _names(region.code, region.name)]
    found += [Call(old.successor, old.code, CODE, old.basis) for old in former_codes()]
    for region in regions():
        digits = bps_code(region.code)
        if "." in region.code and digits and digits != region.code.replace(".", ""):
            found.append(Call(region.code, digits, BPS))
    return tuple(sorted(found, key=lambda call: call.code))


def _names(code: str, name: str) -> list[Call]:
    """Names that are no spelling of the present one; those that the official lists carried are former ones."""
    listed = {normal(each): each for each in names_of(code)}
    given = {normal(each): each for owner, each in other_names() if owner == code}
    known = {**{key: _written(each) for key, each in listed.items()}, **given}
    present = _letters(normal(name))
    return [
        Call(code, text, FORMER if key in listed and not _short(text) else ALSO)
        for key, text in known.items()
        if _letters(key) != present
    ]


def _short(name: str) -> bool:
    """ "DKI Jakarta" is an abbreviation of the present name, though lists of former years carried it."""
    return any(word.isupper() for word in name.split())


def _letters(name: str) -> str:
    return name.replace(" ", "").replace("-", "")


def _written(name: str) -> str:
    """ "KAB. TOBA SAMOSIR" → "Kabupaten Toba Samosir"."""
    return normal(name).title() if name.isupper() else name


def spoken(code: str) -> tuple[str, ...]:
    """Names by which a list of synonyms may know a region: whole, without its kind, and customary ones."""
    region = find(code)
    if region is None:
        return ()
    names = (region.name, *(name for owner, name in other_names() if owner == code))
    return tuple(dict.fromkeys(each for name in names for each in (normal(name), bare(normal(name)))))
