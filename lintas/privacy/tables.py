"""Personal data in CSV files: bytes first, so that a clean table costs next to nothing. Effect: reads the file."""

from __future__ import annotations

import bz2
import csv
import gzip
import lzma
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from lintas.diagnostics import Diagnostic, Span, fault
from lintas.privacy.masking import mask, masked
from lintas.privacy.numbers import Hit, asks_for, hits, sixteens, suspicious

_BLOCK = 1 << 17
_MOST_BYTES = 300_000_000  # unpacked
_MOST_NAMES = 5_000  # columns that are asked what they hold; a table with more is refused anyway
_CODES = {"nik": "PRI121", "mirip-nik": "PRI122", "npwp": "PRI123", "hp": "PRI125", "surel": "PRI126"}
_MANY_PHONES = 5  # of as many different numbers on a column is a list of people
_OFFICE = ("kantor", "layanan", "hotline", "pengaduan", "call", "center", "resmi", "instansi", "kontak", "narahubung")
_IDS = 20  # numbers of sixteen digits in a column, from which on their share that is built like a NIK counts
_CHANCE = 0.1  # below this share such numbers are other identifiers (of random ones about 1 in 2,000 fits)


@dataclass(slots=True)
class _Column:
    """What was found in one column: per kind how often, and where first; how many long numbers there are in all."""

    name: str
    counts: dict[str, int] = field(default_factory=dict)
    first: dict[str, tuple[int, str]] = field(default_factory=dict)
    phones: set[str] = field(default_factory=set)
    long: int = 0

    def add(self, hit: Hit, line: int) -> None:
        self.counts[hit.kind] = self.counts.get(hit.kind, 0) + 1
        self.first.setdefault(hit.kind, (line, mask(hit)))
        if hit.kind == "hp" and len(self.phones) < _MANY_PHONES:
            self.phones.add("".join(filter(str.isdigit, hit.text)))

    def findings(self, path: str, number: int) -> Iterator[Diagnostic]:
        for kind, count in sorted(self.counts.items()):
            line, value = self.first[kind]
            place = Span(path, line)
            yield fault(self._code(kind), place, column=masked(self.name), number=number, count=count, value=value)

    def _code(self, kind: str) -> str:
        if kind == "nik" and self.long >= _IDS and self.counts[kind] < _CHANCE * self.long:
            return _CODES["mirip-nik"]
        if kind == "hp" and len(self.phones) >= _MANY_PHONES and not any(w in self.name.casefold() for w in _OFFICE):
            return "PRI124"
        return _CODES[kind]


def scan_csv(root: Path, path: str) -> tuple[Diagnostic, ...]:
    """One finding for each kind in each column; PRI115 for a packed file that cannot be unpacked or is too large."""
    columns: dict[int, _Column] = {}
    try:
        _scan(root / path, columns)
        trouble: tuple[Diagnostic, ...] = ()
    except (OSError, EOFError, ValueError, LookupError, zlib.error, lzma.LZMAError, zipfile.BadZipFile,
            NotImplementedError, RuntimeError) as error:  # fmt: skip
        trouble = (fault("PRI115", Span(path), note=type(error).__name__),)
    found = [found for number, column in sorted(columns.items()) for found in column.findings(path, number + 1)]
    return (*found, *trouble)


def _scan(path: Path, columns: dict[int, _Column]) -> None:
    """Bytes are taken as UTF-8; the zero bytes of UTF-16 are dropped, which leaves its digits."""
    shape: _Shape | None = None
    lines = 1
    for raw in _blocks(path):
        block = raw.replace(b"\0", b"")
        if b"\r" in block:
            block = block.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        if shape is None:
            first = block.partition(b"\n")[0].decode("utf-8-sig", "replace")
            delimiter = max(",;\t|", key=first.count)
            names = (_cells(first, delimiter) or [""])[:_MOST_NAMES]
            shape = _Shape(tuple(names), delimiter, _parts(names), any(map(asks_for, names)))
        if shape.closely or suspicious(block, by_line=True):
            text = block.decode("utf-8", "replace")
            for offset, line in enumerate(text.split("\n")):
                if shape.closely or suspicious(line.encode("utf-8", "replace"), by_line=True):
                    _line(line, lines + offset, shape, columns)
        lines += block.count(b"\n")


@dataclass(frozen=True, slots=True)
class _Shape:
    """`parts`: (first, last) of neighbouring columns that hold pieces of one number by their names (nik_1, nik_2);
    `closely`: a column says that it holds numbers of persons, so that every line is looked at."""

    names: tuple[str, ...]
    delimiter: str
    parts: tuple[tuple[int, int], ...]
    closely: bool


def _parts(names: Sequence[str]) -> tuple[tuple[int, int], ...]:
    found, start = [], 0
    for index in range(1, len(names) + 1):
        if index == len(names) or not asks_for(names[index]) or not asks_for(names[start]):
            if index - start > 1 and asks_for(names[start]):
                found.append((start, index - 1))
            start = index
    return tuple(found)


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return line.split(delimiter)


def _line(line: str, number: int, shape: _Shape, columns: dict[int, _Column]) -> None:
    """The cells of one line. A quoted line break ends a cell early, which costs its column, never the finding."""
    cells = _cells(line, shape.delimiter)
    for index, cell in enumerate(cells):
        if len(cell) >= 8 and (any(char.isdigit() for char in cell) or "@" in cell or "mail" in cell.lower()):
            _judge(cell, number, (index, shape.names[index] if index < len(shape.names) else ""), columns)
    for first, last in shape.parts:
        pieces = cells[first : last + 1]
        if max(map(len, pieces), default=16) < 15:
            _judge(" ".join(pieces), number, (first, shape.names[first]), columns)


def _judge(cell: str, number: int, place: tuple[int, str], columns: dict[int, _Column]) -> None:
    index, name = place
    found = list(hits(cell, about=name))
    long = sixteens(cell)
    if found or long:
        column = columns.setdefault(index, _Column(name))
        column.long += long
        for hit in found:
            column.add(hit, number)


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    """The file, unpacked as it is read; of an archive its first member, as frictionless reads it."""
    suffix = path.suffix.lower()
    if suffix == ".zip":
        with zipfile.ZipFile(path) as archive, archive.open(archive.namelist()[0]) as member:
            yield member
        return
    openers: dict[str, Any] = {".gz": gzip.open, ".bz2": bz2.open, ".xz": lzma.open}
    with openers.get(suffix, open)(path, "rb") as file:
        yield file


def _blocks(path: Path) -> Iterator[bytes]:
    """Pieces of the file that end with a line."""
    rest, size = b"", 0
    with _opened(path) as file:
        while block := file.read(_BLOCK):
            size += len(block)
            if size > _MOST_BYTES:
                raise ValueError
            block = rest + block
            cut = block.rfind(b"\n") + 1
            if not cut and len(block) < 64 * _BLOCK:
                rest = block
                continue
            rest = block[cut:] if cut else b""
            yield block[:cut] if cut else block
    if rest:
        yield rest
