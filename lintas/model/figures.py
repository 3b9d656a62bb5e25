"""Figures bound to data: a link of a text that names a cell of a table, and what the table says there."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Binding:
    """A link `angka:…` of a text; its target is `links[slot]`. `text` is what was typed, "" = the build fills it."""

    slot: int
    text: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a published table, and the row that it stands in. Numbers have a decimal point and no groups."""

    dataset: str
    version: str  # "" = the present data
    table: str
    column: str
    title: str  # of the column
    kind: str  # number | year | date | flag | text
    value: str
    unit: str
    row: int  # counted from 1
    keys: tuple[tuple[str, str], ...]  # (column, value) that tell the row: the primary key, else what was asked for
    name: str = ""  # what the row calls itself, such as "Kota Bekasi"
    date: str = ""  # ISO, of the data
    header: tuple[str, ...] = ()
    cells: tuple[str | None, ...] = ()  # the whole row as written


@dataclass(frozen=True, slots=True)
class Bound:
    """A binding with its cell. `text` is what the page says, `shown` the value in full with its unit."""

    path: str  # of the text
    slot: int
    line: int
    column: int
    cell: Cell
    text: str
    shown: str
    filled: bool = False  # the build wrote the text
