"""From record numbers, as the library counts, to lines and columns of the file. Effect: reads the file again."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, TextIO

_RECORD_LIMIT = 200_000  # characters of a record kept for finding a cell in it


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands: its first line, and its text as far as it is kept."""

    line: int
    text: str

    def cell(self, number: int, delimiter: str, quote: str) -> tuple[int, int]:
        """Line and column (in characters, from 1) where the cell with this number (from 1) begins."""
        start = cell_start(self.text, number, delimiter, quote)
        before = self.text[:start]
        breaks = before.replace("\r\n", "\n").replace("\r", "\n").count("\n")
        return self.line + breaks, start - max(before.rfind("\n"), before.rfind("\r"))


class _Recorder:
    """Hands lines to the csv reader and remembers those of the record being read."""

    def __init__(self, lines: TextIO) -> None:
        self._lines = lines
        self.pieces: list[str] = []
        self.kept = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        if self.kept < _RECORD_LIMIT:
            self.pieces.append(line[:_RECORD_LIMIT])
            self.kept += len(line)
        return line

    def take(self) -> str:
        text, self.pieces, self.kept = "".join(self.pieces), [], 0
        return text


def locate(lines: TextIO, dialect: Any, wanted: frozenset[int], *, quoted: bool = True) -> dict[int, Place]:
    """The places of the records with these numbers (the header is record 1). `quoted`: there are quotation marks.

    Two readers take turns on the same lines, neither of which reads ahead: one skips, the other remembers. Without
    quotation marks every line is a record, and nothing has to be read to skip it.
    """
    found: dict[int, Place] = {}
    recorder = _Recorder(lines)
    skipping, recording = csv.reader(lines, dialect=dialect), csv.reader(recorder, dialect=dialect)
    alike = not quoted and dialect.quotechar == '"' and not dialect.escapechar
    passed = 0
    try:
        for number in sorted(number for number in wanted if number > 0):
            deque(islice(lines if alike else skipping, number - passed - 1), maxlen=0)
            line = number if alike else skipping.line_num + recording.line_num + 1
            if next(recording, None) is None:
                break
            found[number] = Place(line, recorder.take())
            passed = number
    except (csv.Error, UnicodeError):
        return found
    return found


def unclosed_quote(lines: TextIO, dialect: Any) -> int:
    """The line on which a quotation opens that is never closed, 0 when there is none."""
    recorder = _Recorder(lines)
    reader = csv.reader(recorder, dialect=dialect)
    line, start, text = 1, 1, ""
    try:
        for _ in reader:
            start, text = line, recorder.take()
            line = reader.line_num + 1
        if text:
            list(csv.reader(text.splitlines(keepends=True), dialect=dialect, strict=True))
    except csv.Error as error:
        if "unexpected end of data" in str(error):
            return start + _opening(text, dialect.delimiter, dialect.quotechar or '"')
    except UnicodeError:
        return 0
    return 0


def _opening(text: str, delimiter: str, quote: str) -> int:
    """How many lines below the start of the record its last, unclosed cell begins."""
    start, number = 0, 1
    while (following := cell_start(text, number + 1, delimiter, quote)) > start:
        start, number = following, number + 1
    return text.count("\n", 0, start)


def cell_start(text: str, number: int, delimiter: str, quote: str) -> int:
    """Offset of the cell with this number in the text of a record; the last cell's when there are fewer."""
    position, start = 0, 0
    for _ in range(number - 1):
        if text.startswith(quote, position):
            end = _closing(text, position, quote)
        else:
            end = position
        following = text.find(delimiter, end)
        if following < 0:
            return start
        position = start = following + len(delimiter)
    return start


def _closing(text: str, opening: int, quote: str) -> int:
    """Offset behind the quotation mark that closes the cell opened at `opening`; a doubled mark stands for itself."""
    position = opening + 1
    while True:
        end = text.find(quote, position)
        if end < 0:
            return len(text)
        if not text.startswith(quote, end + 1):
            return end + 1
        position = end + 2
