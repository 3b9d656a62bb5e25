"""Profiles and charts of checked datasets, as cached steps: made when their data changed, never otherwise."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from lintas import formatting, packing
from lintas.diagnostics import Diagnostic, Outcome
from lintas.execute import Means, Step, run
from lintas.foreign import FIRST
from lintas.guarding import within
from lintas.model import (
    Catalogue,
    ChartFacts,
    ChartFile,
    Dataset,
    Divisor,
    PackageFacts,
    Source,
    TableFacts,
    TableProfile,
    View,
)
from lintas.packing import digest_of
from lintas.relate import translated_dataset
from lintas.sources import read

if TYPE_CHECKING:
    from lintas.charts import Ground, Request, Row

BOUNDARIES = "batas-wilayah"


@dataclass(frozen=True, slots=True)
class Profiles:
    """What the step keeps: the profiles of one dataset."""

    slug: str
    tables: tuple[TableProfile, ...]


@dataclass(frozen=True, slots=True)
class Described:
    """A dataset with its facts: what the profile step reads."""

    dataset: Dataset
    facts: PackageFacts


@dataclass(frozen=True, slots=True)
class Wanted:
    """One chart to draw, with the datasets that it reads besides its own."""

    own: Described
    view: View
    divisor: tuple[Described, ...]
    boundaries: tuple[Described, ...]
    language: str = FIRST


def _profile_key(item: Described) -> str:
    return digest_of("profile", item.dataset.slug, item.dataset.digest)


def _profile(root: str, item: Described) -> tuple[Outcome[Profiles | None], bytes | None]:
    from lintas.tables import profile

    made = profile(Path(root), item.dataset, item.facts)
    _still_the_same(root, item, [resource.name for resource in item.dataset.resources if resource.tabular])
    return Outcome(Profiles(item.dataset.slug, made)), None


def _chart_key(item: Wanted) -> str:
    others = [each.dataset.digest for each in (*item.divisor, *item.boundaries)]
    return digest_of(
        "chart", item.own.dataset.slug, item.own.dataset.digest, packing.packer(View)(item.view), others, item.language
    )


def _request(root: str, item: Wanted) -> Request:
    from lintas.charts import Request

    view, dataset = item.view, item.own.dataset
    resource = next(each for each in dataset.resources if each.name == view.table)
    form = formatting.of(item.language)
    return Request(
        path=dataset.path,
        view=view,
        fields=resource.fields,
        rows=tuple(_rows(root, item.own, view.table)),
        divisors=_divisors(root, item),
        ground=_ground(root, item.boundaries),
        source=_source(item),
        date=form.date_range(dataset.temporal_start, dataset.temporal_end) or form.long_date(dataset.updated),
        language=item.language,
    )


def _judge(root: str, item: Wanted) -> tuple[Outcome[ChartFacts | None], bytes | None]:
    from lintas import charts

    return Outcome(None, charts.judge(_request(root, item))), None


def _chart(root: str, item: Wanted) -> tuple[Outcome[ChartFacts | None], bytes | None]:
    from lintas import charts

    view, dataset = item.view, item.own.dataset
    drawn = charts.draw(_request(root, item))
    if drawn.value is None:
        return Outcome(None, drawn.diagnostics), None
    made, body = drawn.value, {name: data for name, data, _, _ in drawn.value.files}
    facts = ChartFacts(
        view=view, key=_chart_key(item), unit=made.unit, sentence=made.sentence, source=_source(item),
        date="/".join(filter(None, (dataset.temporal_start, dataset.temporal_end))) or dataset.updated,
        header=made.header, numeric=made.numeric, rows=made.rows,
        files=tuple(
            ChartFile(name, len(data), hashlib.sha256(data).hexdigest(), width, height)
            for name, data, width, height in made.files
        ),
        language=item.language,
    )  # fmt: skip
    return Outcome(facts), packing.seal(body)


PROFILE = Step("profil", Profiles, _profile, _profile_key, 0.1)
CHART = Step("grafik", ChartFacts, _chart, _chart_key, 0.4)
JUDGE = Step("grafik-diperiksa", ChartFacts, _judge, _chart_key, 0.1)  # gives findings alone


def judge(
    catalogue: Catalogue, means: Means, faulty: Collection[str], only: Collection[str] = ()
) -> tuple[Diagnostic, ...]:
    """What `describe` would report of the views, without drawing; of the datasets `only`, of all when it is empty.

    Views that read a dataset in which an error was found (`faulty` paths) wait until it is mended.
    """
    pairs = zip(catalogue.datasets, catalogue.facts, strict=True)
    items = [Described(d, f) for d, f in pairs if not any(within(d, path) for path in faulty)]
    looked = [item for item in items if not only or item.dataset.slug in only]
    wanted = [chart for item in looked for chart in _wanted(item, items, maps=catalogue.settings.features.maps)]
    return tuple(run(JUDGE, wanted, means)[1]) if wanted else ()


def describe(catalogue: Catalogue, means: Means) -> Outcome[Catalogue]:
    """The catalogue with profiles and charts filled in; what cannot be drawn is reported."""
    items = [Described(d, f) for d, f in zip(catalogue.datasets, catalogue.facts, strict=True)]
    profiles, _ = run(PROFILE, items, means)
    counted = {each.slug: each.tables for each in profiles}
    drawn: dict[str, tuple[ChartFacts, ...]] = {}
    wanted = [chart for item in items for chart in _wanted(item, items, maps=catalogue.settings.features.maps)]
    said = [_spoken(chart, other) for other in catalogue.settings.languages if other != FIRST for chart in wanted]
    charts, found = run(CHART, [*wanted, *said], means)
    by_key = {chart.key: chart for chart in charts}
    for chart in (*wanted, *said):
        if (made := by_key.get(_chart_key(chart))) is not None:
            drawn[chart.own.dataset.slug] = (*drawn.get(chart.own.dataset.slug, ()), made)
    facts = tuple(_with(each, counted.get(each.slug, ()), drawn.get(each.slug, ())) for each in catalogue.facts)
    found = list(dict.fromkeys(found))  # what cannot be drawn cannot be drawn in any language
    return Outcome(replace(catalogue, facts=facts), tuple(found))


def _spoken(chart: Wanted, language: str) -> Wanted:
    """The chart with the titles of another language."""
    own = Described(translated_dataset(chart.own.dataset, language, marked=False), chart.own.facts)
    view = next(view for view in own.dataset.views if view.name == chart.view.name)
    return replace(chart, own=own, view=view, language=language)


def _with(facts: PackageFacts, profiles: tuple[TableProfile, ...], charts: tuple[ChartFacts, ...]) -> PackageFacts:
    first = tuple(chart for chart in charts if chart.language == FIRST)
    return replace(
        facts, profiles=profiles, charts=first, spoken=tuple(chart for chart in charts if chart.language != FIRST)
    )


def _wanted(item: Described, items: Iterable[Described], *, maps: bool) -> Iterator[Wanted]:
    """The views of a dataset that can be drawn here; why others cannot is said by `relate`."""
    by_slug = {each.dataset.slug: each for each in items}
    boundaries = tuple(each for each in items if each.dataset.role == BOUNDARIES)[:1]
    for view in item.dataset.views:
        divisor = tuple(by_slug[each.dataset] for each in view.divisor if _divides(each, by_slug))
        mapped = view.kind == "peta"
        if len(divisor) == len(view.divisor) and (not mapped or (maps and boundaries)):
            yield Wanted(item, view, divisor, boundaries if mapped else ())


def _divides(divisor: Divisor, by_slug: Mapping[str, Described]) -> bool:
    item = by_slug.get(divisor.dataset)
    tables = {resource.name: resource for resource in item.dataset.resources} if item else {}
    table = tables.get(divisor.table)
    return table is not None and any(field.name == divisor.column for field in table.fields)


def _rows(root: str, item: Described, table: str) -> Iterator[Row]:
    """The rows of a table as mappings; numbers with a decimal point."""
    from lintas.tables import cells

    counted = next(each for each in item.facts.tables if each.resource == table)
    resource = next(each for each in item.dataset.resources if each.name == table)
    numeric = {field.name for field in resource.fields if field.type in ("integer", "number")}
    made = cells((Path(root), item.dataset), table, counted.rows)
    _still_the_same(root, item, [table])
    columns = [
        tuple(cell if cell is None else made.plain(index, cell) for cell in column) if name in numeric else column
        for index, (name, column) in enumerate(zip(made.names, made.columns, strict=True))
    ]
    return (dict(zip(made.names, row, strict=True)) for row in zip(*columns, strict=True))


def _divisors(root: str, item: Wanted) -> dict[str, Decimal]:
    from lintas.charts import number

    found: dict[str, Decimal] = {}
    for divisor, other in zip(item.view.divisor, item.divisor, strict=True):
        resource = next(each for each in other.dataset.resources if each.name == divisor.table)
        code = next((field.name for field in resource.fields if field.region_system == "kemendagri"), "")
        for row in _rows(root, other, divisor.table):
            key, value = row.get(code), number(row.get(divisor.column))
            if key is not None and value is not None:
                found[key] = value
    return found


def _ground(root: str, boundaries: tuple[Described, ...]) -> Ground:
    from lintas import maps
    from lintas.charts import Ground

    layers = {}
    for item in boundaries:
        for resource in item.dataset.resources:
            if resource.name in ("provinsi", "kabkota"):
                text = (Path(root) / resource.path).read_text("utf-8-sig")
                layers[resource.name] = maps.read(text, resource.path).value
        _still_the_same(root, item, list(layers))
    return Ground(layers.get("provinsi", ()), layers.get("kabkota", ()))


def _source(item: Wanted) -> str:
    """Who made the data, of all tables that the chart reads."""
    names: dict[str, None] = {}
    for each in (item.own, *item.divisor):
        makers = [person.title for person in each.dataset.contributors if person.role == "produsen-data"]
        makers = makers or [source.title for source in each.dataset.sources[:1]]
        names |= dict.fromkeys(makers or [person.title for person in each.dataset.contributors[:1]])
    return "; ".join(names)


def _still_the_same(root: str, item: Described, names: list[str]) -> None:
    """What was read must be what the key names. Raises `SourceChanged`."""
    tables: dict[str, TableFacts] = {table.resource: table for table in item.facts.tables}
    for resource in item.dataset.resources:
        if resource.name in names:
            read(root, Source(resource.path, "", tables[resource.name].sha256, 0))
