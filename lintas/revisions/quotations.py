"""Revised tables against an earlier revision: every text that quotes a changed cell is named.

Effect: reads the changed tables as they were, and keeps them for the length of the check in a folder of their own.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from lintas import figures
from lintas.diagnostics import Diagnostic
from lintas.figures import Table
from lintas.revisions.comparison import Comparison
from lintas.revisions.past import Past
from lintas.versions.snapshots import FROZEN, Snapshot, parsed, paths

_DESCRIPTOR = "datapackage.json"


def check_quotations(both: Comparison) -> Iterator[Diagnostic]:
    """ANG301 for each figure bound to a cell that says something else now. Frozen versions do not change."""
    parts = [path.split("/") for path in both.past.changed if path.startswith("datasets/")]
    changed = {part[1] for part in parts if len(part) > 2 and part[2] != FROZEN}
    for slug in sorted(changed):
        bound = [each for each in both.catalogue.bound if each.cell.dataset == slug and not each.cell.version]
        if bound:
            with tempfile.TemporaryDirectory(prefix="lintas-") as folder:
                yield from figures.changed(bound, _tables(both.past, slug, Path(folder)))


def _tables(past: Past, slug: str, folder: Path) -> tuple[Table, ...]:
    """The tables of a dataset as they were; () where there were none."""
    package = parsed(past.read(f"datasets/{slug}/{_DESCRIPTOR}") or b"")
    known = frozenset(past.paths(f"datasets/{slug}"))
    places = {}
    for number, path in enumerate(paths(package)):
        data = past.read(f"datasets/{slug}/{path}") if f"datasets/{slug}/{path}" in known else None
        if data is not None:
            place = folder / str(number)
            place.write_bytes(data)
            places[path] = place
    return figures.tables(Snapshot(package, places, {}))
