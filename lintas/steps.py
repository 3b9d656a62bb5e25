"""What each step reads and returns (effect: reads files). Their libraries are loaded when a step has work."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from lintas.diagnostics import Diagnostic, Outcome
from lintas.execute import Step
from lintas.model import Agenda, Dataset, DatasetVersion, Halaman, Instansi, PackageFacts, SiaranPers, Source, Topik
from lintas.packing import digest_of
from lintas.sources import read

_AUTHORED = "datasets/"


@dataclass(frozen=True, slots=True)
class Topics:
    """All topics of the portal; they live in one file."""

    topics: tuple[Topik, ...]


@dataclass(frozen=True, slots=True)
class Entries:
    """The calendar; it lives in one file."""

    entries: tuple[Agenda, ...]


@dataclass(frozen=True, slots=True)
class Synonyms:
    """The agency's own synonyms for the search; they live in one file."""

    groups: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Package:
    """A dataset folder and the files in it: what the dataset step reads."""

    folder: str
    files: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """A dataset with its facts."""

    dataset: Dataset
    facts: PackageFacts


@dataclass(frozen=True, slots=True)
class Text:
    """A release or page for the proof-reader, with the agency's own terms (None: the portal has none)."""

    source: Source
    terms: Source | None


def body_key(path: str, digest: str) -> str:
    """Under this key the store holds the HTML of a text."""
    return f"{path}\x1f{digest}"


def _source_key(source: Source) -> str:
    return body_key(source.path, source.digest)


def _release(root: str, source: Source) -> tuple[Outcome[SiaranPers | None], bytes | None]:
    from lintas import siaran

    outcome = siaran.load_release(read(root, source), source.path, source.digest)
    release, html = outcome.value or (None, "")
    return Outcome(release, outcome.diagnostics), html.encode() if release else None


def _page(root: str, source: Source) -> tuple[Outcome[Halaman | None], bytes | None]:
    from lintas import siaran

    outcome = siaran.load_page(read(root, source), source.path, source.digest)
    page, html = outcome.value or (None, "")
    return Outcome(page, outcome.diagnostics), html.encode() if page else None


def _institution(root: str, source: Source) -> tuple[Outcome[Instansi | None], bytes | None]:
    from lintas import siaran
    from lintas.privacy import scan_text

    data = read(root, source)
    outcome = siaran.load_institution(data, source.path, source.digest)
    return Outcome(outcome.value, outcome.diagnostics + scan_text(data, source.path)), None


def _topics(root: str, source: Source) -> tuple[Outcome[Topics | None], bytes | None]:
    from lintas import siaran
    from lintas.privacy import scan_text

    data = read(root, source)
    outcome = siaran.load_topics(data, source.path, source.digest)
    found = outcome.diagnostics + scan_text(data, source.path)
    return Outcome(Topics(tuple(outcome.value)) if outcome.value is not None else None, found), None


def _agenda(root: str, source: Source) -> tuple[Outcome[Entries | None], bytes | None]:
    from lintas import siaran

    outcome = siaran.load_agenda(read(root, source), source.path)
    return Outcome(Entries(outcome.value), outcome.diagnostics), None


def _synonyms(root: str, source: Source) -> tuple[Outcome[Synonyms | None], bytes | None]:
    from lintas import privacy, searching

    data = read(root, source)
    outcome = searching.load_synonyms(data, source.path)
    return Outcome(Synonyms(outcome.value), outcome.diagnostics + privacy.scan_text(data, source.path)), None


def _proof(root: str, text: Text) -> tuple[Outcome[Topics | None], bytes | None]:
    from lintas import proofreading
    from lintas.reader import decode

    source, terms = text.source, text.terms
    own = proofreading.load_terms(read(root, terms), terms.path).value if terms else proofreading.NO_TERMS
    decoded = decode(read(root, source), source.path)
    if decoded.diagnostics:
        return Outcome(None), None  # reported where the file is read
    found = proofreading.proofread(decoded.value, source.path, own)
    return Outcome(None, tuple(each.diagnostic for each in found)), None


def _terms(root: str, source: Source) -> tuple[Outcome[Topics | None], bytes | None]:
    from lintas import privacy, proofreading

    data = read(root, source)
    found = (*proofreading.load_terms(data, source.path).diagnostics, *privacy.scan_text(data, source.path))
    return Outcome(None, found), None


def _proof_key(text: Text) -> str:
    return f"{_source_key(text.source)}\x1f{text.terms.digest if text.terms else ''}"


