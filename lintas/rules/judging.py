"""Rules applied to tables: what does not agree, where, and by how much. Effect: reads tables through `reading`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal, localcontext
from pathlib import Path
from typing import Any

from lintas.diagnostics import Diagnostic, Span, fault
from lintas.model import Aturan, Dataset, Resource
from lintas.rules.reading import Line, Rows, read

SHOWN = 50  # findings of one rule
_DIGITS = 200  # of a sum; none is ever rounded
_NATION = "ID"
_HUNDRED = Decimal(100)


def check_within(root: Path, dataset: Dataset, faulty: frozenset[str]) -> tuple[Diagnostic, ...]:
    """All rules that stay within the dataset. Tables with faults of their own (`faulty` paths) are left alone."""
    found: list[Diagnostic] = []
    for rule in dataset.rules:
        if rule.kind != "sama" or not rule.other_dataset:
            found += _limited(_judged(root, rule, (dataset, dataset), faulty), Span(dataset.path, rule.line))
    return tuple(found)


def check_across(root: Path, dataset: Dataset, others: Mapping[str, Dataset]) -> tuple[Diagnostic, ...]:
    """Rules that compare with another dataset of the portal."""
    found: list[Diagnostic] = []
    for rule in dataset.rules:
        if rule.kind == "sama" and rule.other_dataset:
            place = Span(dataset.path, rule.line, rule.column)
            other = others.get(rule.other_dataset)
            table = _table(other, rule.other_resource) if other else None
            if other is None or table is None:
                missing = rule.other_dataset if other is None else f"{rule.other_dataset}/{rule.other_resource}"
                found.append(fault("ATU107", place, value=missing))
                continue
            known = {field.name for field in table.fields}
            wanted = (*(rule.other_columns or rule.columns), *(rule.other_keys or rule.keys))
            absent = [name for name in wanted if name not in known]
            if absent:
                found.append(fault("ATU103", place, field=absent[0], resource=table.name, hint="–"))
                continue
            found += _limited(_judged(root, rule, (dataset, other), frozenset()), place)
    return tuple(found)


def _limited(findings: Iterator[Diagnostic], place: Span) -> list[Diagnostic]:
    """The first findings, and how many more there are."""
    kept: list[Diagnostic] = []
    more = 0
    with localcontext(prec=_DIGITS):
        for finding in findings:
            if len(kept) < SHOWN:
                kept.append(finding)
            else:
                more += 1
    return [*kept, fault("ATU209", place, more=more)] if more else kept


def _table(dataset: Dataset, name: str) -> Resource | None:
    return next((resource for resource in dataset.resources if resource.name == name), None)


def _judged(root: Path, rule: Aturan, pair: tuple[Dataset, Dataset], faulty: frozenset[str]) -> Iterator[Diagnostic]:
    dataset, other = pair
    table = _table(dataset, rule.resource)
    if table is None or table.path in faulty:
        return
    wanted = (*rule.columns, *rule.group, *rule.keys, rule.total, rule.code)
    rows = read(root, dataset, table, wanted)
    if rows is None:
        yield fault("ATU108", Span(dataset.path, rule.line), resource=rule.resource)
        return
    if rule.kind in ("jumlah-wilayah", "sama"):
        second = _table(other, rule.other_resource)
        if second is None or second.path in faulty:
            return
        needed = (*rule.columns, rule.code, *rule.other_columns, *(rule.other_keys or rule.keys))
        beside = read(root, other, second, needed)
        if beside is None:
            yield fault("ATU108", Span(dataset.path, rule.line), resource=rule.other_resource)
        elif rule.kind == "sama":
            yield from _equal(rule, rows, beside)
        else:
            yield from _regions(rule, rows, beside)
    elif rule.kind == "jumlah-kolom":
        yield from _columns(rule, rows)
    elif rule.kind == "jumlah-baris":
        yield from _totals(rule, rows)
    else:
        yield from _shares(rule, rows)


def _facts(rule: Aturan, sums: tuple[Decimal, Decimal], **more: object) -> dict[str, Any]:
    """What every finding says: the sum of the parts, what it should be, and the difference."""
    made, expected = sums
    return {"rule": rule.label or rule.kind, "sum": _plain(made), "whole": _plain(expected),
            "difference": _plain(made - expected), "tolerance": rule.tolerance, **more}  # fmt: skip


def _plain(value: Decimal) -> str:
    """Digits without an exponent, and without zeros that say nothing."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _off(rule: Aturan, made: Decimal, expected: Decimal) -> bool:
    return abs(made - expected) > Decimal(rule.tolerance)


def _columns(rule: Aturan, rows: Rows) -> Iterator[Diagnostic]:
    """Columns that add up to another one, row by row."""
    skipped = 0
    for line in rows.lines:
        parts = [rows.number(line, column) for column in rule.columns]
        whole = rows.number(line, rule.total)
        present = [part for part in parts if part is not None]
        if whole is None or len(present) < len(parts):
            skipped += whole is not None or bool(present)
        elif _off(rule, total := sum(present, Decimal(0)), whole):
            names = " + ".join(rule.columns)
            yield fault("ATU201", Span(rows.path, line.number), columns=names, column=rule.total,
                        **_facts(rule, (total, whole)))  # fmt: skip
    yield from _skipped(rule, rows, skipped)


