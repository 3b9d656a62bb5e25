"""A delimited text file as rows of texts: encoding, delimiter, quotes (effect: reads the file)."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lintas.drafting.encodings import encoding_of
from lintas.tables.places import unclosed_quote

_DELIMITERS = ",;\t|"
_SAMPLE = 200  # records by which the delimiter is judged
_CELL = 10_000_000  # characters


@dataclass(frozen=True, slots=True)
class Delimited:
    path: Path
    encoding: str
    delimiter: str

    def rows(self) -> Iterator[list[str]]:
        csv.field_size_limit(_CELL)
        with self.path.open(encoding=self.encoding, errors="replace", newline="") as file:
            yield from csv.reader(_without_nul(file), delimiter=self.delimiter)

    def open_quote(self) -> int:
        """The line of a quotation that is never closed and so takes the rest of the file into one cell, 0 for none."""
        dialect = type("_Dialect", (csv.excel,), {"delimiter": self.delimiter})
        csv.field_size_limit(_CELL)
        with self.path.open(encoding=self.encoding, errors="replace", newline="") as file:
            return unclosed_quote(file, dialect)


def _without_nul(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        yield line.replace("\0", "") if "\0" in line else line


def look(path: Path, *, delimiter: str = "") -> Delimited:
    """The file with its encoding and, where none is given, the delimiter that gives the most even table."""
    encoding = encoding_of(path)
    if delimiter:
        return Delimited(path, encoding, delimiter)
    best = max(_DELIMITERS, key=lambda mark: (*_evenness(Delimited(path, encoding, mark)), -_DELIMITERS.index(mark)))
    return Delimited(path, encoding, best)


def _evenness(file: Delimited) -> tuple[float, int]:
    """(share of the records with the usual number of cells where there are two or more, that number)."""
    counts: dict[int, int] = {}
    try:
        for row, _ in zip(file.rows(), range(_SAMPLE), strict=False):
            if any(row):
                counts[len(row)] = counts.get(len(row), 0) + 1
    except csv.Error:
        return 0.0, 0
    if not counts:
        return 0.0, 0
    usual = max(counts, key=lambda n: (counts[n], n))
    return (counts[usual] / sum(counts.values()), usual) if usual > 1 else (0.0, 1)
