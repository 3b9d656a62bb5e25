"""Figures bound to data, as cached steps: each table is read once for all links of all texts (effect: reads tables)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from lintas import figures, packing, versions
from lintas.diagnostics import Diagnostic, Outcome, Span, fault
from lintas.execute import Means, Step, run
from lintas.figures import Answer, Query, Quoted
from lintas.model import Bound, Catalogue, Dataset, DatasetVersion, Halaman, PackageFacts, SiaranPers, Source
from lintas.packing import digest_of
from lintas.prose.links import unfilled
from lintas.reader import near
from lintas.reporters import has_errors
from lintas.sources import read

Text = SiaranPers | Halaman
_UNREADABLE = ("DAT", "KFG", "MES", "TAB")
_T = TypeVar("_T", SiaranPers, Halaman)


@dataclass(frozen=True, slots=True)
class Lookup:
    """All that is asked of one state of a dataset: the present one, or the frozen one in `version`."""

    dataset: Dataset
    facts: PackageFacts
    version: tuple[DatasetVersion, ...]  # one or none
    queries: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Answers:
    answers: tuple[Answer, ...]


def _key(item: Lookup) -> str:
    state = item.version[0].digest if item.version else item.dataset.digest
    return digest_of("angka", item.dataset.slug, state, *map(packing.packer(Query), item.queries))


def _look_up(root: str, item: Lookup) -> tuple[Outcome[Answers | None], bytes | None]:
    dataset, place = item.dataset, Path(root)
    if item.version:
        tables = figures.tables(versions.frozen(place, item.version[0]))
        return Outcome(Answers(figures.answers(tables, item.queries, item.version[0].date))), None
    tables = figures.tables(figures.present_state(place, dataset), (place, dataset))
    found = figures.answers(tables, item.queries, dataset.temporal_end or dataset.updated)
    digests = {table.resource: table.sha256 for table in item.facts.tables}
    for resource in dataset.resources:
        if resource.tabular:  # what was read must be what the key names
            read(root, Source(resource.path, "", digests[resource.name], 0))
    return Outcome(Answers(found)), None


LOOKUP = Step("angka", Answers, _look_up, _key, 0.2)


def quote(catalogue: Catalogue, means: Means, known: Sequence[Diagnostic] = ()) -> Outcome[Catalogue]:
    """The catalogue with its bound figures, empty links filled in excerpts, and all that is wrong with them.

    Datasets that by the `known` findings cannot be read as tables are left alone: what is wrong is reported there.
    """
    texts: list[Text] = [r for r in catalogue.releases if r.bindings and r.status != "dicabut"]
    texts += [page for page in catalogue.pages if page.bindings]
    if not texts:
        return Outcome(catalogue)
    found: list[Diagnostic] = []
    asked = [each for text in texts for each in _asked(text, found)]
    broken = {d.span.path.split("/")[1] for d in known if _spoils(d)}
    waiting = [each for each in asked if each.asked.query.dataset not in broken]
    answered = _answered(catalogue, waiting, means, found)
    bound: list[Bound] = []
    for each in waiting:
        if (answer := answered.get(each.asked.query)) is not None:
            outcome = figures.bind(each, answer)
            bound += [outcome.value] if outcome.value else []
            found += outcome.diagnostics
    filled = _with_excerpts(replace(catalogue, bound=tuple(bound)))
    return Outcome(filled, tuple(found))


def _spoils(found: Diagnostic) -> bool:
    """Whether a table is not to be read; one that changed without a new version, or breaks a rule, can be."""
    return found.span.path.startswith("datasets/") and found.code[:3] in _UNREADABLE and has_errors([found])


def _asked(text: Text, found: list[Diagnostic]) -> Iterator[Quoted]:
    language = text.language if isinstance(text, SiaranPers) else "id"
    for binding in text.bindings:
        ref = text.links[binding.slot]
        place = Span(text.path, ref.line, ref.column)
        outcome = figures.parse(ref.text, place)
        found += outcome.diagnostics
        if outcome.value:
            yield Quoted(place, language, binding, outcome.value)


def _answered(
    catalogue: Catalogue, asked: list[Quoted], means: Means, found: list[Diagnostic]
) -> Mapping[Query, Answer]:
    """Answers by query. ANG102 for a dataset that is not there, ANG111 for a version."""
    by_slug = {d.slug: (d, f) for d, f in zip(catalogue.datasets, catalogue.facts, strict=True)}
    wanted: dict[tuple[str, str], dict[Query, None]] = defaultdict(dict)
    for each in asked:
        query = each.asked.query
        dataset = by_slug.get(query.dataset)
        if dataset is None:
            found.append(fault("ANG102", each.place, key=query.dataset, hint=near(query.dataset, by_slug) or "–"))
        elif query.version and query.version not in (known := [v.version for v in dataset[1].versions]):
            shown = ", ".join(known) or "–"
            found.append(fault("ANG111", each.place, dataset=query.dataset, key=query.version, known=shown))
        else:
            wanted[query.dataset, query.version][query] = None
    items = [_lookup(by_slug[slug], version, wanted[slug, version]) for slug, version in sorted(wanted)]
    made, _ = run(LOOKUP, items, means)
    return {
        query: answer
        for item, given in zip(items, made, strict=True)
        for query, answer in zip(item.queries, given.answers, strict=True)
    }


def _lookup(dataset: tuple[Dataset, PackageFacts], version: str, queries: Collection[Query]) -> Lookup:
    described, facts = dataset
    frozen = tuple(each for each in facts.versions if each.version == version) if version else ()
    in_order = sorted(queries, key=lambda query: (query.table, query.column, query.keys))
    return Lookup(described, facts, frozen, tuple(in_order))


def _with_excerpts(catalogue: Catalogue) -> Catalogue:
    """Excerpts in which the build writes figures, filled."""
    by_path: dict[str, list[Bound]] = defaultdict(list)
    for each in catalogue.bound:
        if each.filled:
            by_path[each.path].append(each)
    releases = tuple(_filled(text, by_path[text.path]) if text.path in by_path else text for text in catalogue.releases)
    pages = tuple(_filled(text, by_path[text.path]) if text.path in by_path else text for text in catalogue.pages)
    return replace(catalogue, releases=releases, pages=pages) if by_path else catalogue


def _filled(text: _T, bound: list[Bound]) -> _T:
    excerpt = text.excerpt
    for each in bound:
        excerpt = excerpt.replace(unfilled(text.links[each.slot].text), each.text)
    return replace(text, excerpt=excerpt)
