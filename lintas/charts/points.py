"""Rows of a table → the points of a chart: kept, counted, divided, put in order. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from lintas import wilayah
from lintas.charts.tongues import INDONESIAN, Tongue
from lintas.model import Field, View

Row = Mapping[str, str | None]
MOST = 120  # points of one chart, and series of one colour below
SERIES = 6


@dataclass(frozen=True, slots=True)
class Point:
    """`key` is the cell of the x column, `label` what is shown for it; `row` what the table below has of it.

    Of a dot the key is the cell of the column that names it, and `across` its value on the x axis.
    """

    key: str
    label: str
    value: Decimal
    group: str = ""
    row: tuple[str | None, ...] = ()
    across: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Points:
    """`shown` in the order of drawing; `total` over all, also those cut off by `batas`; `groups` in their order."""

    shown: tuple[Point, ...]
    count: int  # of all points
    total: Decimal
    groups: tuple[str, ...] = ()
    tongue: Tongue = INDONESIAN  # of what is said about them


def gather(view: View, rows: Iterable[Row], fields: Mapping[str, Field], divisors: Mapping[str, Decimal]) -> Points:
    """The points of `view`. Rows without a value are left out; `divisors` has a number for each x."""
    kept = [row for row in rows if all(row.get(name) in values for name, values in view.where)]
    made = _categories(view, kept, fields) if view.kind == "peta" and _is_text(view, fields) else ()
    made = made or (_measured(view, kept, fields, divisors) if view.y else _counted(view, kept, fields))
    ordered = _ordered(view, made)
    shown = ordered[: view.limit] if view.limit and not view.colour else ordered
    groups = tuple(dict.fromkeys(p.group for p in sorted(made, key=lambda p: p.group) if p.group))
    total = sum((point.value for point in made), Decimal(0))
    return Points(shown, len({point.key for point in made}), total, groups)


def number(text: str | None) -> Decimal | None:
    try:
        value = Decimal(text or "")
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def label(key: str, field: Field | None) -> str:
    """A cell as a reader knows it: a region by its name, a truth value by its word."""
    if field and field.region_system == "kemendagri" and (region := wilayah.find(key)):
        return region.name
    if field and field.type == "boolean":
        return INDONESIAN["yes" if key.strip().casefold() in ("true", "1", "ya") else "no"]
    return key


def _is_text(view: View, fields: Mapping[str, Field]) -> bool:
    return bool(view.y) and fields[view.y].type not in ("integer", "number")


def _row(view: View, row: Row) -> tuple[str | None, ...]:
    return tuple(row.get(name) for name in view.columns)


def _group(view: View, row: Row, fields: Mapping[str, Field]) -> str:
    return label(row.get(view.colour) or "", fields.get(view.colour)) if view.colour else ""


def _measured(
    view: View, rows: Sequence[Row], fields: Mapping[str, Field], divisors: Mapping[str, Decimal]
) -> tuple[Point, ...]:
    made = []
    named = (view.label or view.x) if view.kind == "titik" else view.x
    for row in rows:
        key, value = row.get(named), number(row.get(view.y))
        across = number(row.get(view.x)) if view.kind == "titik" else Decimal(0)
        if key is None or value is None or across is None:
            continue
        if view.divisor:
            below = divisors.get(key)
            if not below:
                continue
            value /= below
        group = _group(view, row, fields)
        made.append(Point(key, label(key, fields.get(named)), value, group, _row(view, row), across))
    return tuple(made)


def _counted(view: View, rows: Sequence[Row], fields: Mapping[str, Field]) -> tuple[Point, ...]:
    """How many rows there are for each x, and for each colour within it."""
    counts = Counter((key, _group(view, row, fields)) for row in rows if (key := row.get(view.x)) is not None)
    return tuple(
        Point(key, label(key, fields.get(view.x)), Decimal(count), group)
        for (key, group), count in sorted(counts.items())
    )


def _categories(view: View, rows: Sequence[Row], fields: Mapping[str, Field]) -> tuple[Point, ...]:
    """A map of texts: each region once, with the text as its group."""
    found = {}
    for row in rows:
        key, group = row.get(view.x), row.get(view.y)
        if key is not None and group is not None:
            shown = label(group, fields.get(view.y))
            found[key] = Point(key, label(key, fields.get(view.x)), Decimal(1), shown, _row(view, row))
    return tuple(found.values())


def _ordered(view: View, made: Sequence[Point]) -> tuple[Point, ...]:
    order = view.order or ("turun" if view.kind in ("batang", "peta") else "asal")
    if order == "asal":
        return tuple(made)
    totals: Counter[str] = Counter()
    for point in made:
        totals[point.key] += point.value  # type: ignore[assignment]
    sign = -1 if order == "turun" else 1
    return tuple(sorted(made, key=lambda point: (sign * totals[point.key], point.label, point.group)))
