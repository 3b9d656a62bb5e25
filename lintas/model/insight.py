"""What is drawn and counted from tables: profiles of columns, charts as declared, and charts as made."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ColumnProfile:
    """One column counted. `minimum`, `median`, `maximum` are texts with a decimal point, or ISO dates; "" = none.

    `bins` holds how many values fall into equal steps from minimum to maximum; `frequent` the most frequent values
    with their counts, only where values repeat.
    """

    name: str
    missing: int
    distinct: int
    minimum: str = ""
    median: str = ""
    maximum: str = ""
    bins: tuple[int, ...] = ()
    frequent: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class TableProfile:
    resource: str
    rows: int
    columns: tuple[ColumnProfile, ...] = ()


@dataclass(frozen=True, slots=True)
class Divisor:
    """A column of another table by which the values of a chart are divided; rows are matched by region code."""

    dataset: str
    table: str
    column: str


@dataclass(frozen=True, slots=True)
class View:
    """A chart or map as declared in `views` of a descriptor."""

    name: str
    title: str
    kind: str  # batang | garis | titik | peta
    table: str
    x: str
    y: str = ""  # "" = rows are counted
    colour: str = ""
    unit: str = ""
    order: str = ""  # turun | naik | asal
    limit: int = 0  # 0 = all
    where: tuple[tuple[str, tuple[str, ...]], ...] = ()  # column → the values that are kept
    divisor: tuple[Divisor, ...] = ()  # one or none
    columns: tuple[str, ...] = ()  # of the table shown below it; () = those that are drawn
    label: str = ""  # of titik: the column that names a dot, its region code or the key of the table
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class ChartFile:
    """One file of a chart, `name` such as "kepadatan.svg"; width and height in CSS pixels, 0 for none."""

    name: str
    bytes: int
    sha256: str
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True)
class ChartFacts:
    """A chart as drawn: what must stand beside it, and its files. Cells are ready to print; None = missing value."""

    view: View
    key: str  # of its files in the store
    unit: str
    sentence: str
    source: str
    date: str  # ISO, or a range of two with a slash
    header: tuple[str, ...]
    numeric: tuple[bool, ...]
    rows: tuple[tuple[str | None, ...], ...]
    files: tuple[ChartFile, ...]
    language: str = "id"
