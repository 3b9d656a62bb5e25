"""A text as it was sent → the draft of a release file. Reads; writing is left to `scaffold`.

A file becomes blocks (`opening` and the readers of each kind), blocks become the parts of a release (`anatomy`), parts
become facts (`understanding`), and these a file (`composing`) with what a person must decide (`deciding`).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from lintas.diagnostics import Outcome, Span, fault
from lintas.importing.anatomy import dissect
from lintas.importing.composing import Draft, lay_out
from lintas.importing.deciding import decisions
from lintas.importing.litter import sweep
from lintas.importing.manuscript import Manuscript
from lintas.importing.opening import LIMIT, load, manuscript
from lintas.importing.portal import known
from lintas.importing.telling import table
from lintas.importing.understanding import Known, anchor, page_day, understand
from lintas.numbering import Number, find

__all__ = ["LIMIT", "Draft", "Known", "draft", "read", "read_bytes", "today"]


def read(root: Path, path: Path, now: str) -> Outcome[Draft | None]:
    """Understand one file. `now` is a UTC instant. The diagnostics of a draft are what a person must decide."""
    loaded = load(path)
    if loaded.value is None:
        return Outcome(None, loaded.diagnostics)
    return read_bytes(root, loaded.value, path.name, now)


def read_bytes(root: Path, data: bytes, name: str, now: str) -> Outcome[Draft | None]:
    """The same for what came by standard input; `name` tells the kind."""
    opened = manuscript(data, name)
    if opened.value is None:
        return Outcome(None, opened.diagnostics)
    return draft(opened.value, known(root), today(now), name)


def draft(paper: Manuscript, portal: Known, day: str, name: str) -> Outcome[Draft | None]:
    """The draft of a text; pure."""
    kept, litter = sweep(paper.blocks)
    words = sum(len(block.text.split()) for block in kept)
    if words < 5:
        return Outcome(None, (*paper.remarks, fault("NAS108", Span(name))))
    whole = "\n".join(block.text for block in kept)
    head = whole.split("\n")[:40]
    numbers = [number for line in head for _, _, number in find(line, portal.scheme) if _sure(number, line)]
    if not paper.dated:
        paper = replace(paper, dated=page_day(litter[:12], day))
    near = anchor(whole, numbers, paper.dated or day)
    made = dissect(kept, near, portal.scheme)
    if not made.title and paper.title:
        made.title = paper.title
    if not made.body:
        return Outcome(None, (*paper.remarks, fault("NAS108", Span(name))))
    facts = understand(made, paper, portal, (near, day))
    layout = lay_out(made, facts, paper.pictures, portal, notes=paper.notes)
    open_ends = decisions(made, facts, layout, litter if paper.chat else (*litter, *paper.dropped))
    remarks = tuple(replace(remark, span=Span(layout.path, 1, 1)) for remark in paper.remarks)
    pictures = tuple(
        (f"content/media/{where}", each.data) for where, each in zip(layout.pictures, paper.pictures, strict=True)
    )
    rows = table(made, facts, layout.pictures)
    return Outcome(Draft(layout.path, layout.text, rows, (*remarks, *open_ends), pictures), (*remarks, *open_ends))


def _sure(number: Number, line: str) -> bool:
    """Of an issuer that is known, or (nearly) alone on its line."""
    return bool(number.profile) or len(line) < len(number.text) + 25


def today(now: str) -> str:
    """The day of a UTC instant in western Indonesia (UTC+7), ISO."""
    return (datetime.fromisoformat(now.replace("Z", "+00:00")) + timedelta(hours=7)).date().isoformat()
