"""Descriptor → Dataset: reads `datapackage.json` with the place of every value, and reports all faults at once.

Only the descriptor is judged here; cells are judged by `lintas.tables`. Effect: reads files below the dataset folder.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path, PurePosixPath

from lintas.datasets.metadata import read_package
from lintas.datasets.resources import paths_of, read_resources
from lintas.datasets.values import Findings, member, shape
from lintas.diagnostics import Outcome, Span, fault, in_order
from lintas.model import Dataset, Source
from lintas.reader import Node, decode, read_json

DESCRIPTOR = "datapackage.json"
MAX_BYTES = 2_000_000  # of a descriptor; a thousand described columns need a tenth of it
FROZEN = "versi"  # the folder of frozen versions, which `lintas.versions` reads
_BOM = b"\xef\xbb\xbf"
_BESIDE = ("readme", "license", "licence", "lisensi", "changelog", "catatan", DESCRIPTOR)  # files that need no mention

__all__ = ["DESCRIPTOR", "load"]


def load(root: Path, folder: str, files: tuple[Source, ...]) -> Outcome[Dataset | None]:
    """Read the descriptor of the dataset folder `folder` (POSIX, relative to `root`).

    `files` are the sources below that folder; they give the digest and show data files that no resource mentions.
    The value is None when there is no descriptor that can be read at all.
    """
    path = f"{folder}/{DESCRIPTOR}"
    findings = Findings(path)
    if (root / path).is_symlink() or not (root / path).is_file():
        return Outcome(None, (fault("DAT100", Span(path), folder=folder),))
    if not os.access(root / path, os.R_OK):
        return Outcome(None, (fault("DAT115", Span(path), value=DESCRIPTOR),))
    size = (root / path).stat().st_size
    if size > MAX_BYTES:
        return Outcome(None, (fault("DAT144", Span(path), size=size // 1_000_000, limit=MAX_BYTES // 1_000_000),))
    package = _parse(findings, (root / path).read_bytes())
    if package is None:
        return Outcome(None, in_order(findings.found))
    digest = hashlib.sha256("".join(f"{s.path}\n{s.digest}\n" for s in sorted(files, key=_path)).encode()).hexdigest()
    resources = read_resources(findings, package, root, folder)
    described = member(package, "resources")
    if described is None or (described.kind == "list" and not described.items):
        findings.add("DAT107", described or package)
    _unlisted(findings, package, folder, files)
    dataset = read_package(findings, package, (folder, digest), resources)
    return Outcome(dataset, in_order(findings.found))


def _path(source: Source) -> str:
    return source.path


def _parse(findings: Findings, data: bytes) -> Node | None:
    if data.startswith(_BOM):
        findings.add("DAT102", None)
    decoded = decode(data, findings.path)
    parsed = read_json(decoded.value, findings.path)
    findings.extend((*decoded.diagnostics, *parsed.diagnostics))
    if parsed.value.kind == "map":
        return parsed.value
    if not findings.found:
        findings.add("DAT101", parsed.value, got=shape(parsed.value))
    return None


def _unlisted(findings: Findings, package: Node, folder: str, files: tuple[Source, ...]) -> None:
    listed = {str(PurePosixPath(folder) / path) for path in paths_of(package)}
    for source in sorted(files, key=_path):
        name = PurePosixPath(source.path).name.casefold()
        beside = name.startswith((".", *_BESIDE))
        frozen = source.path.startswith(f"{folder}/{FROZEN}/")
        if source.path not in listed and not beside and not frozen:
            findings.found.append(fault("DAT119", Span(source.path), value=source.path.removeprefix(f"{folder}/")))
