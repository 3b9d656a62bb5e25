"""The report for machines: one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Iterable

from lintas.diagnostics import Diagnostic, Span, in_order
from lintas.reporters.wording import Worded, worded


def json_lines(diagnostics: Iterable[Diagnostic], language: str = "id") -> str:
    """Keys: code, severity, path, line, column (null when unknown), message, remedy; field and related where known."""
    return "".join(_line(worded(diagnostic, language)) for diagnostic in in_order(diagnostics))


def _line(finding: Worded) -> str:
    record: dict[str, object] = {
        "code": finding.code,
        "severity": finding.severity,
        **_place(finding.span),
        "message": finding.message,
        "remedy": finding.remedy,
    }
    if finding.field:
        record["field"] = finding.field
    if finding.related:
        record["related"] = [_place(span) for span in finding.related]
    return json.dumps(record, ensure_ascii=False) + "\n"


def _place(span: Span) -> dict[str, object]:
    return {"path": span.path, "line": span.line or None, "column": span.column or None}
