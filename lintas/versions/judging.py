"""The present data against the last frozen version: no change without a step (effect: reads files that differ)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lintas.diagnostics import Diagnostic, Span, fault, finding
from lintas.model import Dataset, DatasetVersion, Source
from lintas.reader import decode, read_json
from lintas.versions import semver
from lintas.versions.difference import Difference, TableDifference, compare
from lintas.versions.records import present
from lintas.versions.snapshots import Snapshot, parsed, paths

_NAMED = 5  # rows that a message names
_PLACED = 20  # rows that a finding points to


def current(root: Path, folder: str, files: tuple[Source, ...]) -> Snapshot:
    """The state of a dataset folder as it lies there."""
    package = parsed((root / folder / "datapackage.json").read_bytes())
    digests = {source.path.removeprefix(f"{folder}/"): source.digest for source in present(folder, files)}
    return Snapshot(package, {path: root / folder / path for path in paths(package) if path in digests}, digests)


def frozen(root: Path, version: DatasetVersion) -> Snapshot:
    """The state that a version holds."""
    package = parsed((root / version.descriptor).read_bytes())
    return Snapshot(
        package,
        {file.source: root / file.path for file in version.files},
        {file.source: file.sha256 for file in version.files},
    )


def judge(root: Path, dataset: Dataset, files: tuple[Source, ...], last: DatasetVersion) -> tuple[Diagnostic, ...]:
    """VER201 rows changed without a step, VER202 structure changed without a step, VER203 (advice) words changed,
    VER204 version goes backwards, VER205 step too small, VER206 (advice) version not frozen yet."""
    place = _version_place(root, dataset)
    if not semver.is_version(dataset.version):
        return ()  # DAT118 says so, or there is none and VER204 would repeat DAT137
    if semver.order(dataset.version) < semver.order(last.version):
        return (fault("VER204", place, version=dataset.version, last=last.version),)
    folder = dataset.path.rpartition("/")[0]
    difference = compare(frozen(root, last), current(root, folder, files))
    needed = semver.following(last.version, difference.step)
    if dataset.version == last.version:
        return tuple(_unstepped(dataset, difference, (last.version, needed), place))
    step = semver.step_between(last.version, dataset.version)
    if not semver.is_enough(step, difference.step):
        facts = {"version": dataset.version, "last": last.version, "step": difference.step, "proposed": needed}
        return (finding("VER205", place, facts),)
    return (fault("VER206", place, version=dataset.version, slug=dataset.slug),)


def _unstepped(
    dataset: Dataset, difference: Difference, versions: tuple[str, str], place: Span
) -> Iterator[Diagnostic]:
    last, needed = versions
    folder = dataset.path.rpartition("/")[0]
    told = False
    for table in difference.tables:
        if table.rows.added or table.rows.removed or table.rows.changed or table.status:
            yield _rows_fault(f"{folder}/{table.path}", table, versions)
            told = True
        structure = (*(f"+{c}" for c in table.added_columns), *(f"-{c}" for c in table.removed_columns),
                     *(c.key for c in table.structure), *(("⇄",) if table.moved_columns else ()))  # fmt: skip
        if structure:
            yield fault("VER202", place, table=table.resource, what=", ".join(structure), version=last, proposed=needed)
            told = True
    words = [c.key for table in difference.tables for c in table.words] + [c.key for c in difference.words]
    if words and not told:
        yield fault("VER203", place, keys=", ".join(dict.fromkeys(words)), version=last, proposed=needed)


def _rows_fault(path: str, table: TableDifference, versions: tuple[str, str]) -> Diagnostic:
    """One finding for a table, at its first changed row, which names rows by their key or by their line."""
    rows = table.rows
    lines = sorted({row.line for row in rows.altered} | {line for line, _ in rows.came})
    names = [" ".join(row.key) for row in rows.altered[:_NAMED]]
    index = [rows.columns.index(column) for column in table.key if column in rows.columns]
    came = [" ".join(cells[i] for i in index) if index else str(line) for line, cells in rows.came[:_NAMED]]
    went = [" ".join(cells[i] for i in index) if index else "…" for cells in rows.went[:_NAMED]]
    names = (names + [f"+{name}" for name in came] + [f"−{name}" for name in went])[: 2 * _NAMED]
    return fault(
        "VER201",
        Span(path, lines[0] if lines else 0),
        related=[Span(path, line) for line in lines[1:_PLACED]],
        table=table.resource,
        added=rows.added,
        removed=rows.removed,
        changed=rows.changed,
        rows=", ".join(names) or "–",
        version=versions[0],
        proposed=versions[1],
    )


def _version_place(root: Path, dataset: Dataset) -> Span:
    node = read_json(decode((root / dataset.path).read_bytes(), dataset.path).value, dataset.path).value
    for key, value, _, _ in node.entries:
        if key == "version":
            return Span(dataset.path, value.line, value.column)
    return Span(dataset.path)
