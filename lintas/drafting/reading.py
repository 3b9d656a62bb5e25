"""A given file as a table: its layout, its columns, its records as they will be written (effect: reads the file)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from lintas.diagnostics import Diagnostic, Span, fault
from lintas.drafting import layout, naming
from lintas.drafting.judging import Judged, judge
from lintas.drafting.layout import Layout
from lintas.drafting.shapes import Seen, plain_number
from lintas.tables.hints import hint_for
from lintas.tables.inference import infer

_LOOKED = 60  # rows from which the layout is told
_SAMPLE = 1_000  # rows from which the library infers types
_NAMED = 6
Rows = Callable[[], Iterator[list[str]]]


@dataclass(frozen=True, slots=True)
class Table:
    rows: Rows
    layout: Layout
    seen: tuple[Seen, ...]
    columns: tuple[Judged, ...]

    def records(self) -> Iterator[list[str]]:
        """Records with numbers and dates rewritten where the column says so."""
        ways = [(i, column.converted) for i, column in enumerate(self.columns) if column.converted]
        for _, cells in layout.records(self.rows(), self.layout):
            for i, way in ways:
                if cells[i]:
                    cells[i] = plain_number(cells[i]) if way == "angka" else hint_for("date", cells[i])
            yield cells


def read(rows: Rows, delimiter: str, place: Span, found: list[Diagnostic]) -> Table | None:
    """Look at all rows once. Adds findings; None where there is no table (SDI305)."""
    shape = layout.find(list(islice(rows(), _LOOKED)))
    if shape is None:
        found.append(fault("SDI305", place))
        return None
    names = naming.names(shape.labels)
    seen = tuple(Seen(label) for label in shape.labels)
    sample: list[list[str]] = []
    last = 0
    for number, cells in layout.records(rows(), shape):
        last = number
        for column, text in zip(seen, cells, strict=True):
            column.add(text)
        if len(sample) < _SAMPLE:
            sample.append(cells)
    if not seen[0].rows:
        found.append(fault("SDI305", place))
        return None
    guessed = infer(names, sample)
    columns = tuple(judge(look, name, kind, delimiter) for look, name, kind in zip(seen, names, guessed, strict=True))
    found += _shape_findings(rows, shape, place, last)
    found += _column_findings(columns, place)
    return Table(rows, shape, seen, columns)


def _shape_findings(rows: Rows, shape: Layout, place: Span, last: int) -> Iterator[Diagnostic]:
    """SDI314 titles above, SDI315 two header rows, SDI316 notes below, SDI325 cells beyond the header."""
    if shape.above:
        yield fault("SDI314", Span(place.path, 1), rows=shape.above, header=shape.headers[0])
    if len(shape.headers) > 1:
        labels = ", ".join(shape.labels[:_NAMED])
        yield fault("SDI315", Span(place.path, shape.headers[0]), labels=labels)
    width, wide, first, below = len(shape.labels), 0, 0, 0
    for number, row in enumerate(rows(), start=1):
        if number >= shape.first and any(cell.strip() for cell in row[width:]):
            wide, first = wide + 1, first or number
        if number > last and any(cell.strip() for cell in row):
            below += 1
    if below:
        yield fault("SDI316", Span(place.path, last + 1), rows=below)
    if wide:
        yield fault("SDI325", Span(place.path, first), rows=wide, columns=width)


def _column_findings(columns: tuple[Judged, ...], place: Span) -> Iterator[Diagnostic]:
    """SDI312 numbers rewritten, SDI313 dates rewritten, SDI322 numbers of two readings, SDI323 bare codes,
    SDI326 dates that are numbers."""
    groups = (
        ("SDI312", [column.name for column in columns if column.converted == "angka"]),
        ("SDI313", [column.name for column in columns if column.converted == "tanggal"]),
        ("SDI322", [column.name for column in columns if column.ambiguous]),
        ("SDI323", [column.name for column in columns if column.undotted]),
        ("SDI326", [column.name for column in columns if column.serial_days]),
    )
    for code, names in groups:
        if names:
            yield Diagnostic(code, place, (("columns", ", ".join(names)),))
