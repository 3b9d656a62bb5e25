"""A dataset with frozen versions, as part of a small portal."""

from __future__ import annotations

import functools
import tempfile
from collections.abc import Mapping
from pathlib import Path

from lintas import releasing
from tests import portals


@functools.cache
def frozen(note: str = "Awal.") -> Mapping[str, bytes]:
    """A dataset with two frozen versions, made by the command itself."""
    table = portals.table("nilai", [portals.field("kode")], primaryKey="kode")
    made = {
        "datasets/beku/datapackage.json": portals.package("beku", [table]),
        "datasets/beku/data/nilai.csv": portals.rows("kode", "a", "b"),
    }
    with tempfile.TemporaryDirectory() as folder:
        root = portals.write(made, Path(folder))
        assert releasing.release(root, "beku", releasing.Wish("", note, "2025-02-03")).value
        (root / "datasets/beku/data/nilai.csv").write_bytes(portals.rows("kode", "a", "c"))
        assert releasing.release(root, "beku", releasing.Wish("1.1.0", note, "2025-03-04")).value
        return portals.tree(root)
