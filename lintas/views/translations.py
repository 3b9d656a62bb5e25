"""The page of texts that a portal of several languages still lacks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UntranslatedItem:
    """A thing with texts that have no translation; `keys` name them as they are called in its file."""

    title: str
    path: str
    keys: tuple[str, ...] = ()
    more: str = ""  # "and 12 more"


@dataclass(frozen=True, slots=True)
class UntranslatedGroup:
    id: str
    title: str
    text: str  # "6 of 8 are translated."
    items: tuple[UntranslatedItem, ...] = ()
    more: str = ""  # how many there are beyond those that are shown


@dataclass(frozen=True, slots=True)
class BelumDiterjemahkan:
    lead: str
    groups: tuple[UntranslatedGroup, ...]
