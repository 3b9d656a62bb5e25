"""References to columns of other datasets: whether every value stands there. Effect: reads tables through `reading`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from lintas.diagnostics import Diagnostic, Span, fault
from lintas.model import Dataset, Field, Reference, Resource
from lintas.rules.reading import Rows, read

CellStart = Callable[[str, int, str, str], int]  # text of a record, cell from 1, delimiter, quote → offset
_SHOWN = 3  # values that the sentence names
_PLACES = 20  # further rows whose places go along
_NUMERIC = ("integer", "number")


def check_references(
    root: Path, dataset: Dataset, others: Mapping[str, Dataset], start: CellStart
) -> tuple[Diagnostic, ...]:
    """One finding for each column with values that the column referred to does not have. Dead references: `relate`."""
    return tuple(
        finding
        for table in dataset.resources
        for field in table.fields
        for reference in field.references
        for finding in _judged((root, start), (dataset, table, field), reference, others)
    )


def _judged(
    means: tuple[Path, CellStart],
    own: tuple[Dataset, Resource, Field],
    reference: Reference,
    others: Mapping[str, Dataset],
) -> Iterator[Diagnostic]:
    (root, start), (dataset, table, field) = means, own
    other = others.get(reference.dataset)
    target = next((r for r in other.resources if r.name == reference.table), None) if other else None
    if other is None or target is None:
        return
    described = next((each for each in target.fields if each.name == reference.column), None)
    if described is None or described.type != field.type:
        return
    rows, beside = read(root, dataset, table, (field.name,)), read(root, other, target, (reference.column,))
    if rows is None or beside is None:
        unread = table.name if rows is None else target.name
        yield fault("RUJ202", Span(dataset.path, reference.line, reference.place), field=field.name, resource=unread)
        return
    known = {value for _, value in _values(beside, reference.column, field.type)}
    absent = [(line, value) for line, value in _values(rows, field.name, field.type) if value not in known]
    if absent:
        cell = [each.name for each in table.fields].index(field.name) + 1
        spans = _spans(root, rows, [line for line, _ in absent[: _PLACES + 1]], (cell, start))
        yield _missing(field.name, absent, spans, reference)


def _missing(name: str, absent: list[tuple[int, str]], spans: tuple[Span, ...], reference: Reference) -> Diagnostic:
    values = list(dict.fromkeys(value for _, value in absent))
    told = ", ".join(f"“{value}”" for value in values[:_SHOWN]) + (", …" if len(values) > _SHOWN else "")
    return fault(
        "RUJ201", spans[0], field=name, values=told, count=len(absent), distinct=len(values),
        dataset=reference.dataset, table=reference.table, column=reference.column, related=spans[1:],
    )  # fmt: skip


def _spans(root: Path, rows: Rows, lines: list[int], cell: tuple[int, CellStart]) -> tuple[Span, ...]:
    """The places of a cell in the records that begin on these lines."""
    number, start = cell
    with (root / rows.path).open(encoding="utf-8-sig", errors="replace", newline="") as file:
        texts = dict(enumerate(file, 1))
    return tuple(Span(rows.path, n, start(texts.get(n, ""), number, rows.delimiter, '"') + 1) for n in lines)


def _values(rows: Rows, column: str, kind: str) -> Iterator[tuple[int, str]]:
    """Line and text of each value that is not missing; numbers in one way of writing."""
    for line in rows.lines:
        text = line.cells.get(column, "")
        if text in rows.missing:
            continue
        value = rows.number(line, column) if kind in _NUMERIC else None
        yield line.number, text if value is None else format(value.normalize(), "f")
