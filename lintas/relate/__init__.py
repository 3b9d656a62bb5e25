"""Catalogue → Site: resolve keys, gather backlinks, rank figures, and report what leads nowhere."""

from __future__ import annotations

import functools
import hashlib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from lintas import packing, wilayah
from lintas.diagnostics import Diagnostic, Outcome, Span, fault
from lintas.model import Anggota, Catalogue, Halaman, Instansi, Ref, RincianKawasan, Settings, SiaranPers, Wilayah
from lintas.relate import quotations
from lintas.relate.agenda import Janji, check_agenda, over, promises
from lintas.relate.amendments import check_amendments, hidden_links
from lintas.relate.anchors import chart_anchor, column_anchor, table_anchor
from lintas.relate.calendar import changed, day, due, fresh, instant, next_change, released, turning, visible, withdrawn
from lintas.relate.columns import Rujukan, check_references, column_references
from lintas.relate.consequences import follows
from lintas.relate.figures import densities, figures, number, repeated, total
from lintas.relate.media import shown_media
from lintas.relate.number_faults import number_faults
from lintas.relate.numbers import Register, register
from lintas.relate.references import check_keys, check_regions, index, resolve
from lintas.relate.related import related, sharing
from lintas.relate.reserved import reserved
from lintas.relate.site import Angka, Himpunan, Kawasan, Site, identity, release_address
from lintas.relate.views import check_views

__all__ = [
    "Angka",
    "Himpunan",
    "Janji",
    "Kawasan",
    "Register",
    "Rujukan",
    "Site",
    "changed",
    "chart_anchor",
    "column_anchor",
    "day",
    "due",
    "identity",
    "instant",
    "next_change",
    "number",
    "number_faults",
    "over",
    "register",
    "relate",
    "related",
    "release_address",
    "released",
    "table_anchor",
    "total",
    "turning",
    "visible",
    "withdrawn",
]


def relate(catalogue: Catalogue, now: str, engine: str, faulty: Collection[str] = ()) -> Outcome[Site]:
    """Everything linked to everything; the site is usable for reports even where faults were found.

    `faulty` are the paths in which errors were found: what cannot be found because of them is not reported again.
    """
    releases, gone = visible(catalogue.releases, now), withdrawn(catalogue.releases, now)
    areas, regions = _areas(catalogue.members, catalogue.areas), _regions(catalogue, releases)
    quoted, rows = quotations.gather(catalogue.bound, (*releases, *catalogue.pages))
    targets, problems = _targets(catalogue, (releases, gone), (regions, areas), quotations.addresses(quoted, rows))
    problems += _checks(catalogue, (*releases, *gone), now)
    pairs = tuple(zip(catalogue.datasets, catalogue.facts, strict=True))
    measured = figures(pairs)
    site = Site(
        settings=catalogue.settings,
        base=_base(catalogue, engine, bool(regions)),
        releases=releases,
        positions={release.path: index for index, release in enumerate(releases)},
        pages=catalogue.pages,
        institutions={i.slug: i for i in catalogue.institutions},
        topics={t.slug: t for t in catalogue.topics},
        datasets={dataset.slug: Himpunan(dataset, facts) for dataset, facts in pairs},
        regions=regions,
        areas=areas,
        figures=measured,
        densities=densities(measured),
        repeated=repeated(pairs, measured),
        targets=targets,
        by_year=_years(releases, gone),
        by_topic=_gather(releases, lambda r: _texts(r.topics)),
        by_institution=_gather(releases, lambda r: _texts(r.institutions)),
        by_region=_gather(releases, _region_keys),
        by_dataset=_gather(releases, lambda r: _texts(r.datasets)),
        media={source.path: source for source in shown_media(catalogue, releases)},
        theme=catalogue.theme,
        references=column_references(catalogue.datasets),
        freshness={dataset.slug: fresh(dataset, now) for dataset in catalogue.datasets},
        withdrawn=gone,
        bound=quoted,
        rows=rows,
    )
    return Outcome(_pressed(site, catalogue, now), tuple(p for p in problems if not follows(p, faulty, catalogue)))


