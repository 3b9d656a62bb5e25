"""Numbers as people type them, with the precision that they claim and the words around them (pure).

`2,6 juta` claims a hundred thousand: the weight of its last digit. After "sekitar", "lebih dari" or "hampir" the zeros
at the end of a number claim nothing either: `sekitar 2.600.000` claims a hundred thousand too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from lintas.figures.words import spelled

SCALES = {
    "id": {"ribu": 3, "rb": 3, "juta": 6, "jt": 6, "miliar": 9, "milyar": 9, "triliun": 12, "trilyun": 12},
    "en": {"thousand": 3, "million": 6, "billion": 9, "trillion": 12},
}
_RUN = re.compile(
    r"(?<!\w)(?:(?P<sign>[-−–]|minus\s|negatif\s)\s?)?(?:(?P<money>rp|idr)\.?\s?)?(?P<run>\d[\d.,\u00a0\u202f]*)",
    re.IGNORECASE,
)
_GROUPED = {
    "id": re.compile(r"(\d{1,3}(?:[.\u00a0\u202f]\d{3})+|\d+)(?:,(\d+))?"),
    "en": re.compile(r"(\d{1,3}(?:[,\u00a0\u202f]\d{3})+|\d+)(?:\.(\d+))?"),
}
_SCALE = re.compile(r"[\s\u00a0]*([A-Za-z]+)\b")
_PERCENT = re.compile(r"[\s\u00a0]*(?:%|persen\b|per\s?cent\b)", re.I)
_NEAR = (
    ("about", r"(?:sekitar|sekira|kira-kira|lebih kurang|kurang lebih|kurang-lebih|±|~|≈|about|around|roughly|some)"),
    ("above", r"(?:lebih dari|di atas|melebihi|melampaui|more than|over|above)"),
    ("below", r"(?:hampir|kurang dari|di bawah|mendekati|nyaris|less than|under|nearly|almost|below)"),
    ("least", r"(?:sedikitnya|setidaknya|paling sedikit|minimal|at least)"),
    ("most", r"(?:paling banyak|maksimal|at most)"),
)
_HEDGES = tuple((kind, re.compile(rf"(?:\b|(?<=\W)|^){words}\s*(?:rp\.?\s?)?$", re.I)) for kind, words in _NEAR)
_MORE = re.compile(r"^\s*(?:(?!kurang\b)[a-z²]+\s+)?lebih\b(?!\s*(?:dari|kurang))", re.I)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a text. `value` None = its signs are not put as the language puts them."""

    start: int
    end: int
    value: Decimal | None
    step: Decimal = Decimal(1)  # weight of the last digit
    scale: str = ""  # "juta" as typed
    power: int = 0
    percent: bool = False
    money: bool = False
    hedge: str = ""  # about | above | below | least | most
    words: bool = False

    @property
    def claimed(self) -> Decimal:
        """The weight of the last digit that means something."""
        if not self.hedge or not self.value:
            return self.step
        step = self.step
        while self.value % (step * 10) == 0:
            step *= 10
        return step


def numerals(text: str, language: str = "id") -> tuple[Numeral, ...]:
    """Every number of the text in digits; without one, the first in words."""
    found = tuple(_numeral(text, match, language) for match in _RUN.finditer(text))
    if found or language != "id":
        return found
    written = spelled(text)
    if written is None:
        return ()
    value, step, start, end = written
    percent = _PERCENT.match(text, end)
    return (Numeral(start, end, value, step, percent=bool(percent), hedge=_hedge(text, start, end), words=True),)


def _numeral(text: str, match: re.Match[str], language: str) -> Numeral:
    run = match["run"].rstrip(".,\u00a0\u202f")
    end = match.start("run") + len(run)
    shape = _GROUPED[language].fullmatch(run)
    if shape is None:
        return Numeral(match.start(), end, None)
    fraction = shape[2] or ""
    value = Decimal(re.sub(r"\D", "", shape[1]) + ("." + fraction if fraction else ""))
    scale, power, after = "", 0, _SCALE.match(text, end)
    if after and after[1].casefold() in SCALES[language]:
        scale, power, end = after[1], SCALES[language][after[1].casefold()], after.end()
    return Numeral(
        start=match.start(),
        end=end,
        value=(-value if match["sign"] else value).scaleb(power),
        step=Decimal(1).scaleb(power - len(fraction)),
        scale=scale,
        power=power,
        percent=_PERCENT.match(text, end) is not None,
        money=bool(match["money"]),
        hedge=_hedge(text, match.start(), end),
    )


def _hedge(text: str, start: int, end: int) -> str:
    before = text[max(0, start - 40) : start]
    for kind, words in _HEDGES:
        if words.search(before):
            return kind
    return "above" if _MORE.match(text[end : end + 40]) else ""


def holds(numeral: Numeral, value: Decimal) -> bool:
    """Whether a typed number is true of the value, by the precision that it claims; halves may go either way."""
    if numeral.value is None:
        return False
    typed, step = numeral.value, numeral.claimed
    if numeral.hedge in ("above", "least"):
        return typed < value < typed + step or (numeral.hedge == "least" and typed == value)
    if numeral.hedge in ("below", "most"):
        return typed - step < value < typed or (numeral.hedge == "most" and typed == value)
    return abs(value - typed) * 2 <= step


def rounded(numeral: Numeral, value: Decimal) -> Decimal:
    """The value as it would have been typed in the manner of `numeral`: as precise, on the side that its words say."""
    way = {"above": ROUND_FLOOR, "least": ROUND_FLOOR, "below": ROUND_CEILING, "most": ROUND_CEILING}
    step = numeral.claimed
    return (value / step).quantize(Decimal(1), rounding=way.get(numeral.hedge, ROUND_HALF_UP)) * step
