"""Figures bound to data as views: the list below a text, and the quoted rows on the page of a dataset."""

from __future__ import annotations

from dataclasses import dataclass

from lintas.views.parts import Cell, Column, DateText, Link


@dataclass(frozen=True, slots=True)
class FigureNote:
    """One cell that a text quotes. `row` names its row, `path` leads to it."""

    id: str
    text: str
    path: str
    column: str
    row: str


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """The cells of one dataset; `version` is that of frozen data, "" for the present data."""

    dataset: Link
    notes: tuple[FigureNote, ...]
    date: DateText | None = None
    version: str = ""


@dataclass(frozen=True, slots=True)
class QuotedRow:
    """A row of a table and the texts that quote from it."""

    id: str
    cells: tuple[Cell, ...]
    texts: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class QuotedTable:
    """The quoted rows of one table; `version` is that of frozen data, "" for the present data.

    `texts` are those that quote every row; the rows name theirs only where these differ.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[QuotedRow, ...]
    version: str = ""
    texts: tuple[Link, ...] = ()
