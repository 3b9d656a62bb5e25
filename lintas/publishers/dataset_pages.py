"""The data catalogue with its filters as real pages, a page for each dataset, and the catalogue as CSV."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lintas.outputs import Output, Publisher, Tools, page_path
from lintas.packing import digest_of, packer
from lintas.presenting import chrome, dataset, figures, insight, items, references, report, satudata, scores, versions
from lintas.quality import Freshness
from lintas.relate import Himpunan, Rujukan, Site, identity
from lintas.views import pages
from lintas.views.parts import ExternalLink, FileItem, FilterGroup, Link
from lintas.wording import Words

NAME = "dataset_pages"
LIST = "data/"
TABLE = "data/katalog.csv"
_RELEASES = 20  # newest that a dataset page lists


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to narrow the catalogue: the folder of its pages, the key of its title, and its values of a dataset."""

    folder: str
    word: str
    values: Callable[[Site, Himpunan], Iterable[tuple[str, str]]]  # (key in the address, text)


def _topics(site: Site, item: Himpunan) -> Iterator[tuple[str, str]]:
    return ((r.text, site.topics[r.text].name) for r in item.dataset.topics if r.text in site.topics)


def _institutions(site: Site, item: Himpunan) -> Iterator[tuple[str, str]]:
    return ((s, site.institutions[s].name) for s in items.owners(item) if s in site.institutions)


def _formats(site: Site, item: Himpunan) -> Iterator[tuple[str, str]]:
    return ((name.lower(), name) for name in items.formats(item))


FACETS = (
    Facet("topik", "topics", _topics),
    Facet("instansi", "institutions", _institutions),
    Facet("format", "format", _formats),
)


def narrowed(site: Site) -> dict[tuple[str, str], tuple[str, tuple[Himpunan, ...]]]:
    """(facet folder, key) → (text, datasets), facets in their order and values by text."""
    found: dict[tuple[str, str], tuple[str, list[Himpunan]]] = {}
    for facet in FACETS:
        values: dict[str, tuple[str, list[Himpunan]]] = defaultdict(lambda: ("", []))
        for item in catalogue(site):
            for key, text in dict(facet.values(site, item)).items():
                values[key] = (text, [*values[key][1], item])
        for key in sorted(values, key=lambda key: values[key][0].casefold()):
            found[(facet.folder, key)] = values[key]
    return {place: (text, tuple(group)) for place, (text, group) in found.items()}


def catalogue(site: Site) -> tuple[Himpunan, ...]:
    return tuple(sorted(site.datasets.values(), key=lambda item: (item.dataset.title.casefold(), item.dataset.slug)))


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    everything = [item.dataset.digest for item in catalogue(site)]
    shared = digest_of(site.base, everything)
    changed = max((item.dataset.updated for item in site.datasets.values()), default="")
    planned = [Output(page_path(LIST), NAME, "list", shared, changed), Output(TABLE, NAME, "table", shared)]
    planned += [
        Output(page_path(f"{LIST}{folder}/{key}/"), NAME, f"facet {folder} {key}", shared, changed)
        for folder, key in narrowed(site)
    ]
    for slug, item in site.datasets.items():
        releases = identity(site.by_dataset.get(slug, ())[:_RELEASES])
        exports = [export.sha256 for export in item.facts.exports]
        drawn = [(chart.key, [file.sha256 for file in chart.files]) for chart in item.facts.charts]
        fresh = packer(Freshness)(site.freshness[slug])
        tied = [packer(Rujukan)(each) for each in references.of(site, slug)]
        made = (exports, releases, drawn, fresh, tied, *figures.texts_of(site, slug))
        digest = digest_of(site.base, item.dataset.digest, *made)
        planned.append(Output(page_path(f"{LIST}{slug}/"), NAME, f"dataset {slug}", digest, item.dataset.updated))
    return planned


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    kind, *rest = output.subject.split(" ")
    if kind == "dataset":
        return _dataset(site, site.datasets[rest[0]], tools)
    if kind == "table":
        return _table(site)
    return _list(site, tools, (rest[0], rest[1]) if rest else None)


