"""`check --kamus`: words of releases and pages that the system's dictionary does not know (effect: reads files)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lintas import sources
from lintas.correcting import KINDS, own_terms, within
from lintas.diagnostics import Diagnostic, Span, fault
from lintas.reader import decode
from lintas.sources import StatIndex


def consult(root: Path, paths: Sequence[str]) -> tuple[Diagnostic, ...]:
    """Advice on the releases and pages below `paths`, or a warning why there is none. Some 3 ms for each new word."""
    from lintas.proofreading.dictionary import load_dictionary
    from lintas.proofreading.unknown import consult as unknown

    dictionary = load_dictionary()
    if dictionary.value is None:
        return dictionary.diagnostics
    found, _ = sources.discover(root, StatIndex())
    terms = own_terms(root, found.value)
    advice: list[Diagnostic] = []
    for source in found.value:
        if source.kind not in KINDS or not any(within(source.path, path) for path in paths):
            continue
        try:
            text = decode((root / source.path).read_bytes(), source.path)
        except OSError as error:
            advice.append(fault("MES102", Span(source.path), reason=error.strerror or error))
            continue
        if not text.diagnostics:  # else reported by the check itself
            advice += unknown(text.value, source.path, terms, dictionary.value)
    return tuple(advice)
