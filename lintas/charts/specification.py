"""Vega-Lite specifications of bars, lines and dots. Pure: points in, JSON out."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import Any

from lintas.charts import scatter
from lintas.charts.palette import LINE, PAGE, SERIES, SOFT, TEXT
from lintas.charts.points import Points
from lintas.charts.sentences import quantity
from lintas.charts.vega import FONT
from lintas.model import Field, View

Json = dict[str, Any]
WIDE, NARROW = 720, 340  # px
_LETTER = 6.6  # px of a letter or digit at 12 px
_LABELS = 190  # px of a label beside a bar
_SPARE = 20  # px for readers whose system has a wider font than the one that was measured
_SIDES, _YEAR = 70, 40  # px of the axis and edges beside a line, and of a year below it with room
_NAMED = 8  # points of a line that carry their values
SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
_TEXT_AXIS: Json = {"title": None, "ticks": False, "domain": False, "labelPadding": 8}
CONFIG: Json = {
    "background": PAGE,
    "font": FONT,
    "view": {"stroke": None},
    "axis": {
        "labelColor": SOFT, "labelFontSize": 12, "titleColor": SOFT, "titleFontSize": 12, "titleFontWeight": "normal",
        "gridColor": LINE, "domainColor": SOFT, "tickColor": SOFT, "labelLimit": _LABELS,
    },
    "text": {"color": TEXT, "fontSize": 12},
    "legend": {
        "labelColor": TEXT, "labelFontSize": 12, "titleColor": SOFT, "titleFontSize": 12, "titleFontWeight": "normal",
        "orient": "top", "offset": 6,
    },
}  # fmt: skip


def specification(view: View, points: Points, fields: dict[str, Field], unit: str, *, width: int = WIDE) -> Json:
    """The chart `width` px wide; unit as shown. Same points, same specification."""
    made = {"batang": _bars, "garis": _line, "titik": _dots}[view.kind]
    base: Json = {
        "$schema": SCHEMA,
        "description": view.title,
        "width": width,
        "autosize": {"type": "fit-x", "contains": "padding"},
        "padding": {"left": 2 if width <= NARROW else _SPARE, "right": 12, "top": 4, "bottom": 4},
        "data": {"values": _values(points)},
        "config": CONFIG,
    }
    return base | made(view, points, fields, unit, narrow=width <= NARROW)


def _values(points: Points) -> list[Json]:
    labels = {point.key: point.label for point in points.shown}
    twice = {text for text, times in Counter(labels.values()).items() if times > 1}
    rows = []
    for point in points.shown:
        label = f"{point.label} ({point.key})" if point.label in twice else point.label
        row: Json = {"label": label, "nilai": float(point.value), "teks": quantity(point.value, "", points.tongue.form)}
        rows.append({**row, **({"kelompok": point.group} if point.group else {})})
    return rows


def _colour(view: View, points: Points, fields: dict[str, Field]) -> Json:
    if not view.colour:
        return {"value": SERIES[0]}
    field = fields[view.colour]
    return {
        "field": "kelompok", "type": "nominal", "title": field.title or field.name,
        "scale": {"domain": list(points.groups), "range": list(SERIES[: len(points.groups)])},
    }  # fmt: skip


def _bars(view: View, points: Points, fields: dict[str, Field], unit: str, *, narrow: bool) -> Json:
    """Bars from left to right with their values; on a narrow sheet each has its label above it."""
    values = _values(points)
    labels = list(dict.fromkeys(row["label"] for row in values))
    sums: Counter[str] = Counter()
    for row in values:
        sums[row["label"]] += row["nilai"]
    texts = {label: quantity(Decimal(str(round(sums[label], 6))), "", points.tongue.form) for label in labels}
    ends = {"values": [{"label": label, "nilai": sums[label], "teks": texts[label]} for label in labels]}
    longest = max(map(len, texts.values())) * _LETTER + 10
    plot = (WIDE - min(_LABELS, max(map(len, labels)) * _LETTER) - _SPARE - 24) if not narrow else NARROW
    greatest, least = max(0.0, *sums.values()), min(0.0, *sums.values())
    room = 1.0 if narrow else 1 - longest / plot
    scale = {"domain": [least, (greatest or 1.0) / room], "nice": False, "zero": True}
    x = {"field": "nilai", "type": "quantitative", "axis": None, "scale": scale, "stack": "zero"}
    axis = None if narrow else _TEXT_AXIS
    y = {"field": "label", "type": "nominal", "sort": labels, "axis": axis}
    bar: Json = {"type": "bar", "height": {"band": 0.26 if narrow else 0.66}, **({"yOffset": 8} if narrow else {})}
    layers: list[Json] = [{"mark": bar, "encoding": {"x": x, "y": y, "color": _colour(view, points, fields)}}]
    if narrow:
        above = {"type": "text", "dy": -6}
        name: Json = {"y": y, "x": {"value": 0}, "text": {"field": "label"}}
        value = {"y": y, "x": {"value": "width"}, "text": {"field": "teks"}}
        layers.append({"data": ends, "mark": {**above, "align": "left"}, "encoding": name})
        layers.append({"data": ends, "mark": {**above, "align": "right", "color": SOFT}, "encoding": value})
    else:
        text = {"y": y, "x": {**x, "stack": None}, "text": {"field": "teks"}}
        layers.append({"data": ends, "mark": {"type": "text", "align": "left", "dx": 6}, "encoding": text})
    return {"height": {"step": 36 if narrow else 22}, "layer": layers}


def _line(view: View, points: Points, fields: dict[str, Field], unit: str, *, narrow: bool) -> Json:
    """A line over time or over ordered labels; few points carry their values."""
    rows = _values(points)
    longest = max(len(row["teks"]) for row in rows) * _LETTER
    x = _time(fields[view.x].type, rows, longest, NARROW if narrow else WIDE)
    y = {
        "field": "nilai", "type": "quantitative", "scale": {"zero": False, "nice": True, "padding": 14},
        "axis": {"title": unit, "titleAngle": 0, "titleAlign": "left", "titleAnchor": "start", "titleX": 0,
                 "titleY": -12, "domain": False, "ticks": False, "labelExpr": scatter.SHORT, "tickCount": 5},
    }  # fmt: skip
    encoding = {"x": x, "y": y, "color": _colour(view, points, fields)}
    mark = {"type": "line", "strokeWidth": 2.5, "point": {"filled": True, "size": 50}}
    layers: list[Json] = [{"mark": mark, "encoding": encoding}]
    made: Json = {"padding": {"left": 2, "right": 24, "top": 26, "bottom": 4}}
    if not points.groups and len(rows) <= (_NAMED if not narrow else 6):
        text = {"type": "text", "align": {"expr": "datum.sisi"}, "dx": {"expr": "datum.geser"},
                "dy": {"expr": "datum.turun"}}  # fmt: skip
        layers.append({"mark": text, "encoding": {"x": x, "y": y, "text": {"field": "teks"}}})
        made["data"] = {"values": [{**row, **beside} for row, beside in zip(rows, _free_sides(rows), strict=True)]}
    return {"height": 220 if narrow else 280, "layer": layers, **made}


def _time(kind: str, rows: list[Json], longest: float, width: int) -> Json:
    """Dates and years stand as far apart as they are; other labels in equal steps. Room at the ends for values."""
    axis: Json = {"title": None, "labelAngle": 0, "labelOverlap": True, "grid": False}
    if kind in ("date", "datetime"):
        return {"field": "label", "type": "temporal", "axis": {**axis, "format": "%b %Y"},
                "scale": {"padding": longest}}  # fmt: skip
    if kind == "year" and all(row["label"].lstrip("-").isdigit() for row in rows):
        years = sorted({int(row["label"]) for row in rows})
        room = (width - 2 * longest - _SIDES) / max(1, years[-1] - years[0])  # px of a year
        ticks = {"values": told_years(years, _YEAR / room), "labelExpr": "datum.value", "labelOverlap": False}
        return {"field": "label", "type": "quantitative", "axis": {**axis, **ticks},
                "scale": {"zero": False, "nice": False, "padding": longest}}  # fmt: skip
    return {"field": "label", "type": "ordinal", "sort": None, "axis": axis}


def told_years(years: list[int], apart: float) -> list[int]:
    """The first, the last, and those between that stand so far from the one before and from the last."""
    told = years[:1]
    for year in years[1:-1]:
        if year - told[-1] >= apart and years[-1] - year >= apart:
            told.append(year)
    return list(dict.fromkeys((*told, years[-1])))


def _free_sides(rows: list[Json]) -> list[Json]:
    """Where the value of each point stands clear of the line that comes and goes there."""
    values = [row["nilai"] for row in rows]
    found = []
    for place, value in enumerate(values):
        before, after = values[max(place - 1, 0)], values[min(place + 1, len(values) - 1)]
        if before > value < after:
            found.append({"sisi": "center", "geser": 0, "turun": 17})
        elif before <= value < after:
            found.append({"sisi": "right", "geser": 2, "turun": -11})
        elif before > value >= after:
            found.append({"sisi": "left", "geser": -2, "turun": -11})
        else:
            found.append({"sisi": "center", "geser": 0, "turun": -13})
    return found


def _dots(view: View, points: Points, fields: dict[str, Field], unit: str, *, narrow: bool) -> Json:
    rows = [{"x": float(point.across), **row} for point, row in zip(points.shown, _values(points), strict=True)]
    across = scatter.across_title(view, fields, points.tongue.form)
    titles = (across, scatter.axis_title(view, fields, unit), points.tongue["logarithmic"])
    return scatter.layers(rows, titles, _colour(view, points, fields), narrow=narrow)
