"""The pattern language of schemes: `{urut:3}/SP/{klasifikasi:HM.01.02|*}/{unit:POLKAM}/{bulan:R}/{tahun:-1998}`.

A digit is the width with zeros, R a Roman numeral, -N what was taken off the year; words are what may stand there, the
first of them in a new number; `*` stands for anything.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from lintas.numbering.model import Parts

ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
FIELDS = ("urut", "bulan", "tahun", "unit", "klasifikasi")

_FIELD = re.compile(r"\{(?P<name>[a-z]+)(?::(?P<spec>[^{}]*))?\}")


@dataclass(frozen=True, slots=True)
class Token:
    """A literal (`name` is "") or a field with what its specification says."""

    name: str
    text: str = ""  # of a literal
    width: int = 0
    roman: bool = False
    offset: int = 0  # what was taken off the year
    words: tuple[str, ...] = ()


@cache
def tokens(pattern: str) -> tuple[Token, ...]:
    """The pieces of a pattern. Raises ValueError for a field that does not exist or a pattern without `{urut}`."""
    found: list[Token] = []
    end = 0
    for match in _FIELD.finditer(pattern):
        if pattern[end : match.start()]:
            found.append(Token("", pattern[end : match.start()]))
        found.append(_field(match["name"], match["spec"] or ""))
        end = match.end()
    if pattern[end:]:
        found.append(Token("", pattern[end:]))
    if sum(token.name == "urut" for token in found) != 1:
        raise ValueError("{urut}")
    return tuple(found)


def _field(name: str, spec: str) -> Token:
    if name not in FIELDS:
        raise ValueError(f"{{{name}}}")
    if spec.isdigit():
        return Token(name, width=int(spec))
    if spec == "R":
        return Token(name, roman=True)
    if re.fullmatch(r"-\d{4}", spec):
        return Token(name, offset=int(spec[1:]))
    return Token(name, words=tuple(spec.split("|")) if spec else ())


def render(pattern: str, parts: Parts) -> str:
    """The number that a pattern gives; a unit or classification left empty is the pattern's first."""
    return "".join(_written(token, parts) for token in tokens(pattern))


def _written(token: Token, parts: Parts) -> str:
    if token.name == "urut":
        return str(parts.sequence).zfill(token.width)
    if token.name == "bulan":
        return ROMAN[parts.month] if token.roman else str(parts.month).zfill(token.width)
    if token.name == "tahun":
        return str(parts.year - token.offset)
    if not token.name:
        return token.text
    given = parts.unit if token.name == "unit" else parts.classification
    return given or next((word for word in token.words if "*" not in word), "")
