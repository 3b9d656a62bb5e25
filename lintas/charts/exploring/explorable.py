"""What a published specification has for readers who explore it: texts of points, parts that can be dimmed. Pure.

A picture drawn from it is the same as one drawn without; whoever opens the file elsewhere explores it as well. The
browser is told in `usermeta` how each colour looks in the dark and what the colours stand for.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lintas.charts.palette import DARK, SERIES
from lintas.charts.points import Points

Json = dict[str, Any]
Headed = tuple[str, str]  # what of a point, title

_DIMMED = "redup"  # signal: names of the groups that step back
_FAINT = 0.12
_NUMBER = ",.6~f"
_DAY = "%e %B %Y"
_LARGE = {"' juta'": "juta", "' miliar'": "miliar"}  # words of axes, which become signals: the browser may change them
_FIELDS = {"label": "label", "group": "kelompok", "across": "x", "value": "nilai"}


def explorable(drawn: Json, kind: str, points: Points, headed: Sequence[Headed]) -> Json:
    """The specification with what exploring needs. `headed` are the columns of the table below the chart."""
    layers = [dict(layer) for layer in drawn["layer"]]
    place = 1 if kind == "peta" else 0
    mark = layers[place] = _dimming(layers[place], kind, points)
    if kind == "garis":  # a line has no place for the pointer: each of its points gets one
        spots: Json = {"type": "point", "filled": True, "size": 300, "opacity": 0}
        seen = {key: mark["encoding"][key] for key in ("x", "y")}
        layers.append({"mark": spots, "encoding": {**seen, "tooltip": _told(headed, seen["x"])}})
    elif kind != "peta":
        mark["encoding"]["tooltip"] = _told(headed, {})
    params = [{"name": _DIMMED, "value": []}, *({"name": name, "value": text[1:-1]} for text, name in _LARGE.items())]
    about = {"gelap": DARK, **_groups(points, dict(headed).get("group", ""))}
    return {**_signalled(drawn), "params": params, "layer": _signalled(layers), "usermeta": about}


def _dimming(layer: Json, kind: str, points: Points) -> Json:
    encoding = dict(layer["encoding"])
    if points.groups:
        field = "datum.properties && datum.properties.kelas" if kind == "peta" else "datum.kelompok"
        test = f"indexof({_DIMMED}, {field}) >= 0"
        encoding["opacity"] = {"condition": {"test": test, "value": _FAINT}, "value": 1}
    return {**layer, "encoding": encoding}


def _told(headed: Sequence[Headed], x: Json) -> list[Json]:
    made = []
    for what, title in headed:
        if what not in _FIELDS:
            continue
        told: Json = {"field": _FIELDS[what], "type": "nominal", "title": title or "Nilai"}
        if what in ("across", "value"):
            told |= {"type": "quantitative", "format": _NUMBER}
        elif x.get("type") == "temporal":
            told |= {"type": "temporal", "format": _DAY}
        made.append(told)
    return made


def _groups(points: Points, title: str) -> Json:
    if not points.groups:
        return {}
    named = [{"nama": name, "warna": colour} for name, colour in zip(points.groups, SERIES, strict=False)]
    return {"kelompok": {"judul": title, "nilai": named}}


def _signalled(value: Any) -> Any:
    """Expressions that write large numbers take their words from signals."""
    if isinstance(value, dict):
        return {key: _signalled(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_signalled(each) for each in value]
    if isinstance(value, str) and "format(datum.value" in value:
        for text, name in _LARGE.items():
            value = value.replace(text, name)
    return value