def _picture(root: str, source: Source) -> tuple[Outcome[Topics | None], bytes | None]:
    from lintas.sources.pictures import svg_faults

    return Outcome(None, svg_faults(read(root, source), source.path)), None


def _package(root: str, package: Package) -> tuple[Outcome[Checked | None], bytes | None]:
    from lintas import datasets, tables

    described = datasets.load(Path(root), package.folder, package.files)
    if described.value is None:
        return Outcome(None, described.diagnostics), None
    facts = tables.check(Path(root), described.value)
    for source in package.files:
        read(root, source)  # the checks open the files by name: what they saw must be what the key says
    frozen = _versions(Path(root), package, described.value)
    computed = replace(facts.value, versions=frozen.value)
    found = described.diagnostics + facts.diagnostics + frozen.diagnostics
    found += _guards(Path(root), package, described.value, found)
    return Outcome(Checked(described.value, computed), found + _boundaries(Path(root), described.value, found)), None


def _versions(root: Path, package: Package, dataset: Dataset) -> Outcome[tuple[DatasetVersion, ...]]:
    """The frozen versions, and what is wrong with them or with the data beside them."""
    from lintas import versions

    kept = versions.load(root, package.folder, package.files)
    if not kept.value or kept.diagnostics:
        return kept
    return Outcome(kept.value, versions.judge(root, dataset, package.files, kept.value[-1]))


def _guards(root: Path, package: Package, dataset: Dataset, found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Personal data that no waiver covers, and rules of agreement that do not hold."""
    from lintas import privacy, reporters, rules
    from lintas.tables.codes import lost_zeros

    made = not dataset.path.startswith(_AUTHORED)  # from releases, which have been looked through themselves
    personal = () if made else privacy.scan_dataset(root, dataset, package.files) + _columnar(root, package)
    left, idle = privacy.apply(personal, dataset.waivers, dataset.path)
    faulty = frozenset(d.span.path for d in found if reporters.severity(d.code) == "error")
    numbers = (lost for table in dataset.resources if table.tabular for lost in lost_zeros(root, table, dataset.path))
    return left + idle + rules.check_within(root, dataset, faulty) + tuple(numbers)


def _columnar(root: Path, package: Package) -> tuple[Diagnostic, ...]:
    """Personal data in Parquet files, which the libraries for tables open."""
    from lintas import privacy
    from lintas.tables.parquet import parquet_cells

    paths = [source.path for source in package.files if source.path.lower().endswith(".parquet")]
    return tuple(each for path in paths for each in privacy.scan_cells(path, parquet_cells(root / path)))


def _attachment(root: str, source: Source) -> tuple[Outcome[Topics | None], bytes | None]:
    from lintas import privacy

    read(root, source)  # the scan opens the file by name: what it saw must be what the key says
    return Outcome(None, privacy.scan_media(Path(root), source)), None


def _boundaries(root: Path, dataset: Dataset, found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """What is wrong with files that maps are drawn from, where nothing worse was `found` in them already."""
    from lintas import maps

    faulty = {diagnostic.span.path for diagnostic in found}
    problems: tuple[Diagnostic, ...] = ()
    for resource in dataset.resources if dataset.role == "batas-wilayah" else ():
        if resource.format == "geojson" and resource.path not in faulty and (root / resource.path).is_file():
            text = (root / resource.path).read_text("utf-8-sig", "replace")
            problems += maps.read(text, resource.path).diagnostics
    return problems


def _package_key(package: Package) -> str:
    return digest_of(package.folder, *(f"{source.path}:{source.digest}" for source in package.files))


RELEASE = Step("siaran", SiaranPers, _release, _source_key, 0.0015)
PAGE = Step("halaman", Halaman, _page, _source_key, 0.003)
TERMS = Step("istilah", Topics, _terms, _source_key, 0.001)  # gives findings alone
PROOF = Step("ejaan", Topics, _proof, _proof_key, 0.001)  # gives findings alone
INSTITUTION = Step("instansi", Instansi, _institution, _source_key, 0.0003)
TOPICS = Step("topik", Topics, _topics, _source_key, 0.01)
SYNONYMS = Step("sinonim", Synonyms, _synonyms, _source_key, 0.001)
AGENDA = Step("jadwal", Entries, _agenda, _source_key, 0.01)
PICTURE = Step("gambar", Topics, _picture, _source_key, 0.001)  # gives findings alone
ATTACHMENT = Step("lampiran", Topics, _attachment, _source_key, 0.02)  # gives findings alone
PACKAGE = Step("himpunan-data", Checked, _package, _package_key, 0.6)
