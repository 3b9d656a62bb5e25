"""One view of one table → its files, its table and its sentence. Heavy work happens only here, once for each change."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from lintas import formatting
from lintas.charts import choropleth, geoshape, scatter, vega
from lintas.charts.exploring import explorable
from lintas.charts.framing import framed
from lintas.charts.points import MOST, SERIES, Point, Points, Row, gather
from lintas.charts.sentences import divided, quantity, sentence
from lintas.charts.specification import CONFIG, NARROW, SCHEMA, WIDE, specification
from lintas.diagnostics import Diagnostic, Outcome, Span, fault
from lintas.model import Field, View


@dataclass(frozen=True, slots=True)
class Request:
    """`path` is the descriptor, for findings; `divisors` has a number for each region code."""

    path: str
    view: View
    fields: tuple[Field, ...]
    rows: tuple[Row, ...]
    divisors: Mapping[str, Decimal]
    ground: choropleth.Ground
    source: str
    date: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything a chart consists of. A file is (name, bytes, width, height)."""

    unit: str
    sentence: str
    header: tuple[str, ...]
    numeric: tuple[bool, ...]
    rows: tuple[tuple[str | None, ...], ...]
    files: tuple[tuple[str, bytes, int, int], ...]


def judge(request: Request) -> tuple[Diagnostic, ...]:
    """The finding that there is nothing or too much to draw, without drawing."""
    problem = _problem(request, _points(request))
    return (problem,) if problem else ()


def draw(request: Request) -> Outcome[Drawing | None]:
    """The drawing, or the finding of `judge`."""
    view, fields = request.view, {field.name: field for field in request.fields}
    points = _points(request)
    problem = _problem(request, points)
    if problem:
        return Outcome(None, (problem,))
    measured = fields.get(view.y)
    unit = formatting.unit_name(view.unit or (measured.unit if measured else ""))
    adds = not view.divisor and measured is not None and measured.aggregate == "jumlah"
    told = _told(view, points, fields, unit, adds=adds)
    header, numeric, rows = _table(view, points, fields, unit)
    files = _files(request, points, fields, (unit, told))
    return Outcome(Drawing(unit, told, header, numeric, rows, files))


def _points(request: Request) -> Points:
    fields = {field.name: field for field in request.fields}
    return gather(request.view, request.rows, fields, request.divisors)


def _told(view: View, points: Points, fields: Mapping[str, Field], unit: str, *, adds: bool) -> str:
    if view.kind == "titik":
        return scatter.sentence(view, points, fields, unit, noun=_noun(fields.get(view.label)) or "titik")
    told = sentence(view, points, unit, adds=adds, noun=_noun(fields.get(view.y)) or "kelompok")
    if view.kind == "batang" and points.groups and (adds or not view.y):
        colour = fields[view.colour]
        told += f" {divided(points, colour.title or colour.name)}"
    return told


def _noun(field: Field | None) -> str:
    """What the regions of a column are called, "" where it holds none or several levels."""
    if field is None or field.region_system != "kemendagri":
        return ""
    return {"provinsi": "provinsi", "kabkota": "kabupaten/kota", "kecamatan": "kecamatan"}.get(field.region_level, "")


def _problem(request: Request, points: Points) -> Diagnostic | None:
    place = Span(request.path, request.view.line, request.view.column)
    name = request.view.name
    drawn = {area.code for area in (*request.ground.provinces, *request.ground.regencies)}
    if not points.shown or (request.view.kind == "peta" and not any(point.key in drawn for point in points.shown)):
        return fault("GRA201", place, name=name)
    most = 600 if request.view.kind in ("peta", "titik") else MOST
    if len({point.key for point in points.shown}) > most:
        return fault("GRA202", place, name=name, count=len(points.shown), limit=most)
    if len(points.groups) > SERIES:
        return fault("GRA203", place, name=name, count=len(points.groups), limit=SERIES)
    return None


def _files(
    request: Request, points: Points, fields: dict[str, Field], told: tuple[str, str]
) -> tuple[tuple[str, bytes, int, int], ...]:
    """For the page wide and narrow, for download with everything that must go along, and the specifications."""
    view, (unit, text) = request.view, told
    alternative = f"{view.title}. {text}"
    wide, narrow = (_inside(request, points, fields, (unit, width)) for width in (WIDE, NARROW))
    about = (view.title, " · ".join(part for part in (unit, request.date) if part), f"Sumber: {request.source}")
    whole = framed(wide, about)
    carried = vega.document(whole[0], whole[1:], alternative)
    return (
        (f"{view.name}-lebar.svg", vega.document(wide[0], wide[1:], alternative).encode(), *wide[1:]),
        (f"{view.name}-sempit.svg", vega.document(narrow[0], narrow[1:], alternative).encode(), *narrow[1:]),
        (f"{view.name}.svg", carried.encode(), *whole[1:]),
        (f"{view.name}.png", vega.png(carried), whole[1] * 2, whole[2] * 2),
        *((name, _described(request, points, fields, (unit, size)), 0, 0) for name, size in _described_as(view)),
    )


