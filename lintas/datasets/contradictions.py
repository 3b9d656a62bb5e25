"""Descriptions of a column that no value can meet, or that give one text two meanings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from lintas.datasets.patterns import has_loose_alternative, is_explosive, syntax_fault
from lintas.datasets.values import Findings, is_flag, is_number, is_text, member, shape
from lintas.model import Field
from lintas.reader import Node

_NUMERIC = ("integer", "number", "year")
_DATED = ("date", "time", "datetime", "yearmonth")
_RANGES = (
    ("minimum", "maximum"), ("minLength", "maxLength"), ("minimum", "exclusiveMaximum"),
    ("exclusiveMinimum", "maximum"), ("exclusiveMinimum", "exclusiveMaximum"),
)  # fmt: skip
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?(T[0-9:.]+Z?)?|[0-9]{2}:[0-9]{2}:[0-9]{2}")
_DIRECTIVES = re.compile(r"%[aAbBcdfHIjmMpSuUVwWxXyYzZG]")
_MOST = 2_000  # members of an enum that are looked at


def check_meaning(findings: Findings, node: Node, name: str, kind: str) -> None:
    """All contradictions in the description of the field `name`, whose type is known."""
    holder = member(node, "constraints")
    if holder is not None and holder.kind == "map":
        _ranges(findings, holder, name, kind)
        _members(findings, holder, name, kind)
    _marks(findings, node, name, kind)
    form = member(node, "format")
    if kind in _DATED and form is not None and is_text(form) and form.text not in ("default", "any"):
        rest = _DIRECTIVES.sub("", form.text.replace("%%", ""))
        if "%" in rest or rest == form.text:
            findings.add("DAT153", form, field=name, value=form.text, type=kind)


def decimal(value: Node | None) -> Decimal | None:
    if value is None or value.kind != "text":
        return None
    try:
        number = Decimal(value.text)
    except InvalidOperation:
        return None
    return number if number.is_finite() and abs(number.adjusted()) < 400 else None


def _ranges(findings: Findings, holder: Node, name: str, kind: str) -> None:
    for low, high in _RANGES:
        least, most = _bound(member(holder, low), kind), _bound(member(holder, high), kind)
        if least is None or most is None or type(least) is not type(most):
            continue
        open_end = "exclusive" in low + high
        if least > most or (open_end and least == most):  # type: ignore[operator]  # both of one type
            findings.add("DAT129", member(holder, low), field=name, low=low, high=high, least=least, most=most)


def _bound(node: Node | None, kind: str) -> Decimal | str | None:
    """A number, or the text of an ISO date or time, which sorts as time does."""
    if kind in _DATED:
        return node.text if node is not None and is_text(node) and _ISO.fullmatch(node.text) else None
    return decimal(node)


def _members(findings: Findings, holder: Node, name: str, kind: str) -> None:
    """Each member of an enum is a value of the type that the other constraints let pass."""
    choices = member(holder, "enum")
    rules = tuple(_rules(holder, kind))
    for item in choices.items[:_MOST] if choices is not None and choices.kind == "list" else ():
        expected = _shape(kind)
        if not _is_value(item, kind):
            findings.add("DAT103", item, key="enum", expected=expected, got=item.text or shape(item))
            continue
        for rule, bound in rules:
            if not _holds(item.text, rule, bound):
                findings.add("DAT151", item, field=name, value=item.text, rule=rule, bound=bound)


def _shape(kind: str) -> str:
    return "123" if kind in _NUMERIC else "true/false" if kind == "boolean" else '"…"'


def _is_value(item: Node, kind: str) -> bool:
    if kind == "string":
        return is_text(item)
    if kind in _NUMERIC:
        return decimal(item) is not None if is_number(item) else is_text(item) and any(map(str.isdigit, item.text))
    if kind == "boolean":
        return is_flag(item) or is_text(item)
    return item.kind != "null" and (item.kind == "text" or kind in ("any", "array", "object", "geojson"))


def _rules(holder: Node, kind: str) -> Iterator[tuple[str, str]]:
    for key, value, _, _ in holder.entries:
        if kind == "string" and key in ("minLength", "maxLength") and value.text.isdigit() and len(value.text) < 9:
            yield key, value.text
        if kind == "string" and key == "pattern" and is_text(value):
            sound = not (syntax_fault(value.text) or is_explosive(value.text) or has_loose_alternative(value.text))
            if sound:
                yield key, value.text
        if kind in _NUMERIC and key in ("minimum", "maximum") and decimal(value) is not None:
            yield key, value.text


def _holds(text: str, rule: str, bound: str) -> bool:
    if rule == "pattern":
        return len(text) > 200 or re.match(f"^{bound}$", text) is not None
    if rule in ("minLength", "maxLength"):
        return len(text) >= int(bound) if rule == "minLength" else len(text) <= int(bound)
    try:
        number = Decimal(text)
    except InvalidOperation:
        return True
    return number >= Decimal(bound) if rule == "minimum" else number <= Decimal(bound)


def _marks(findings: Findings, node: Node, name: str, kind: str) -> None:
    """A mark that ends the whole number and groups it as well, a word that is both true and false."""
    if kind == "number":
        point = member(node, "decimalChar")
        group = member(node, "groupChar")
        if group is not None and group.text and group.text == (point.text if point is not None else "."):
            words = {"value": group.text, "first": "decimalChar", "second": "groupChar"}
            findings.add("DAT152", group, field=name, **words)
    yes, no = member(node, "trueValues"), member(node, "falseValues")
    if kind == "boolean" and yes is not None and no is not None:
        both = {item.text for item in yes.items}
        for item in no.items:
            if item.text in both:
                findings.add("DAT152", item, field=name, value=item.text, first="trueValues", second="falseValues")


def check_versions(findings: Findings, node: Node) -> None:
    """What Data Package 2 has added is refused by the library while the package does not say that it is one."""
    for key, value in _modern(node):
        findings.add("DAT150", value, key=key)


def _modern(schema: Node) -> Iterator[tuple[str, Node]]:
    yield from _objects(schema)
    fields = member(schema, "fields")
    for field in fields.items if fields is not None else ():
        yield from _objects(field)
        constraints = member(field, "constraints")
        for key in ("exclusiveMinimum", "exclusiveMaximum"):
            value = member(constraints, key)
            if value is not None:
                yield key, value


def _objects(node: Node) -> Iterator[tuple[str, Node]]:
    missing = member(node, "missingValues")
    if missing is not None and any(item.kind == "map" for item in missing.items):
        yield "missingValues", missing


def alike(one: Field, other: Field) -> bool:
    """Whether a value of one column can equal a value of the other, as a foreign key needs it."""
    kinds = {("number" if kind in _NUMERIC else kind) for kind in (one.type, other.type)}
    return len(kinds) == 1 or "any" in kinds
