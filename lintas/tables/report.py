"""Verdict and guard of one table → diagnostics with places in the file. Effect: may read the file again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from lintas.diagnostics import Diagnostic, Span, fault
from lintas.tables.descriptors import is_plain_text
from lintas.tables.explain import explain, row_of, twin_of
from lintas.tables.files import text_lines
from lintas.tables.judge import Verdict
from lintas.tables.places import Place, locate, unclosed_quote
from lintas.tables.regions import Guard
from lintas.tables.subject import Table, field_place

Json = dict[str, Any]
_DESCRIPTION = ("TAB113", "TAB114", "TAB115", "TAB116", "TAB117")  # faults of the descriptor, found while reading


@dataclass(frozen=True, slots=True)
class _Places:
    """Spans of cells, where the file is one whose lines can be named; else the record number stands for the line."""

    path: str
    known: dict[int, Place]
    delimiter: str = ","
    quote: str = '"'

    def span(self, row: int, column: int) -> Span:
        place = self.known.get(row)
        if place is None:
            return Span(self.path, row)
        if not column:
            return Span(self.path, place.line)
        line, start = place.cell(column, self.delimiter, self.quote)
        return Span(self.path, line, start)


def report(table: Table, verdict: Verdict, guard: Guard | None) -> Iterable[Diagnostic]:
    """All findings of one resource, at most a hundred of each code, with a count of the rest."""
    name = table.resource.name
    yield from _whole(table, verdict)
    quote = tuple(_open_quote(table, verdict))
    yield from quote
    errors = [(code, error) for code, error in verdict.errors.findings() if not _of_another(code, table)]
    tallies = list(guard.tallies()) if guard else []
    rows = {number for code, error in errors for number in (row_of(error), twin_of(code, error))}
    rows |= {finding.row for tally in tallies for _, finding in tally.findings()}
    places = _places(table, verdict, frozenset(rows))
    for code, error in errors:
        found = explain(code, error, table, places.span)
        if not any(found.span.line >= opened.span.line for opened in quote):  # what the open quotation has swallowed
            yield replace(found, span=_described(table)) if code in _DESCRIPTION else found
    yield from verdict.errors.remainders(table.path, name, cut=bool(verdict.code))
    for tally in tallies:
        for code, finding in tally.findings():
            args = dict(finding.args) | {"at": f"{finding.field} [{finding.column}]"}
            yield fault(code, places.span(finding.row, finding.column), related=(), **args)
        yield from tally.remainders(table.path, name)
    for code, number, field, arguments in guard.wholes() if guard else ():
        # built as it is: a list of moved codes is longer than an argument may be, and no longer than it can get
        yield Diagnostic(code, field_place(table, number), (("field", field), ("resource", name), *arguments))
    for number, field in guard.numbers() if guard else ():
        yield fault("WIL112", field_place(table, number), resource=name, field=field)


def _whole(table: Table, verdict: Verdict) -> Iterable[Diagnostic]:
    """What is said of the table, not of its rows."""
    name = table.resource.name
    if verdict.code:
        code = "TAB519" if verdict.problem.startswith("> ") else verdict.code  # out of time
        yield fault(code, Span(table.path), resource=name, note=table.plain(verdict.problem))
    if verdict.delimiter and not _declares_delimiter(table.descriptor):
        yield fault("TAB508", Span(table.path, 1), resource=name, delimiter=verdict.delimiter.replace("\t", "\\t"))
    if verdict.header > 1 and not _declares_header(table.descriptor):
        yield fault("TAB513", Span(table.path, verdict.header), resource=name, row=verdict.header)


def _described(table: Table) -> Span:
    return Span(table.dataset.path, table.resource.line)


def _of_another(code: str, table: Table) -> bool:
    """Bytes of this file were found readable; those of a table that its keys refer to are reported there."""
    return code == "TAB105" and is_plain_text(table.descriptor) and bool(table.resource.foreign_keys)


def _declares_header(descriptor: Json) -> bool:
    dialect = descriptor.get("dialect")
    return isinstance(dialect, str) or (isinstance(dialect, dict) and ("header" in dialect or "headerRows" in dialect))


def _declares_delimiter(descriptor: Json) -> bool:
    dialect = descriptor.get("dialect")
    if isinstance(dialect, str):
        return True
    csv = dialect.get("csv") if isinstance(dialect, dict) else None
    return isinstance(dialect, dict) and ("delimiter" in dialect or (isinstance(csv, dict) and "delimiter" in csv))


def _encoding(descriptor: Json) -> str:
    """The declared encoding, empty for UTF-8 with or without a byte order mark."""
    declared = str(descriptor.get("encoding") or "")
    return "" if declared.lower().replace("_", "-") in ("utf-8", "utf8") else declared


def _places(table: Table, verdict: Verdict, rows: frozenset[int]) -> _Places:
    if not rows or verdict.dialect is None or not is_plain_text(table.descriptor):
        return _Places(table.path, {})
    with text_lines(table.root, table.path, _encoding(table.descriptor)) as lines:
        known = locate(lines, verdict.dialect, rows, quoted=table.file.quotes > 0)
    return _Places(table.path, known, verdict.dialect.delimiter, verdict.dialect.quotechar or '"')


def _open_quote(table: Table, verdict: Verdict) -> Iterable[Diagnostic]:
    """The csv module takes an unclosed quotation as running to the end of the file, without a word."""
    if verdict.dialect is None or table.file.quotes % 2 == 0 or not is_plain_text(table.descriptor):
        return
    with text_lines(table.root, table.path, _encoding(table.descriptor)) as lines:
        line = unclosed_quote(lines, verdict.dialect)
    if line:
        yield fault("TAB503", Span(table.path, line), resource=table.resource.name)
