"""Table Schema: fields, constraints and keys, read strictly (Data Package 1 and 2 spellings)."""

from __future__ import annotations

import re

from lintas.datasets.contradictions import alike, check_meaning, decimal
from lintas.datasets.kinds import check_field
from lintas.datasets.patterns import has_loose_alternative, is_explosive, syntax_fault
from lintas.datasets.region_roles import check_role_dates
from lintas.datasets.statistics import read_blocks, read_references
from lintas.datasets.values import (
    Findings,
    choice,
    is_flag,
    is_number,
    is_text,
    maps,
    member,
    misplaced,
    one_or_more,
    shape,
    text,
)  # fmt: skip
from lintas.model import Field, ForeignKey, Ref
from lintas.reader import Node, near
from lintas.wilayah import LEVELS

_LENGTHS = ("minLength", "maxLength")
_BOUNDS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")
_NUMERIC = ("integer", "number", "year")
_ORDERED = (*_NUMERIC, "date", "time", "datetime", "yearmonth")
_MOMENTS = ("date", "datetime", "time", "yearmonth")
_COUNTED = ("string", "array", "object", "list")
TYPES = (
    "any", "array", "boolean", "date", "datetime", "duration", "geojson", "geopoint", "integer", "list", "number",
    "object", "string", "time", "year", "yearmonth",
)  # fmt: skip
_ALWAYS = ("required", "unique")
SYSTEMS = ("kemendagri", "bps", "bukan")  # "bukan": not a region code, whatever it looks like


def read_fields(findings: Findings, schema: Node) -> tuple[Field, ...]:
    """All fields; a nameless field is reported and left out."""
    fields: list[Field] = []
    for node in maps(findings, schema, "fields"):
        name = member(node, "name")
        if name is None or not is_text(name) or not name.text.strip():
            findings.add("DAT104", name or node, key="name")
            continue
        _named(findings, name, fields)
        fields.append(_field(findings, node, name.text))
    check_role_dates(findings, schema, tuple(fields))
    return tuple(fields)


def _named(findings: Findings, name: Node, before: list[Field]) -> None:
    """A name that is taken, that differs from another in what many programs ignore, or that cannot be printed."""
    if not name.text.isprintable():
        findings.add("DAT158", name, field=ascii(name.text)[1:-1])
    if any(field.name == name.text for field in before):
        findings.add("DAT127", name, field=name.text)
        return
    folded = "".join(name.text.split()).casefold()
    twin = next((field.name for field in before if "".join(field.name.split()).casefold() == folded), None)
    if twin is not None:
        findings.add("DAT157", name, field=name.text, other=twin)


def _field(findings: Findings, node: Node, name: str) -> Field:
    kind = text(findings, node, "type") or "string"
    if kind not in TYPES:
        findings.add(
            "DAT122", member(node, "type"), field=name, value=kind, hint=near(kind, TYPES), allowed=", ".join(TYPES)
        )
    misplaced(findings, node, "required", "constraints.required")
    misplaced(findings, node, "unique", "constraints.unique")
    check_field(findings, node, kind)
    if kind in TYPES:
        check_meaning(findings, node, name, kind)
    system, level = _region(findings, node, name, kind)
    return Field(
        name=name,
        title=text(findings, node, "title") or name,
        type=kind,
        description=text(findings, node, "description"),
        concept=text(findings, node, "x-konsep"),
        unit=text(findings, node, "x-satuan"),
        constraints=_constraints(findings, node, name, kind) if kind in TYPES else (),
        region_system=system,
        region_level=level,
        indicator=text(findings, node, "x-indikator"),
        aggregate=choice(findings, node, "x-agregat", ("jumlah",)),
        measure=text(findings, node, "x-ukuran"),
        classification=text(findings, node, "x-klasifikasi"),
        references=read_references(findings, node),
        statistics=read_blocks(findings, node, "msvar", "msind"),
    )


def _region(findings: Findings, node: Node, name: str, kind: str) -> tuple[str, str]:
    role = member(node, "x-kode-wilayah")
    if role is None:
        return "", ""
    if role.kind != "map":
        findings.add("DAT103", role, key="x-kode-wilayah", expected="{…}", got=shape(role))
        return "", ""
    system = choice(findings, role, "sistem", SYSTEMS) or "kemendagri"
    if system == "bukan":
        return "", ""
    if kind not in ("string", "any"):
        findings.add("WIL111", member(node, "type") or node, field=name, type=kind)
    choice(findings, role, "berlaku", ("sejarah", "kini"))
    levels = one_or_more(findings, role, "tingkat")
    for level in levels:
        if level.text not in LEVELS:
            hint = near(level.text, LEVELS)
            facts = {"key": "tingkat", "value": level.text, "allowed": ", ".join(LEVELS), "hint": hint}
            findings.add("DAT121", role, **facts)
    return system, ", ".join(level.text for level in levels)


# --- constraints ---------------------------------------------------------------------------------------------------


def _constraints(findings: Findings, node: Node, name: str, kind: str) -> tuple[tuple[str, str], ...]:
    holder = member(node, "constraints")
    if holder is None:
        return ()
    if holder.kind != "map":
        findings.add("DAT103", holder, key="constraints", expected="{…}", got=shape(holder))
        return ()
    shown = []
    for key, value, _, _ in holder.entries:
        _constraint(findings, value, (name, kind, key))
        shown.append((key, ", ".join(item.text for item in value.items) if value.kind == "list" else value.text))
    return tuple(shown)


