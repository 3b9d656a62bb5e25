"""The next free number of a scheme."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from lintas.numbering.model import Number, Parts, Profile
from lintas.numbering.parsing import parse_as
from lintas.numbering.patterns import render


def next_number(profile: Profile, taken: Iterable[str], day: date) -> str:
    """One more than the highest of the year of `day` (sequences begin anew each year), written as the issuer does.

    Unit and classification are those of the latest number that was taken, else the first of the pattern.
    """
    numbers = [number for text in taken if (number := parse_as(profile, text))]
    yearly = [number for number in numbers if number.parts.year in (day.year, 0)]
    last = max(numbers, key=_when, default=None)
    parts = Parts(
        sequence=max((number.parts.sequence for number in yearly), default=0) + 1,
        month=day.month,
        year=day.year,
        unit=last.parts.unit if last else "",
        classification=last.parts.classification if last else "",
    )
    return render(profile.patterns[0], parts)


def _when(number: Number) -> tuple[int, int]:
    return (number.parts.year, number.parts.sequence)
