"""Feeds, each as Atom and as JSON Feed: of the whole portal, and of every topic, institution and region."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from lintas.model import DatasetVersion, SiaranPers
from lintas.outputs import Output, Publisher, Tools
from lintas.packing import digest_of
from lintas.presenting import agenda, corrections
from lintas.presenting.feeds import Entry, Feed, atom, entries, folders, json_feed, places
from lintas.presenting.feeds.places import AGENDA, CORRECTIONS, DATA, RELEASES
from lintas.relate import Himpunan, Site, identity, instant
from lintas.wording import Words

NAME = "feeds"
_LENGTH, _OF_FOLDER = 50, 20  # newest entries in a feed of the portal, and of one topic, institution or region
_FORMS = (("xml", atom.written), ("json", json_feed.written))


@dataclass(frozen=True, slots=True)
class General:
    """A feed of the whole portal: key of its title, its page, what it is made of, and its entries."""

    word: str
    about: str
    ingredients: Callable[[Site], tuple[object, ...]]
    entries: Callable[[Site, Words], Iterator[Entry]]


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    owners = digest_of(site.base, [(each.slug, each.website) for each in site.institutions.values()])
    planned: list[Output] = []
    for path, feed in _GENERAL.items():
        if path != AGENDA or site.agenda:
            planned += _both(path, path, digest_of(owners, *feed.ingredients(site)))
    for (kind, key), datasets in folders(site).items():
        own = _releases_identity(site, places.releases(site, kind, key)[:_OF_FOLDER])
        versions = [_version_identity(pair) for pair in _newest(datasets)[:_OF_FOLDER]]
        planned += _both(f"{kind}/{key}/umpan", f"{kind} {key}", digest_of(owners, own, versions))
    return planned


def _both(path: str, subject: str, digest: str) -> Iterator[Output]:
    for suffix, _ in _FORMS:
        yield Output(f"{path}.{suffix}", NAME, subject, digest)


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    words, (kind, _, key) = tools.renderer.strings, output.subject.partition(" ")
    feed = _folder(site, kind, key, words) if key else _general(site, kind, words)
    written = dict(_FORMS)[output.path.rpartition(".")[2]]
    return written(site, feed)


def _general(site: Site, path: str, words: Words) -> Feed:
    known = _GENERAL[path]
    return Feed(words[known.word], path, known.about, tuple(known.entries(site, words)))


def _folder(site: Site, kind: str, key: str, words: Words) -> Feed:
    """Releases and changes of data together, newest first."""
    names: dict[str, Callable[[], str]] = {
        "topik": lambda: site.topics[key].name,
        "instansi": lambda: site.institutions[key].name,
        "wilayah": lambda: site.regions[key].name,
    }
    releases = (entries.of_release(site, each) for each in places.releases(site, kind, key)[:_OF_FOLDER])
    frozen = _newest(places.datasets(site, kind, key))[:_OF_FOLDER]
    changes = (entries.of_version(site, *pair, words) for pair in frozen)
    newest = sorted(chain(releases, changes), key=lambda entry: instant(entry.published), reverse=True)
    return Feed(names[kind](), f"{kind}/{key}/umpan", f"{kind}/{key}/", tuple(newest[:_OF_FOLDER]))


def _newest(datasets: Iterable[Himpunan]) -> list[tuple[Himpunan, DatasetVersion]]:
    """Versions: on one day in the order of the datasets, and the higher version of one dataset before the lower."""
    every = [(item, version) for item in datasets for version in reversed(item.facts.versions)]
    return sorted(every, key=lambda pair: pair[1].date, reverse=True)


def _releases_identity(site: Site, shown: tuple[SiaranPers, ...]) -> tuple[object, ...]:
    return identity(shown), [site.papers.get(release.path) for release in shown]


def _version_identity(pair: tuple[Himpunan, DatasetVersion]) -> tuple[object, ...]:
    item, version = pair
    return item.dataset.slug, version.digest, item.dataset.institution.text, tuple(r.text for r in item.dataset.topics)


def _change_identity(change: corrections.Entry) -> tuple[object, ...]:
    after = identity((change.successor,)) if change.successor else ""
    return change.kind, change.number, identity((change.release,)), after


_GENERAL = {
    RELEASES: General(
        "releases", "siaran-pers/",
        lambda site: _releases_identity(site, site.releases[:_LENGTH]),
        lambda site, words: (entries.of_release(site, release) for release in site.releases[:_LENGTH]),
    ),
    DATA: General(
        "data_changes", "data/",
        lambda site: tuple(map(_version_identity, _newest(site.datasets.values())[:_LENGTH])),
        lambda site, words: (
            entries.of_version(site, *pair, words) for pair in _newest(site.datasets.values())[:_LENGTH]
        ),
    ),
    CORRECTIONS: General(
        "corrections", corrections.REGISTER,
        lambda site: tuple(map(_change_identity, corrections.register(site)[:_LENGTH])),
        lambda site, words: (entries.of_change(site, each, words) for each in corrections.register(site)[:_LENGTH]),
    ),
    AGENDA: General(
        "agenda", agenda.PAGE,
        lambda site: (agenda.ingredients(site),),
        lambda site, words: (
            entries.of_promise(site, janji, words)
            for janji in sorted(site.agenda, key=lambda j: (agenda.stamp(j), j.entry.slug), reverse=True)[:_LENGTH]
        ),
    ),
}  # fmt: skip

PUBLISHER = Publisher(NAME, _plan, _render)
