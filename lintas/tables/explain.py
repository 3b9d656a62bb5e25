"""Errors of the library → diagnostics with file, line, column, field, value and a hint for the repair."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from lintas.diagnostics import Diagnostic, Span, fault
from lintas.tables.hints import hint_for

if TYPE_CHECKING:
    from frictionless import Error

Where = Callable[[int, int], Span]  # (record number, column number) → place

_QUOTED = re.compile(r'"([^"]*)"')
_BOUND = re.compile(r'constraint "([^"]*)" is "(.*)"', re.DOTALL)


def explain(code: str, error: Error, resource: str, where: Where) -> Diagnostic:
    """One diagnostic for one error. Attributes differ by type; what an error lacks is left empty."""
    column = int(getattr(error, "field_number", 0) or 0)
    row = int(getattr(error, "row_number", 0) or 0)
    label_rows = getattr(error, "row_numbers", None) or [0]
    row = row or int(label_rows[0])
    args: dict[str, object] = {"resource": resource, "note": error.note}
    if hasattr(error, "field_name"):
        args |= {"field": error.field_name, "column": column}
    if hasattr(error, "label"):
        args["label"] = error.label
    if hasattr(error, "cell"):
        args["value"] = error.cell
    if code == "TAB401" or code in ("TAB402", "TAB403", "TAB404", "TAB405"):
        kind = error.note.removeprefix('type is "').rstrip('"')
        args |= {"type": kind, "hint": hint_for(kind.partition("/")[0], str(args.get("value", ""))) or "–"}
    bound = _BOUND.fullmatch(error.note) if code.startswith("TAB41") else None
    if bound:
        args |= {"rule": bound[1], "bound": bound[2]}
    if code in ("TAB302", "TAB306", "TAB206"):
        args["other"] = (_QUOTED.findall(error.note) or re.findall(r"\d+", error.note) or [""])[0]
    if code == "TAB303":
        args |= _foreign(error)
    if code == "TAB999":
        args["type"] = error.type
    return fault(code, where(row, column), related=(), **args)


def _foreign(error: Error) -> dict[str, object]:
    return {
        "field": ", ".join(getattr(error, "field_names", [])),
        "value": ", ".join(getattr(error, "field_cells", [])),
        "target": getattr(error, "reference_name", ""),
        "target_field": ", ".join(getattr(error, "reference_field_names", [])),
    }
