"""Text → `Number`: by the schemes of issuers, exactly or with a slip or two, else by what its pieces look like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lintas.numbering.model import Number, Parts, Profile, squeeze
from lintas.numbering.nearness import distance
from lintas.numbering.patterns import ROMAN, Token, render, tokens
from lintas.numbering.profiles import PROFILES

LIMIT = 120  # characters of a number
_YEAR = r"(?:19[5-9]\d|20\d\d)"
_ROMAN = {name.casefold(): month for month, name in enumerate(ROMAN) if name}
_ROMAN |= {name.replace("i", mark): month for name, month in [*_ROMAN.items()] for mark in "l1"}
_SHAPES = {"urut": r"\d{1,6}", "bulan": r"\d{1,2}", "tahun": _YEAR}
_SEQUENCE = re.compile(r"(?:[a-z]{1,6}[.-]?)?0*(\d{1,5})(?:[.-]?[a-z]{1,8})?", re.IGNORECASE)
_CLASS = re.compile(
    r"(?!SP|SR|PR)[A-Z]{2,4}\.\d+(?:\.\d+)*|\d{3}(?:\.\d+)+", re.IGNORECASE
)  # of records: HM.01.02, 400.14.1
_LABEL = re.compile(r"(?:nomor|nomer|no)\.?\s*", re.IGNORECASE)
_CANDIDATE = re.compile(
    r"(?<![\w/])(?:(?:SP|SR|HM|PR|SIPERS|PERS)\s{0,2}[.–-]?\s{0,2}(?=\d))?[A-Za-z0-9][\w.&()–-]{0,40}"
    r"(?:\s{0,2}[/\\]\s{0,2}(?:Th\.\s?[IVXLC]{1,8}\b|[\w.&()–-]{1,40})){1,9}",
    re.IGNORECASE,
)


def parse(text: str, prefer: Profile | None = None) -> Number | None:
    """What a number says. `prefer` is the scheme of the portal's own agency. None where it can be no number."""
    flat = squeeze(text)
    if not flat or len(flat) > LIMIT or not any(c.isdigit() for c in flat):
        return None
    known = [*([prefer] if prefer else []), *PROFILES]
    for loose in (False, True):
        for profile in known:
            number = _by(profile, text, flat, loose)
            if number:
                return number
    parts = _guess(flat)
    return Number(text.strip(), flat, "", parts) if parts else None


def parse_as(profile: Profile, text: str) -> Number | None:
    """The number under one scheme, exactly or loosely; None where it does not fit."""
    flat = squeeze(text)
    if not flat or len(flat) > LIMIT:
        return None
    return _by(profile, text, flat, False) or _by(profile, text, flat, True)


def find(line: str, prefer: Profile | None = None) -> list[tuple[int, int, Number]]:
    """Everything in a line that has the shape of a number, with its place."""
    found = []
    for match in _CANDIDATE.finditer(line[:2000]):
        text = match[0].rstrip(" .,;:()–-")
        label = _LABEL.match(text)
        text = text[label.end() :] if label else text
        number = parse(text, prefer)
        if number:
            start = match.start() + (label.end() if label else 0)
            found.append((start, start + len(text), number))
    return found


def _by(profile: Profile, text: str, flat: str, loose: bool) -> Number | None:
    for pattern in profile.patterns:
        parts = _loosely(pattern, flat) if loose else _exactly(pattern, flat)
        if parts is None:
            continue
        proposed = render(pattern, parts) if loose and parts.month <= 12 else ""
        return Number(text.strip(), flat, profile.key, parts, not loose, proposed)
    return None


@cache
def _regex(pattern: str) -> re.Pattern[str]:
    return re.compile("".join(_shape(token) for token in tokens(pattern)))


def _shape(token: Token) -> str:
    if not token.name:
        return re.sub(r"(?<=SP|SR)(?:\\?[.-])$", "[.-]?", re.escape(token.text.replace(" ", "")))
    if token.name == "tahun" and token.offset:
        return r"(?P<tahun>\d{2})"
    if token.roman:
        return r"(?P<bulan>[IVX]{1,5})"
    if token.name in _SHAPES:
        return f"(?P<{token.name}>{_SHAPES[token.name]})"
    words = sorted(token.words or ("*",), key=lambda word: "*" in word)
    return f"(?P<{token.name}>{'|'.join(map(_word_shape, words))})"


def _word_shape(word: str) -> str:
    """A fixed word, or one with `*` for whatever stands between two slashes."""
    return "[^/]{1,30}".join(map(re.escape, word.split("*")))


def _exactly(pattern: str, flat: str) -> Parts | None:
    match = _regex(pattern).fullmatch(flat)
    return _parts(match.groupdict(), pattern) if match else None


def _parts(found: dict[str, str], pattern: str) -> Parts | None:
    month, year = found.get("bulan", ""), found.get("tahun", "")
    offset = next((token.offset for token in tokens(pattern) if token.name == "tahun"), 0)
    return Parts(
        sequence=int(found["urut"]),
        month=int(month) if month.isdigit() else _ROMAN.get(month.casefold(), 99) if month else 0,
        year=int(year) + offset if year else 0,
        unit=found.get("unit", ""),
        classification=found.get("klasifikasi", ""),
    )


