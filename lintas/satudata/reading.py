"""Metadata blocks of a descriptor, judged by their JSON Schema and read (the only importer of jsonschema)."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from lintas.diagnostics import Diagnostic, Outcome, Span, fault
from lintas.model import MetadataBlock
from lintas.reader import Node, near
from lintas.satudata.forms import KEYS, schema

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator

_DEPTH = 3  # block, section, item, list: what is deeper is refused by its type


def read(node: Node | None, kind: str, path: str) -> Outcome[MetadataBlock | None]:
    """The block at `node` in the file `path`. SDI101 wrong type, SDI102 unknown item, SDI103 not a choice."""
    if node is None:
        return Outcome(None)
    found = tuple(_faults(node, kind, path))
    if found:
        return Outcome(None, found)
    return Outcome(MetadataBlock(kind, tuple(_rows(node, ""))))


def _rows(node: Node, prefix: str) -> Iterator[tuple[str, str]]:
    for key, value, _, _ in node.entries:
        if value.kind == "map":
            yield from _rows(value, f"{prefix}{key}.")
        elif value.kind == "list":
            yield f"{prefix}{key}", "; ".join(item.text for item in value.items)
        elif value.kind == "text":
            yield f"{prefix}{key}", value.text


def _faults(node: Node, kind: str, path: str) -> Iterator[Diagnostic]:
    errors = sorted(_validator(kind).iter_errors(_plain(node, 0)), key=lambda error: [str(p) for p in error.path])
    for error in errors:
        place = _at(node, error.path)
        where = ".".join([KEYS[kind], *(str(part) for part in error.path)])
        if error.validator == "additionalProperties":
            known = tuple(error.schema["properties"])
            for key, _, line, column in place.entries:
                if key not in known:
                    yield fault("SDI102", Span(path, line, column), key=f"{where}.{key}", hint=near(key, known) or "–")
        elif error.validator == "enum":
            choices = ", ".join(error.validator_value)
            yield fault("SDI103", _span(path, place), key=where, value=place.text, allowed=choices)
        else:
            wanted = error.validator_value
            expected = wanted if isinstance(wanted, str) else "/".join(wanted)
            yield fault("SDI101", _span(path, place), key=where, expected=expected)


def _span(path: str, node: Node) -> Span:
    return Span(path, node.line, node.column)


def _at(node: Node, path: Iterable[Any]) -> Node:
    for part in path:
        if isinstance(part, int):
            node = node.items[part]
        else:
            node = next(value for key, value, _, _ in node.entries if key == part)
    return node


def _plain(node: Node, depth: int) -> object:
    """The value as `json` would give it; what lies too deep is cut, for its type is wrong anyway."""
    if depth > _DEPTH:
        return None
    if node.kind == "map":
        return {key: _plain(value, depth + 1) for key, value, _, _ in node.entries}
    if node.kind == "list":
        return [_plain(item, depth + 1) for item in node.items]
    if node.tag == "bool":
        return node.text == "true"
    if node.tag in ("int", "float"):
        return 0
    return None if node.kind == "null" else node.text


@functools.cache
def _validator(kind: str) -> Draft202012Validator:
    from jsonschema import Draft202012Validator

    return Draft202012Validator(schema()["$defs"][kind])
