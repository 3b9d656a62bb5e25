"""Records of frozen versions (`versi/<version>/rilis.json`): read, judged against the files, and written as text.

A record carries its own checksum (`sidik`), those of the frozen descriptor and of every file, so that a change by hand
shows. Files are judged by the checksums that discovery has computed anyway; only records are read.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from lintas.diagnostics import Diagnostic, Outcome, Span, fault
from lintas.model import DatasetVersion, FrozenFile, Source, TableChange
from lintas.versions import semver

FOLDER = "versi"
RECORD, DESCRIPTOR, DIFFERENCE = "rilis.json", "datapackage.json", "perbedaan.json"
Json = dict[str, Any]


def present(folder: str, files: tuple[Source, ...]) -> tuple[Source, ...]:
    """The files of a dataset folder without those of its frozen versions."""
    return tuple(source for source in files if not source.path.startswith(f"{folder}/{FOLDER}/"))


def load(root: Path, folder: str, files: tuple[Source, ...]) -> Outcome[tuple[DatasetVersion, ...]]:
    """The frozen versions of a dataset, oldest first, and what is wrong with them.

    VER101 record missing or broken, VER102 file missing, VER103 file altered, VER104 folder that is no version or file
    that no record names, VER105 the version before is missing. A version with a fault is left out.
    """
    base = f"{folder}/{FOLDER}/"
    digests = {source.path: source.digest for source in files if source.path.startswith(base)}
    names = sorted({path.removeprefix(base).split("/")[0] for path in digests}, key=lambda n: (semver.order(n), n))
    found: list[Diagnostic] = []
    read: list[DatasetVersion] = []
    for name in names:
        place = base + name
        if not semver.is_version(name):
            found.append(fault("VER104", Span(place), name=name))
            continue
        record = _record(root, place, digests)
        if isinstance(record, Diagnostic):
            found.append(record)
            continue
        faults = tuple(_faults(record, digests, read[-1].version if read else ""))
        found += faults
        read += [] if faults else [record]
    kept = {path for version in read for path in _owned(version)}
    broken = tuple({d.span.path.removeprefix(base).split("/")[0] for d in found})
    for path in sorted(digests):
        if path not in kept and path.removeprefix(base).split("/")[0] not in broken:
            found.append(fault("VER104", Span(path), name=path.removeprefix(base)))
    return Outcome(tuple(read), tuple(found))


def _record(root: Path, place: str, digests: Mapping[str, str]) -> DatasetVersion | Diagnostic:
    path = f"{place}/{RECORD}"
    if path not in digests:
        return fault("VER101", Span(path), reason="–")
    data = (root / path).read_bytes()
    try:
        value = json.loads(data)
        if value.pop("sidik") != seal(value):
            return fault("VER103", Span(path), file=RECORD)
        return _read(value, place, hashlib.sha256(data).hexdigest())
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        return fault("VER101", Span(path), reason=f"{type(error).__name__}: {error}")


def _plain(name: str) -> str:
    """A file name that stays in its folder. Raises ValueError."""
    if not name or name.startswith(".") or any(mark in name for mark in "/\\:") or not name.isprintable():
        raise ValueError(name)
    return name


def _read(value: Json, place: str, digest: str) -> DatasetVersion:
    dataset = place.rpartition(f"/{FOLDER}/")[0]
    return DatasetVersion(
        version=str(value["versi"]),
        folder=place,
        digest=digest,
        date=str(value["tanggal"]),
        title=str(value["judul"]),
        note=str(value["catatan"]),
        previous=str(value["sebelumnya"]),
        step=str(value["langkah"]),
        descriptor_sha256=str(value["deskriptor"]),
        difference_sha256=str(value["perbedaan"]),
        files=tuple(
            FrozenFile(
                _plain(str(item["nama"])), str(item["sumber"]), f"{dataset}/{item['simpan']}", int(item["bytes"]),
                str(item["sha256"]), str(item["sha256_simpan"]),
            )
            for item in value["berkas"]
        ),
        changes=tuple(
            TableChange(
                str(item["tabel"]), str(item["judul"]), int(item["ditambah"]), int(item["dihapus"]),
                int(item["diubah"]), int(item["sel"]), int(item["struktur"]), str(item["status"]),
            )
            for item in value["perubahan"]
        ),
        words=int(value["deskripsi"]),
    )  # fmt: skip


def _faults(version: DatasetVersion, digests: Mapping[str, str], before: str) -> Iterator[Diagnostic]:
    if version.folder.rpartition("/")[2] != version.version:
        yield fault("VER101", Span(f"{version.folder}/{RECORD}"), reason=f"versi: {version.version}")
    if version.previous != before:
        yield fault("VER105", Span(f"{version.folder}/{RECORD}"), previous=version.previous or "–", found=before or "–")
    wanted = {version.descriptor: version.descriptor_sha256}
    wanted |= {version.difference: version.difference_sha256} if version.difference else {}
    wanted |= {file.path: file.kept_sha256 for file in version.files}
    for path, digest in wanted.items():
        file = path.partition(f"/{FOLDER}/")[2]
        if path not in digests:
            yield fault("VER102", Span(path), file=file)
        elif digests[path] != digest:
            yield fault("VER103", Span(path), file=file)


def _owned(version: DatasetVersion) -> Iterator[str]:
    yield f"{version.folder}/{RECORD}"
    yield version.descriptor
    yield version.difference
    yield from (file.path for file in version.files)


def written(version: DatasetVersion) -> bytes:
    """The text of `rilis.json`."""
    dataset = version.folder.rpartition(f"/{FOLDER}/")[0]
    value: Json = {
        "versi": version.version,
        "tanggal": version.date,
        "judul": version.title,
        "catatan": version.note,
        "sebelumnya": version.previous,
        "langkah": version.step,
        "deskriptor": version.descriptor_sha256,
        "perbedaan": version.difference_sha256,
        "deskripsi": version.words,
        "berkas": [
            {
                "nama": file.name, "sumber": file.source, "simpan": file.path.removeprefix(f"{dataset}/"),
                "bytes": file.bytes, "sha256": file.sha256, "sha256_simpan": file.kept_sha256,
            }
            for file in version.files
        ],
        "perubahan": [
            {
                "tabel": change.resource, "judul": change.title, "ditambah": change.added, "dihapus": change.removed,
                "diubah": change.changed, "sel": change.cells, "struktur": change.structure, "status": change.status,
            }
            for change in version.changes
        ],
    }  # fmt: skip
    return dumped({**value, "sidik": seal(value)})


def seal(value: Json) -> str:
    """SHA-256 of a record without its own checksum, in one fixed spelling."""
    return hashlib.sha256(json.dumps(value, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def dumped(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
