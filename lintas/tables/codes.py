"""Codes as codes: columns typed as numbers whose cells begin with a zero. Effect: reads the beginning of the file."""

from __future__ import annotations

import csv
import itertools
import re
from collections.abc import Iterator
from pathlib import Path

from lintas.diagnostics import Diagnostic, Span, fault
from lintas.model import Resource

_ROWS = 20_000  # looked at; a code column shows itself early
_ZERO = re.compile(r"0\d+")


def lost_zeros(root: Path, resource: Resource, path: str, *, encoding: str = "") -> Iterator[Diagnostic]:
    """Columns of a numeric type with cells that begin with a zero, which no number keeps. `path`: the descriptor."""
    numeric = {field.name: field for field in resource.fields if field.type in ("integer", "number")}
    if not numeric or not (root / resource.path).is_file() or not resource.path.lower().endswith((".csv", ".tsv")):
        return
    found: dict[str, tuple[int, str]] = {}
    try:
        with (root / resource.path).open(encoding=encoding or "utf-8-sig", newline="") as file:
            first = file.readline()
            delimiter = max(",;\t|", key=first.count)
            names = next(csv.reader([first], delimiter=delimiter), [])
            places = [(index, name) for index, name in enumerate(names) if name in numeric]
            reader = csv.reader(file, delimiter=delimiter)
            for cells in itertools.islice(reader, _ROWS):
                for index, name in places:
                    if index < len(cells) and cells[index][:1] == "0" and _ZERO.fullmatch(cells[index]):
                        found.setdefault(name, (reader.line_num + 1, cells[index]))
    except (OSError, UnicodeError, LookupError, csv.Error):
        return
    for name, (line, value) in found.items():
        kind = numeric[name].type
        place = Span(resource.path, line)
        yield fault("TAB521", place, related=(Span(path, resource.line),), field=name, type=kind, value=value)