def _pressed(site: Site, catalogue: Catalogue, now: str) -> Site:
    """The site with what the press room adds: successions, pictures, promises, kin, papers, signature."""
    releases, gone = site.releases, site.withdrawn
    return replace(
        site,
        replaced=_gather(releases, lambda r: (r.successor.text,) if r.status == "diganti" else ()),
        by_slug={release.slug: release for release in reversed(releases)},
        pictures={each.path: each for each in catalogue.pictures if each.path in site.media},
        agenda=promises(catalogue, (*releases, *gone), now),
        quoted=quotations.by_dataset(site.bound),
        sharing=sharing(releases, catalogue.settings.agency),
        papers={paper.release: paper for paper in catalogue.papers},
        synonyms=catalogue.synonyms,
        signed=catalogue.signed,
    )


def _base(catalogue: Catalogue, engine: str, regional: bool) -> str:
    """Digest of everything that any page may show besides its own subject: chrome, theme, names and addresses.

    `regional` says whether there are pages of regions, and with them an entry in every menu.
    """
    agency = [packing.packer(Instansi)(i) for i in catalogue.institutions if i.slug == catalogue.settings.agency]
    shared = (
        engine,
        agency,
        regional,
        bool(catalogue.agenda),
        packing.packer(Settings)(catalogue.settings),
        tuple((source.path, source.digest) for source in catalogue.theme),
        tuple((page.slug, page.title) for page in catalogue.pages),
        tuple((i.slug, i.name, i.short_name, i.parent.text) for i in catalogue.institutions),
        tuple((topic.slug, topic.name) for topic in catalogue.topics),
        tuple((dataset.slug, dataset.title) for dataset in catalogue.datasets),
        tuple((member.area, member.area_name, member.code) for member in catalogue.members),
    )
    return hashlib.sha256(repr(shared).encode()).hexdigest()


def _texts(refs: Iterable[Ref]) -> Iterator[str]:
    return (ref.text for ref in refs)


def _region_keys(release: SiaranPers) -> Iterator[str]:
    """The regions of a release and the regions that contain them, down to kabupaten/kota level."""
    for ref in release.regions:
        yield from _within(ref.text)


@functools.cache
def _within(code: str) -> tuple[str, ...]:
    """A code's province and kabupaten/kota: "32.75.01" → ("32", "32.75")."""
    parts = code.split(".")
    return tuple(".".join(parts[:depth]) for depth in range(1, min(len(parts), 2) + 1))


def _gather(
    releases: Iterable[SiaranPers], keys: Callable[[SiaranPers], Iterable[str]]
) -> Mapping[str, tuple[SiaranPers, ...]]:
    """Releases under each of their keys, keeping the order given."""
    gathered: dict[str, list[SiaranPers]] = defaultdict(list)
    for release in releases:
        for key in dict.fromkeys(keys(release)):
            gathered[key].append(release)
    return {key: tuple(gathered[key]) for key in sorted(gathered)}


def _years(releases: tuple[SiaranPers, ...], gone: tuple[SiaranPers, ...]) -> Mapping[str, tuple[SiaranPers, ...]]:
    """Releases by year; a year in which all were withdrawn keeps its list, which is empty."""
    shown = _gather(releases, lambda r: (r.year,))
    return {year: shown.get(year, ()) for year in sorted({*shown, *(release.year for release in gone)})}


def _areas(members: Iterable[Anggota], described: Iterable[RincianKawasan]) -> dict[str, Kawasan]:
    details = {row.area: row for row in described}
    grouped: dict[str, list[Anggota]] = defaultdict(list)
    for member in members:
        grouped[member.area].append(member)
    return {
        slug: Kawasan(slug, rows[0].area_name, tuple(rows), details.get(slug, RincianKawasan(slug)))
        for slug, rows in grouped.items()
    }


def _regions(catalogue: Catalogue, releases: Iterable[SiaranPers]) -> dict[str, Wilayah]:
    """Regions that get a page: all, none, or those that a release or a table speaks of, with their provinces."""
    choice = catalogue.settings.features.regions
    if choice == "tidak":
        return {}
    if choice == "semua":
        return {region.code: region for region in wilayah.regions()}
    wanted = {key for release in releases for key in _region_keys(release)}
    wanted |= {code for facts in catalogue.facts for table in facts.tables for code, _ in table.figures}
    wanted |= {member.code for member in catalogue.members}
    wanted |= {ref.text for dataset in catalogue.datasets for ref in dataset.spatial}
    wanted |= {institution.region.text for institution in catalogue.institutions}
    wanted |= {code.split(".")[0] for code in wanted}
    return {region.code: region for region in wilayah.regions() if region.code in wanted}


