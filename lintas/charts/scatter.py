"""Dots over two measures: their Vega-Lite layers, the sentence that says how the two go together. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from lintas import formatting
from lintas.charts.palette import PAGE, TEXT
from lintas.charts.points import Point, Points
from lintas.charts.sentences import quantity
from lintas.charts.tongues import Tongue
from lintas.formatting import Formatter
from lintas.model import Field, View

Json = dict[str, Any]
SHORT = (  # writes a number on an axis
    "abs(datum.value) >= 1e9 ? format(datum.value / 1e9, ',.2~f') + ' miliar' : "
    "abs(datum.value) >= 1e6 ? format(datum.value / 1e6, ',.2~f') + ' juta' : format(datum.value, ',.3~f')"
)
_WIDELY = 100  # times the least value from which on an axis is logarithmic
_LOOSE = (Decimal("0.2"), Decimal("0.5"))  # correlations that are hardly one, and that are loose
_FEW = 5  # dots below which ranks say nothing


def axis_title(view: View, fields: Mapping[str, Field], unit: str) -> str:
    """The y axis as a noun with its unit; a divided value is no longer what its column is called."""
    up = fields[view.y]
    if view.divisor:
        return unit[:1].upper() + unit[1:]
    return f"{up.title or up.name} ({unit})" if unit else up.title or up.name


def across_title(view: View, fields: Mapping[str, Field], form: Formatter = formatting) -> str:
    field = fields[view.x]
    unit = form.unit_name(field.unit)
    return (field.title or field.name) + (f" ({unit})" if unit else "")


def sentence(view: View, points: Points, fields: Mapping[str, Field], unit: str, *, noun: str) -> str:
    """How many dots of what, the most and the least, and whether the two measures rise together."""
    shown, tongue, form = points.shown, points.tongue, points.tongue.form
    start = f"{form.number(len(shown))} {noun}"
    high, low = max(shown, key=_value), min(shown, key=_value)
    most, least = quantity(high.value, unit, form), quantity(low.value, unit, form)
    if high.value == low.value:
        return tongue["dots_equal"].format(start=start, value=most)
    told = tongue["dots"].format(start=start, top=high.label, high=most, bottom=low.label, low=least)
    rho = spearman([point.across for point in shown], [point.value for point in shown])
    if rho is None or len(shown) < _FEW:
        return f"{told}."
    name = fields[view.x].title or fields[view.x].name
    together = _together(rho, f"{name[:1].lower()}{name[1:]}", tongue)
    return f"{told}. {together} ({tongue['rank']} {form.number(rho, 2)})."


def _together(rho: Decimal, name: str, tongue: Tongue) -> str:
    if abs(rho) < _LOOSE[0]:
        return tongue["unrelated"].format(name=name)
    how = tongue["loosely" if abs(rho) < _LOOSE[1] else "mostly"]
    return tongue["related"].format(name=name, how=how, way=tongue["upwards" if rho > 0 else "downwards"])


def spearman(xs: Sequence[Decimal], ys: Sequence[Decimal]) -> Decimal | None:
    """Rank correlation, equal values sharing their mean rank; None where one side does not vary."""
    a, b = _ranks(xs), _ranks(ys)
    mean = sum(a, Decimal(0)) / len(a) if a else Decimal(0)
    dx, dy = [x - mean for x in a], [y - mean for y in b]
    spread = (sum((x * x for x in dx), Decimal(0)) * sum((y * y for y in dy), Decimal(0))).sqrt()
    if not spread:
        return None
    return sum((x * y for x, y in zip(dx, dy, strict=True)), Decimal(0)) / spread


def _ranks(values: Sequence[Decimal]) -> list[Decimal]:
    places: dict[Decimal, list[int]] = {}
    for place, value in enumerate(sorted(values), 1):
        places.setdefault(value, []).append(place)
    return [Decimal(sum(places[value])) / len(places[value]) for value in values]


def _value(point: Point) -> Decimal:
    return point.value


def layers(rows: Sequence[Json], titles: tuple[str, str, str], colour: Json, *, narrow: bool) -> Json:
    """One dot for each row; the ends of both measures carry their names.

    `titles` are those of both axes, and what an axis that is logarithmic adds to its own.
    """
    axis: Json = {"labelExpr": SHORT, "tickCount": 4 if narrow else 6}
    x = _axis("x", [row["x"] for row in rows], {**axis, "title": titles[0], "titlePadding": 8}, titles[2])
    above = {"titleAngle": 0, "titleAlign": "left", "titleAnchor": "start", "titleX": 0, "titleY": -12}
    y = _axis(
        "nilai", [row["nilai"] for row in rows], {**axis, **above, "title": titles[1], "domain": False}, titles[2]
    )
    dots = {"type": "point", "filled": True, "size": 30 if narrow else 40, "opacity": 1, "fillOpacity": 0.55}
    named = _ends(rows, narrow=narrow)
    text = {"type": "text", "dx": {"expr": "datum.geser"}, "dy": {"expr": "datum.turun"},
            "align": {"expr": "datum.sisi"}, "color": TEXT}  # fmt: skip
    halo = {**text, "color": PAGE, "stroke": PAGE, "strokeWidth": 4, "strokeJoin": "round"}
    names = {"x": x, "y": y, "text": {"field": "label"}}
    return {
        "height": 280 if narrow else 360,
        "data": {"values": list(rows)},
        "padding": {"left": 2, "right": 24, "top": 26, "bottom": 4},
        "layer": [
            {"mark": dots, "encoding": {"x": x, "y": y, "color": colour}},
            {"data": {"values": named}, "mark": halo, "encoding": names},
            {"data": {"values": named}, "mark": text, "encoding": names},
        ],
    }


def _axis(field: str, values: Sequence[float], axis: Json, logarithmic: str) -> Json:
    """Logarithmic where the values are positive and lie far apart; the title then says so."""
    if min(values) > 0 and max(values) / min(values) >= _WIDELY:
        scale = {"type": "log", "padding": 14, "nice": False}
        title = logarithmic.format(title=axis["title"])
        axis = {**axis, "title": title, "values": _powers(min(values), max(values))}
    else:
        scale = {"zero": False, "nice": True, "padding": 14}
    return {"field": field, "type": "quantitative", "scale": scale, "axis": axis}


def _powers(least: float, most: float) -> list[float]:
    made, step = [], 10.0**-9
    while step <= most:
        made += [step] if step >= least else []
        step = float(f"{step * 10:.0e}")
    return made


def _ends(rows: Sequence[Json], *, narrow: bool) -> list[Json]:
    """The rows with the most and the least of each measure, once each, with the side on which their name has room."""
    middle = _middle([row["x"] for row in rows])
    found: dict[str, Json] = {}
    for key in ("nilai", "x"):
        for row in (max(rows, key=lambda row: row[key]), min(rows, key=lambda row: row[key])):
            found.setdefault(row["label"], row)
    shown = list(found.values())[: 3 if narrow else 4]
    least = min(row["nilai"] for row in rows)
    return [{**row, **_beside(left=row["x"] <= middle, lowest=row["nilai"] == least)} for row in shown]


def _beside(*, left: bool, lowest: bool) -> Json:
    """Above the dot and towards the middle; beside the lowest, which stands close to the axis."""
    aside = 9 if left else -9
    place = {"geser": aside, "turun": 0} if lowest else {"geser": 0, "turun": -11}
    return {"sisi": "left" if left else "right", **place}


def _middle(values: Sequence[float]) -> float:
    """The value in the middle of the axis."""
    least, most = min(values), max(values)
    if least > 0 and most / least >= _WIDELY:
        return float((least * most) ** 0.5)
    return (least + most) / 2
