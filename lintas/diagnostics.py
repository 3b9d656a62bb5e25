"""Faults as values: what was found, where, and with which facts. Sentences are made in `reporters`.

A `Diagnostic` never carries prose. Its code names an entry of `lintas/messages/<FAMILY>.yaml`, which holds
severity, message, remedy and explanation in Indonesian and English; `args` fill the gaps in that text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a file. `path` is POSIX, relative to the portal root; lines and columns count from 1, 0 = unknown."""

    path: str
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. `args` are (name, text) pairs for the message; `related` are further places that belong to it."""

    code: str
    span: Span
    args: tuple[tuple[str, str], ...] = ()
    related: tuple[Span, ...] = ()

    def sort_key(self) -> tuple[object, ...]:
        return (self.span, self.code, self.args, self.related)


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """A value and everything that was found while it was made. The value is usable even when faults are present."""

    value: T
    diagnostics: tuple[Diagnostic, ...] = ()


def fault(code: str, span: Span, /, *, related: Iterable[Span] = (), **args: object) -> Diagnostic:
    """Build a `Diagnostic`; argument values are shortened to 120 characters so that no report can be flooded."""
    return Diagnostic(code, span, tuple((name, shorten(str(value))) for name, value in args.items()), tuple(related))


def finding(code: str, span: Span, args: Mapping[str, object]) -> Diagnostic:
    """`fault` for arguments that come as a mapping."""
    return Diagnostic(code, span, tuple((name, shorten(str(value))) for name, value in args.items()))


def shorten(text: str, limit: int = 120) -> str:
    """Fold white space, name what cannot be seen, and cut to `limit` characters with an ellipsis."""
    flat = " ".join("".join(map(_seen, text[: limit * 4])).split())
    return flat if len(flat) <= limit and len(text) <= limit * 4 else flat[: limit - 1] + "…"


def _seen(character: str) -> str:
    """Two texts that differ in an invisible character alone must not look the same in a report."""
    if character.isprintable() or character in " \t\n\r\f\v":
        return character
    return f"[U+{ord(character):04X}]"


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sorted by path, line, column, code, and each finding once."""
    return tuple(sorted(set(diagnostics), key=Diagnostic.sort_key))
