"""YAML text → `Node`, from the event stream of libyaml: no tags, anchors, merges or second documents, no surprises.

Only events are read, never the composer or constructor, so that nothing is converted, aliases cannot multiply, and
reading stops at a limit instead of after it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from lintas.diagnostics import Diagnostic, Outcome, Span, fault
from lintas.reader.nodes import DEPTH, SCALAR, YAML_NODES, Node, broken, empty
from lintas.reader.yaml_faults import explain, quoted, unreadable

_Event = Any  # the type stubs give events no attributes
_LOADER: Callable[[str], Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_STRAY_BREAKS = str.maketrans("\x85\u2028\u2029", "   ")  # libyaml counts these as lines, editors do not
_CUT_BY_HASH = re.compile(r"[ \t]#[^\s#!]")
_REPAIRS = 20
_PREFIX = "tag:yaml.org,2002:"
_RULES: dict[str, tuple[tuple[str, re.Pattern[str]], ...]] = {
    first: tuple((tag.removeprefix(_PREFIX), rule) for tag, rule in rules if not tag.endswith((":merge", ":value")))
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
    if first
}


def read_yaml(text: str, path: str, *, first_line: int = 1) -> Outcome[Node]:
    """Read one YAML document (JSON is read too). `first_line` is the line of the file on which `text` begins.

    A value that only lacks its quotation marks is read as if it had them, so that the rest is checked in the same run.
    Any other syntax fault gives a `broken` node; doubled keys, aliases and the like leave the rest usable.
    """
    current = text.translate(_STRAY_BREAKS)
    faults: list[Diagnostic] = []
    for _ in range(_REPAIRS):
        reading = _Reading(path, first_line)
        try:
            node = reading.run(current)
        except yaml.YAMLError as error:
            problem = explain(error, current, path, first_line)
        except UnicodeEncodeError as error:
            problem = unreadable(current, error.start, path, first_line)
        else:
            return Outcome(node, (*faults, *reading.diagnostics))
        better = quoted(current, problem, first_line)
        if better is None:  # after a repair the next fault may only come from the repair
            return Outcome(broken(first_line), tuple(faults) or (*reading.diagnostics, problem))
        faults.append(problem)
        current = better
    return Outcome(broken(first_line), tuple(faults))


def plain_tag(value: str) -> str:
    """The type YAML would give an unquoted scalar."""
    if not value:
        return "null"
    for tag, rule in _RULES.get(value[0], ()):
        if rule.match(value):
            return tag
    return "str"


class _Limit(Exception):
    """A limit was passed; the diagnostic is recorded."""


class _Reading:
    """One pass over the events of one document."""

    __slots__ = ("diagnostics", "first_line", "lines", "path", "stack")

    def __init__(self, path: str, first_line: int) -> None:
        self.path = path
        self.first_line = first_line
        self.diagnostics: list[Diagnostic] = []
        self.stack: list[tuple[list[Node], int, int]] = []  # children so far, line, column of an open collection
        self.lines: list[str] = []  # only filled where a value may have been cut by " #"

    def run(self, text: str) -> Node:
        if _CUT_BY_HASH.search(text):
            self.lines = text.split("\n")
        try:
            return self._document(_LOADER(text).get_event)
        except _Limit:
            return broken(self.first_line)

    def _document(self, next_event: Callable[[], _Event]) -> Node:
        """The hot loop: 10,000 front matters pass through it, so scalars are handled in place."""
        first, tuple_new = self.first_line, tuple.__new__
        children: list[Node] = []
        count = documents = 0
        while True:
            event = next_event()
            kind = type(event)
            if kind is ScalarEvent:
                count += 1
                mark, value = event.start_mark, event.value
                tag = plain_tag(value) if event.implicit[0] else "str"
                if event.anchor or event.tag or count > YAML_NODES or len(value) > SCALAR or self.lines:
                    self._look_closer(event, count)
                shape = "null" if tag == "null" else "text"
                children.append(tuple_new(Node, (shape, value, (), (), mark.line + first, mark.column + 1, tag)))
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                count += 1
                children = self._open(event, children, count)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                children = self._close(children, kind is MappingEndEvent)
            elif kind is AliasEvent:
                count += 1
                children.append(self._alias(event, count))
            elif kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self._report("KFG122", event)
                    break
            elif kind is StreamEndEvent:
                break
        return children[0] if children else empty(first)

    def _span(self, event: _Event) -> Span:
        mark = event.start_mark
        return Span(self.path, mark.line + self.first_line, mark.column + 1)

    def _report(self, code: str, event: _Event, **args: Any) -> None:
        self.diagnostics.append(fault(code, self._span(event), **args))

    def _count(self, event: _Event, count: int) -> None:
        if count > YAML_NODES:
            self._report("KFG120", event, limit=YAML_NODES)
            raise _Limit

    def _open(self, event: _Event, children: list[Node], count: int) -> list[Node]:
        self._count(event, count)
        if len(self.stack) >= DEPTH:
            self._report("KFG119", event, limit=DEPTH)
            raise _Limit
        self._properties(event)
        self.stack.append((children, event.start_mark.line + self.first_line, event.start_mark.column + 1))
        return []

    def _close(self, children: list[Node], mapping: bool) -> list[Node]:
        siblings, line, column = self.stack.pop()
        if mapping:
            node = Node("map", entries=self._entries(children), line=line, column=column, tag="map")
        else:
            node = Node("list", items=tuple(children), line=line, column=column, tag="seq")
        siblings.append(node)
        return siblings

    def _entries(self, children: list[Node]) -> tuple[tuple[str, Node, int, int], ...]:
        entries = [
            (key.text, value, key.line, key.column)
            for key, value in zip(children[::2], children[1::2], strict=True)
            if key.kind == "text" and key.text != "<<"
        ]
        if len({entry[0] for entry in entries}) * 2 == len(children):
            return tuple(entries)
        for key in children[::2]:
            if key.kind != "text" or key.text == "<<":
                self.diagnostics.append(fault("KFG117", Span(self.path, key.line, key.column), key=key.text or "?"))
        kept: dict[str, tuple[str, Node, int, int]] = {}
        for entry in entries:
            first = kept.setdefault(entry[0], entry)
            if first is not entry:
                there, here = Span(self.path, first[2], first[3]), Span(self.path, entry[2], entry[3])
                self.diagnostics.append(fault("KFG118", here, related=(there,), key=entry[0], line=first[2]))
        return tuple(kept.values())

    def _alias(self, event: _Event, count: int) -> Node:
        self._count(event, count)
        self._report("KFG115", event, mark="*")
        mark = event.start_mark
        return empty(mark.line + self.first_line, mark.column + 1)

    def _properties(self, event: _Event) -> None:
        if event.anchor:
            self._report("KFG115", event, mark="&")
        if event.tag:
            self._report("KFG115", event, mark="!")

    def _look_closer(self, event: _Event, count: int) -> None:
        """The rare things a scalar can be guilty of."""
        self._count(event, count)
        self._properties(event)
        if len(event.value) > SCALAR:
            self._report("KFG121", event, limit=SCALAR)
            raise _Limit
        end = event.end_mark
        if self.lines and event.implicit[0] and event.value and end.line < len(self.lines):
            cut = _CUT_BY_HASH.match(self.lines[end.line], end.column)
            if cut:
                here = Span(self.path, end.line + self.first_line, cut.start() + 2)
                self.diagnostics.append(fault("KFG123", here, text=self.lines[end.line][cut.start() + 1 :]))