def _constraint(findings: Findings, value: Node, place: tuple[str, str, str]) -> None:
    name, kind, key = place
    if key not in _supported(kind):
        findings.add("DAT128", value, field=name, key=key, type=kind, allowed=", ".join(_supported(kind)))
    elif key in ("required", "unique") and not is_flag(value):
        findings.add("DAT103", value, key=key, expected="true/false", got=shape(value))
    elif key == "enum" and (value.kind != "list" or not value.items):
        findings.add("DAT103", value, key=key, expected="[…]", got="[]" if value.kind == "list" else shape(value))
    elif key in _LENGTHS and not (value.tag == "int" and value.text.isdigit()):
        findings.add("DAT126", value, field=name, key=key, value=value.text, type="integer")
    elif key in _BOUNDS and not _fits(value, kind):
        findings.add("DAT126", value, field=name, key=key, value=value.text or shape(value), type=kind)
    elif key == "pattern":
        _pattern(findings, value, name)


def _supported(kind: str) -> tuple[str, ...]:
    """Constraints that Table Schema knows for the type, as the library applies them."""
    return (
        *_ALWAYS,
        *(() if kind == "list" else ("enum",)),
        *(("pattern",) if kind == "string" else ()),
        *(_LENGTHS if kind in _COUNTED else ()),
        *(_BOUNDS if kind in _ORDERED else ()),
    )


def _fits(value: Node, kind: str) -> bool:
    """Whether a bound is a value of the field's type. A date may also be written in the field's own format, which the
    library knows; here it needs to look like one."""
    if kind not in _NUMERIC:
        return is_text(value) and (kind not in _MOMENTS or _parses(value.text, kind))
    if not (is_text(value) or is_number(value)):
        return False
    number = decimal(value)
    return number is not None and (kind == "number" or number == number.to_integral_value())


def _parses(text: str, kind: str) -> bool:
    shapes = {"date": r"\d+\W\d+\W\d+", "datetime": r"\d+\W\d+\W\d+\W.+", "time": r"\d+:\d+.*", "yearmonth": r"\d+-\d+"}
    return re.fullmatch(shapes[kind], text) is not None


def _pattern(findings: Findings, value: Node, name: str) -> None:
    if not is_text(value):
        findings.add("DAT103", value, key="pattern", expected='"…"', got=shape(value))
        return
    problem = syntax_fault(value.text)
    if problem:
        findings.add("DAT123", value, field=name, value=value.text, problem=problem)
    elif is_explosive(value.text):
        findings.add("DAT124", value, field=name, value=value.text)
    elif has_loose_alternative(value.text):
        findings.add("DAT125", value, field=name, value=value.text)


# --- keys ----------------------------------------------------------------------------------------------------------


def read_primary_key(findings: Findings, schema: Node, names: tuple[str, ...]) -> tuple[str, ...]:
    keys = one_or_more(findings, schema, "primaryKey")
    for key in keys:
        if key.text not in names:
            findings.add("DAT130", member(schema, "primaryKey"), field=key.text, hint=near(key.text, names))
    for name in sorted({key.text for key in keys if [other.text for other in keys].count(key.text) > 1}):
        findings.add("DAT159", member(schema, "primaryKey"), field=name)
    return tuple(key.text for key in keys)


def read_foreign_keys(
    findings: Findings, schema: Node, resource: str, columns: dict[str, tuple[Field, ...]]
) -> tuple[ForeignKey, ...]:
    """`columns` gives the fields of every table of the package by resource name."""
    found = []
    for node in maps(findings, schema, "foreignKeys"):
        reference = member(node, "reference")
        if reference is None or reference.kind != "map":
            findings.add("DAT104", reference or node, key="reference")
            continue
        fields = one_or_more(findings, node, "fields")
        targets = one_or_more(findings, reference, "fields")
        target = text(findings, reference, "resource")
        here, there = columns.get(resource, ()), columns.get(target or resource, ())
        _foreign(findings, fields, node, here)
        if target and target not in columns:
            hint = near(target, tuple(columns))
            findings.add("DAT132", member(reference, "resource"), value=target, hint=hint)
        else:
            _foreign(findings, targets, reference, there)
        if len(fields) != len(targets) or not fields:
            findings.add("DAT134", node, here=len(fields), there=len(targets))
        else:
            _same_kinds(findings, node, _typed(fields, here), _typed(targets, there))
        found.append(ForeignKey(_names(fields), target, _names(targets)))
    return tuple(found)


def _foreign(findings: Findings, fields: tuple[Ref, ...], node: Node, known: tuple[Field, ...]) -> None:
    names = tuple(field.name for field in known)
    for field in fields:
        if field.text not in names:
            findings.add("DAT131", member(node, "fields"), field=field.text, hint=near(field.text, names))


def _typed(names: tuple[Ref, ...], known: tuple[Field, ...]) -> tuple[Field | None, ...]:
    return tuple(next((field for field in known if field.name == name.text), None) for name in names)


def _same_kinds(
    findings: Findings, node: Node, here: tuple[Field | None, ...], there: tuple[Field | None, ...]
) -> None:
    """A text never equals a number, so such a key would call every row wrong."""
    for one, other in zip(here, there, strict=True):
        if one is not None and other is not None and not alike(one, other):
            facts = {"field": one.name, "type": one.type, "target": other.name, "target_type": other.type}
            findings.add("DAT149", member(node, "fields"), **facts)


def _names(fields: tuple[Ref, ...]) -> tuple[str, ...]:
    return tuple(field.text for field in fields)
