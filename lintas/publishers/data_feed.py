"""The Atom feed of data changes: one entry for each frozen version of a dataset."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree

from lintas import formatting
from lintas.model import DatasetVersion
from lintas.outputs import Output, Publisher, Tools
from lintas.packing import digest_of
from lintas.presenting import atom, versions
from lintas.relate import Himpunan, Site
from lintas.wording import Words

NAME = "data_feed"
PATH = "umpan/data.xml"
_LENGTH = 50  # newest versions in the feed


def _shown(site: Site) -> list[tuple[Himpunan, DatasetVersion]]:
    """Newest first; on one day in the order of the datasets, and the higher version of one dataset before the lower."""
    every = [(item, version) for item in site.datasets.values() for version in reversed(item.facts.versions)]
    return sorted(every, key=lambda pair: pair[1].date, reverse=True)[:_LENGTH]


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    websites = [(institution.slug, institution.website) for institution in site.institutions.values()]
    shown = [
        (item.dataset.slug, version.digest, item.dataset.institution.text, tuple(r.text for r in item.dataset.topics))
        for item, version in _shown(site)
    ]
    return [Output(PATH, NAME, "", digest_of(site.base, shown, websites))]


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    words, shown = tools.renderer.strings, _shown(site)
    feed = atom.feed(site, words["data_changes"], (PATH, "data/"), shown[0][1].date if shown else "")
    for item, version in shown:
        feed.append(_entry(site, item, version, words))
    return atom.written(feed)


def _entry(site: Site, item: Himpunan, version: DatasetVersion, words: Words) -> ElementTree.Element:
    slug, base = item.dataset.slug, site.settings.base_url
    path = versions.address(slug, version.version)
    entry = ElementTree.Element("entry")
    atom.add(entry, "title", words["version_title"].format(title=version.title, version=version.version))
    atom.add(entry, "id", atom.tag(site, version.date, path.rstrip("/")))
    atom.add(entry, "link", rel="alternate", type="text/html", href=base + path)
    if version.difference:
        atom.add(entry, "link", rel="related", type="application/json", href=f"{base}{path}perbedaan.json")
    date = formatting.rfc3339(version.date)
    atom.add(entry, "published", date)
    atom.add(entry, "updated", date)
    owner = site.institutions.get(item.dataset.institution.text)
    if owner:
        atom.author(entry, owner.name, owner.website)
    else:
        atom.author(entry, site.settings.title, base)
    for ref in item.dataset.topics:
        if ref.text in site.topics:
            atom.add(entry, "category", term=ref.text, label=site.topics[ref.text].name)
    atom.add(entry, "summary", " ".join((*versions.sentences(version, words), version.note)))
    return entry


PUBLISHER = Publisher(NAME, _plan, _render)
