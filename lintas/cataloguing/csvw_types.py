"""Types of Table Schema as datatypes of CSVW, with their formats and bounds."""

from __future__ import annotations

import re
from typing import Any

from lintas.cataloguing.descriptors import Json

_BASES = {
    "string": "string", "integer": "integer", "number": "number", "boolean": "boolean", "date": "date",
    "datetime": "dateTime", "time": "time", "year": "gYear", "yearmonth": "gYearMonth", "duration": "duration",
    "object": "json", "array": "json", "geojson": "json",
}  # fmt: skip
_DATES = ("date", "datetime", "time")
_BOUNDED = ("integer", "number")
_SIGNS = {"%Y": "yyyy", "%m": "MM", "%d": "dd", "%H": "HH", "%M": "mm", "%S": "ss"}
_PATTERNS = {
    "yyyy-MM-dd", "yyyyMMdd", "dd-MM-yyyy", "MM-dd-yyyy", "dd/MM/yyyy", "MM/dd/yyyy", "dd.MM.yyyy", "MM.dd.yyyy",
}  # fmt: skip
_TIMES = {"HH:mm:ss", "HHmmss", "HH:mm", "HHmm"}


def datatype(field: Json) -> Any:
    """A name, or an object where there is more to say. What CSVW cannot say is a string, which takes every cell."""
    kind, constraints = str(field.get("type") or "string"), field.get("constraints") or {}
    if kind in _DATES:
        return _date(kind, str(field.get("format") or "default"))
    if kind == "boolean":
        return _boolean(field)
    if kind in _BOUNDED and field.get("bareNumber") is False:
        return "string"  # CSVW has no numbers with words around them
    base = _BASES.get(kind, "string")
    made: Json = {}
    if kind == "number":
        made = {key: field[key] for key in ("decimalChar", "groupChar") if isinstance(field.get(key), str)}
        base, made = ("decimal", {"format": made}) if made else (base, {})
    if kind in _BOUNDED:
        made |= {key: str(constraints[key]) for key in ("minimum", "maximum") if _number(constraints.get(key))}
    if kind == "string":
        made |= _text(constraints)
    return {"base": base, **made} if made else base


def _number(value: object) -> bool:
    if isinstance(value, str):
        return re.fullmatch(r"[+-]?\d+(\.\d+)?", value, re.ASCII) is not None
    return isinstance(value, int | float) and not isinstance(value, bool)


def _text(constraints: Json) -> Json:
    made: Json = {key: constraints[key] for key in ("minLength", "maxLength") if isinstance(constraints.get(key), int)}
    pattern, choices = constraints.get("pattern"), constraints.get("enum")
    if isinstance(pattern, str):
        made["format"] = pattern
    elif isinstance(choices, list) and choices:
        made["format"] = "|".join(re.escape(str(choice)) for choice in choices)
    return made


def _date(kind: str, given: str) -> Any:
    """ISO 8601 by default. A pattern that CSVW does not have, or "any", leaves text."""
    if given == "default":
        return {"date": "date", "datetime": "dateTime", "time": "time"}[kind]
    pattern = re.sub(r"%[A-Za-z]", lambda sign: _SIGNS.get(sign[0], "?"), given)
    day, gap, hour = pattern.partition("T" if "T" in pattern else " ")
    known = {"date": pattern in _PATTERNS, "time": pattern in _TIMES, "datetime": day in _PATTERNS and hour in _TIMES}
    name = {"date": "date", "datetime": "dateTime", "time": "time"}[kind]
    return {"base": name, "format": pattern} if known[kind] and (gap or kind != "datetime") else "string"


def _boolean(field: Json) -> Any:
    """One word for each, or the usual 1 and true; with more words, or in capitals, only a string says it truly."""
    true, false = field.get("trueValues"), field.get("falseValues")
    if true is None and false is None:
        return "boolean"
    yes, no = true or ["true", "True", "TRUE", "1"], false or ["false", "False", "FALSE", "0"]
    if len(yes) == len(no) == 1 and "|" not in f"{yes[0]}{no[0]}":
        return {"base": "boolean", "format": f"{yes[0]}|{no[0]}"}
    if set(yes) <= {"true", "1"} and set(no) <= {"false", "0"}:
        return "boolean"
    return {"base": "string", "format": "|".join(re.escape(str(word)) for word in (*yes, *no))}
