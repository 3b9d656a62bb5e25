"""Catalogue → Site: resolve keys, gather backlinks, rank figures, and report what leads nowhere."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from lintas import packing, wilayah
from lintas.diagnostics import Diagnostic, Outcome, Span, fault
from lintas.foreign import FIRST
from lintas.model import Anggota, Catalogue, Halaman, Instansi, Ref, RincianKawasan, Settings, SiaranPers, Wilayah
from lintas.relate import quotations, security
from lintas.relate.agenda import Janji, check_agenda, over, promises
from lintas.relate.amendments import check_amendments, hidden_links
from lintas.relate.anchors import chart_anchor, column_anchor, table_anchor
from lintas.relate.calendar import (
    changed,
    day,
    due,
    fresh,
    instant,
    news,
    next_change,
    released,
    stale,
    turning,
    visible,
    withdrawn,
)
from lintas.relate.columns import Rujukan, check_references, column_references
from lintas.relate.consequences import follows
from lintas.relate.figures import measures, number, total
from lintas.relate.gathering import gather, in_lists, region_keys
from lintas.relate.languages import check_translations, in_language, originals, shown_translations
from lintas.relate.media import shown_media
from lintas.relate.number_faults import number_faults
from lintas.relate.numbers import Register, register
from lintas.relate.references import check_keys, check_regions, index, resolve
from lintas.relate.related import related, sharing
from lintas.relate.reserved import reserved
from lintas.relate.security import check_security
from lintas.relate.site import Angka, Himpunan, Kawasan, Site, identity, release_address
from lintas.relate.translated import lacking, translated_dataset
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
    "lacking",
    "next_change",
    "number",
    "number_faults",
    "originals",
    "over",
    "register",
    "relate",
    "related",
    "release_address",
    "released",
    "security",
    "stale",
    "table_anchor",
    "total",
    "translated_dataset",
    "turning",
    "visible",
    "withdrawn",
]


def relate(catalogue: Catalogue, now: str, engine: str, faulty: Collection[str] = ()) -> Outcome[Site]:
    """Everything linked to everything; the site is usable for reports even where faults were found.

    `faulty` are the paths in which errors were found: what cannot be found because of them is not reported again.
    """
    first = originals(catalogue.releases)
    releases, gone = visible(first, now), withdrawn(first, now)
    said = shown_translations(catalogue, releases, now)
    areas, regions = _areas(catalogue.members, catalogue.areas), _regions(catalogue, releases)
    quoted, rows = quotations.gather(catalogue.bound, (*releases, *said, *catalogue.pages))
    linked = quotations.addresses(quoted, rows)
    targets, problems = _targets(catalogue, ((*releases, *said), gone), (regions, areas), linked)
    problems += _checks(catalogue, (*releases, *gone), now)
    pairs = tuple(zip(catalogue.datasets, catalogue.facts, strict=True))
    site = Site(
        settings=catalogue.settings,
        base=_base(catalogue, engine, bool(regions)),
        releases=releases,
        positions={release.path: index for index, release in enumerate(releases)},
        pages=originals(catalogue.pages),
        institutions={i.slug: i for i in catalogue.institutions},
        topics={t.slug: t for t in catalogue.topics},
        datasets={dataset.slug: Himpunan(dataset, facts) for dataset, facts in pairs},
        regions=regions,
        areas=areas,
        **measures(pairs),
        targets=targets,
        **in_lists(releases, gone),
        media={source.path: source for source in shown_media(catalogue, (*releases, *said))},
        theme=catalogue.theme,
        references=column_references(catalogue.datasets),
        freshness={dataset.slug: fresh(dataset, now) for dataset in catalogue.datasets},
        withdrawn=gone,
        bound=quoted,
        rows=rows,
        translations=gather(said, lambda release: (release.slug,)),
    )
    kept = tuple(p for p in problems if not follows(p, faulty, catalogue))
    return Outcome(_spoken(_pressed(site, catalogue, now), catalogue), kept)


def _spoken(site: Site, catalogue: Catalogue) -> Site:
    """The site with the other languages of the portal; what translations quote is quoted in their language."""
    others = {
        language: in_language(site, catalogue, language, in_lists)
        for language in site.settings.languages
        if language != FIRST
    }
    translated = {release.path for group in site.translations.values() for release in group}
    translated |= {page.path for page in catalogue.pages if page.translates.text}
    bound = {path: figures_ for path, figures_ in site.bound.items() if path not in translated}
    return replace(site, others=others, bound=bound, quoted=quotations.by_dataset(bound))


def _pressed(site: Site, catalogue: Catalogue, now: str) -> Site:
    """The site with what the press room adds: successions, pictures, promises, kin, papers, signature."""
    releases, gone = site.releases, site.withdrawn
    return replace(
        site,
        news=news(releases, now),
        secured=security.expiry(catalogue.settings) > now,
        replaced=gather(releases, lambda r: (r.successor.text,) if r.status == "diganti" else ()),
        by_slug={release.slug: release for release in reversed(releases)},
        pictures={each.path: each for each in catalogue.pictures if each.path in site.media},
        agenda=promises(catalogue, (*releases, *gone), now),
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
        tuple((page.slug, page.title) for page in originals(catalogue.pages)),
        tuple((i.slug, i.name, i.short_name, i.parent.text) for i in catalogue.institutions),
        tuple((topic.slug, topic.name) for topic in catalogue.topics),
        tuple((dataset.slug, dataset.title) for dataset in catalogue.datasets),
        tuple(facts.slug for facts in catalogue.facts if facts.versions),  # of which feeds tell
        tuple((member.area, member.area_name, member.code) for member in catalogue.members),
    )
    return hashlib.sha256(repr(shared).encode()).hexdigest()


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
    wanted = {key for release in releases for key in region_keys(release)}
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
    yield from check_translations(catalogue)
    yield from check_amendments(catalogue.releases, now)
    yield from check_agenda(catalogue, known, now)
    yield from check_security(catalogue.settings, now)


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
