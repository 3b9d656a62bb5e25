"""JSON text → `Node`. The `json` module decides what is JSON; the places come from a second walk over the tokens."""

from __future__ import annotations

import json
import re
from bisect import bisect_right

from lintas.diagnostics import Diagnostic, Outcome, Span, fault
from lintas.reader.nodes import DEPTH, JSON_NODES, SCALAR, Node, broken, empty

_TOKEN = re.compile(r'[\s,:]*("(?:[^"\\]|\\.)*"|[{}\[\]]|[^\s,:{}\[\]"]+)', re.DOTALL)
_TAGS = {"true": "bool", "false": "bool", "null": "null"}
NUMBER = 400  # digits; Python refuses to convert thousands of them
_OPENING, _CLOSING = "{[", "}]"


def read_json(text: str, path: str) -> Outcome[Node]:
    """Read strict JSON (RFC 8259; no NaN, no comments). A syntax fault gives a `broken` node and one diagnostic."""
    if not text.strip():
        return Outcome(empty(), ())
    problem = _too_deep(text, path) or _syntax(text, path)
    if problem:
        return Outcome(broken(), (problem,))
    walk = _Walk(text, path)
    node = walk.run()
    return Outcome(node, tuple(walk.diagnostics))


def _place(text: str, index: int) -> tuple[int, int]:
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def _syntax(text: str, path: str) -> Diagnostic | None:
    try:
        json.loads(text, parse_int=str, parse_float=str, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        return _explain(error, text, path)
    except _Constant as error:
        line, column = _place(text, max(text.find(str(error)), 0))
        return fault("KFG125", Span(path, line, column), found=str(error))
    return None


class _Constant(Exception):
    """NaN or Infinity, which JSON does not have."""


def _refuse(name: str) -> None:
    raise _Constant(name)


def _explain(error: json.JSONDecodeError, text: str, path: str) -> Diagnostic:
    """Name the usual slips: a comma before a closing bracket, a missing comma, an open quotation mark."""
    span = Span(path, error.lineno, error.colno)
    rest = text[error.pos :].lstrip()
    before = text[: error.pos].rstrip()
    if rest[:1] in ("}", "]") and before.endswith(","):
        return fault("KFG126", Span(path, *_place(text, len(before) - 1)))
    if error.msg.startswith("Illegal trailing comma"):  # Python 3.13 and newer
        return fault("KFG126", span)
    if "',' delimiter" in error.msg:
        return fault("KFG127", span, found=rest[:20].split("\n")[0])
    if "Unterminated string" in error.msg or "control character" in error.msg:
        line, column = _place(text, text.rfind('"', 0, error.pos + 1)) if "control" in error.msg else (0, 0)
        return fault("KFG110", Span(path, line, column) if line else span, mark='"')
    if "escape" in error.msg:
        return fault("KFG124", span)
    return fault("KFG125", span, found=rest[:20].split("\n")[0])


def _too_deep(text: str, path: str) -> Diagnostic | None:
    """Measured before parsing, since the parser of `json` calls itself for every level."""
    depth = 0
    for match in _TOKEN.finditer(text) if text.count("{") + text.count("[") > DEPTH else ():
        token = match[1]
        depth += (token in _OPENING) - (token in _CLOSING)
        if depth > DEPTH:
            line, column = _place(text, match.start(1))
            return fault("KFG119", Span(path, line, column), limit=DEPTH)
    return None


class _Walk:
    """One pass over the tokens of valid JSON."""

    __slots__ = ("diagnostics", "path", "starts", "text")

    def __init__(self, text: str, path: str) -> None:
        self.text = text
        self.path = path
        self.diagnostics: list[Diagnostic] = []
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def run(self) -> Node:
        stack: list[tuple[list[Node], int]] = []
        children: list[Node] = []
        for count, match in enumerate(_TOKEN.finditer(self.text)):
            token, start = match[1], match.start(1)
            if count > JSON_NODES or len(token) > SCALAR:
                return self._limit(start, len(token) > SCALAR)
            if token in _OPENING:
                stack.append((children, start))
                children = []
            elif token in _CLOSING:
                siblings, opened = stack.pop()
                siblings.append(self._collection(children, opened, token == "}"))
                children = siblings
            else:
                children.append(self._scalar(token, start))
        return children[0]

    def _place(self, index: int) -> tuple[int, int]:
        line = bisect_right(self.starts, index)
        return line, index - self.starts[line - 1] + 1

    def _limit(self, start: int, scalar: bool) -> Node:
        code, limit = ("KFG121", SCALAR) if scalar else ("KFG120", JSON_NODES)
        self.diagnostics.append(fault(code, Span(self.path, *self._place(start)), limit=limit))
        return broken()

    def _scalar(self, token: str, start: int) -> Node:
        line, column = self._place(start)
        if token[0] == '"':
            text = json.loads(token) if "\\" in token else token[1:-1]
            if not text.isprintable():
                text = self._printable(text, line, column)
            return Node("text", text, line=line, column=column, tag="str")
        tag = _TAGS.get(token) or ("float" if any(mark in token for mark in ".eE") else "int")
        if len(token) > NUMBER:
            self.diagnostics.append(fault("KFG121", Span(self.path, line, column), limit=NUMBER))
        return Node("null" if tag == "null" else "text", token, line=line, column=column, tag=tag)

    def _printable(self, text: str, line: int, column: int) -> str:
        """Control characters and lone surrogates can hide in escapes, where `decode` does not see them."""
        found = re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]", text)
        if found is None:
            return text
        here = Span(self.path, line, column)
        self.diagnostics.append(fault("KFG103", here, character=f"U+{ord(found[0]):04X}"))
        return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]", " ", text)

    def _collection(self, children: list[Node], opened: int, mapping: bool) -> Node:
        line, column = self._place(opened)
        if not mapping:
            return Node("list", items=tuple(children), line=line, column=column, tag="seq")
        kept: dict[str, tuple[str, Node, int, int]] = {}
        for key, value in zip(children[::2], children[1::2], strict=True):
            entry = (key.text, value, key.line, key.column)
            first = kept.setdefault(key.text, entry)
            if first is not entry:
                here, there = Span(self.path, key.line, key.column), Span(self.path, first[2], first[3])
                self.diagnostics.append(fault("KFG118", here, related=(there,), key=key.text, line=first[2]))
        return Node("map", entries=tuple(kept.values()), line=line, column=column, tag="map")
