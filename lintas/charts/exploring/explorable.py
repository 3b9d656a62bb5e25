"""What a published specification has for readers who explore it: texts of points, parts that can be dimmed. Pure.

A picture drawn from it is the same as one drawn without; whoever opens the file elsewhere explores it as well. The
browser is told in `usermeta` how each colour looks in the dark and what the colours stand for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from lintas.charts.palette import DARK, SERIES
from lintas.charts.points import Points

Json = dict[str, Any]
Headed = tuple[str, str]  # what of a point, title

_DIMMED = "redup"  # signal: names of the groups that step back
_FAINT = 0.12
_NUMBER = (",.2~f", ",.6~f")  # how values are told: from one up, and those that have smaller ones among them
_DAY = "%e %B %Y"
_FIELDS = {"label": "label", "group": "kelompok", "across": "x", "value": "nilai"}


def explorable(drawn: Json, kind: str, points: Points, headed: Sequence[Headed]) -> Json:
    """The specification with what exploring needs. `headed` are the columns of the table below the chart."""
    layers = [dict(layer) for layer in drawn["layer"]]
    place = 1 if kind == "peta" else 0
    mark = layers[place] = _dimming(layers[place], kind, points)
    if kind == "garis":  # a line has no place for the pointer: each of its points gets one
        spots: Json = {"type": "point", "filled": True, "size": 300, "opacity": 0}
        seen = {key: mark["encoding"][key] for key in ("x", "y")}
        layers.append({"mark": spots, "encoding": {**seen, "tooltip": _told(headed, points, seen["x"])}})
    elif kind != "peta":
        mark["encoding"]["tooltip"] = _told(headed, points, {})
    about = {"gelap": DARK, **_groups(points, dict(headed).get("group", ""))}
    params = [{"name": _DIMMED, "value": []}]
    return {**drawn, "layer": layers, "height": _height(drawn), "params": params, "usermeta": about}


def _height(drawn: Json) -> int:
    """In px; a step for each bar is told as the whole, which a browser fits into a width without complaint."""
    height = drawn["height"]
    if not isinstance(height, dict):
        return int(height)
    return int(height["step"]) * len({row["label"] for row in drawn["data"]["values"]})


def _dimming(layer: Json, kind: str, points: Points) -> Json:
    encoding = dict(layer["encoding"])
    if points.groups:
        field = "datum.properties && datum.properties.kelas" if kind == "peta" else "datum.kelompok"
        test = f"indexof({_DIMMED}, {field}) >= 0"
        encoding["opacity"] = {"condition": {"test": test, "value": _FAINT}, "value": 1}
    return {**layer, "encoding": encoding}


def number_format(values: Iterable[Decimal]) -> str:
    """How d3 is to write these values, so that the least of them is not told as nothing."""
    return _NUMBER[any(value and abs(value) < 1 for value in values)]


def _told(headed: Sequence[Headed], points: Points, x: Json) -> list[Json]:
    made = []
    number = number_format(value for point in points.shown for value in (point.value, point.across) if value)
    for what, title in headed:
        if what not in _FIELDS:
            continue
        told: Json = {"field": _FIELDS[what], "type": "nominal", "title": title or "Nilai"}
        if what in ("across", "value"):
            told |= {"type": "quantitative", "format": number}
        elif x.get("type") == "temporal":
            told |= {"type": "temporal", "format": _DAY}
        made.append(told)
    return made


def _groups(points: Points, title: str) -> Json:
    if not points.groups:
        return {}
    named = [{"nama": name, "warna": colour} for name, colour in zip(points.groups, SERIES, strict=False)]
    return {"kelompok": {"judul": title, "nilai": named}}
