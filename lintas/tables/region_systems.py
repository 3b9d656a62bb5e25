"""What a column of region codes says as a whole: its system, and whether it crosses the division of Papua."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from lintas.wilayah import SPLIT, bps_code, find, is_bps_shaped, known_to_bps, moves, named, region_of

Key = tuple[str, str, int, int]  # code as written, name beside it, first and last year the row speaks of
Verdict = tuple[str, dict[str, str]]
_ENOUGH = 3  # distinct codes before a column is judged as a whole
_NEW = ("93", "94", "95", "96")
_ARROW = "→"


def bps_verdict(text: str, name: str) -> Verdict | None:
    """What is wrong with a code of a column that is declared to hold BPS codes."""
    facts = {"at": "", "value": text, "name": name}
    flat = text.replace(".", "")
    if not is_bps_shaped(text):
        proposed = flat if is_bps_shaped(flat) and known_to_bps(flat) else ""
        regency = find(text)
        if regency is not None and regency.level == "kabkota" and bps_code(text):
            proposed = bps_code(text)
        return "WIL116", {**facts, "hint": proposed or "–"}
    region = region_of(text) if len(text) == 4 else None
    if region is not None and name:
        others = [other for other in named(name) if other.level == "kabkota"]
        if others and region not in others and len(others) == 1:
            proposed = bps_code(others[0].code)
            return "WIL118", {**facts, "region": region.name, "proposed": proposed or "–"}
    if not known_to_bps(text):
        return "WIL117", facts
    return None


def mistaken_system(keys: Iterable[Key]) -> Verdict | None:
    """A column of Kemendagri codes that rather holds BPS codes: proved by names, else guessed by codes only BPS has.

    164 BPS codes are valid Kemendagri codes of another regency, so single cells do not show it.
    """
    pairs = {(text, name) for text, name, _, _ in keys}
    named_pairs = sorted((text, name) for text, name in pairs if name and region_of(text) and named(name))
    as_bps = [(text, name) for text, name in named_pairs if region_of(text) in named(name)]
    as_own = [(text, name) for text, name in named_pairs if find(_dotted(text)) in named(name)]
    if len(as_bps) >= _ENOUGH and len(as_bps) > len(as_own) and 2 * len(as_bps) >= len(named_pairs):
        text, name = next(pair for pair in as_bps if pair not in as_own)
        region = region_of(text)
        facts = {"agree": len(as_bps), "disagree": len(named_pairs) - len(as_own), "value": text, "name": name}
        return "WIL114", {key: str(value) for key, value in facts.items()} | {"proposed": region.code if region else ""}
    if named_pairs:
        return None
    return _by_distribution({text for text, _ in pairs})


def _by_distribution(texts: Collection[str]) -> Verdict | None:
    """Without names: several codes that Kemendagri does not have, all of which BPS has; or digits without dots."""
    unknown = sorted(text for text in texts if find(_dotted(text)) is None)
    regencies = [text for text in texts if len(text.replace(".", "")) == 4]
    foreign = [text for text in unknown if region_of(text) is not None]
    if len(foreign) >= _ENOUGH and len(foreign) == len(unknown):
        return "WIL115", {"count": str(len(foreign)), "value": foreign[0]}
    undotted = [text for text in regencies if "." not in text]
    if len(undotted) >= _ENOUGH and len(undotted) == len(regencies) and all(map(region_of, undotted)):
        return "WIL115", {"count": str(len(undotted)), "value": min(undotted)}
    return None


def _dotted(text: str) -> str:
    """1101 → 11.01; other texts stay."""
    return f"{text[:2]}.{text[2:]}" if len(text) == 4 and text.isdigit() else text


def divided_series(keys: Iterable[Key]) -> tuple[tuple[str, str], ...]:
    """Arguments of the warning that a series crosses the division of Papua: the moved codes, for each new province.

    Empty when it does not. A row without a year of its own speaks of the whole period of the data.
    """
    seen = list(keys)
    years = {year for _, _, first, last in seen for year in (first, last) if year > 1}
    codes = frozenset(".".join(text.split(".")[:2]) for text, _, _, _ in seen)
    if not years or min(years) >= SPLIT or max(years) <= SPLIT:
        return ()
    moved = moves(codes)
    listed = {province: ", ".join(_pairs(moved, province)) or "–" for province in _NEW}
    whole = sorted({code for code in codes if code in (*_NEW, "91", "92")})
    if not moved and not (set(whole) & {"91", "92"}):
        return ()
    return (
        ("count", str(len(moved))),
        *((f"p{province}", text) for province, text in listed.items()),
        ("first", str(min(years))),
        ("last", str(max(years))),
    )


def _pairs(moved: Iterable[tuple[str, str, str]], province: str) -> Iterator[str]:
    return (f"{old}{_ARROW}{new}" for old, new, _ in moved if new.startswith(province))
