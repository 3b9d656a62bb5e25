"""Exceptions that a person has put on record: which findings they cover. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from lintas.diagnostics import Diagnostic, Span, fault, in_order
from lintas.model import Pengecualian

_WAIVABLE = "101 102 103 104 105 111 112 113 116 117 118 121 122 123 124 125 126 127 128 129"
CODES = tuple(f"PRI{number}" for number in _WAIVABLE.split())


def apply(
    found: Iterable[Diagnostic], waivers: tuple[Pengecualian, ...], path: str
) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """Findings that no waiver covers, and a warning for each waiver that covers nothing. `path`: where they stand."""
    left, used = [], set()
    for diagnostic in found:
        covering = [index for index, waiver in enumerate(waivers) if covers(waiver, diagnostic)]
        used.update(covering)
        if not covering:
            left.append(diagnostic)
    idle = [
        fault("PRI202", Span(path, waiver.line), value=waiver.code, scope=waiver.column or waiver.file or "–")
        for index, waiver in enumerate(waivers)
        if index not in used
    ]
    return tuple(left), in_order(idle)


def covers(waiver: Pengecualian, diagnostic: Diagnostic) -> bool:
    """Same code; and the column and the file it names, where it names one."""
    if waiver.code != diagnostic.code:
        return False
    args = dict(diagnostic.args)
    if waiver.column and waiver.column != args.get("column"):
        return False
    path = diagnostic.span.path
    return not waiver.file or path == waiver.file or path.endswith(f"/{waiver.file}")
