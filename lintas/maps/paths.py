"""From degrees to SVG path data: projection, simplification, clipping, compact numbers. Pure.

Equirectangular with the cosine of the middle latitude: Indonesia lies on the equator, where this is true to shape
within one per cent for a province, and a straight line of code that every reader can check.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, hypot, radians

from lintas.maps.geometry import Area, Box, Point, Ring

_SMALLEST = 0.8  # px²: islands below it are dropped, unless nothing else of the region would be left
_ISLET = 12.0  # px²: islands below it would be eaten by the line drawn around land


@dataclass(frozen=True, slots=True)
class Frame:
    """A sheet of `width` × `height` px and how degrees fall on it."""

    width: int
    height: int
    west: float
    north: float
    across: float  # px a degree of longitude
    along: float  # px a degree of latitude

    def place(self, point: Point) -> Point:
        return (point[0] - self.west) * self.across, (self.north - point[1]) * self.along

    @property
    def box(self) -> Box:
        """What is seen, in degrees."""
        right, bottom = self.west + self.width / self.across, self.north - self.height / self.along
        return Box(self.west, bottom, right, self.north)


def fit(box: Box, width: int, heights: tuple[int, int], margin: float) -> Frame:
    """A frame `width` px wide with `box` in its middle; its height follows the box within `heights` (least, most)."""
    squeeze = cos(radians((box.bottom + box.top) / 2))
    wide = max((box.right - box.left) * squeeze, 1e-6)
    high = max(box.top - box.bottom, 1e-6)
    scale = (width - 2 * margin) / wide
    height = min(max(round(high * scale + 2 * margin), heights[0]), heights[1])
    scale = min(scale, (height - 2 * margin) / high)
    middle = box.middle
    return Frame(
        width,
        height,
        middle[0] - width / 2 / (scale * squeeze),
        middle[1] + height / 2 / scale,
        scale * squeeze,
        scale,
    )


def trace(area: Area, frame: Frame, tolerance: float, *, clip: bool = False) -> tuple[str, str]:
    """Path data of an area: its land, and its islets apart. Lines stray from the data by at most `tolerance` px.

    Both are "" when nothing is seen. The largest polygon always counts as land, so that a small kota keeps its border.
    """
    polygons = [tuple(tuple(map(frame.place, ring)) for ring in polygon) for polygon in area.polygons]
    if clip:
        polygons = [tuple(_clipped(ring, frame) for ring in polygon) for polygon in polygons]
    polygons = sorted((rings for rings in polygons if len(rings[0]) > 2), key=lambda rings: -size(rings[0]))
    land, islets = "", ""
    for rank, rings in enumerate(polygons):
        data = "".join(
            _data(_turned(_simplified(ring, tolerance), bool(hole)))
            for hole, ring in enumerate(rings)
            if len(ring) > 2 and size(ring) >= _SMALLEST
        )
        if rank and size(rings[0]) < _ISLET:
            islets += data
        else:
            land += data or ("" if rank else _speck(rings[0]))
    return land, islets


def size(ring: Ring) -> float:
    """Area of a ring in px²."""
    return abs(_winding(ring))


def centre(ring: Ring) -> Point:
    """The centre of gravity of a ring, of its points when it has no area."""
    total = _winding(ring)
    if not total:
        return sum(x for x, _ in ring) / len(ring), sum(y for _, y in ring) / len(ring)
    across = along = 0.0
    x, y = ring[-1]
    for u, v in ring:
        across += (x + u) * (x * v - u * y)
        along += (y + v) * (x * v - u * y)
        x, y = u, v
    return across / (6 * total), along / (6 * total)


def _winding(ring: Ring) -> float:
    total = 0.0
    x, y = ring[-1]
    for u, v in ring:
        total += x * v - u * y
        x, y = u, v
    return total / 2


def _turned(ring: Ring, hole: bool) -> Ring:
    """Outer rings all turn one way and holes the other, so that paths can be joined under the nonzero fill rule."""
    return ring[::-1] if (_winding(ring) < 0) != hole else ring


def _simplified(ring: Ring, tolerance: float) -> Ring:
    """Ramer–Douglas–Peucker on a closed ring, split at its first point and the point farthest from it."""
    x, y = ring[0]
    far = max(range(len(ring)), key=lambda index: hypot(ring[index][0] - x, ring[index][1] - y))
    return _line(ring[: far + 1], tolerance)[:-1] + _line(ring[far:] + ring[:1], tolerance)[:-1]


def _line(points: Ring, tolerance: float) -> Ring:
    kept = {0, len(points) - 1}
    open_spans = [(0, len(points) - 1)]
    while open_spans:
        first, last = open_spans.pop()
        (x, y), (u, v) = points[first], points[last]
        dx, dy = u - x, v - y
        length = hypot(dx, dy)
        worst, where = tolerance, 0
        for index in range(first + 1, last):
            p, q = points[index]
            off = abs(dx * (q - y) - dy * (p - x)) / length if length else hypot(p - x, q - y)
            if off > worst:
                worst, where = off, index
        if where:
            kept.add(where)
            open_spans += [(first, where), (where, last)]
    return tuple(points[index] for index in sorted(kept))


def _clipped(ring: Ring, frame: Frame) -> Ring:
    """Sutherland–Hodgman against the sheet and 3 px around it, so that no cut edge can be seen."""
    edges = ((0, -3.0, 1), (0, frame.width + 3.0, -1), (1, -3.0, 1), (1, frame.height + 3.0, -1))
    for axis, limit, side in edges:
        ring = tuple(_kept(ring, axis, limit, side))
        if not ring:
            break
    return ring


def _kept(ring: Ring, axis: int, limit: float, side: int) -> Iterable[Point]:
    before = ring[-1]
    for point in ring:
        a, b = (before[axis] - limit) * side, (point[axis] - limit) * side
        if (a < 0) != (b < 0):
            share = a / (a - b)
            yield before[0] + (point[0] - before[0]) * share, before[1] + (point[1] - before[1]) * share
        if b >= 0:
            yield point
        before = point


def _data(ring: Ring) -> str:
    """Closed path data in tenths of a pixel; "" when fewer than three different points remain."""
    points: list[tuple[int, int]] = []
    for x, y in ring:
        point = (round(x * 10), round(y * 10))
        if not points or point != points[-1]:
            points.append(point)
    if len(points) < 3 or (len(points) == 3 and points[0] == points[-1]):
        return ""
    (x0, y0), steps = points[0], []
    x, y = x0, y0
    for u, v in points[1:]:
        steps += [u - x, v - y]
        x, y = u, v
    return f"M{numbers((x0, y0))}l{numbers(steps)}z"


def _speck(ring: Ring) -> str:
    """A square of one pixel where a region is too small to be drawn."""
    x = round(sum(point[0] for point in ring) / len(ring) * 10)
    y = round(sum(point[1] for point in ring) / len(ring) * 10)
    return f"M{numbers((x - 5, y - 5))}h1v1h-1z"


def decimal(value: float) -> str:
    """One number to a tenth, as short as can be."""
    return numbers((round(value * 10),))


def numbers(tenths: Iterable[int]) -> str:
    """Tenths as the shortest SVG number list: no zero before the point, no blank that the grammar can do without."""
    text: list[str] = []
    dotted = True
    for value in tenths:
        whole, part = divmod(abs(value), 10)
        word = f"{whole or ''}.{part}" if part else str(whole)
        if value < 0:
            word = "-" + word
        elif text and not (word[0] == "." and dotted):
            word = " " + word
        dotted = part != 0
        text.append(word)
    return "".join(text)
