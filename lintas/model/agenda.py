"""What the calendar holds: releases, data and meetings that were announced."""

from __future__ import annotations

from dataclasses import dataclass

from lintas.model.sources import NOWHERE, Ref


@dataclass(frozen=True, slots=True)
class Perubahan:
    """One change of what was announced: when it was told, which date stood before, and why."""

    date: str
    before: str = ""  # date, or date-time with zone; "" where the date stayed
    reason: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Agenda:
    """One entry of the calendar as authored."""

    slug: str
    title: str
    start: str  # date, or date-time with zone
    announced: str  # date on which it was first told
    kind: str = "lain"  # siaran | data | rapat | lain
    status: str = "pasti"  # tentatif | pasti | batal | selesai
    end: str = ""  # the last day, or a date-time with zone
    reason: str = ""  # of a cancellation
    release: Ref = NOWHERE
    dataset: Ref = NOWHERE
    institution: Ref = NOWHERE
    regions: tuple[Ref, ...] = ()
    place: str = ""
    description: str = ""
    changes: tuple[Perubahan, ...] = ()  # oldest first
    line: int = 0

    @property
    def last_day(self) -> str:
        """The last day on which the promise is still kept."""
        return (self.end or self.start)[:10]
