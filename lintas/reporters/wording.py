"""Diagnostic → sentences. A text that misses an argument, or a code that misses a text, is shown as it is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from lintas.diagnostics import Diagnostic, Span
from lintas.privacy import masked
from lintas.reporters.catalogue import Wording, entry

_GAP = re.compile(r"\{(\w+)\}")
_SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[^\s])|(?<=[.?!][”\"’)])\s+")
_HINT = {"id": "Mungkin maksud Anda “{hint}”?", "en": "Did you mean “{hint}”?"}
_FIELD_ARGS = ("key", "column", "field", "kolom")  # arguments that name a key or a column


@dataclass(frozen=True, slots=True)
class Worded:
    """One diagnostic in words."""

    code: str
    severity: str
    span: Span
    message: str
    remedy: str = ""
    field: str = ""  # the key or column it is about
    related: tuple[Span, ...] = ()


def worded(diagnostic: Diagnostic, language: str = "id") -> Worded:
    """Fill the texts of the code. Works for every diagnostic, whatever its code and arguments."""
    args = dict(diagnostic.args)
    known = entry(diagnostic.code)
    if known is None:
        listed = ", ".join(f"{name}={{{name}}}" for name in args)
        wording, severity = Wording(f"{diagnostic.code} {listed}".strip()), "error"
    else:
        wording, severity = known.wording(language), known.severity
    remedy = wording.remedy
    if args.get("hint") and "{hint}" not in wording.message + remedy:
        remedy = f"{_HINT.get(language, _HINT['id'])} {remedy}"
    return Worded(
        code=visible(diagnostic.code),
        severity=severity,
        span=_shown(diagnostic.span),
        message=_fill(wording.message, args),
        remedy=_fill(remedy, args),
        field=next((visible(masked(args[name])) for name in _FIELD_ARGS if args.get(name)), ""),
        related=tuple(_shown(span) for span in diagnostic.related),
    )


def _shown(span: Span) -> Span:
    """The place as it may be shown: nothing hidden in the path, and no number of a person in a file's name."""
    return Span(visible(masked(span.path)), span.line, span.column)


def _fill(template: str, args: Mapping[str, str]) -> str:
    """Put the arguments into the gaps. A sentence about a hint is left out when there is no hint."""
    if "{hint}" in template and args.get("hint") == "":
        sentences = [sentence for sentence in _SENTENCE.split(template) if "{hint}" not in sentence]
        template = " ".join(sentences)
    return _GAP.sub(lambda gap: visible(masked(str(args.get(gap[1], gap[0])))), template)


def visible(text: str) -> str:
    """The text without anything that steers a terminal, hides characters or turns their direction."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else "\\n" if c == "\n" else f"\\u{ord(c):04x}" for c in text)


def width(text: str) -> int:
    """Columns that `text` takes on a terminal."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