def _skipped(rule: Aturan, rows: Rows, count: int) -> Iterator[Diagnostic]:
    if count:
        yield fault("ATU208", Span(rows.path), rule=rule.label or rule.kind, count=count)


def _regions(rule: Aturan, rows: Rows, above: Rows) -> Iterator[Diagnostic]:
    """Rows of regions that add up to the row of the region above: 32.01 … 32.79 to 32, provinces to the nation."""
    groups: dict[str, list[Line]] = defaultdict(list)
    for line in rows.lines:
        code = line.cells.get(rule.code, "")
        if code and code != _NATION:
            groups[code.rpartition(".")[0] or _NATION].append(line)
    wholes = {line.cells.get(rule.code, ""): line for line in above.lines}
    skipped = 0
    for code, members in sorted(groups.items()):
        whole = wholes.get(code)
        if whole is None:
            yield fault("ATU203", Span(rows.path, members[0].number), rule=rule.label or rule.kind, code=code,
                        count=len(members))  # fmt: skip
            continue
        for column in rule.columns:
            parts = [value for line in members if (value := rows.number(line, column)) is not None]
            expected = above.number(whole, column)
            if expected is None or len(parts) < len(members):
                skipped += 1
            elif _off(rule, total := sum(parts, Decimal(0)), expected):
                related = tuple(Span(rows.path, line.number) for line in members[:10])
                facts = _facts(rule, (total, expected), column=column, code=code, count=len(members))
                yield fault("ATU202", Span(above.path, whole.number), related=related, **facts)
    levels = {code.count(".") for code in groups if code != _NATION}
    for code, line in sorted(wholes.items()):
        if code and code not in groups and code != _NATION and code.count(".") in levels:
            yield fault("ATU204", Span(above.path, line.number), rule=rule.label or rule.kind, code=code)
    yield from _skipped(rule, rows, skipped)


def _totals(rule: Aturan, rows: Rows) -> Iterator[Diagnostic]:
    """All rows of a column that add up to a figure which the descriptor states."""
    for column, stated in zip(rule.columns, rule.values, strict=True):
        values = [rows.number(line, column) for line in rows.lines]
        present = [value for value in values if value is not None]
        total, expected = sum(present, Decimal(0)), Decimal(stated)
        if _off(rule, total, expected):
            facts = _facts(rule, (total, expected), column=column, count=len(present))
            yield fault("ATU205", Span(rows.path), **facts)


def _shares(rule: Aturan, rows: Rows) -> Iterator[Diagnostic]:
    """Shares that add up to a hundred: the columns of each row, or one column over the rows of each group."""
    if len(rule.columns) > 1:
        skipped = 0
        for line in rows.lines:
            parts = [value for column in rule.columns if (value := rows.number(line, column)) is not None]
            if len(parts) < len(rule.columns):
                skipped += bool(parts)
            elif _off(rule, total := sum(parts, Decimal(0)), _HUNDRED):
                facts = _facts(rule, (total, _HUNDRED), columns=" + ".join(rule.columns), group="–")
                yield fault("ATU206", Span(rows.path, line.number), **facts)
        yield from _skipped(rule, rows, skipped)
        return
    groups: dict[tuple[str, ...], list[Line]] = defaultdict(list)
    for line in rows.lines:
        groups[tuple(line.cells.get(name, "") for name in rule.group)].append(line)
    for key, members in groups.items():
        parts = [value for line in members if (value := rows.number(line, rule.columns[0])) is not None]
        if parts and _off(rule, total := sum(parts, Decimal(0)), _HUNDRED):
            facts = _facts(rule, (total, _HUNDRED), columns=rule.columns[0], group=", ".join(key) or "–")
            yield fault("ATU206", Span(rows.path, members[0].number), **facts)


def _equal(rule: Aturan, rows: Rows, other: Rows) -> Iterator[Diagnostic]:
    """Figures that stand under the same key in another table. Keys that only one table has are no fault."""
    columns = tuple(zip(rule.columns, rule.other_columns or rule.columns, strict=True))
    known = {tuple(line.cells.get(name, "") for name in rule.other_keys or rule.keys): line for line in other.lines}
    met = 0
    for line in rows.lines:
        key = tuple(line.cells.get(name, "") for name in rule.keys)
        twin = known.get(key)
        if twin is None:
            continue
        met += 1
        for here, there in columns:
            mine, theirs = rows.number(line, here), other.number(twin, there)
            if mine is not None and theirs is not None and _off(rule, mine, theirs):
                facts = _facts(rule, (mine, theirs), column=here, key=", ".join(key), other=there)
                yield fault("ATU207", Span(rows.path, line.number), related=(Span(other.path, twin.number),), **facts)
    if rows.lines and not met:
        yield fault("ATU210", Span(rows.path), rule=rule.label or rule.kind, keys=", ".join(rule.keys))
