"""`build.py release-dataset`: freeze the present files of a dataset as a version.

Effects: reads the dataset, writes one new folder below `versi/`, and with a version given also that one value in the
descriptor.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from lintas import datasets, figures, sources, tables, versions
from lintas.diagnostics import Diagnostic, Outcome, Span, fault, finding, in_order
from lintas.model import Dataset, DatasetVersion, Source
from lintas.reader import near, read_json
from lintas.reporters import has_errors
from lintas.runs import Made
from lintas.versions import freezing, semver
from lintas.versions.difference import BY_ROW, Difference, compare

_TEXT = re.compile(r'"(?:[^"\\]|\\.)*"')
_START = re.compile(r"\{(\s*)")


@dataclass(frozen=True, slots=True)
class Wish:
    """What the steward says: which version ("" = the one in the descriptor), a note for the changelog, the day."""

    version: str
    note: str
    day: str


def release(root: Path, slug: str, wish: Wish) -> Outcome[Made | None]:
    """Check, compare with the last frozen version, judge the step, freeze. Refuses with faults and writes nothing.

    VER301 nothing changed, VER302 a version is needed (and proposed), VER303 no such dataset, VER304 faults in the
    data, VER307 cannot be written; VER204 and VER205 for a version that is too low.
    """
    slug = slug.removeprefix("datasets/").rstrip("/")  # as a shell completes the name of the folder
    folder = f"datasets/{slug}"
    if not (root / folder / datasets.DESCRIPTOR).is_file():
        known = sorted(path.parent.name for path in (root / "datasets").glob(f"*/{datasets.DESCRIPTOR}"))
        return Outcome(None, (fault("VER303", Span(folder), slug=slug, hint=near(slug, known) or "–"),))
    files = _files(root, folder)
    checked = _checked(root, folder, files)
    kept = versions.load(root, folder, files)
    found = (*checked.diagnostics, *kept.diagnostics)
    dataset = checked.value
    if dataset is None or has_errors(found):
        return Outcome(None, in_order((*found, fault("VER304", Span(f"{folder}/{datasets.DESCRIPTOR}"), slug=slug))))
    last = kept.value[-1] if kept.value else None
    state = versions.current(root, folder, files)
    difference = compare(versions.frozen(root, last), state) if last else Difference((), ())
    wanted = replace(dataset, version=wish.version or dataset.version)
    refused = _refused(wanted, last, difference)
    if refused:
        return Outcome(None, (refused,))
    descriptor = root / dataset.path
    before = descriptor.read_bytes()
    try:
        if wanted.version != dataset.version:
            text = _with_version(before.decode("utf-8-sig"), wanted.version)
            descriptor.write_text(text, "utf-8", newline="\n")
        made = freezing.freeze(root, freezing.Release(wanted, state, wish.day, wish.note, last, difference))
    except OSError as error:
        descriptor.write_bytes(before)
        return Outcome(None, (fault("VER307", Span(folder), reason=error.strerror or error),))
    unkeyed = tuple(
        fault("VER207", Span(dataset.path), table=table.resource) for table in difference.tables if table.way == BY_ROW
    )
    return Outcome(Made(made.folder, tuple(_rows(made, difference))), (*unkeyed, *_quoted(root, wanted, last)))


def _quoted(root: Path, dataset: Dataset, last: DatasetVersion | None) -> tuple[Diagnostic, ...]:
    """The figures in releases and pages that say something else than in the last frozen version."""
    if last is None:
        return ()
    present = figures.tables(figures.present_state(root, dataset), (root, dataset))
    bound = figures.quoting(root, dataset.slug, present)
    return tuple(figures.changed(bound, figures.tables(versions.frozen(root, last)))) if bound else ()


def _files(root: Path, folder: str) -> tuple[Source, ...]:
    found, _ = sources.discover(root, sources.StatIndex())
    return tuple(source for source in found.value if source.path.startswith(f"{folder}/"))


def _checked(root: Path, folder: str, files: tuple[Source, ...]) -> Outcome[Dataset | None]:
    described = datasets.load(root, folder, files)
    if described.value is None:
        return Outcome(None, described.diagnostics)
    facts = tables.check(root, described.value)
    found = (*described.diagnostics, *facts.diagnostics)
    return Outcome(described.value, tuple(d for d in found if has_errors([d])))


def _refused(dataset: Dataset, last: DatasetVersion | None, difference: Difference) -> Diagnostic | None:
    """Why this version cannot be frozen now."""
    place = Span(dataset.path)
    if last is None:
        if semver.is_version(dataset.version):
            return None
        return fault("VER302", place, slug=dataset.slug, last="–", step="–", proposed=semver.FIRST)
    needed = semver.following(last.version, difference.step)
    if dataset.version == last.version:
        if not difference.step:
            return fault("VER301", place, last=last.version)
        facts = {"slug": dataset.slug, "last": last.version, "step": difference.step, "proposed": needed}
        return finding("VER302", place, facts)
    if not semver.is_version(dataset.version) or semver.order(dataset.version) < semver.order(last.version):
        return fault("VER204", place, version=dataset.version, last=last.version)
    step = semver.step_between(last.version, dataset.version)
    if semver.is_enough(step, difference.step):
        return None
    facts = {"version": dataset.version, "last": last.version, "step": difference.step, "proposed": needed}
    return finding("VER205", place, facts)


def _with_version(text: str, version: str) -> str:
    """The text of a descriptor with this version, and all else as it is."""
    for key, value, _, _ in read_json(text, "").value.entries:
        if key == "version":
            lines = text.split("\n")
            line, start = lines[value.line - 1], value.column - 1
            rest = _TEXT.sub("", line[start:], count=1)
            lines[value.line - 1] = f'{line[:start]}"{version}"{rest}'
            return "\n".join(lines)
    return _START.sub(rf'{{\g<1>"version": "{version}",\g<1>', text, count=1)


def _rows(made: DatasetVersion, difference: Difference) -> list[tuple[str, str]]:
    rows = [("Versi", made.version)]
    if made.previous:
        rows.append(("Sebelumnya", f"{made.previous} (langkah: {made.step}; paling kecil: {difference.step or '–'})"))
    for change in made.changes:
        counted = f"{change.added} baris ditambah, {change.removed} dihapus, {change.changed} diubah"
        rows.append((f"Tabel {change.resource}", counted + (", struktur berubah" if change.structure else "")))
    rows.append(("Berkas", ", ".join(file.name for file in made.files)))
    return rows
