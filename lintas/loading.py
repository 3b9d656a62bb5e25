"""Sources → Catalogue: which step reads which kind of file, and what each step's key covers (effect: reads files)."""

from __future__ import annotations

import csv
import hashlib
import io
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from lintas import derived, guarding, settings
from lintas.cache import FOLDER
from lintas.diagnostics import Diagnostic, Outcome, Span, fault
from lintas.execute import Item, Means, Step, Value, run
from lintas.model import (
    Anggota,
    Catalogue,
    RincianKawasan,
    Settings,
    Source,
)
from lintas.privacy import scan_text
from lintas.relate import Register, number_faults, originals, register, visible
from lintas.sources import read
from lintas.steps import (
    AGENDA,
    ATTACHMENT,
    INSTITUTION,
    PACKAGE,
    PAGE,
    PICTURE,
    PROOF,
    RELEASE,
    SYNONYMS,
    TERMS,
    TOPICS,
    Checked,
    Package,
    Text,
)

SETTINGS = "content/situs.yaml"
TOO_MUCH = ("SIA226", "SIA228")  # texts that nobody can have meant
NO_SETTINGS = Settings(title="")  # with these the rest is still read, so that one run shows all faults


@dataclass(frozen=True, slots=True)
class Given:
    """What a build is told from outside: the instant, and a base URL that goes before the one in the settings."""

    now: str
    base_url: str = ""


def load(discovered: Outcome[tuple[Source, ...]], given: Given, means: Means) -> Outcome[Catalogue]:
    """The catalogue and every fault of every file, those of the discovery among them."""
    root, kinds = means.root, _by_kind(discovered.value)
    found: list[Diagnostic] = list(discovered.diagnostics)
    refused = any(diagnostic.span.path == SETTINGS for diagnostic in found)
    site = Outcome(NO_SETTINGS) if refused else _settings(root, kinds["settings"], given.base_url)
    found += site.diagnostics

    def taken(step: Step[Item, Value], items: Sequence[Item]) -> list[Value]:
        values, faults = run(step, items, means)
        found.extend(faults)
        return values

    releases, pages = taken(RELEASE, kinds["siaran"]), taken(PAGE, kinds["halaman"])
    institutions, topics = taken(INSTITUTION, kinds["instansi"]), taken(TOPICS, kinds["topik"])
    agenda, synonyms = taken(AGENDA, kinds["jadwal"]), taken(SYNONYMS, kinds["sinonim"])
    found += _proofs(kinds, means, {each.span.path for each in found if each.code in TOO_MUCH})
    taken(PICTURE, [s for s in kinds["media"] if s.path.lower().endswith(".svg")])
    _, faults = run(ATTACHMENT, kinds["media"], means)
    found += guarding.attachments(faults, releases, pages)
    numbers = register(site.value, tuple(institutions), originals(releases))
    found += number_faults(numbers)
    checked = taken(PACKAGE, _packages(kinds["dataset"]) + _derived(root, site.value, numbers, given.now))
    found += guarding.across(means, checked, found)
    catalogue = Catalogue(
        settings=site.value,
        releases=tuple(releases),
        pages=tuple(pages),
        institutions=tuple(institutions),
        topics=tuple(topic for group in topics for topic in group.topics),
        datasets=tuple(item.dataset for item in checked),
        facts=tuple(item.facts for item in checked),
        members=tuple(_member(row) for row in _area_rows(root, checked, {"kawasan", "nama_kawasan", "kode"})),
        areas=tuple(_area(row) for row in _area_rows(root, checked, {"kawasan", "jenis"})),
        media=tuple(kinds["media"]),
        agenda=tuple(entry for group in agenda for entry in group.entries),
        theme=tuple(kinds["theme"]),
        synonyms=tuple(group for each in synonyms for group in each.groups),
    )
    return Outcome(catalogue, guarding.without_contact(root, found, site.value.contact))


