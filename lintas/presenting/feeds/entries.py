"""Entries of feeds: releases, versions of data, corrections, and what is in the calendar."""

from __future__ import annotations

from collections.abc import Iterable

from lintas import formatting
from lintas.model import DatasetVersion, Ref, SiaranPers
from lintas.presenting import agenda, corrections, versions
from lintas.presenting.feeds.model import Attached, Entry, issuer, publisher, tag
from lintas.relate import Himpunan, Janji, Site, release_address, released
from lintas.wording import Words


def of_release(site: Site, release: SiaranPers) -> Entry:
    published, updated = corrections.dates(release)
    paper = site.papers.get(release.path)
    base = site.settings.base_url
    pdf = (Attached("enclosure", base + paper.path, "application/pdf", paper.bytes),) if paper else ()
    return Entry(
        id=tag(site, release.published, f"siaran-pers/{release.year}/{release.slug}"),
        title=release.title,
        url=base + release_address(release),
        published=published,
        updated=updated,
        summary=release.summary or release.excerpt,
        author=issuer(site, (ref.text for ref in release.institutions)),
        language=release.language,
        tags=_topics(site, release.topics),
        attached=pdf,
    )


def _topics(site: Site, refs: Iterable[Ref]) -> tuple[tuple[str, str], ...]:
    return tuple((ref.text, site.topics[ref.text].name) for ref in refs if ref.text in site.topics)


def of_version(site: Site, item: Himpunan, version: DatasetVersion, words: Words) -> Entry:
    """A frozen version of a dataset: what changed in it."""
    path, base = versions.address(item.dataset.slug, version.version), site.settings.base_url
    date = formatting.rfc3339(version.date)
    difference = Attached("related", f"{base}{path}perbedaan.json", "application/json")
    return Entry(
        id=tag(site, version.date, path.rstrip("/")),
        title=words["version_title"].format(title=version.title, version=version.version),
        url=base + path,
        published=date,
        updated=date,
        summary=" ".join((*versions.sentences(version, words), version.note)),
        author=issuer(site, (item.dataset.institution.text,)),
        tags=_topics(site, item.dataset.topics),
        attached=(difference,) if version.difference else (),
    )


def of_change(site: Site, change: corrections.Entry, words: Words) -> Entry:
    """A line of the register of corrections."""
    release, correction, base = change.release, change.correction, site.settings.base_url
    shown = corrections.change(change, words)
    place = f"siaran-pers/{release.year}/{release.slug}/{change.kind}"
    date = formatting.rfc3339(change.date)
    text, after = release.withdrawal.reason, change.successor
    if correction:
        text = corrections.sentence(correction, words)
    elif after:
        text = f"{words['notice_replaced']} {after.title}"
    return Entry(
        id=tag(site, released(release), f"{place}/{change.number}" if change.number else place),
        title=f"{shown.kind}: {release.title}",
        url=base + change.path,
        published=date,
        updated=date,
        summary=text,
        author=issuer(site, (ref.text for ref in release.institutions)),
        language=release.language,
        tags=((correction.weight, shown.weight),) if correction else (),
        attached=(Attached("related", base + release_address(after), "text/html"),) if after and not correction else (),
    )


def of_promise(site: Site, janji: Janji, words: Words) -> Entry:
    """An entry of the calendar."""
    entry = janji.entry
    known = entry.institution.text in site.institutions
    told = (f"{agenda.when(entry, words)}.", entry.place and f"{entry.place}.", entry.description, entry.reason)
    return Entry(
        id=tag(site, entry.announced, f"jadwal/{entry.slug}"),
        title=f"{words[f'agenda_{entry.status}']}: {entry.title}",
        url=site.settings.base_url + agenda.address(entry),
        published=formatting.rfc3339(entry.announced),
        updated=formatting.rfc3339(agenda.stamp(janji)),
        summary=" ".join(filter(None, (*told, agenda.verdict(janji, words)))),
        author=issuer(site, (entry.institution.text,)) if known else publisher(site),
        tags=((entry.kind, words[f"agenda_{entry.kind}"]),),
    )
