"""Typed access to the values of a descriptor; what does not fit is collected as a diagnostic with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lintas.diagnostics import Diagnostic, Span, fault
from lintas.model import Ref
from lintas.reader import Node, near

EXPECTED = {"map": "{…}", "list": "[…]", "text": '"…"'}  # shown in messages: JSON forms need no translation
_SCALARS = {"int": "123", "float": "1.5", "bool": "true/false", "null": "null", "str": '"…"'}


class Findings:
    """What was found in one descriptor file, in the order of reading."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.found: list[Diagnostic] = []

    def add(self, code: str, node: Node | None, **args: object) -> None:
        span = Span(self.path, node.line, node.column) if node else Span(self.path)
        self.found.append(fault(code, span, related=(), **args))

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.found.extend(diagnostics)


def member(node: Node | None, key: str) -> Node | None:
    """The value under `key`, or None (also for JSON null, which means "not given")."""
    if node is None or node.kind != "map":
        return None
    for name, value, _, _ in node.entries:
        if name == key:
            return None if value.kind == "null" else value
    return None


def shape(node: Node) -> str:
    """How the value looks in JSON, for messages."""
    return _SCALARS.get(node.tag, '"…"') if node.kind in ("text", "null") else EXPECTED[node.kind]


def is_text(node: Node) -> bool:
    return node.kind == "text" and node.tag == "str"


def is_number(node: Node) -> bool:
    return node.kind == "text" and node.tag in ("int", "float")


def is_flag(node: Node) -> bool:
    return node.kind == "text" and node.tag == "bool"


def text(findings: Findings, node: Node | None, key: str) -> str:
    """The text under `key`, "" when absent or not text."""
    value = member(node, key)
    if value is None:
        return ""
    if not is_text(value):
        findings.add("DAT103", value, key=key, expected=EXPECTED["text"], got=shape(value))
        return ""
    return value.text


def maps(findings: Findings, node: Node | None, key: str) -> Iterator[Node]:
    """The objects of the list under `key`."""
    for item in _items(findings, node, key):
        if item.kind == "map":
            yield item
        else:
            findings.add("DAT103", item, key=key, expected=EXPECTED["map"], got=shape(item))


def texts(findings: Findings, node: Node | None, key: str) -> tuple[Ref, ...]:
    """The texts of the list under `key`, with their places."""
    found = []
    for item in _items(findings, node, key):
        if is_text(item):
            found.append(Ref(item.text, item.line, item.column))
        else:
            findings.add("DAT103", item, key=key, expected=EXPECTED["text"], got=shape(item))
    return tuple(found)


def _items(findings: Findings, node: Node | None, key: str) -> tuple[Node, ...]:
    value = member(node, key)
    if value is None:
        return ()
    if value.kind != "list":
        findings.add("DAT103", value, key=key, expected=EXPECTED["list"], got=shape(value))
        return ()
    return value.items


def one_or_more(findings: Findings, node: Node | None, key: str) -> tuple[Ref, ...]:
    """A text or a list of texts, as Data Package 1 allows for keys."""
    value = member(node, key)
    if value is not None and is_text(value):
        return (Ref(value.text, value.line, value.column),)
    return texts(findings, node, key)


def choice(findings: Findings, node: Node | None, key: str, allowed: tuple[str, ...]) -> str:
    """The text under `key` when it is one of `allowed`, else ""."""
    chosen = text(findings, node, key)
    if chosen and chosen not in allowed:
        place = member(node, key)
        findings.add("DAT121", place, key=key, value=chosen, allowed=", ".join(allowed), hint=near(chosen, allowed))
        return ""
    return chosen


def unknown_keys(findings: Findings, node: Node, known: tuple[str, ...]) -> None:
    """Warn of keys that look like a slip of a known key; other extra keys are allowed by Data Package."""
    for key, _, line, column in node.entries:
        if key in known:
            continue
        hint = near(key, known)
        if hint:
            place = Span(findings.path, line, column)
            findings.found.append(fault("DAT140", place, key=key, hint=hint))


def misplaced(findings: Findings, node: Node, key: str, proposed: str) -> None:
    """A property that is only read elsewhere."""
    value = member(node, key)
    if value is not None:
        findings.add("DAT142", value, key=key, proposed=proposed)
