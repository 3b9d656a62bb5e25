"""Facets: the ways to narrow the catalogue and the list of releases, how often each value occurs, and where it leads.

A value of a facet of the catalogue has a page of its own below `data/`. One of releases has its page already, that of
the topic, the institution, the region or the year, so there is one address for each thing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from lintas import wilayah
from lintas.foreign import bare
from lintas.presenting import items
from lintas.relate import Himpunan, Site
from lintas.views.finding import Facet, FacetValue
from lintas.views.parts import Link
from lintas.wording import Words

SHOWN = 8  # values of a facet that stand beside a list; the others are one link away
NATIONAL = "indonesia"  # what covers the whole country, as a value of the facet of regions
_YEARS = 50  # a table of three centuries has no page for each year
STATES = ("tepat", "terlambat", "insidental", "tanpa-janji")
STATUSES = ("terbit", "ralat", "diganti")
CLASSES = ("berkala", "serta-merta", "setiap-saat")
Groups = Mapping[str, Mapping[str, tuple[Himpunan, ...]]]  # axis → value → datasets
Counts = Mapping[str, int]  # value → number of items, in the order in which values are shown


@dataclass(frozen=True, slots=True)
class Axis:
    """A facet. `key` stands in addresses, `word` names its title; `text` says what a value is called."""

    key: str
    word: str
    text: Callable[[Site, str, Words], str]
    fixed: tuple[str, ...] | None = None  # values in their own order; (): latest first; None: most frequent first


def _topic(site: Site, key: str, _: Words) -> str:
    return site.topics[key].name


def _institution(site: Site, key: str, _: Words) -> str:
    return site.institutions[key].name


def _region(_: Site, key: str, words: Words) -> str:
    region = wilayah.find(key)
    return region.name if region else words["indonesia"]


def _year(_: Site, key: str, __: Words) -> str:
    return key


def _format(_: Site, key: str, __: Words) -> str:
    return {"geojson": "GeoJSON", "parquet": "Parquet"}.get(key, key.upper())


def _freshness(_: Site, key: str, words: Words) -> str:
    return words[f"facet_{key.replace('-', '_')}"]


def _status(_: Site, key: str, words: Words) -> str:
    return words[f"facet_{key}"]


def _class(_: Site, key: str, words: Words) -> str:
    return words[f"class_{key.replace('-', '_')}"]


TOPIC, INSTITUTION = Axis("topik", "topic", _topic), Axis("instansi", "institution", _institution)
REGION, YEAR = Axis("wilayah", "region", _region), Axis("tahun", "facet_year", _year, ())
FORMAT = Axis("format", "format", _format)
FRESHNESS = Axis("kemutakhiran", "freshness", _freshness, STATES)
STATUS, CLASS = Axis("status", "status", _status, STATUSES), Axis("klasifikasi", "classification", _class, CLASSES)

CATALOGUE = (TOPIC, INSTITUTION, REGION, YEAR, FORMAT, FRESHNESS)
RELEASES = (TOPIC, INSTITUTION, REGION, YEAR, STATUS, CLASS)


def of_dataset(site: Site, item: Himpunan) -> dict[str, tuple[str, ...]]:
    """Axis → values of a dataset, each once."""
    data = item.dataset
    found: dict[str, Iterable[str]] = {
        "topik": (ref.text for ref in data.topics if ref.text in site.topics),
        "instansi": (slug for slug in items.owners(item) if slug in site.institutions),
        "wilayah": (key for ref in data.spatial for key in _around(ref.text)),
        "tahun": _years(data.temporal_start[:4], data.temporal_end[:4]),
        "format": (name.lower() for name in items.formats(item)),
        "kemutakhiran": (site.freshness[data.slug].state,),
    }
    return {key: tuple(dict.fromkeys(values)) for key, values in found.items()}


def _around(code: str) -> Iterator[str]:
    """A region of a dataset and what it lies in, down to kabupaten and kota."""
    if code == "ID":
        yield NATIONAL
    parts = code.split(".")
    for depth in range(1, min(len(parts), 2) + 1):
        if wilayah.find(key := ".".join(parts[:depth])):
            yield key


def _years(start: str, end: str) -> Iterator[str]:
    """The years that a dataset covers, latest first."""
    known = [int(year) for year in (start, end) if year.isdigit()]
    if known:
        yield from (f"{year:04}" for year in islice(range(max(known), min(known) - 1, -1), _YEARS))


def ordered(axis: Axis, counts: Counts) -> dict[str, int]:
    """Values in the order in which they are shown; those of equal frequency by key, which is the same everywhere."""
    if axis.fixed is None:
        return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
    if not axis.fixed:
        return dict(sorted(counts.items(), reverse=True))
    return {key: counts[key] for key in axis.fixed if key in counts}


_kept: list[tuple[Site, Groups]] = []  # a memory of one, never an answer to another question


def of_catalogue(site: Site) -> Groups:
    """Axis → value → datasets by title; values in their order. Kept for the site that was asked about last."""
    if not _kept or _kept[0][0] is not site:
        _kept[:] = [(site, _gathered(site))]
    return _kept[0][1]


def _gathered(site: Site) -> Groups:
    found: dict[str, dict[str, list[Himpunan]]] = {axis.key: {} for axis in CATALOGUE}
    for item in catalogue(site):
        for key, values in of_dataset(site, item).items():
            for value in values:
                found[key].setdefault(value, []).append(item)
    return {
        axis.key: {v: tuple(found[axis.key][v]) for v in ordered(axis, _lengths(found[axis.key]))} for axis in CATALOGUE
    }


def catalogue(site: Site) -> tuple[Himpunan, ...]:
    return tuple(
        sorted(site.datasets.values(), key=lambda item: (bare(item.dataset.title).casefold(), item.dataset.slug))
    )


def _lengths(groups: Mapping[str, Sequence[object]]) -> dict[str, int]:
    return {key: len(group) for key, group in groups.items()}


def of_releases(site: Site) -> dict[str, dict[str, int]]:
    """Axis → value → number of releases, of the facets whose values have a page."""
    counts = {
        "topik": {key: n for key, n in _lengths(site.by_topic).items() if key in site.topics},
        "instansi": {key: n for key, n in _lengths(site.by_institution).items() if key in site.institutions},
        "wilayah": {key: n for key, n in _lengths(site.by_region).items() if key in site.regions},
    }
    return {axis.key: ordered(axis, counts[axis.key]) for axis in RELEASES[:3]}


def first(counts: Mapping[str, Counts]) -> dict[str, tuple[tuple[tuple[str, int], ...], int]]:
    """What of the counts stands beside a list: the first values, and how many there are. For digests too."""
    return {key: (tuple(islice(values.items(), SHOWN)), len(values)) for key, values in counts.items()}


def shown(
    site: Site, words: Words, counts: Mapping[str, Counts], axes: Sequence[Axis], *, chosen: tuple[str, str] = ("", "")
) -> tuple[Facet, ...]:
    """Facets as they stand beside the catalogue (`axes` = CATALOGUE) or the releases; those without values empty."""
    of_data = axes is CATALOGUE
    made = []
    for axis in axes:
        values = counts.get(axis.key, {})
        links = tuple(
            FacetValue(
                key, axis.text(site, key, words), page(axis, key, of_data=of_data), words.form.number(number),
                (axis.key, key) == chosen,
            )
            for key, number in islice(values.items(), SHOWN)
        )  # fmt: skip
        more = Link(words.counted("all_values", len(values)), page(axis, "", of_data=of_data))
        if links or not of_data:
            made.append(Facet(axis.key, words[axis.word], links, more if len(values) > SHOWN else None))
    return tuple(made)


def page(axis: Axis, value: str, *, of_data: bool) -> str:
    """The page of a value alone; that of all values of the axis for ""."""
    folder = "data/" if of_data else ""
    return f"{folder}{axis.key}/{value}/" if value else f"{folder}{axis.key}/"