def _by_kind(sources: Iterable[Source]) -> dict[str, list[Source]]:
    kinds: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        kinds[source.kind].append(source)
    return kinds


def _settings(root: Path, sources: Sequence[Source], base_url: str) -> Outcome[Settings]:
    if not sources:
        return Outcome(NO_SETTINGS, (fault("KFG001", Span(SETTINGS), path=SETTINGS),))
    data = read(str(root), sources[0])
    outcome = settings.load(data, sources[0].path)
    outcome = Outcome(outcome.value, outcome.diagnostics + scan_text(data, sources[0].path))
    if base_url:
        return Outcome(replace(outcome.value, base_url=base_url.rstrip("/") + "/"), outcome.diagnostics)
    return outcome


def _proofs(kinds: dict[str, list[Source]], means: Means, beyond: Collection[str]) -> list[Diagnostic]:
    """What the proof-reader finds in releases and pages, and what is wrong with the agency's own terms.

    `beyond` are paths of texts that no parser could follow: their spelling is not what must be mended.
    """
    terms = kinds["istilah"][0] if kinds["istilah"] else None
    texts = [Text(source, terms) for source in (*kinds["siaran"], *kinds["halaman"])]
    proofs = (each for each in run(PROOF, texts, means)[1] if each.span.path not in beyond)
    return [*run(TERMS, kinds["istilah"], means)[1], *proofs]


def _packages(sources: Iterable[Source]) -> list[Package]:
    folders: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        parts = PurePosixPath(source.path).parts
        if len(parts) > 2:
            folders["/".join(parts[:2])].append(source)
    return [Package(folder, tuple(folders[folder])) for folder in sorted(folders)]


def _derived(root: Path, site: Settings, numbers: Register, now: str) -> list[Package]:
    """The generated dataset, written below `.lintas/` so that it is read and checked like any other."""
    dated = tuple(release for release in numbers.releases if release.published)  # a fault is reported where it is
    shown = visible(dated, now)
    if not site.features.release_dataset or not shown:
        return []
    folder = f"{FOLDER}/{derived.SLUG}"
    made = {
        f"{folder}/data/{derived.SLUG}.csv": derived.table(shown, numbers.parts()),
        f"{folder}/datapackage.json": derived.descriptor(shown, site),
    }
    for path, data in made.items():
        target = root / path
        if not target.is_file() or target.read_bytes() != data:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
    files = tuple(
        Source(path, "dataset", hashlib.sha256(data).hexdigest(), len(data)) for path, data in sorted(made.items())
    )
    return [Package(folder, files)]


def _area_rows(root: Path, checked: Iterable[Checked], columns: set[str]) -> list[dict[str, str | None]]:
    """Rows of the first checked table with these columns in the dataset with the role kawasan, in file order."""
    for item in checked:
        for resource in item.dataset.resources if item.dataset.role == "kawasan" else ():
            names = {field.name for field in resource.fields}
            if columns <= names and (root / resource.path).is_file():
                text = (root / resource.path).read_text("utf-8-sig", "replace")
                return list(csv.DictReader(io.StringIO(text)))
    return []


def _member(row: dict[str, str | None]) -> Anggota:
    return Anggota(
        area=row.get("kawasan") or "",
        area_name=row.get("nama_kawasan") or "",
        code=row.get("kode") or "",
        partial=(row.get("sebagian") or "").strip().casefold() in {"1", "true", "ya"},
        basis=row.get("dasar") or "",
        certainty=row.get("keyakinan") or "",
        status=row.get("status_dasar") or "",
        note=row.get("keterangan") or "",
    )


def _area(row: dict[str, str | None]) -> RincianKawasan:
    return RincianKawasan(
        area=row.get("kawasan") or "",
        kind=row.get("jenis") or "",
        basis=row.get("dasar") or "",
        status=row.get("status_dasar") or "",
        note=row.get("keterangan") or "",
    )