def _loosely(pattern: str, flat: str) -> Parts | None:
    """The same, piece by piece between the slashes: letters of any case, a slip or two in the fixed words."""
    wanted = list(_segments(pattern))
    flat = re.sub(rf"[.,-]({_YEAR})$", r"/\1", flat) if flat.count("/") < len(wanted) - 1 else flat
    given = flat.split("/")
    if len(given) != len(wanted):
        return None
    found: dict[str, str] = {}
    slips = 0
    for segment, text in zip(wanted, given, strict=True):
        cost = _segment(segment, text, found)
        slips += cost if cost is not None else 9
    budget = 2 if len(flat) > 14 else 1
    return _parts(found, pattern) if slips <= budget else None


def _segments(pattern: str) -> Iterator[list[Token]]:
    """The tokens between slashes."""
    segment: list[Token] = []
    for token in tokens(pattern):
        if token.name:
            segment.append(token)
            continue
        first, *rest = token.text.split("/")
        segment += [Token("", first)] if first else []
        for part in rest:
            yield segment
            segment = [Token("", part)] if part else []
    yield segment


def _segment(segment: list[Token], text: str, found: dict[str, str]) -> int | None:
    """How many slips one piece holds, None where it does not fit; fills `found`."""
    if len(segment) == 1 and (not segment[0].name or segment[0].name in ("unit", "klasifikasi")):
        return _word(segment[0], text, found)
    loose = "".join(
        r"[.-]?".join(map(re.escape, re.split(r"[.\s-]+", token.text))) if not token.name else _loose_field(token)
        for token in segment
    )
    match = re.fullmatch(loose, text, re.IGNORECASE)
    if match is None:
        return None
    found |= match.groupdict()
    return 0


def _loose_field(token: Token) -> str:
    if token.roman:
        return r"(?P<bulan>[IVXivxl1]{1,5}|\d{1,2})"
    if token.name == "bulan":
        return r"(?P<bulan>\d{1,2}|[IVXivx]{1,4})"
    return _shape(token)


def _word(token: Token, text: str, found: dict[str, str]) -> int | None:
    """Slips in a fixed word: a third of its letters at most, none in a number."""
    choices = token.words if token.name else (token.text,)
    for word in choices:
        if "*" in word and re.fullmatch(_word_shape(word), text, re.IGNORECASE):
            found[token.name] = text.upper()
            return 0
    best = min(
        ((distance(word.casefold(), text.casefold(), 3), word) for word in choices if "*" not in word),
        default=(0 if not choices else 9, text),
    )
    if best[0] and (best[0] * 3 > max(len(best[1]), 3) or best[1].isdigit()):
        return None
    if token.name:
        found[token.name] = best[1]
    return best[0]


def _guess(flat: str) -> Parts | None:
    """The pieces of a number of an unknown scheme: the year last, the month beside it, the first number as sequence."""
    pieces = flat.split("/")
    volume = re.fullmatch(r"0*(\d{1,4})/(\d{1,2})/Th\.[IVXLC]+", flat)  # of Badan Pusat Statistik, by volume
    if volume:
        return Parts(int(volume[1]), _month(volume[2]))
    years = [place for place, piece in enumerate(pieces) if re.fullmatch(_YEAR, piece)]
    if len(pieces) < 2 or not years or not any(c.isalpha() for c in flat):  # 4/7/2025 is a date
        return None
    taken = {years[-1]}
    month = next((place for place in _month_places(years[-1], pieces) if place not in taken), None)
    classes = next((p for p, piece in enumerate(pieces) if p not in taken and _CLASS.fullmatch(piece)), None)
    taken |= {place for place in (month, classes) if place is not None}
    numbered = [p for p, piece in enumerate(pieces) if p not in taken and _SEQUENCE.fullmatch(piece)]
    if not numbered and classes is not None:
        numbered, classes = ([classes], None) if _SEQUENCE.fullmatch(pieces[classes]) else ([], classes)
    if not numbered:
        return None
    match = _SEQUENCE.fullmatch(pieces[numbered[0]])
    taken.add(numbered[0])
    rest = [piece for place, piece in enumerate(pieces) if place not in taken]
    return Parts(
        sequence=int(match[1]) if match else 0,
        month=_month(pieces[month]) if month is not None else 0,
        year=int(pieces[years[-1]]),
        unit="/".join(piece for piece in rest if piece.upper() not in ("SP", "SR")),
        classification=pieces[classes] if classes is not None else "",
    )


def _month(piece: str) -> int:
    value = int(piece) if re.fullmatch(r"\d{1,2}", piece) else _ROMAN.get(piece.casefold(), 0)
    return value if 1 <= value <= 12 else 0


def _month_places(year: int, pieces: list[str]) -> list[int]:
    """Where the month may stand: just before the year, or a Roman numeral anywhere after the first piece."""
    places = [year - 1] if year > 1 and _month(pieces[year - 1]) else []
    return places + [p for p in range(1, len(pieces)) if not pieces[p].isdigit() and _month(pieces[p])]
