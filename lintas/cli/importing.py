"""`import FILE…`: what was understood, then what a person must decide. Effects: reads standard input, prints."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from lintas.cli.words import WORDS
from lintas.diagnostics import Diagnostic, Outcome, in_order
from lintas.runs import Made, Understood

Report = Callable[[Sequence[Diagnostic]], None]
_STYLES = {"tinggi": "green", "sedang": "yellow", "rendah": "bold red", "": "dim"}
_VALUE = 300  # characters of one value in the table


def import_files(args: argparse.Namespace, root: Path, now: str, report: Report) -> bool:
    """Each file in turn; one that fails does not keep the others. Whether all were made."""
    from lintas import scaffold
    from lintas.importing import LIMIT

    good = True
    for file in dict.fromkeys(args.files):
        if file == "-":
            outcome = scaffold.import_bytes(root, sys.stdin.buffer.read(LIMIT + 1), now, force=args.force)
        else:
            outcome = scaffold.import_draft(root, Path(file), now, force=args.force)
        _tell(args, file, outcome, report)
        good = good and outcome.value is not None
    return good


def _tell(args: argparse.Namespace, file: str, outcome: Outcome[Made | None], report: Report) -> None:
    made = outcome.value
    if made is not None and args.format == "json":
        sys.stdout.write("".join(_line(file, made.path, each) for each in made.understood))
    elif made is not None and not args.quiet:
        if len(args.files) > 1:
            print(f"{file}:", file=sys.stderr)
        _table(made.understood, args.lang)
    report(in_order(outcome.diagnostics))
    if made is not None and not args.quiet:
        for path in (made.path, *made.also):
            print(WORDS[args.lang]["made"].format(path=path), file=sys.stderr)


def _line(file: str, path: str, each: Understood) -> str:
    """One JSON object a field; findings follow as objects with a `code`."""
    record = {
        "source": file,
        "path": path,
        "field": each.field,
        "value": "" if each.value == "–" else each.value,
        "confidence": each.confidence,
        "note": each.note,
    }
    return json.dumps(record, ensure_ascii=False) + "\n"


def _table(rows: Sequence[Understood], language: str) -> None:
    """Ruled and in colour for a person at a terminal, aligned columns otherwise."""
    if not sys.stderr.isatty():
        wide = max((len(each.label) for each in rows), default=0)
        sure = max((len(each.confidence) for each in rows), default=0)
        for each in rows:
            note = f"  ({each.note})" if each.note else ""
            print(f"{each.label:<{wide}}  {each.confidence:<{sure}}  {each.value}{note}".rstrip(), file=sys.stderr)
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    heads = WORDS[language]["understood"].split("|")
    table = Table(heads[0], heads[1], heads[2], heads[3], show_lines=False)
    for each in rows:
        value = each.value if len(each.value) <= _VALUE else each.value[:_VALUE] + "…"
        table.add_row(Text(each.label), Text(value), Text(each.confidence, _STYLES[each.confidence]), Text(each.note))
    Console(stderr=True).print(table)
