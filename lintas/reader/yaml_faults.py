"""Syntax faults of YAML, told by the mistake an editor made instead of the state the parser was in.

Each rule looks at the words of libyaml and at the line; the first that recognises the mistake names it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import yaml

from lintas.diagnostics import Diagnostic, Span, fault

_PAIR = re.compile(r"^(?P<indent>\s*(?:-\s+)*)(?P<key>[^\s:#'\"\[{][^:]*?):\s+(?P<value>\S.*?)\s*$")
_NO_SPACE = re.compile(r"^\s*(?:-\s+)?(?P<key>[A-Za-z_][\w-]*):(?P<value>[^\s/:][^:]*)$")
_LINE_END = re.compile(r"\r\n|\r|\n")
_Found = tuple[str, int, int, dict[str, Any]]  # code, line and column counted from 0, arguments


@dataclass(frozen=True, slots=True)
class _Case:
    """What libyaml said, and where (lines and columns from 0)."""

    problem: str
    context: str
    line: int
    column: int
    context_line: int
    context_column: int
    lines: list[str]

    def text(self, line: int) -> str:
        return self.lines[line] if 0 <= line < len(self.lines) else ""

    def mark(self) -> str:
        return self.text(self.line)[self.column : self.column + 1]

    def context_mark(self) -> str:
        return self.text(self.context_line)[self.context_column : self.context_column + 1]


def explain(error: yaml.YAMLError, text: str, path: str, first_line: int) -> Diagnostic:
    """The diagnostic for a syntax error of the YAML parser."""
    position = getattr(error, "position", None)
    if isinstance(position, int):
        return unreadable(text, position, path, first_line)
    case = _case(error, text)
    for rule in _RULES:
        found = rule(case)
        if found:
            code, line, column, args = found
            return fault(code, Span(path, line + first_line, column + 1), **args)
    return fault("KFG112", Span(path, case.line + first_line, 1), text=case.text(case.line).strip())


def quoted(text: str, problem: Diagnostic, first_line: int) -> str | None:
    """The text with quotation marks around the value that lacks them, or None when that is not the fault."""
    lines = text.split("\n")
    index = problem.span.line - first_line
    pair = _PAIR.match(lines[index]) if problem.code in ("KFG108", "KFG115") and index < len(lines) else None
    if pair is None or pair["value"][0] in "\"'[{|>":
        return None
    lines[index] = f"{pair['indent']}{pair['key']}: {json.dumps(pair['value'], ensure_ascii=False)}"
    return "\n".join(lines)


def unreadable(text: str, position: int, path: str, first_line: int) -> Diagnostic:
    """A character that no text file may hold. libyaml may count bytes in `position`, so it is looked up again."""
    found = re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]", text)
    at = found.start() if found else min(position, len(text))
    line = text.count("\n", 0, at)
    column = at - (text.rfind("\n", 0, at) + 1)
    character = f"U+{ord(text[at]):04X}" if at < len(text) else "?"
    return fault("KFG103", Span(path, line + first_line, column + 1), character=character)


def _case(error: yaml.YAMLError, text: str) -> _Case:
    mark = getattr(error, "problem_mark", None)
    context_mark = getattr(error, "context_mark", None) or mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    context_line, context_column = (context_mark.line, context_mark.column) if context_mark else (line, column)
    problem, context = getattr(error, "problem", None) or str(error), getattr(error, "context", None) or ""
    return _Case(problem, context, line, column, context_line, context_column, _LINE_END.split(text))


def _tab(case: _Case) -> _Found | None:
    stopped = "cannot start any token" in case.problem and case.mark() == "\t"
    return ("KFG109", case.line, case.column, {}) if stopped or "tab character" in case.problem else None


def _colon(case: _Case) -> _Found | None:
    """A second colon in an unquoted value, the most common mistake; else a key that is indented too far."""
    if "mapping values are not allowed" not in case.problem:
        return None
    pair = _PAIR.match(case.text(case.line))
    if pair and case.column >= pair.start("value"):
        return "KFG108", case.line, case.column, {"key": pair["key"], "value": pair["value"].replace('"', "'")}
    before = case.line - 1
    while before > 0 and not case.text(before).strip():
        before -= 1
    glued = _NO_SPACE.match(case.text(before))
    if glued:
        return "KFG112", before, glued.start("key"), {"text": case.text(before).strip()}
    indent = len(case.text(case.line)) - len(case.text(case.line).lstrip())
    return "KFG116", case.line, indent, {}


def _quote(case: _Case) -> _Found | None:
    if "quoted scalar" in case.context and ("end of stream" in case.problem or "document indicator" in case.problem):
        return "KFG110", case.context_line, case.context_column, {"mark": case.context_mark() or '"'}
    return None


def _escape(case: _Case) -> _Found | None:
    return ("KFG124", case.line, max(case.column - 1, 0), {}) if "quoted scalar" in case.context else None


def _flow(case: _Case) -> _Found | None:
    """A bracket that is not closed, or a member that is missing between two commas."""
    if "flow node" in case.context:
        if case.mark() and case.mark() in ",]}":
            return "KFG115", case.line, case.column, {"mark": case.mark()}
        before = [*case.lines[: case.line], case.text(case.line)[: case.column]]
        for line in range(len(before) - 1, -1, -1):
            column = max(before[line].rfind("["), before[line].rfind("{"))
            if column >= 0:
                return "KFG114", line, column, {"mark": before[line][column]}
    if "while parsing a flow" in case.context:
        return "KFG114", case.context_line, case.context_column, {"mark": case.context_mark() or "["}
    return None


def _reserved(case: _Case) -> _Found | None:
    """A value that begins with a character that means something to YAML."""
    at_context = ("scanning an alias", "scanning an anchor", "a tag", "block scalar")
    if any(words in case.context for words in at_context):
        return "KFG115", case.context_line, case.context_column, {"mark": case.context_mark() or "*"}
    at_problem = ("cannot start any token", "expected node content", "mapping keys are not", "tag handle", "directive")
    here = any(words in case.problem for words in at_problem) or "directive" in case.context or case.mark() == "%"
    return ("KFG115", case.line, case.column, {"mark": case.mark() or "?"}) if here else None


def _dash(case: _Case) -> _Found | None:
    return ("KFG113", case.line, case.column, {}) if "sequence entries are not allowed" in case.problem else None


def _lone(case: _Case) -> _Found | None:
    if "could not find expected ':'" in case.problem:
        return "KFG112", case.context_line, case.context_column, {"text": case.text(case.context_line).strip()}
    return None


def _after_end(case: _Case) -> _Found | None:
    """Text after a closing quote or bracket."""
    before = case.text(case.line)[: case.column].rstrip()
    if "did not find expected" in case.problem and before[-1:] in ('"', "'", "]", "}"):
        return "KFG111", case.line, case.column, {"mark": before[-1]}
    return None


def _indent(case: _Case) -> _Found | None:
    expected = ("expected key", "'-' indicator", "<document start>", "<block end>")
    return ("KFG116", case.line, case.column, {}) if any(words in case.problem for words in expected) else None


_RULES: tuple[Callable[[_Case], _Found | None], ...] = (
    _tab, _colon, _quote, _escape, _flow, _reserved, _dash, _lone, _after_end, _indent,
)  # fmt: skip