def _described_as(view: View) -> tuple[tuple[str, int], ...]:
    """Specification files with the width in px that each is for; a map is the same at every width."""
    whole = (f"{view.name}.json", WIDE)
    return (whole,) if view.kind == "peta" else (whole, (f"{view.name}-sempit.json", NARROW))


def _inside(request: Request, points: Points, fields: dict[str, Field], sized: tuple[str, int]) -> tuple[str, int, int]:
    unit, width = sized
    if request.view.kind == "peta":
        return choropleth.choropleth(points, request.ground, width)
    return vega.svg(specification(request.view, points, fields, unit, width=width))


def _described(request: Request, points: Points, fields: dict[str, Field], sized: tuple[str, int]) -> bytes:
    """The Vega-Lite specification with everything that it needs inside, for drawing and for exploring."""
    view, (unit, width) = request.view, sized
    if view.kind == "peta":
        drawn = {"$schema": SCHEMA, "description": view.title, "config": CONFIG,
                 **geoshape.specification(points, request.ground, unit)}  # fmt: skip
    else:
        drawn = specification(view, points, fields, unit, width=width)
    headed = [(what, title) for what, title, _ in _headers(view, points, fields, unit)]
    drawn = explorable(drawn, view.kind, points, headed)
    subtitle = " · ".join(part for part in (unit, request.date) if part)
    about = {"sumber": request.source, "waktu": request.date, "satuan": unit, **drawn["usermeta"]}
    made = {**drawn, "title": {"text": view.title, "subtitle": subtitle, "anchor": "start"}, "usermeta": about}
    indent = None if view.kind == "peta" else 1  # a boundary has thousands of numbers
    return (json.dumps(made, ensure_ascii=False, indent=indent) + "\n").encode()


def _table(
    view: View, points: Points, fields: Mapping[str, Field], unit: str
) -> tuple[tuple[str, ...], tuple[bool, ...], tuple[tuple[str | None, ...], ...]]:
    """Header, which columns are numbers, and the rows as shown."""
    shown = points.shown
    if view.columns:
        described = [fields[name] for name in view.columns]
        numeric = tuple(field.type in ("integer", "number") for field in described)
        rows = tuple(tuple(map(_cell, point.row, numeric)) for point in shown)
        return tuple(field.title or field.name for field in described), numeric, rows
    columns = _headers(view, points, fields, unit)
    rows = tuple(_row(point, tuple(kind for kind, _, _ in columns)) for point in shown)
    return tuple(title for _, title, _ in columns), tuple(is_number for _, _, is_number in columns), rows


def _headers(view: View, points: Points, fields: Mapping[str, Field], unit: str) -> list[tuple[str, str, bool]]:
    """(what of a point, title, whether numbers) of each column."""
    dots = view.kind == "titik"
    named = fields[(view.label or view.x) if dots else view.x]
    coded = named.region_system == "kemendagri"
    columns = [("label", "Wilayah" if coded else named.title or named.name, False)]
    if coded:
        columns.append(("key", "Kode wilayah", False))
    if points.groups:
        grouping = fields[view.colour or view.y]
        columns.append(("group", grouping.title or grouping.name, False))
    if dots:
        columns.append(("across", scatter.across_title(view, fields), True))
    if view.kind != "peta" or not points.groups:
        columns.append(("value", unit[:1].upper() + unit[1:], True))
    return columns


def _row(point: Point, kinds: tuple[str, ...]) -> tuple[str | None, ...]:
    numbers = {"across": point.across, "value": point.value}
    texts = {"label": point.label, "key": point.key, "group": point.group}
    return tuple(_written(numbers[kind]) if kind in numbers else texts[kind] for kind in kinds)


def _written(value: Decimal) -> str:
    exponent = value.as_tuple().exponent
    return quantity(value, "") if isinstance(exponent, int) and exponent < -6 else formatting.number(value)


def _cell(text: str | None, is_number: bool) -> str | None:
    return formatting.number(text) if is_number and text is not None else text
