"""Freeze the present files as a version (effect: writes one new folder, moved into place whole)."""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from lintas.model import Dataset, DatasetVersion, FrozenFile
from lintas.versions import semver, telling
from lintas.versions.difference import Difference
from lintas.versions.records import DESCRIPTOR, DIFFERENCE, FOLDER, RECORD, dumped, written
from lintas.versions.snapshots import PACKED, Snapshot

PACK = 10_000_000  # bytes from which a file is kept packed; smaller ones git packs itself, better
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Release:
    """What is frozen, and as what."""

    dataset: Dataset
    state: Snapshot
    date: str
    note: str
    last: DatasetVersion | None
    difference: Difference


def freeze(root: Path, release: Release) -> DatasetVersion:
    """Write the folder of the version that the descriptor names. Raises OSError; then nothing is left behind."""
    dataset = release.dataset
    folder = f"{dataset.path.rpartition('/')[0]}/{FOLDER}/{dataset.version}"
    place = root / folder
    place.parent.mkdir(exist_ok=True)
    new = Path(tempfile.mkdtemp(prefix=".", dir=place.parent))
    try:
        version = _fill(new, folder, root, release)
        new.chmod(0o755)
        os.rename(new, place)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    return version


def _fill(new: Path, folder: str, root: Path, release: Release) -> DatasetVersion:
    dataset, last = release.dataset, release.last
    descriptor = (root / dataset.path).read_bytes()
    (new / DESCRIPTOR).write_bytes(descriptor)
    told = b""
    if last is not None:
        told = dumped(telling.plain(release.difference, last.version, dataset.version))
        (new / DIFFERENCE).write_bytes(told)
    titles = {resource.name: resource.title for resource in dataset.resources}
    version = DatasetVersion(
        version=dataset.version,
        folder=folder,
        digest="",
        date=release.date,
        title=dataset.title,
        note=" ".join(release.note.split()),
        previous=last.version if last else "",
        step=semver.step_between(last.version, dataset.version) if last else "",
        descriptor_sha256=hashlib.sha256(descriptor).hexdigest(),
        difference_sha256=hashlib.sha256(told).hexdigest() if told else "",
        files=tuple(_files(new, folder, release)),
        changes=telling.counts(release.difference, titles),
        words=telling.words(release.difference),
    )
    record = written(version)
    (new / RECORD).write_bytes(record)
    return replace(version, digest=hashlib.sha256(record).hexdigest())


def _files(new: Path, folder: str, release: Release) -> Iterator[FrozenFile]:
    known = {file.source: file for file in release.last.files} if release.last else {}
    names = _names(release.dataset)
    for source, place in sorted(release.state.places.items()):
        digest, name = release.state.digests[source], names.get(source, PurePosixPath(source).name)
        before = known.get(source)
        if before is not None and before.sha256 == digest:
            yield replace(before, name=name)
            continue
        size = place.stat().st_size
        packed = size > PACK
        target = new / (source + PACKED if packed else source)
        target.parent.mkdir(parents=True, exist_ok=True)
        kept = _pack(place, target) if packed else _copy(place, target)
        path = f"{folder}/{source}{PACKED if packed else ''}"
        yield FrozenFile(name, source, path, size, digest, kept)


def _names(dataset: Dataset) -> dict[str, str]:
    """Published names by path in the descriptor, as `packages.file_name` gives them."""
    folder = dataset.path.rpartition("/")[0]
    return {
        resource.path.removeprefix(f"{folder}/"): resource.name + PurePosixPath(resource.path).suffix.lower()
        for resource in dataset.resources
    }


def _copy(source: Path, target: Path) -> str:
    shutil.copyfile(source, target)
    return _digest(target)


def _pack(source: Path, target: Path) -> str:
    with source.open("rb") as given, target.open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as packed:
        shutil.copyfileobj(given, packed, _BLOCK)
    return _digest(target)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
