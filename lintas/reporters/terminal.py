"""The report for people: place, severity, code, message, remedy, and the line with a caret below the place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from lintas.diagnostics import Diagnostic, Span, in_order
from lintas.privacy import masked
from lintas.reporters.catalogue import SEVERITIES, SEVERITY_WORDS, severity
from lintas.reporters.wording import Worded, visible, width, worded

Excerpt = Callable[[str, int], str | None]  # path, line → the text of that line
_SHOWN = 100  # columns of a source line
_AROUND = 60  # characters beside them, so that a number of a person is seen whole before it is dotted out
_PERSONAL = "PRI"  # findings on personal data are shown without the line, which may hold a name as well
_STYLES = {"error": "1;31", "warning": "1;33", "advice": "1;36", "place": "1", "faint": "2"}
_REMEDY = {"id": "Perbaikan", "en": "Remedy"}
_SEE = {"id": "Lihat juga", "en": "See also"}
_NONE = {"id": "Tidak ada temuan.", "en": "No findings."}


def text_report(
    diagnostics: Iterable[Diagnostic], language: str = "id", *, excerpt: Excerpt | None = None, colour: bool = False
) -> str:
    """All findings in order, and a summary line at the end. Ends with a line break."""
    ordered = in_order(diagnostics)
    blocks = [_block(worded(diagnostic, language), language, excerpt, colour) for diagnostic in ordered]
    return "\n".join([*blocks, summary(ordered, language) + "\n"])


def summary(diagnostics: Iterable[Diagnostic], language: str = "id") -> str:
    """Such as “3 galat, 1 peringatan”."""
    counts = Counter(severity(diagnostic.code) for diagnostic in diagnostics)
    words = SEVERITY_WORDS.get(language, SEVERITY_WORDS["id"])
    plural = {"error": "errors", "warning": "warnings"} if language == "en" else {}
    parts = [
        f"{counts[name]} {plural.get(name, words[name]) if counts[name] != 1 else words[name]}"
        for name in SEVERITIES
        if counts[name]
    ]
    return ", ".join(parts) or _NONE.get(language, _NONE["id"])


def place(span: Span) -> str:
    """path:line:column, without the parts that are not known."""
    numbers = [str(number) for number in (span.line, span.column) if number]
    return ":".join([span.path, *(numbers if span.line else [])])


def _block(finding: Worded, language: str, excerpt: Excerpt | None, colour: bool) -> str:
    def paint(text: str, style: str) -> str:
        return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if colour else text

    words = SEVERITY_WORDS.get(language, SEVERITY_WORDS["id"])
    where = paint(place(finding.span), "place") + ": " if finding.span.path else ""
    head = f"{where}{paint(words[finding.severity], finding.severity)} {finding.code}: {finding.message}"
    quoted = [] if finding.code.startswith(_PERSONAL) else _excerpt(finding.span, excerpt)
    lines = [head, *(paint(line, "faint") for line in quoted)]
    if finding.remedy:
        lines.append(f"  {_REMEDY.get(language, _REMEDY['id'])}: {finding.remedy}")
    if finding.related:
        see = ", ".join(place(span) for span in finding.related)
        lines.append(f"  {_SEE.get(language, _SEE['id'])}: {see}")
    return "\n".join(lines) + "\n"


def _excerpt(span: Span, excerpt: Excerpt | None) -> list[str]:
    """The source line, cut around the place, with a caret below it."""
    line = excerpt(span.path, span.line) if excerpt and span.line else None
    if not line or line.isspace():
        return []
    end = len(line)
    column = min(max(span.column - 1, 0), end)
    start = max(0, column - _SHOWN * 2 // 3) if end > _SHOWN else 0
    first = max(0, start - _AROUND)
    around = masked(line[first : start + _SHOWN + _AROUND])  # cut before anything else: a line can be a megabyte long
    cut = around[start - first :][:_SHOWN]
    shown = "".join(c if c.isprintable() else " " for c in cut.rstrip())  # one for one: the caret stays in place
    gutter = f"  {span.line} | "
    rows = [gutter + visible(("…" if start else "") + shown + ("…" if start + _SHOWN < end else ""))]
    if span.column:
        before = ("…" if start else "") + shown[: column - start]
        rows.append(" " * (len(gutter) - 2) + "| " + " " * width(before) + "^")
    return rows
