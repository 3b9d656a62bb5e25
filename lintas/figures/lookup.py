"""Queries → answers: the cell that each asks for, or why there is none and what was probably meant.

Every table is gone over once for all queries on it, and once more where a key was not found and the nearest is wanted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from lintas import formatting, wilayah
from lintas.figures.query import Query
from lintas.figures.tables import Column, Row, Table
from lintas.model import Cell
from lintas.reader import near

_NAMES = ("nama", "name", "uraian", "judul")
_HINTED = 20  # queries for which the nearest key is looked for
_KNOWN = 50_000  # values of a column among which it is looked for
NO_CELL = Cell("", "", "", "", "", "", "", "", 0, ())


@dataclass(frozen=True, slots=True)
class Answer:
    """`problem` is the code of a finding, "" where the cell was found; `facts` fill its text."""

    problem: str
    facts: tuple[tuple[str, str], ...] = ()
    cell: Cell = NO_CELL


@dataclass(slots=True)
class _Search:
    """What was found for one query in one table so far: the first row, and how many there are."""

    query: Query
    table: Table
    row: int = 0
    cells: Row = ()
    count: int = 0


@dataclass(slots=True)
class _Group:
    """Searches in one table that go by the same key columns."""

    columns: tuple[int, ...]
    wanted: dict[tuple[str | None, ...], list[_Search]] = field(default_factory=lambda: defaultdict(list))


def answers(tables: Sequence[Table], queries: Sequence[Query], date: str = "") -> tuple[Answer, ...]:
    """One answer for each query, in order. `date` is that of the data, ISO."""
    given: list[Answer | list[_Search]] = []
    for query in queries:
        problem, candidates = _candidates(tables, query)
        given.append(problem if problem else [_Search(query, table) for table in candidates])
    searches = [each for item in given if isinstance(item, list) for each in item]
    for table in tables:
        _scan(table, [each for each in searches if each.table is table])
    hints = _hints([item for item in given if isinstance(item, list) and not any(each.count for each in item)])
    return tuple(item if isinstance(item, Answer) else _answer(item, hints, date) for item in given)


def _candidates(tables: Sequence[Table], query: Query) -> tuple[Answer | None, list[Table]]:
    """The tables in which the row may be, or what is wrong with the names. ANG103 table, ANG104 column, ANG105 key."""
    names = [table.name for table in tables]
    if query.table and query.table not in names:
        return _unknown("ANG103", query.table, names), []
    shown = [table for table in tables if query.table in ("", table.name)]
    having = [table for table in shown if table.index(query.column) >= 0]
    if not having:
        return _unknown("ANG104", query.column, _columns(shown)), []
    fitting = [table for table in having if all(table.index(name) >= 0 for name, _ in query.keys)]
    if fitting:
        return None, fitting
    known = _columns(having)
    lost = next((name for name, _ in query.keys if name not in known), query.keys[0][0])
    return _unknown("ANG105", lost, known), []


def _columns(tables: Iterable[Table]) -> list[str]:
    return list(dict.fromkeys(column.name for table in tables for column in table.columns))


def _unknown(code: str, name: str, known: list[str]) -> Answer:
    return Answer(code, (("key", name), ("hint", near(name, known) or "–"), ("known", ", ".join(known) or "–")))


def _scan(table: Table, searches: list[_Search]) -> None:
    """Go over the rows once and note what each search finds."""
    if not searches:
        return
    groups: dict[tuple[int, ...], _Group] = {}
    for search in searches:
        columns = tuple(table.index(name) for name, _ in search.query.keys)
        group = groups.setdefault(columns, _Group(columns))
        group.wanted[tuple(value for _, value in search.query.keys)].append(search)
    plans = tuple((group.columns, group.wanted) for group in groups.values())
    for number, row in enumerate(table.read(), start=1):
        for columns, wanted in plans:
            found = wanted.get(tuple([row[at] for at in columns]))
            for search in found or ():
                if not search.count:
                    search.row, search.cells = number, row
                search.count += 1


def _answer(searches: list[_Search], hints: dict[Query, str], date: str) -> Answer:
    """ANG106 no row, ANG107 several rows, ANG108 rows in several tables, ANG109 nothing in the cell."""
    hit = [search for search in searches if search.count]
    query = searches[0].query
    if not hit:
        tables = ", ".join(search.table.name for search in searches)
        facts = (("table", tables), ("keys", _told(query.keys)), ("hint", hints.get(query, "") or "–"))
        return Answer("ANG106", facts)
    if len(hit) > 1 and query.keys:
        tables = ", ".join(search.table.name for search in hit)
        example = f"{hit[0].table.name}.{query.column}"
        return Answer("ANG108", (("tables", tables), ("example", example)))
    search = hit[0]
    if search.count > 1:
        more = [name for name in search.table.key if name not in dict(query.keys)]
        facts = (("table", search.table.name), ("count", str(search.count)), ("columns", ", ".join(more) or "–"))
        return Answer("ANG107", facts)
    value = search.cells[search.table.index(query.column)]
    if value is None:
        return Answer("ANG109", (("table", search.table.name), ("column", query.column), ("keys", _told(query.keys))))
    return Answer("", (), _cell(search, value, date))


def _told(keys: Iterable[tuple[str, str]]) -> str:
    return ", ".join(f"{name} = {value}" for name, value in keys) or "–"


def _cell(search: _Search, text: str, date: str) -> Cell:
    query, table = search.query, search.table
    column = table.columns[table.index(query.column)]
    kind, value = _value(column, text)
    keys = tuple((name, search.cells[table.index(name)] or "") for name in table.key) or query.keys
    return Cell(
        dataset=query.dataset,
        version=query.version,
        table=table.name,
        column=column.name,
        title=column.title or column.name,
        kind=kind,
        value=value,
        unit=column.unit,
        row=search.row,
        keys=keys,
        name=_name(table, search.cells, {query.column, *(name for name, _ in keys)}),
        date=date,
        header=tuple(each.name for each in table.columns),
        cells=tuple(search.cells),
    )


def _value(column: Column, text: str) -> tuple[str, str]:
    """What the cell holds, by the type of its column; text that is not of its type stays text."""
    flat = text.strip()
    if column.type in ("integer", "number"):
        point, group = column.marks
        number = formatting.decimal((flat.replace(group, "") if group else flat).replace(point, "."))
        return ("number", format(number, "f")) if number is not None else ("text", text)
    if column.type == "year":
        return "year", flat
    if column.type in ("date", "datetime", "yearmonth"):
        return "date", _iso(column, flat)
    if column.type == "boolean":
        return "flag", "true" if flat in column.true else "false"
    return "text", text


def _iso(column: Column, text: str) -> str:
    """A date in a form of its own, as ISO; text that it does not fit stays."""
    if "%" not in column.format:
        return text
    try:
        moment = datetime.strptime(text, column.format)  # noqa: DTZ007 - the table gives no zone
    except ValueError:
        return text
    return moment.date().isoformat() if column.type == "date" else moment.isoformat()


def _name(table: Table, cells: Row, taken: set[str]) -> str:
    """What the row calls itself: its first text that is neither key nor code, a column called "nama" before others."""
    texts = [
        column.name for column in table.columns if column.type in ("string", "any") and not column.coded
        and column.name not in taken
    ]  # fmt: skip
    chosen = next((name for name in _NAMES if name in texts), texts[0] if texts else "")
    return (cells[table.index(chosen)] or "") if chosen else ""


def _hints(lost: list[list[_Search]]) -> dict[Query, str]:
    """For each query without a row, the key that was probably meant, as it is to be typed."""
    found: dict[Query, str] = {}
    seen: dict[tuple[str, str], frozenset[str]] = {}
    for searches in lost[:_HINTED]:
        for search in searches:
            for name, value in search.query.keys:
                place = (search.table.name, name)
                if place not in seen:
                    seen[place] = _values(search.table, name)
                if value not in seen[place] and search.query not in found:
                    meant = _meant(search.table, name, value, seen[place])
                    if meant:
                        found[search.query] = f"{name}={meant}"
    return found


def _values(table: Table, name: str) -> frozenset[str]:
    at = table.index(name)
    values: set[str] = set()
    for row in table.read():
        if row[at] is not None and len(values) < _KNOWN:
            values.add(str(row[at]))
    return frozenset(values)


def _meant(table: Table, name: str, value: str, known: frozenset[str]) -> str:
    """The nearest value of the column; of region codes the one that a lost zero or point makes of it."""
    if table.columns[table.index(name)].coded:
        repaired = wilayah.repair(value)
        if repaired in known:
            return repaired
    return near(value, known)


def same(first: Cell, second: Cell) -> bool:
    """Whether two cells say the same, 2.50 being 2.5."""
    if first.kind == second.kind == "number":
        return Decimal(first.value) == Decimal(second.value) and first.unit == second.unit
    return (first.kind, first.value, first.unit) == (second.kind, second.value, second.unit)
