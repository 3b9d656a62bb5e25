"""What is wrong with a region code, said as a message code and its arguments."""

from __future__ import annotations

import re

from lintas.model import Wilayah
from lintas.wilayah.history import born, names_of
from lintas.wilayah.names import kind_in, named, normal
from lintas.wilayah.register import find, moved
from lintas.wilayah.repair import exists, is_shaped, repair

LEVELS = ("provinsi", "kabkota", "kecamatan", "desa")
_REGISTER_YEAR = 2025  # the shipped kecamatan list; older lists are not shipped, so older data are not held to it
_LOST_ZERO = re.compile(r"[0-9]{2}(\.[0-9]{2})*\.[0-9]")

Verdict = tuple[str, dict[str, str]]


def level_of(code: str) -> str:
    """The level that a well-formed code stands for."""
    return LEVELS[code.count(".")]


def describe(
    text: str, name: str = "", *, year: int = 0, until: int = 0, levels: tuple[str, ...] = ()
) -> Verdict | None:
    """Message code and arguments when `text` is not a valid Kemendagri code, else None.

    `name` is what stands beside the code. `year` is the first year the data speak of (0 = now): codes in force then
    are accepted. `until` is the last year (0 = now, or not known): codes that are younger are refused. `levels` are
    the levels allowed here, empty for any. The argument `at` says in which property the code stands; tables put the
    column there.
    """
    verdict = _judge(text, name, year, levels) or _unborn(text, until)
    return (verdict[0], {"at": "wilayah", **verdict[1]}) if verdict else None


def _judge(text: str, name: str, year: int, levels: tuple[str, ...]) -> Verdict | None:
    if not is_shaped(text):
        return _malformed(text, name)
    region = find(text)
    if region is None and not exists(text):
        verdict = _absent(text, name, year)
        if verdict:
            return verdict
    if levels and level_of(text) not in levels:
        where = region.name if region else ""
        return "WIL110", {"value": text, "region": where, "level": level_of(text), "allowed": ", ".join(levels)}
    return _misnamed(region, name) if region and name else None


def _unborn(text: str, until: int) -> Verdict | None:
    """A code that data of that time cannot have carried."""
    made = born(text) if until else None
    if made is None or until >= made.year:
        return None
    facts = {"value": text, "region": _region_name(text) or text, "proposed": made.former}
    return "WIL113", {**facts, "until": str(until), "year": str(made.year), "basis": made.basis}


def _region_name(code: str) -> str:
    region = find(code) or find(code.rpartition(".")[0])
    return region.name if region else ""


def _malformed(text: str, name: str) -> Verdict:
    proposed = repair(text, name)
    if not proposed:
        return "WIL103", {"value": text}
    code = "WIL101" if _LOST_ZERO.fullmatch(text) else "WIL102"
    return code, {"value": text, "proposed": proposed, "region": _region_name(proposed)}


def _absent(text: str, name: str, year: int) -> Verdict | None:
    former = moved(".".join(text.split(".")[:2]))
    if former and year and year <= former.accepted_until:
        return None
    if former:
        facts = {"former": former.code, "proposed": former.successor, "region": former.name}
        return "WIL106", {"value": text, **facts, "year": str(former.year), "basis": former.basis}
    if 0 < year < _REGISTER_YEAR and text.count(".") >= 2 and exists(".".join(text.split(".")[:2])):
        return None
    proposed = repair(text, name)
    if proposed:
        return "WIL105", {"value": text, "proposed": proposed, "region": _region_name(proposed), "name": name}
    return "WIL104", {"value": text}


def _misnamed(region: Wilayah, name: str) -> Verdict | None:
    """Compare only provinces and kabupaten/kota: names of kecamatan repeat and are spelled freely."""
    if region.level == "kecamatan":
        return None
    facts = {"value": region.code, "region": region.name, "name": name}
    others = [other for other in named(name) if other.level == region.level]
    if region in others or normal(name) in map(normal, names_of(region.code)):
        return None
    kind = kind_in(name)
    if region.level == "kabkota" and kind and kind != region.kind:
        if len(others) == 1:
            return "WIL107", {**facts, "proposed": others[0].code}
        return "WIL108", {**facts, "kind": kind}
    if len(others) == 1:
        return "WIL109", {**facts, "proposed": others[0].code, "proposed_region": others[0].name}
    return None