def _targets(
    catalogue: Catalogue,
    texts: tuple[tuple[SiaranPers, ...], tuple[SiaranPers, ...]],
    places: tuple[Iterable[str], Iterable[str]],
    rows: Mapping[tuple[str, int], str],
) -> tuple[dict[str, tuple[str, ...]], list[Diagnostic]]:
    """Addresses of the links of each text that has a body.

    `texts`: releases in sight, and withdrawn ones; `rows`: where figures bound to data lead.
    """
    releases, gone = texts
    known = index(catalogue, (*releases, *gone), places, rows)
    absent = {release.path for release in gone}
    waiting = tuple(release for release in catalogue.releases if release.path not in known.paths)
    targets: dict[str, tuple[str, ...]] = {}
    problems: list[Diagnostic] = []
    owners: tuple[SiaranPers | Halaman, ...] = (*catalogue.releases, *catalogue.pages)
    for owner in owners:
        if owner.links and owner.path not in absent:
            targets[owner.path], found = resolve(known, owner)
            problems += hidden_links(found, owner, waiting)
    return targets, problems


def _checks(catalogue: Catalogue, known: tuple[SiaranPers, ...], now: str) -> Iterator[Diagnostic]:
    """What is wrong besides links. `known`: the releases that the public knows, withdrawn ones among them."""
    yield from _keys(catalogue)
    yield from check_views(catalogue)
    yield from check_references(catalogue)
    yield from check_amendments(catalogue.releases, now)
    yield from check_agenda(catalogue, known, now)


def _keys(catalogue: Catalogue) -> list[Diagnostic]:
    """Faults of every key that names something else: institution, topic, dataset, region, photo, number, slug."""
    institutions = {i.slug: i for i in catalogue.institutions}
    topics = {t.slug: t for t in catalogue.topics}
    datasets = {d.slug: d for d in catalogue.datasets}
    media = {source.path.removeprefix("content/media/"): source for source in catalogue.media}
    found: list[Diagnostic] = []
    for release in catalogue.releases:
        found += check_keys(release.path, release.institutions, institutions, "TAU103")
        found += check_keys(release.path, release.topics, topics, "TAU104")
        found += check_keys(release.path, release.datasets, datasets, "TAU105")
        if release.status != "dicabut":  # of its photos nothing is shown
            found += check_keys(release.path, (photo.file for photo in release.photos), media, "TAU107")
        found += check_regions(release.path, release.regions)
    for institution in catalogue.institutions:
        found += check_keys(institution.path, _given(institution.parent), institutions, "TAU103")
        found += check_regions(institution.path, _given(institution.region))
    for dataset in catalogue.datasets:
        found += check_keys(dataset.path, _given(dataset.institution), institutions, "TAU103")
        found += check_keys(dataset.path, dataset.topics, topics, "TAU104")
        found += check_regions(dataset.path, (ref for ref in dataset.spatial if ref.text != "ID"))
    agency = catalogue.settings.agency
    found += check_keys("content/situs.yaml", _given(Ref(agency)), institutions, "TAU103")
    found += check_keys("content/situs.yaml", _given(catalogue.settings.logo), media, "TAU107")
    return [*found, *_doubled(catalogue.releases), *reserved(catalogue)]


def _given(ref: Ref) -> tuple[Ref, ...]:
    return (ref,) if ref.text else ()


def _doubled(releases: Iterable[SiaranPers]) -> Iterator[Diagnostic]:
    """A slug is the key of `siaran:` links and must be unique over the years."""
    slugs: dict[str, str] = {}
    for release in releases:
        path = slugs.setdefault(release.slug, release.path)
        if path != release.path:
            yield fault("TAU109", Span(release.path), related=(Span(path),), slug=release.slug, first=path)
