"""Errors of the library → diagnostics with file, line, column, field, value and a hint for the repair."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from lintas.diagnostics import Diagnostic, Span, fault
from lintas.model import Resource
from lintas.tables.hints import hint_for
from lintas.tables.subject import Table

if TYPE_CHECKING:
    from frictionless import Error

Where = Callable[[int, int], Span]  # (record number, column number) → place
_TWINS = ("TAB302", "TAB306")  # faults that name another record

_QUOTED = re.compile(r'"([^"]*)"')
_COUNTED = ("TAB108", "TAB109", "TAB110", "TAB111")
_EXPECTED = re.compile(r'expected is "(.*)" and actual is "(.*)"')
_BOUND = re.compile(r'constraint "([^"]*)" is "(.*)"', re.DOTALL)


def row_of(error: Error) -> int:
    """The record an error is about (the first header row for a label), 0 for none."""
    labels = getattr(error, "row_numbers", None) or [0]
    return int(getattr(error, "row_number", 0) or labels[0])


def twin_of(code: str, error: Error) -> int:
    """The other record that a repeated key or value was first seen in, 0 for none."""
    numbers = re.findall(r"[0-9]+", error.note) if code in _TWINS else []
    return int(numbers[-1]) if numbers else 0


def explain(code: str, error: Error, table: Table, where: Where) -> Diagnostic:
    """One diagnostic for one error. Attributes differ by type; what an error lacks is left out."""
    resource = table.resource
    row, twin = row_of(error), twin_of(code, error)
    fields = _fields(code, error, resource)
    column = _column(error, fields, resource)
    args: dict[str, object] = {"resource": resource.name, "note": table.plain(error.note), "type": error.type}
    if fields or column:
        args |= {"field": ", ".join(fields), "column": column}
    for attribute, name in (("label", "label"), ("cell", "value")):
        if hasattr(error, attribute):
            args[name] = getattr(error, attribute)
    args |= _details(code, error, resource)
    if not twin:
        return fault(code, where(row, column), related=(), **args)
    other = where(twin, column)
    return fault(code, where(row, column), related=(other,), **args, other=other.line)


def _fields(code: str, error: Error, resource: Resource) -> list[str]:
    """The names of the columns an error is about."""
    if code in ("TAB302", "TAB307"):
        return list(resource.primary_key)
    name = getattr(error, "field_name", "")
    return [name] if name else list(getattr(error, "field_names", []))


def _column(error: Error, fields: list[str], resource: Resource) -> int:
    """The number of the (first) column an error is about, 0 for none."""
    names = [field.name for field in resource.fields]
    number = int(getattr(error, "field_number", 0) or 0)
    return number or (names.index(fields[0]) + 1 if fields and fields[0] in names else 0)


def _details(code: str, error: Error, resource: Resource) -> dict[str, object]:
    """What only this kind of error can tell."""
    if code.startswith("TAB40"):
        kind, _, form = error.note.removeprefix('type is "').rstrip('"').partition("/")
        hint = hint_for(kind, getattr(error, "cell", ""))
        return {"type": kind if form == "default" else f"{kind} ({form})", "hint": hint}
    if code.startswith("TAB41"):
        bound = _BOUND.fullmatch(error.note)
        return {"rule": bound[1], "bound": _stated(bound[1], error, resource) or bound[2]} if bound else {}
    if code in _COUNTED:
        amounts = _EXPECTED.fullmatch(error.note)
        return {"note": f"{_short(amounts[1])} ≠ {_short(amounts[2])}"} if amounts else {}
    if code == "TAB206":
        return {"other": (_QUOTED.findall(error.note) or [""])[0]}
    if code == "TAB303":
        target = ", ".join(getattr(error, "reference_field_names", []))
        value = ", ".join(getattr(error, "field_cells", []))
        return {"value": value, "target": getattr(error, "reference_name", "") or resource.name, "target_field": target}
    if code == "TAB302":
        cells = dict(zip((field.name for field in resource.fields), getattr(error, "cells", []), strict=False))
        return {"value": ", ".join(cells.get(name, "") for name in resource.primary_key)}
    return {}


def _short(digest: str) -> str:
    """A digest by its beginning, so that two of them stand side by side in one message."""
    return digest if len(digest) <= 40 else f"{digest[:40]}…"


def _stated(rule: str, error: Error, resource: Resource) -> str:
    """The constraint as the descriptor has it, "" where the field is not described."""
    name = getattr(error, "field_name", "")
    return next((dict(field.constraints).get(rule, "") for field in resource.fields if field.name == name), "")
