"""Pieces of a dataset's page for each of its tables: files, preview, dictionary, profiles of columns."""

from __future__ import annotations

from dataclasses import dataclass

from lintas.views.parts import DataTable, Embed, FileItem, Link


@dataclass(frozen=True, slots=True)
class DictionaryRow:
    """One column in the data dictionary. `rules` are readable constraints; `filled` such as "100%"."""

    name: str
    title: str
    type: str
    description: str = ""
    concept: str = ""
    unit: str = ""
    rules: tuple[str, ...] = ()
    filled: str = ""
    distinct: str = ""
    id: str = ""  # that links lead to


@dataclass(frozen=True, slots=True)
class ColumnLink:
    """A column of this table that refers to, or is referred to by, a column of another dataset."""

    column: str
    other: Link  # text is dataset and table
    other_column: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a small distribution, in a box of 100 × 100; y counts from the top."""

    x: str
    y: str
    width: str
    height: str


@dataclass(frozen=True, slots=True)
class Frequent:
    text: str
    count: str
    share: int  # percent of the rows


@dataclass(frozen=True, slots=True)
class ColumnProfileItem:
    """What a column holds. `bars` with `bars_label` is a distribution from `minimum` to `maximum`."""

    name: str
    title: str
    type: str
    filled: str  # "98,2% terisi"
    distinct: str
    share: int = 100  # filled, in percent
    unit: str = ""
    minimum: str = ""
    median: str = ""
    maximum: str = ""
    bars: tuple[Bar, ...] = ()
    bars_label: str = ""
    frequent: tuple[Frequent, ...] = ()


@dataclass(frozen=True, slots=True)
class TableSection:
    """One resource of a dataset. `preview` is None for a file that is not a table."""

    id: str
    title: str
    files: tuple[FileItem, ...]
    description: str = ""
    rows: str = ""
    columns: str = ""
    sha256: str = ""
    keys: tuple[str, ...] = ()  # primary and foreign keys as sentences
    refers: tuple[ColumnLink, ...] = ()  # to other datasets
    referred: tuple[ColumnLink, ...] = ()  # by other datasets
    preview: DataTable | None = None
    preview_note: str = ""  # "10 dari 514 baris"
    dictionary: tuple[DictionaryRow, ...] = ()
    profiles: tuple[ColumnProfileItem, ...] = ()
    explore: str = ""  # address of the page that explores the whole table
    embed: Embed | None = None
