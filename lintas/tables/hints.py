"""What a cell of the wrong type probably meant, as the text to type instead; "" when that is not certain."""

from __future__ import annotations

import datetime
import re

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("januari", "jan"), ("februari", "feb", "pebruari"), ("maret", "mar"), ("april", "apr"), ("mei",),
            ("juni", "jun"), ("juli", "jul"), ("agustus", "agu", "agt", "ags"), ("september", "sep", "sept"),
            ("oktober", "okt"), ("november", "nov", "nopember"), ("desember", "des"),
        ),
        start=1,
    )
    for name in names
}  # fmt: skip
_SPOKEN = re.compile(r"(\d{1,2})[ \-]([A-Za-z]+)\.?[ \-](\d{4})")
_SLASHED = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})")
_YES, _NO = ("ya", "y", "yes", "benar"), ("tidak", "t", "no", "salah")


def hint_for(kind: str, value: str) -> str:
    """A proposal for a value of a Table Schema type."""
    text = value.strip()
    if kind in ("integer", "number"):
        return _number(text, kind)
    if kind == "date":
        return _date(text)
    if kind == "boolean":
        word = text.casefold()
        return "true" if word in _YES else "false" if word in _NO else ""
    return ""


def _number(text: str, kind: str) -> str:
    """Indonesian spelling (1.234.567,8) → 1234567.8; units and "Rp" are dropped. `1.234` stays undecided."""
    bare = re.sub(r"^(Rp\.?|IDR)\s*|\s*(%|persen|jiwa|orang|km2|km²|ha)$", "", text, flags=re.IGNORECASE)
    bare = bare.replace("\u00a0", " ").strip()
    if re.fullmatch(r"[+-]?\d{1,3}([. ]\d{3})+(,\d+)?|[+-]?\d+,\d+", bare):
        bare = re.sub(r"[. ]", "", bare).replace(",", ".")
    elif re.fullmatch(r"[+-]?\d{1,3}(,\d{3}){2,}(\.\d+)?", bare):
        bare = bare.replace(",", "")
    if kind == "integer":
        bare = re.sub(r"\.0+$", "", bare)
    valid = r"[+-]?\d+" if kind == "integer" else r"[+-]?\d+(\.\d+)?"
    return bare if re.fullmatch(valid, bare, re.ASCII) and bare != text else ""


def _date(text: str) -> str:
    """Day first, as Indonesian dates are written."""
    spoken = _SPOKEN.fullmatch(text)
    if spoken:
        return _iso(spoken[3], str(_MONTHS.get(spoken[2].casefold(), 0)), spoken[1])
    slashed = _SLASHED.fullmatch(text)
    if slashed:
        return _iso(slashed[3], slashed[2], slashed[1])
    compact = re.fullmatch(r"(\d{4})(\d\d)(\d\d)", text, re.ASCII)
    return _iso(compact[1], compact[2], compact[3]) if compact else ""


def _iso(year: str, month: str, day: str) -> str:
    try:
        return datetime.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""
