"""Shapes of text that the library's readers take for certain, told for all distinct texts of a column at once.

An answer is one truth per text: true only where type and constraints are met beyond doubt. What a shape does not know
(an odd format, a constraint of another kind) is None, and every text goes to the library's reader.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any

from lintas.tables.prover.arrays import as_scalar, as_texts
from lintas.tables.prover.patterns import in_re2

if TYPE_CHECKING:
    import pyarrow
    from frictionless import Field

_LOWER = ("minimum", "exclusiveMinimum", "minLength")
_BOUNDS = ("minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum")
_SIGN = re.compile(r"[.,;:'_ #@/|]?")  # decimal and group characters: neither digit nor sign, plain in a set
_INTEGER = "^-?[0-9]{1,18}$"
_MOMENT = (
    "^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:Z|[+-](?:0[0-9]|1[0-3]):[0-5][0-9])?$"
)
_LARGEST = 2**62


def certain(field: Field, texts: pyarrow.StringArray) -> pyarrow.BooleanArray | None:
    rules = rules_of(field)
    known = {"string": _string, "any": _any, "integer": _integer, "number": _number, "datetime": _datetime}
    shape = known.get(field.type)
    return shape(field, rules, texts) if shape and field.format == "default" else None


def rules_of(field: Field) -> dict[str, Any]:
    """The constraints that the library applies to a value that is there."""
    rules = {name: value for name, value in field.constraints.items() if value is not None}
    return {name: rules[name] for name in rules if name in field.supported_constraints and name != "required"}


def _any(_field: Field, rules: dict[str, Any], texts: pyarrow.StringArray) -> pyarrow.BooleanArray | None:
    return None if rules else _all(texts)


def _all(texts: pyarrow.StringArray) -> pyarrow.BooleanArray:
    from pyarrow import compute

    return compute.is_valid(texts)


def _string(_field: Field, rules: dict[str, Any], texts: pyarrow.StringArray) -> pyarrow.BooleanArray | None:
    import pyarrow
    from pyarrow import compute

    fine = _all(texts)
    for name, rule in rules.items():
        if name == "pattern" and isinstance(rule, str) and (pattern := in_re2(rule)):
            try:
                met = compute.match_substring_regex(texts, pattern)
            except pyarrow.ArrowInvalid:  # such as a repetition that RE2 finds too large
                return None
        elif name in ("minLength", "maxLength") and type(rule) is int and abs(rule) < _LARGEST:
            length = compute.utf8_length(texts)
            met = _within(length.cast(pyarrow.int64()), name, rule, touching=True)
        elif name == "enum" and all(isinstance(item, str) for item in rule):
            met = compute.is_in(texts, value_set=as_texts(rule))
        else:
            return None
        fine = compute.and_(fine, met)
    return fine


def _integer(field: Field, rules: dict[str, Any], texts: pyarrow.StringArray) -> pyarrow.BooleanArray | None:
    """With or without `bareNumber`: of digits and a sign in front nothing is stripped."""
    import pyarrow
    from pyarrow import compute

    bounds = bounds_of(field, rules)
    if bounds is None or not all(type(bound) is int and abs(bound) < _LARGEST for _, bound in bounds):
        return None
    fine = compute.match_substring_regex(texts, _INTEGER)
    if bounds:
        numbers = compute.cast(compute.if_else(fine, texts, as_scalar("0")), pyarrow.int64())
        for name, bound in bounds:
            fine = compute.and_(fine, _within(numbers, name, bound, touching=not name.startswith("exclusive")))
    return fine


def _number(field: Any, rules: dict[str, Any], texts: pyarrow.StringArray) -> pyarrow.BooleanArray | None:
    """Doubles decide on the bounds only where they differ from the bound: rounding keeps the order of two numbers."""
    import pyarrow
    from pyarrow import compute

    point, group = field.decimal_char, field.group_char
    if not point or point == group or not (_SIGN.fullmatch(point) and _SIGN.fullmatch(group)):
        return None
    bounds = bounds_of(field, rules)
    if bounds is None or not all(finite(bound) for _, bound in bounds):
        return None
    grouped = f"|[0-9]{{1,3}}(?:[{group}][0-9]{{3}})+" if group else ""
    shape = f"^-?(?:[0-9]+{grouped})(?:[{point}][0-9]+)?$"
    short = _within(compute.utf8_length(texts).cast(pyarrow.int64()), "maxLength", 40, touching=True)
    fine = compute.and_(compute.match_substring_regex(texts, shape), short)
    if bounds:
        plain = compute.if_else(fine, texts, as_scalar("0"))
        plain = compute.replace_substring(plain, group, "") if group else plain
        numbers = compute.cast(compute.replace_substring(plain, point, "."), pyarrow.float64())
        for name, bound in bounds:
            fine = compute.and_(fine, _within(numbers, name, float(bound), touching=False))
    return fine


def _datetime(_field: Field, rules: dict[str, Any], texts: pyarrow.StringArray) -> pyarrow.BooleanArray | None:
    from pyarrow import compute

    if rules:
        return None
    fine = compute.match_substring_regex(texts, _MOMENT)
    dates = compute.utf8_slice_codeunits(texts, 0, 10)
    known = [day for day in compute.unique(dates.filter(fine)).to_pylist() if _is_date(day)]
    return compute.and_(fine, compute.is_in(dates, value_set=as_texts(known)))


def _is_date(text: str) -> bool:
    import datetime

    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def bounds_of(field: Field, rules: dict[str, Any]) -> list[tuple[str, Any]] | None:
    """Bounds as the library reads them; None where there is a rule of another kind, or one that is no number."""
    if set(rules) - set(_BOUNDS):
        return None
    reader = field.create_value_reader()
    return [(name, reader(bound)) for name, bound in rules.items()]


def finite(bound: Any) -> bool:
    from decimal import Decimal

    if isinstance(bound, bool) or not isinstance(bound, int | float | Decimal):
        return False
    return math.isfinite(bound) and -_LARGEST < bound < _LARGEST


def _within(numbers: pyarrow.Array, name: str, bound: Any, *, touching: bool) -> pyarrow.BooleanArray:
    from pyarrow import compute

    limit = as_scalar(bound)
    if name in _LOWER:
        return compute.greater_equal(numbers, limit) if touching else compute.greater(numbers, limit)
    return compute.less_equal(numbers, limit) if touching else compute.less(numbers, limit)
