"""One view of one table → its files, its table and its sentence. Heavy work happens only here, once for each change."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from lintas.charts import choropleth, geoshape, scatter, vega
from lintas.charts.exploring import explorable
from lintas.charts.framing import framed
from lintas.charts.points import MOST, SERIES, Point, Points, Row, gather
from lintas.charts.sentences import divided, quantity, sentence
from lintas.charts.specification import CONFIG, NARROW, SCHEMA, WIDE, specification
from lintas.charts.tongues import INDONESIAN, Tongue, spoken, tongue
from lintas.diagnostics import Diagnostic, Outcome, Span, fault
from lintas.formatting import Formatter
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
    language: str = "id"


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
    unit = points.tongue.form.unit_name(view.unit or (measured.unit if measured else ""))
    adds = not view.divisor and measured is not None and measured.aggregate == "jumlah"
    told = _told(view, points, fields, unit, adds=adds)
    header, numeric, rows = _table(view, points, fields, unit)
    files = _files(request, points, fields, (unit, told))
    return Outcome(Drawing(unit, told, header, numeric, rows, files))


def _points(request: Request) -> Points:
    fields = {field.name: field for field in request.fields}
    points = gather(request.view, request.rows, fields, request.divisors)
    return points if request.language == "id" else _spoken(points, request.view, fields, tongue(request.language))


def _spoken(points: Points, view: View, fields: Mapping[str, Field], said: Tongue) -> Points:
    """The points with truth values told in another language than the first."""
    told = {INDONESIAN[key]: said[key] for key in ("yes", "no")}
    flags = {name for name in (view.x, view.y, view.colour) if name in fields and fields[name].type == "boolean"}
    label, group = view.x in flags, bool({view.colour, view.y} & flags)
    shown = tuple(
        replace(
            point,
            label=told.get(point.label, point.label) if label else point.label,
            group=told.get(point.group, point.group) if group else point.group,
        )
        for point in points.shown
    )
    groups = tuple(told.get(name, name) for name in points.groups) if group else points.groups
    return replace(points, shown=shown, groups=groups, tongue=said)


def _told(view: View, points: Points, fields: Mapping[str, Field], unit: str, *, adds: bool) -> str:
    if view.kind == "titik":
        noun = _noun(fields.get(view.label), points.tongue) or points.tongue["dots_noun"]
        return scatter.sentence(view, points, fields, unit, noun=noun)
    told = sentence(view, points, unit, adds=adds, noun=_noun(fields.get(view.y), points.tongue))
    if view.kind == "batang" and points.groups and (adds or not view.y):
        colour = fields[view.colour]
        told += f" {divided(points, colour.title or colour.name)}"
    return told


def _noun(field: Field | None, tongue_: Tongue) -> str:
    """What the regions of a column are called, "" where it holds none or several levels."""
    if field is None or field.region_system != "kemendagri":
        return ""
    return tongue_.nouns.get(field.region_level, "")


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
    about = (
        view.title,
        " · ".join(part for part in (unit, request.date) if part),
        points.tongue["source"].format(source=request.source),
    )
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
    drawn = spoken(specification(request.view, points, fields, unit, width=width), points.tongue)
    return vega.svg(drawn, request.language)


def _described(request: Request, points: Points, fields: dict[str, Field], sized: tuple[str, int]) -> bytes:
    """The Vega-Lite specification with everything that it needs inside, for drawing and for exploring."""
    view, (unit, width) = request.view, sized
    if view.kind == "peta":
        drawn = {"$schema": SCHEMA, "description": view.title, "config": CONFIG,
                 **geoshape.specification(points, request.ground, unit)}  # fmt: skip
    else:
        drawn = specification(view, points, fields, unit, width=width)
    headed = [(what, title) for what, title, _ in _headers(view, points, fields, unit)]
    drawn = spoken(explorable(drawn, view.kind, points, headed), points.tongue)
    subtitle = " · ".join(part for part in (unit, request.date) if part)
    about = {"sumber": request.source, "waktu": request.date, "satuan": unit, **drawn["usermeta"]}
    made = {**drawn, "title": {"text": view.title, "subtitle": subtitle, "anchor": "start"}, "usermeta": about}
    indent = None if view.kind == "peta" else 1  # a boundary has thousands of numbers
    return (json.dumps(made, ensure_ascii=False, indent=indent) + "\n").encode()


def _table(
    view: View, points: Points, fields: Mapping[str, Field], unit: str
) -> tuple[tuple[str, ...], tuple[bool, ...], tuple[tuple[str | None, ...], ...]]:
    """Header, which columns are numbers, and the rows as shown."""
    shown, form = points.shown, points.tongue.form
    if view.columns:
        described = [fields[name] for name in view.columns]
        numeric = tuple(field.type in ("integer", "number") for field in described)
        rows = tuple(tuple(_cell(*cell, form) for cell in zip(point.row, numeric, strict=True)) for point in shown)
        return tuple(field.title or field.name for field in described), numeric, rows
    columns = _headers(view, points, fields, unit)
    rows = tuple(_row(point, tuple(kind for kind, _, _ in columns), form) for point in shown)
    return tuple(title for _, title, _ in columns), tuple(is_number for _, _, is_number in columns), rows


def _headers(view: View, points: Points, fields: Mapping[str, Field], unit: str) -> list[tuple[str, str, bool]]:
    """(what of a point, title, whether numbers) of each column."""
    tongue_ = points.tongue
    dots = view.kind == "titik"
    named = fields[(view.label or view.x) if dots else view.x]
    coded = named.region_system == "kemendagri"
    columns = [("label", tongue_["region"] if coded else named.title or named.name, False)]
    if coded:
        columns.append(("key", tongue_["region_code"], False))
    if points.groups:
        grouping = fields[view.colour or view.y]
        columns.append(("group", grouping.title or grouping.name, False))
    if dots:
        columns.append(("across", scatter.across_title(view, fields, tongue_.form), True))
    if view.kind != "peta" or not points.groups:
        columns.append(("value", unit[:1].upper() + unit[1:], True))
    return columns


def _row(point: Point, kinds: tuple[str, ...], form: Formatter) -> tuple[str | None, ...]:
    numbers = {"across": point.across, "value": point.value}
    texts = {"label": point.label, "key": point.key, "group": point.group}
    return tuple(_written(numbers[kind], form) if kind in numbers else texts[kind] for kind in kinds)


def _written(value: Decimal, form: Formatter) -> str:
    exponent = value.as_tuple().exponent
    return quantity(value, "", form) if isinstance(exponent, int) and exponent < -6 else form.number(value)


def _cell(text: str | None, is_number: bool, form: Formatter) -> str | None:
    return form.number(text) if is_number and text is not None else text
