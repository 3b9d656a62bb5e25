"""`check --fix`: mend what is safe before the check, and tell of every change."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from lintas.cli.words import WORDS
from lintas.diagnostics import Diagnostic

Report = Callable[[Sequence[Diagnostic]], None]


def fix(args: argparse.Namespace, root: Path, paths: Sequence[str], report: Report) -> bool:
    """Mend releases and pages; one line a change on stderr. False when a file could not be written."""
    from lintas import correcting

    outcome = correcting.correct(root, paths)
    if not args.quiet:
        for correction in outcome.value:
            for change in correction.changes:
                facts = dict(change.args)
                words = {"place": f"{correction.path}:{change.span.line}", "code": change.code}
                told = WORDS[args.lang]["mended"].format(found=facts["found"], better=facts["better"], **words)
                print(told, file=sys.stderr)
        count = sum(len(correction.changes) for correction in outcome.value)
        print(WORDS[args.lang]["mended_all"].format(count=count, files=len(outcome.value)), file=sys.stderr)
    report(outcome.diagnostics)
    return not outcome.diagnostics
