"""Where reports go (effects: writes to the streams, reads source lines)."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TextIO

from lintas.diagnostics import Diagnostic
from lintas.reader import decode
from lintas.reporters.github import github_annotations
from lintas.reporters.jsonlines import json_lines
from lintas.reporters.terminal import Excerpt, text_report

_READABLE = 2_000_000  # bytes; a report quotes no larger file


def report(diagnostics: Iterable[Diagnostic], form: str, language: str, root: Path) -> None:
    """Print the findings: `json` on stdout, `text` and `github` on stderr."""
    found = tuple(diagnostics)
    if form == "json":
        sys.stdout.write(json_lines(found, language))
        sys.stdout.flush()
        return
    if form == "github":
        text = github_annotations(found, language)
    else:
        colour = wants_colour(sys.stderr, os.environ)
        text = text_report(found, language, excerpt=source_line(root), colour=colour)
    sys.stderr.write(text)
    sys.stderr.flush()


def wants_colour(stream: TextIO, environ: Mapping[str, str]) -> bool:
    """Colour only for a person at a terminal who did not decline it (no-color.org)."""
    return stream.isatty() and not environ.get("NO_COLOR") and environ.get("TERM") != "dumb"


def source_line(root: Path) -> Excerpt:
    """A function that gives a line of a file below `root`, or None: each file is read once."""
    base = root.resolve()

    @functools.lru_cache(maxsize=32)
    def lines(path: str) -> tuple[str, ...]:
        try:
            target = (base / path).resolve()
            if not target.is_relative_to(base) or not target.is_file() or target.stat().st_size > _READABLE:
                return ()
            return tuple(decode(target.read_bytes(), path).value.split("\n"))
        except (OSError, ValueError):
            return ()

    def line(path: str, number: int) -> str | None:
        found = lines(path)
        return found[number - 1] if 0 < number <= len(found) else None

    return line
