"""The Vega-Lite specification of a map, with its regions inside, so that it draws wherever it is opened. Pure.

Longitude and latitude are taken as plane coordinates (`identity`): near the equator the picture is hardly different,
and the direction in which a ring runs, which GeoJSON and Vega understand the other way round, does not matter.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lintas.charts import choropleth
from lintas.charts.choropleth import Ground
from lintas.charts.exploring.explorable import number_format
from lintas.charts.palette import EMPTY, PAGE, SERIES, STEPS
from lintas.charts.points import Point, Points
from lintas.maps import Area

Json = dict[str, Any]
_PLACES = 3  # digits of a degree: a hundred metres
_WIDTH = 720  # px
_NAMES = {"nama": "Wilayah", "kode": "Kode"}


def specification(points: Points, ground: Ground, unit: str) -> Json:
    """Shapes, projection and colours; whoever calls adds title, source and date."""
    shown = {point.key: point for point in points.shown}
    areas = _areas(shown, ground)
    box = (min(a.box.left for a in areas), max(a.box.right for a in areas),
           min(a.box.bottom for a in areas), max(a.box.top for a in areas))  # fmt: skip
    height = round(_WIDTH * (box[3] - box[2]) / (box[1] - box[0]))
    told = "kelas" if points.groups else "nilai"
    tips = [{"field": f"properties.{key}", "type": "nominal", "title": title} for key, title in _NAMES.items()]
    kind = "nominal" if points.groups else "quantitative"
    number = {} if points.groups else {"format": number_format(point.value for point in points.shown)}
    tips.append({"field": f"properties.{told}", "type": kind, "title": unit or "Nilai", **number})
    return {
        "width": _WIDTH,
        "height": max(200, min(height, 900)),
        "projection": {"type": "identity", "reflectY": True},
        "data": {"values": [_feature(area, shown.get(area.code), told) for area in areas]},
        "layer": [
            {"mark": {"type": "geoshape", "fill": EMPTY, "stroke": PAGE, "strokeWidth": 0.5}},
            {
                "transform": [{"filter": f"isValid(datum.properties.{told})"}],
                "mark": {"type": "geoshape", "stroke": PAGE, "strokeWidth": 0.5},
                "encoding": {"color": _colour(points, f"properties.{told}", unit), "tooltip": tips},
            },
        ],
    }


def _areas(shown: Mapping[str, Point], ground: Ground) -> tuple[Area, ...]:
    """All provinces under a map of provinces; of kabupaten and kota those that are shown and known."""
    if not any("." in code for code in shown):
        return ground.provinces
    return tuple(area for area in ground.regencies if area.code in shown) or ground.provinces


def _feature(area: Area, point: Point | None, told: str) -> Json:
    properties: Json = {"kode": area.code}
    if point is not None:
        properties |= {"nama": point.label, told: point.group if told == "kelas" else float(point.value)}
    rings = [[_closed(ring) for ring in polygon] for polygon in area.polygons]
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": "MultiPolygon", "coordinates": rings},
    }


def _closed(ring: tuple[tuple[float, float], ...]) -> list[list[float]]:
    return [[round(x, _PLACES), round(y, _PLACES)] for x, y in (*ring, ring[0])]


def _colour(points: Points, field: str, unit: str) -> Json:
    if points.groups:
        scale: Json = {"domain": list(points.groups), "range": list(SERIES[: len(points.groups)])}
        return {"field": field, "type": "nominal", "title": unit, "scale": scale}
    limits = choropleth.steps([point.value for point in points.shown])
    first = (len(STEPS) - 1 - len(limits)) // 2
    tones = list(STEPS[first : first + len(limits) + 1])
    scale = {"type": "threshold", "domain": [float(limit) for limit in limits], "range": tones}
    return {"field": field, "type": "quantitative", "title": unit, "scale": scale}
