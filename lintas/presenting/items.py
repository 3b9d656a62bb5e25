"""List items and links for releases, datasets, regions, institutions, topics and metropolitan areas."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import TypeVar

from lintas import formatting
from lintas.model import Resource, SiaranPers, Wilayah
from lintas.packages import file_name
from lintas.relate import Himpunan, Kawasan, Site, release_address, total
from lintas.views.parts import DatasetItem, DateText, KawasanItem, Link, Paging, RegionItem, ReleaseItem, TopicItem
from lintas.wording import Words

T = TypeVar("T")
Gathered = Mapping[str, tuple[Himpunan, ...]]
_MADE = {"xlsx": "XLSX", "json": "JSON", "parquet": "Parquet"}  # the CSV for spreadsheets is a CSV too


_LABELLED = ("ralat", "diganti", "dicabut")  # a status that a reader of a list should see


def date_text(iso: str, words: Words) -> DateText | None:
    return DateText(words.form.long_date(iso), iso) if iso else None


def release_item(site: Site, release: SiaranPers, words: Words) -> ReleaseItem:
    gone = release.status == "dicabut"  # of which title, number and date are left
    return ReleaseItem(
        title=release.title,
        path=release_address(release),
        date=DateText(words.form.long_date(release.published), release.published),
        numbers=tuple(number.text for number in release.numbers),
        summary="" if gone else release.summary or release.excerpt,
        place="" if gone else release.place,
        institution=publisher_of(site, release),
        lang=release.language if release.language != "id" else "",
        label=label(release, words),
    )


def publisher_of(site: Site, release: SiaranPers) -> str:
    """The institution behind a release that a list names."""
    for ref in release.institutions:
        if ref.text in site.institutions:
            return site.institutions[ref.text].short_name or site.institutions[ref.text].name
    return ""


def label(release: SiaranPers, words: Words) -> str:
    """What became of a release, where a reader of a list should know."""
    return words[f"label_{release.status}"] if release.status in _LABELLED else ""


def dataset_item(site: Site, item: Himpunan, words: Words) -> DatasetItem:
    dataset = item.dataset
    owner = site.institutions.get(dataset.institution.text)
    rows = sum(table.rows for table in item.facts.tables)
    return DatasetItem(
        title=dataset.title,
        path=f"data/{dataset.slug}/",
        description=first_sentence(dataset.description),
        institution=(owner.short_name or owner.name) if owner else "",
        updated=date_text(dataset.updated, words),
        period=words.form.date_range(dataset.temporal_start, dataset.temporal_end),
        rows=words.counted("n_rows", rows) if rows else "",
        formats=formats(item),
        topics=tuple(site.topics[ref.text].name for ref in dataset.topics if ref.text in site.topics),
    )


def formats(item: Himpunan) -> tuple[str, ...]:
    """Formats in which a dataset can be had, own files first: ("CSV", "XLSX", …)."""
    own = [file_format(resource) for resource in item.dataset.resources]
    made = [_MADE[export.kind] for export in item.facts.exports if export.kind in _MADE]
    return tuple(dict.fromkeys(own + made))


def file_format(resource: Resource) -> str:
    suffix = file_name(resource).rpartition(".")[2]
    return "GeoJSON" if suffix == "geojson" else suffix.upper()


def first_sentence(text: str, limit: int = 220) -> str:
    """The first sentence of a description, or its beginning when that sentence is long."""
    flat = " ".join(text.split())
    end = flat.find(". ")
    sentence = flat[: end + 1] if 0 < end < limit else flat
    return sentence if len(sentence) <= limit else sentence[: limit - 1].rsplit(" ", 1)[0].rstrip(",;:–- ") + "…"


def region_item(site: Site, region: Wilayah, note: str = "", children: tuple[RegionItem, ...] = ()) -> RegionItem:
    path = f"wilayah/{region.code}/" if region.code in site.regions else ""
    return RegionItem(region.code, region.name, path, kind_name(site.regions.get(region.code, region)), note, children)


def kind_name(region: Wilayah) -> str:
    return region.kind.capitalize()


def topic_item(site: Site, slug: str, words: Words) -> TopicItem:
    topic = site.topics[slug]
    return TopicItem(
        name=topic.name,
        path=f"topik/{slug}/",
        description=topic.description,
        releases=count(words, "n_releases", len(site.by_topic.get(slug, ()))),
        datasets=count(words, "n_datasets", len(datasets_of_topic(site, slug))),
    )


_kept: list[tuple[Site, tuple[Gathered, Gathered]]] = []  # a memory of one site, never an answer about another


def datasets_of_topic(site: Site, slug: str) -> tuple[Himpunan, ...]:
    return _gathered(site)[0].get(slug, ())


def datasets_of_institution(site: Site, slug: str) -> tuple[Himpunan, ...]:
    return _gathered(site)[1].get(slug, ())


def _gathered(site: Site) -> tuple[Gathered, Gathered]:
    """Datasets by topic and by institution: a thousand topics would look through all of them a thousand times."""
    if not _kept or _kept[0][0] is not site:
        every = tuple(site.datasets.values())
        topics = _by(every, lambda item: (ref.text for ref in item.dataset.topics))
        _kept[:] = [(site, (topics, _by(every, owners)))]
    return _kept[0][1]


def _by(every: Iterable[Himpunan], keys: Callable[[Himpunan], Iterable[str]]) -> Gathered:
    found: dict[str, list[Himpunan]] = {}
    for item in every:
        for key in dict.fromkeys(keys(item)):
            found.setdefault(key, []).append(item)
    return {key: tuple(group) for key, group in found.items()}


def owners(item: Himpunan) -> tuple[str, ...]:
    """Slugs of the institutions behind a dataset: its owner first, then contributors."""
    slugs = (item.dataset.institution.text, *(c.institution for c in item.dataset.contributors))
    return tuple(dict.fromkeys(slug for slug in slugs if slug))


def kawasan_item(site: Site, area: Kawasan, words: Words) -> KawasanItem:
    """A metropolitan area in a list. Totals that hold members which belong only in part are upper limits."""
    codes = tuple(member.code for member in area.members)
    people, extent = total(site.figures, codes, "penduduk"), total(site.figures, codes, "luas")
    limit = f"≤{formatting.NBSP}" if area.partial else ""
    partly = sum(member.partial for member in area.members)
    return KawasanItem(
        name=area.name,
        path=f"kawasan/{area.slug}/",
        basis=area.basis,
        members=words.counted("n_members", len(codes)),
        population=limit + measured(people, words["unit_people"], words) if people is not None else "",
        area=limit + measured(extent, "km²", words, 0) if extent is not None else "",
        certainty=area.certainty,
        note=count(words, "n_counted_whole", partly),
    )


def measured(value: Decimal | None, unit: str, words: Words, places: int | None = None) -> str:
    if value is None:
        return ""
    rounded = value if places is None else round(value, places) if places else value.to_integral_value()
    return f"{words.form.number(rounded)} {unit}".strip()


def institution_link(site: Site, slug: str) -> Link | None:
    found = site.institutions.get(slug)
    return Link(found.name, f"instansi/{slug}/") if found else None


def count(words: Words, key: str, n: int) -> str:
    """A counted noun, or "" for none."""
    return words.counted(key, n) if n else ""


def paging(address: str, page: int, pages: int, words: Words) -> Paging | None:
    """Links between the pages of a list: near neighbours, the first and the last."""
    if pages < 2:
        return None
    shown = sorted({1, pages, *(n for n in range(page - 2, page + 3) if 1 <= n <= pages)})
    links = tuple(Link(words.form.number(n), page_address(address, n), current=n == page) for n in shown)
    text = words["page_n_of"].format(n=words.form.number(page), total=words.form.number(pages))
    previous = Link(words["paging_previous"], page_address(address, page - 1)) if page > 1 else None
    following = Link(words["paging_next"], page_address(address, page + 1)) if page < pages else None
    return Paging(text, links, previous, following)


def page_address(address: str, page: int) -> str:
    """Address of page `page` (from 1) of the list at `address`."""
    return address if page == 1 else f"{address}halaman/{page}/"


def slices(items: Sequence[T], size: int) -> list[tuple[T, ...]]:
    """The pages of a list; an empty list has one empty page."""
    return [tuple(items[start : start + size]) for start in range(0, len(items), size)] or [()]


def paged_title(title: str, page: int, pages: int, words: Words) -> str:
    """The title of a later page of a list says which page it is."""
    return title if page == 1 else f"{title}, {words['page_n_of'].format(n=page, total=pages)}"


def lead_of(title: str, known: str, lead: str) -> str:
    """The description of a page: `lead`, after the title unless this is the page `known` by it; no two pages agree."""
    return lead if title == known else f"{title}. {lead}"
