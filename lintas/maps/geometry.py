"""Boundaries of regions: GeoJSON text → frozen areas in degrees. Pure.

Accepted is what RFC 7946 calls a FeatureCollection of Polygon or MultiPolygon features in WGS 84, each with the
region's Kemendagri code in the property `kode`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from lintas.diagnostics import Diagnostic, Outcome, Span, fault

Point = tuple[float, float]
Ring = tuple[Point, ...]
Polygon = tuple[Ring, ...]

# Outermost points of Indonesia (Sabang, Merauke, Miangas, Rote) with half a degree of sea: west, south, east, north.
INDONESIA = (94.5, -11.6, 141.6, 6.6)
_FEATURE = re.compile(r'"type"\s*:\s*"Feature"')


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in degrees or in pixels; `top` is the northern edge in degrees."""

    left: float
    bottom: float
    right: float
    top: float

    def meets(self, other: Box) -> bool:
        return (
            self.left < other.right and other.left < self.right and self.bottom < other.top and other.bottom < self.top
        )

    @property
    def middle(self) -> Point:
        return ((self.left + self.right) / 2, (self.bottom + self.top) / 2)


@dataclass(frozen=True, slots=True)
class Area:
    """One region. Rings are open (no repeated first point), longitude before latitude; the first one is the outer."""

    code: str
    polygons: tuple[Polygon, ...]
    box: Box


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box around all; around nothing it is Indonesia."""
    every = tuple(boxes)
    if not every:
        return Box(*INDONESIA)
    return Box(
        min(box.left for box in every),
        min(box.bottom for box in every),
        max(box.right for box in every),
        max(box.top for box in every),
    )


def read(text: str, path: str) -> Outcome[tuple[Area, ...]]:
    """Read a boundary file. Features with a fault are left out; areas come sorted by code, so kabupaten before kota."""
    try:
        document = json.loads(text, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        return Outcome((), (fault("PET101", Span(path, error.lineno, error.colno)),))
    except (RecursionError, ValueError):
        return Outcome((), (fault("PET101", Span(path, 1, 1)),))
    features = document.get("features") if isinstance(document, dict) else None
    if not isinstance(features, list) or not features or document.get("type") != "FeatureCollection":
        return Outcome((), (fault("PET102", Span(path, 1, 1)),))
    return _features(features, text, path)


def _refuse(constant: str) -> None:
    """NaN and Infinity are no JSON, although Python's reader takes them."""
    raise ValueError(constant)


def _features(features: list[Any], text: str, path: str) -> Outcome[tuple[Area, ...]]:
    areas: dict[str, Area] = {}
    found: list[Diagnostic] = []
    for number, feature in enumerate(features):
        area = _area(feature)
        if isinstance(area, Area) and area.code not in areas:
            areas[area.code] = area
            continue
        code, args = ("PET107", {"kode": area.code}) if isinstance(area, Area) else area
        found.append(fault(code, _place(text, path, number), related=(), nomor=number + 1, **args))
    return Outcome(tuple(areas[code] for code in sorted(areas)), tuple(found))


def _place(text: str, path: str, number: int) -> Span:
    """Line and column where feature `number` says that it is one; only looked for when there is a fault."""
    for index, match in enumerate(_FEATURE.finditer(text)):
        if index == number:
            start = match.start()
            return Span(path, text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))
    return Span(path, 1, 1)


def _area(feature: Any) -> Area | tuple[str, dict[str, str]]:
    """The area of a feature, or the code and facts of what is wrong with it."""
    properties = feature.get("properties") if isinstance(feature, dict) else None
    code = properties.get("kode") if isinstance(properties, dict) else None
    if not isinstance(code, str) or not re.fullmatch(r"\d\d(\.\d\d)?", code):
        return "PET103", {"kode": "" if code is None else str(code)}
    geometry = feature.get("geometry")
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind not in ("Polygon", "MultiPolygon"):
        return "PET104", {"kode": code, "jenis": str(kind)}
    members = geometry.get("coordinates")
    polygons = []
    for rings in [members] if kind == "Polygon" else members if isinstance(members, list) else [members]:
        if not isinstance(rings, list) or not rings:
            return "PET105", {"kode": code}
        polygon = tuple(_ring(ring) for ring in rings)
        if () in polygon:
            return "PET105", {"kode": code}
        polygons.append(polygon)
    if not polygons:
        return "PET105", {"kode": code}
    box = _box(point for polygon in polygons for point in polygon[0])
    if not _inside(box):
        return "PET106", {"kode": code, "bujur": f"{box.left:g}", "lintang": f"{box.bottom:g}"}
    return Area(code, tuple(polygons), box)


def _ring(ring: Any) -> Ring:
    """An open ring, or () when it is not a list of at least four positions of two numbers."""
    if not isinstance(ring, list) or len(ring) < 4:
        return ()
    points = []
    for position in ring:
        if not isinstance(position, list) or len(position) < 2:
            return ()
        x, y = position[0], position[1]
        if type(x) not in (int, float) or type(y) not in (int, float):
            return ()
        points.append((float(x), float(y)))
    return tuple(points[:-1] if points[0] == points[-1] else points)


def _box(points: Iterator[Point]) -> Box:
    every = tuple(points)
    across, along = [x for x, _ in every], [y for _, y in every]
    return Box(min(across), min(along), max(across), max(along))


def _inside(box: Box) -> bool:
    west, south, east, north = INDONESIA
    return west <= box.left and box.right <= east and south <= box.bottom and box.top <= north