def _list(site: Site, tools: Tools, chosen: tuple[str, str] | None) -> bytes:
    words, groups = tools.renderer.strings, narrowed(site)
    text, shown = groups[chosen] if chosen else (words["datasets"], catalogue(site))
    address = f"{LIST}{chosen[0]}/{chosen[1]}/" if chosen else LIST
    view = pages.Katalog(
        heading=words["catalogue_of"].format(name=text) if chosen else words["datasets"],
        count=items.count(words, "n_datasets", len(shown)) or words["no_datasets"],
        datasets=tuple(items.dataset_item(site, item, words) for item in shown),
        filters=_filters(groups, chosen, words),
        chosen=Link(text, LIST) if chosen else None,
        description=words["catalogue_lead"],
        files=(FileItem("CSV", words["catalogue_csv"], TABLE),),
    )
    above = (Link(words["datasets"], LIST),) if chosen else ()
    lead = items.lead_of(view.heading, words["datasets"], words["catalogue_lead"])
    head = chrome.meta(site, words, view.heading, address, description=lead, crumbs=chrome.crumbs(words, *above))
    return tools.renderer.page(view, head, "data", page_path(address))


def _filters(
    groups: Mapping[tuple[str, str], tuple[str, tuple[Himpunan, ...]]], chosen: object, words: Words
) -> tuple[FilterGroup, ...]:
    made = []
    for facet in FACETS:
        links = tuple(
            Link(text, f"{LIST}{folder}/{key}/", count=words.form.number(len(group)), current=(folder, key) == chosen)
            for (folder, key), (text, group) in groups.items()
            if folder == facet.folder
        )
        if links:
            made.append(FilterGroup(words[facet.word], links))
    return tuple(made)


def _dataset(site: Site, item: Himpunan, tools: Tools) -> bytes:
    words, data = tools.renderer.strings, item.dataset
    head = chrome.meta(
        site,
        words,
        data.title,
        f"{LIST}{data.slug}/",
        description=data.description,
        crumbs=chrome.crumbs(words, Link(words["datasets"], LIST)),
    )
    return tools.renderer.page(_view(site, item, words), head, "data", page_path(f"{LIST}{data.slug}/"))


def _view(site: Site, item: Himpunan, words: Words) -> pages.HimpunanData:
    data = item.dataset
    releases = site.by_dataset.get(data.slug, ())
    return pages.HimpunanData(
        slug=data.slug,
        title=data.title,
        description=data.description,
        tables=dataset.sections(site, item, words),
        version=data.version,
        institution=items.institution_link(site, data.institution.text),
        updated=items.date_text(data.updated[:10], words),
        created=items.date_text(data.created[:10], words),
        period=words.form.date_range(data.temporal_start, data.temporal_end),
        frequency=words.get(f"frequency_{data.frequency}", data.frequency),
        classification=words[f"class_{data.classification.replace('-', '_')}"],
        spatial=dataset.coverage(site, data, words),
        topics=tuple(Link(site.topics[r.text].name, f"topik/{r.text}/") for r in data.topics if r.text in site.topics),
        keywords=data.keywords,
        size=dataset.size(item, words),
        notes=data.notes,
        charts=insight.charts(site, item, words),
        score=scores.score(site, item, words),
        agreements=report.rules(data, words),
        waivers=report.dataset_waivers(data, words),
        licences=dataset.licences(data),
        sources=tuple(ExternalLink(link.title, link.url) for link in data.sources),
        contributors=dataset.contributors(site, data, words),
        citation=dataset.citation(site, data),
        package_files=dataset.package_files(item, words),
        releases=tuple(items.release_item(site, release, words) for release in releases[:_RELEASES]),
        versions=versions.listed(data.slug, item.facts.versions, words),
        principles=satudata.principles(data, words),
        statistics=satudata.statistics(data, words),
        quoted=figures.quoted(site, item, words),
    )


def _table(site: Site) -> bytes:
    """The catalogue as RFC 4180 CSV: one row for each dataset."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(
        (
            "slug",
            "judul",
            "instansi",
            "lisensi",
            "versi",
            "diperbarui",
            "mulai",
            "selesai",
            "frekuensi",
            "baris",
            "format",
            "alamat",
        )
    )
    for item in catalogue(site):
        data = item.dataset
        rows = sum(table.rows for table in item.facts.tables)
        owner = site.institutions.get(data.institution.text)
        names = (data.slug, data.title, owner.name if owner else "", "; ".join(link.title for link in data.licences))
        times = (data.version, data.updated, data.temporal_start, data.temporal_end, data.frequency)
        formats = "; ".join(items.formats(item))
        writer.writerow((*names, *times, rows, formats, f"{site.settings.base_url}data/{data.slug}/"))
    return text.getvalue().encode()


PUBLISHER = Publisher(NAME, _plan, _render)
