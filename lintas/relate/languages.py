"""The portal in its other languages: texts translated where there is a translation, marked as foreign where not."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from lintas import packing
from lintas.diagnostics import Diagnostic, Span, fault
from lintas.foreign import FIRST, mark
from lintas.model import (
    UNKNOWN,
    Catalogue,
    Dataset,
    DatasetVersion,
    Halaman,
    Instansi,
    PackageFacts,
    RincianKawasan,
    Settings,
    SiaranPers,
    Topik,
)
from lintas.reader import near
from lintas.relate.calendar import due
from lintas.relate.columns import column_references
from lintas.relate.figures import measures
from lintas.relate.quotations import by_dataset
from lintas.relate.site import Himpunan, Kawasan, Site, release_address
from lintas.relate.translated import text_of, translated_dataset

_KINDS = {"en": {"provinsi": "province", "kabupaten": "regency", "kota": "city"}}
_Text = TypeVar("_Text", SiaranPers, Halaman)
Gather = Callable[[tuple[SiaranPers, ...]], dict[str, Any]]


def originals(texts: Iterable[_Text]) -> tuple[_Text, ...]:
    """Texts that translate no other."""
    return tuple(text for text in texts if not text.translates.text)


def translations(texts: Iterable[_Text], language: str) -> dict[str, _Text]:
    """Slug of the original → its translation into a language."""
    found: dict[str, _Text] = {}
    for text in texts:
        if text.translates.text and text.language == language:
            found.setdefault(text.translates.text, text)
    return found


def shown_translations(catalogue: Catalogue, shown: Iterable[SiaranPers], now: str) -> tuple[SiaranPers, ...]:
    """Translations in sight, as they are published: of releases in sight, when their own time has come too."""
    originals_ = {release.slug: release for release in shown}
    return tuple(
        _merged(release, originals_[release.translates.text])
        for release in catalogue.releases
        if release.translates.text in originals_
        and release.language in catalogue.settings.languages
        and release.status not in ("draf", "dicabut")
        and due(release) <= now
    )


def _merged(text: SiaranPers, original: SiaranPers) -> SiaranPers:
    """The words of the translation, everything else of its original, so that the two cannot disagree."""
    people = text.people or tuple(replace(p, role=mark(p.role)) for p in original.people)
    photos = text.photos or tuple(replace(p, caption=mark(p.caption), credit=mark(p.credit)) for p in original.photos)
    regulations = text.regulations or tuple(replace(r, title=mark(r.title)) for r in original.regulations)
    return replace(
        original,
        path=text.path,
        digest=text.digest,
        original=original.digest,
        title=text.title,
        summary=text.summary,
        place=text.place or original.place,
        people=people,
        photos=photos,
        regulations=regulations,
        language=text.language,
        links=text.links,
        headings=text.headings,
        excerpt=text.excerpt,
        bindings=text.bindings,
        corrections=text.corrections,
        translates=text.translates,
        former=(),
        fingerprint=UNKNOWN,
    )


_ONCE: Mapping[str, Any] = {  # what a site has in its first language alone
    "others": {}, "translations": {}, "withdrawn": (), "replaced": {}, "sharing": {},
}  # fmt: skip


def in_language(site: Site, catalogue: Catalogue, language: str, gathered: Gather) -> Site:
    """The site as readers of another language see it. `gathered` sorts releases under their keys."""
    order = {release_address(release): index for index, release in enumerate(site.releases)}
    everything = (release for group in site.translations.values() for release in group)
    mine = [release for release in everything if release.language == language]
    releases = tuple(sorted(mine, key=lambda release: order[release_address(release)]))
    pages, waiting = _pages(catalogue, language)
    pairs = [
        (said := translated_dataset(dataset, language), _facts(facts, (dataset, said), language))
        for dataset, facts in zip(catalogue.datasets, catalogue.facts, strict=True)
    ]
    texts = {*(release.path for release in releases), *(page.path for page in pages)}
    bound = {path: found for path, found in site.bound.items() if path in texts}
    known = {f"{language}/{release_address(release)}" for release in releases}
    kinds = _KINDS.get(language, {})
    other = replace(
        site,
        language=language,
        settings=_settings(catalogue.settings, language),
        releases=releases,
        positions={release.path: index for index, release in enumerate(releases)},
        by_slug={release.slug: release for release in reversed(releases)},
        **_ONCE,
        pages=pages,
        waiting=waiting,
        institutions={key: institution(each, language) for key, each in site.institutions.items()},
        topics={key: topic(each, language) for key, each in site.topics.items()},
        datasets={dataset.slug: Himpunan(dataset, facts) for dataset, facts in pairs},
        regions={code: replace(each, kind=kinds.get(each.kind, each.kind)) for code, each in site.regions.items()},
        references=column_references(tuple(dataset for dataset, _ in pairs)),
        areas={key: _area(area) for key, area in site.areas.items()},
        **measures(pairs),
        bound=bound,
        quoted=by_dataset(bound),
        targets={path: _targets(site.targets[path], known, language) for path in site.targets if path in texts},
        **gathered(releases),
    )
    return replace(other, base=_base(site, other))


def _base(site: Site, other: Site) -> str:
    """What the chrome and every link of this language may say, besides what the first language says."""
    said = (
        site.base,
        other.language,
        [(page.slug, page.title) for page in (*other.pages, *other.waiting)],
        [packing.packer(Instansi)(each) for each in other.institutions.values()],
        [packing.packer(Topik)(each) for each in other.topics.values()],
        [(slug, item.dataset.title) for slug, item in other.datasets.items()],
    )
    return hashlib.sha256(repr(said).encode()).hexdigest()


def _targets(addresses: tuple[str, ...], known: set[str], language: str) -> tuple[str, ...]:
    """Links to releases lead to their translations; those to other pages are turned when the page is drawn."""
    made = []
    for address in addresses:
        page, anchor, name = address.partition("#")
        there = f"{language}/{page}" in known and not anchor  # ids of headings are those of each language
        made.append(f"{language}/{address}" if there else f"{page}{anchor}{name}")
    return tuple(made)


def _pages(catalogue: Catalogue, language: str) -> tuple[tuple[Halaman, ...], tuple[Halaman, ...]]:
    """Standing pages that exist in a language, at the address of their originals, and originals that do not."""
    known = translations(catalogue.pages, language)
    first = originals(catalogue.pages)
    there = tuple(replace(known[page.slug], slug=page.slug) for page in first if page.slug in known)
    return there, tuple(page for page in first if page.slug not in known)


def _settings(settings: Settings, language: str) -> Settings:
    tagline = text_of(settings.translations, language, "tagline", settings.tagline)
    title = next((dict(t.texts).get("title", "") for t in settings.translations if t.language == language), "")
    contact = replace(settings.contact, unit=mark(settings.contact.unit), address=mark(settings.contact.address))
    return replace(settings, title=title or settings.title, tagline=tagline, contact=contact)


def institution(given: Instansi, language: str) -> Instansi:
    def own(key: str, original: str) -> str:
        return text_of(given.translations, language, key, original)

    short = next((dict(t.texts).get("short_name", "") for t in given.translations if t.language == language), "")
    return replace(
        given,
        name=own("name", given.name),
        short_name=short or given.short_name,  # abbreviations are names
        description=own("description", given.description),
    )


def topic(given: Topik, language: str) -> Topik:
    name = text_of(given.translations, language, "name", given.name)
    return replace(
        given, name=name, description=text_of(given.translations, language, "description", given.description)
    )


def _area(area: Kawasan) -> Kawasan:
    """What tables say of areas is Indonesian; their names are names."""
    details: RincianKawasan = replace(area.details, basis=mark(area.details.basis), note=mark(area.details.note))
    members = tuple(replace(each, basis=mark(each.basis), note=mark(each.note)) for each in area.members)
    return replace(area, details=details, members=members)


def _facts(facts: PackageFacts, datasets: tuple[Dataset, Dataset], language: str) -> PackageFacts:
    """The charts of the language, and versions, under the titles that its pages show.

    `datasets`: as written first, and in the language.
    """
    first, said = datasets
    views = {view.name: view for view in said.views}
    charts = tuple(
        replace(chart, view=views[chart.view.name], source=mark(chart.source))
        for chart in facts.spoken
        if chart.language == language
    )
    titles = {old.title: new.title for old, new in zip(first.resources, said.resources, strict=True)}
    titles[first.title] = said.title
    return replace(facts, charts=charts, spoken=(), versions=tuple(_version(v, titles) for v in facts.versions))


def _version(version: DatasetVersion, titles: Mapping[str, str]) -> DatasetVersion:
    """A frozen version; titles that are still those of today have a translation."""
    changes = tuple(replace(each, title=titles.get(each.title) or mark(each.title)) for each in version.changes)
    title = titles.get(version.title) or mark(version.title)
    return replace(version, title=title, note=mark(version.note), changes=changes)


def check_translations(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """What is wrong with texts that say others in another language.

    TER101 no such original, TER102 no other language, or no original at all, TER103 translated twice,
    TER104 a language that the portal does not have.
    """
    yield from _checked(catalogue.releases, catalogue.settings.languages)
    yield from _checked(catalogue.pages, catalogue.settings.languages)


def _checked(texts: tuple[_Text, ...], languages: tuple[str, ...]) -> Iterator[Diagnostic]:
    first = {text.slug: text for text in originals(texts)}
    taken: dict[tuple[str, str], str] = {}
    for text in texts:
        ref = text.translates
        place = Span(text.path, ref.line, ref.column)
        original = first.get(ref.text)
        if not ref.text:
            if isinstance(text, Halaman) and text.language != FIRST:
                yield fault("TER102", Span(text.path), language=text.language)
        elif original is None:
            yield fault("TER101", place, key=ref.text, hint=near(ref.text, first) or "–")
        elif text.language in (FIRST, original.language):
            yield fault("TER102", place, language=text.language)
        elif taken.setdefault((ref.text, text.language), text.path) != text.path:
            first_path = taken[ref.text, text.language]
            yield fault("TER103", place, related=(Span(first_path),), key=ref.text, first=first_path)
        elif text.language not in languages:
            yield fault("TER104", place, language=text.language)
