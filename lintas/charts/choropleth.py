"""Maps with a value or a class for each region: geometry from `lintas.maps`, colours in steps, a legend. Pure.

Drawn by hand and not by Vega-Lite: the boundaries are traced and simplified once for all maps of the portal, a map of
the country has 40 kB instead of 400, and regions too small to be seen get a mark.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape

from lintas import formatting, maps
from lintas.charts.palette import AROUND, EMPTY, PAGE, SEA, SERIES, SOFT, STEPS, TEXT
from lintas.charts.points import Points
from lintas.charts.vega import STACK
from lintas.formatting import Formatter
from lintas.maps import Area, Sheet

_FAINT = 60.0  # px²: a region that is smaller gets a mark
_WHOLE = 100  # kabupaten and kota from which on the whole country is shown
_EDGE = 8  # px around the legend
_LETTER = 6.8  # px of a letter or digit at 12 px
_ROW = 22  # px of a line of a legend


@dataclass(frozen=True, slots=True)
class Ground:
    """Boundaries of all provinces and of all kabupaten and kota."""

    provinces: tuple[Area, ...]
    regencies: tuple[Area, ...]


def choropleth(points: Points, ground: Ground, width: int) -> tuple[str, int, int]:
    """The inside of an SVG, its width and its height. Regions that have no boundary are left out."""
    sheet = _sheet({point.key for point in points.shown}, ground, width)
    if points.groups:
        colours = dict(zip(points.groups, SERIES, strict=False))
        fills = {point.key: colours.get(point.group, SERIES[-1]) for point in points.shown}
        legend, rows = _named(points, colours, sheet.frame.height)
    else:
        limits = steps([point.value for point in points.shown])
        fills = {point.key: STEPS[_step(point.value, limits)] for point in points.shown}
        missing = any(piece.code not in fills for piece in sheet.pieces)
        legend, rows = _scale(points, limits, (width, sheet.frame.height), missing=missing)
    height = sheet.frame.height + rows
    ground_ = f'<rect width="{width}" height="{height}" fill="{PAGE}"/>'
    return ground_ + _land(sheet, fills) + legend, width, height


def _sheet(codes: set[str], ground: Ground, width: int) -> Sheet:
    if not any("." in code for code in codes):
        return maps.country(ground.provinces, width=width)
    shown = tuple(area for area in ground.regencies if area.code in codes)
    if len(shown) >= _WHOLE:
        return maps.country(ground.regencies, width=width)
    return maps.kawasan(shown, ground.regencies, width=width)


def steps(values: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """Limits between classes of about equally many regions, rounded to two digits; fewer where values are few."""
    ordered, parts = sorted(values), len(STEPS)
    found: list[Decimal] = []
    for part in range(1, parts):
        limit = _round(ordered[len(ordered) * part // parts])
        if ordered[0] < limit <= ordered[-1] and (not found or limit > found[-1]):
            found.append(limit)
    return tuple(found)


def _round(value: Decimal) -> Decimal:
    return round(value, 1 - value.adjusted()) if value else value


def _step(value: Decimal, limits: Sequence[Decimal]) -> int:
    """The tone of a value: with fewer classes the darkest tones stay."""
    return sum(value >= limit for limit in limits) + (len(STEPS) - 1 - len(limits)) // 2


def _land(sheet: Sheet, fills: Mapping[str, str]) -> str:
    body = []
    if sheet.ground:
        body.append(f'<rect width="{sheet.frame.width}" height="{sheet.frame.height}" fill="{SEA}"/>')
        body.append(f'<path d="{sheet.around}" fill="{AROUND}" stroke="{SEA}" stroke-width="0.7"/>')
    marks, dot = [], 4 if sheet.frame.width > 400 else 2.5
    for piece in sheet.pieces:
        fill = fills.get(piece.code, EMPTY)
        body.append(
            f'<path d="{piece.land}" fill="{fill}" stroke="{PAGE}" stroke-width="0.7" stroke-linejoin="round"/>'
        )
        if piece.islets:
            body.append(f'<path d="{piece.islets}" fill="{fill}" stroke="{fill}" stroke-width="0.5"/>')
        if piece.size < _FAINT and piece.code in fills:
            x, y = piece.centre
            marks.append(
                f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{dot}" fill="{fill}" stroke="{TEXT}" stroke-width="1"/>'
            )
    return "".join(body + marks)


def _text(x: float, y: float, text: str, *, anchor: str = "start", colour: str = SOFT) -> str:
    place = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
    return f'<text {place} font-family="{STACK}" font-size="12px" fill="{colour}">{escape(text)}</text>'


def _box(x: float, y: float, size: tuple[float, float], fill: str) -> str:
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{size[0]:.1f}" height="{size[1]:.1f}" fill="{fill}"/>'


def _scale(points: Points, limits: Sequence[Decimal], place: tuple[int, int], *, missing: bool) -> tuple[str, int]:
    """Tones in a row, with the least value, the limits and the greatest value below their edges."""
    width, top = place
    whole = min(460, width - 2 * _EDGE - 24)
    values = [point.value for point in points.shown]
    edges = [min(values), *limits, max(values)]
    part, y = whole / (len(edges) - 1), top + 14
    first = (len(STEPS) - 1 - len(limits)) // 2
    left = _EDGE + 12
    body = [_box(left + part * i, y, (part, 12), STEPS[first + i]) for i in range(len(edges) - 1)]
    body += [_edge(left + part * i, y + 28, compact(edge, points.tongue.form), width) for i, edge in enumerate(edges)]
    if missing:
        body += [_box(left, y + 42, (12, 12), EMPTY), _text(left + 18, y + 52, points.tongue["no_value"])]
    return "".join(body), 52 + (_ROW if missing else 0)


def _edge(x: float, y: float, text: str, width: int) -> str:
    """A value below its edge, moved so far that it stays on the sheet."""
    half = len(text) * _LETTER / 2
    return _text(min(max(x, half + 1), width - half - 1), y, text, anchor="middle")


def compact(value: Decimal, form: Formatter = formatting) -> str:
    """A number for the edge of a class."""
    if abs(value) >= 10_000:
        return form.compact(value)
    return form.number(value, 0 if abs(value) >= 20 or value == value.to_integral_value() else 1)


def _named(points: Points, colours: Mapping[str, str], top: int) -> tuple[str, int]:
    """One line for each class with the number of its regions."""
    counts = Counter(point.group for point in points.shown)
    body = []
    for index, (group, colour) in enumerate(colours.items()):
        y = top + 12 + _ROW * index
        body.append(_box(_EDGE, y, (14, 14), colour))
        body.append(_text(_EDGE + 22, y + 12, f"{group} ({points.tongue.form.number(counts[group])})", colour=TEXT))
    return "".join(body), 16 + _ROW * len(colours)
