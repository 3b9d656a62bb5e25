"""GitHub annotations: workflow commands that GitHub shows on the line of a pull request.

Escaping as in actions/toolkit, packages/core/src/command.ts.
"""

from __future__ import annotations

from collections.abc import Iterable

from lintas.diagnostics import Diagnostic, in_order
from lintas.reporters.wording import Worded, worded

_COMMANDS = {"error": "error", "warning": "warning", "advice": "notice"}


def github_annotations(diagnostics: Iterable[Diagnostic], language: str = "id") -> str:
    """One command a line, errors first: GitHub shows only the first ten of each kind."""
    findings = [worded(diagnostic, language) for diagnostic in in_order(diagnostics)]
    rank = list(_COMMANDS)
    return "".join(_command(finding) for finding in sorted(findings, key=lambda f: rank.index(f.severity)))


def _command(finding: Worded) -> str:
    properties = {
        "file": finding.span.path,
        "line": finding.span.line or (1 if finding.span.path else 0),
        "col": finding.span.column if finding.span.line else 0,
        "title": finding.code,
    }
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items() if value)
    text = "\n".join(part for part in (finding.message, finding.remedy) if part)
    return f"::{_COMMANDS[finding.severity]} {listed}::{_data(text)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
