"""The present state of a dataset, of which only sound files are opened (effect: reads the descriptor)."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from lintas.model import Dataset
from lintas.versions.snapshots import Snapshot, parsed, paths


def present_state(root: Path, dataset: Dataset) -> Snapshot:
    folder = dataset.path.rpartition("/")[0]
    package = parsed((root / dataset.path).read_bytes())
    sound = {resource.path for resource in dataset.resources}
    places = {}
    for path in paths(package):
        inner = PurePosixPath(path)
        schema = inner.suffix == ".json" and not inner.is_absolute() and ".." not in inner.parts
        if f"{folder}/{path}" in sound or (schema and (root / folder / path).is_file()):
            places[path] = root / folder / path
    return Snapshot(package, places, {})
