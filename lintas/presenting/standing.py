"""What the page of a topic or an institution says besides its lists: what it goes with, how fresh its data is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from lintas.model import Ref, SiaranPers
from lintas.presenting import facets
from lintas.relate import Himpunan, Site
from lintas.views.parts import Link
from lintas.wording import Words

MOST = 8
Tally = tuple[tuple[str, int], ...]  # keys with numbers of releases, most frequent first


def topics(site: Site, releases: Iterable[SiaranPers]) -> Tally:
    """The topics of which releases speak most."""
    return _most(releases, lambda release: release.topics, site.topics.keys())


def institutions(site: Site, releases: Iterable[SiaranPers]) -> Tally:
    """The institutions that stand behind releases most often."""
    return _most(releases, lambda release: release.institutions, site.institutions.keys())


def _most(releases: Iterable[SiaranPers], refs: Callable[[SiaranPers], tuple[Ref, ...]], known: Iterable[str]) -> Tally:
    there = frozenset(known)
    counts = Counter(key for release in releases for key in {ref.text for ref in refs(release)} if key in there)
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST])


def links(tally: Tally, folder: str, name: Callable[[str], str], words: Words) -> tuple[Link, ...]:
    return tuple(Link(name(key), f"{folder}/{key}/", count=words.form.number(number)) for key, number in tally)


def states(site: Site, datasets: Iterable[Himpunan]) -> Tally:
    """How many datasets are on schedule, overdue, without schedule."""
    counts = Counter(site.freshness[item.dataset.slug].state for item in datasets)
    return tuple((state, counts[state]) for state in facets.STATES if state in counts)


def freshness(site: Site, datasets: Iterable[Himpunan], words: Words) -> tuple[str, ...]:
    """ "Sesuai jadwal: 3", "Lewat jadwal: 1"."""
    named = ((words[f"facet_{state.replace('-', '_')}"], number) for state, number in states(site, datasets))
    return tuple(f"{text}: {words.form.number(number)}" for text, number in named)


def rest(datasets: Sequence[Himpunan], shown: int, path: str, words: Words) -> Link | None:
    """The way to all datasets where a page shows the first of them."""
    return Link(words.counted("all_of_datasets", len(datasets)), path) if len(datasets) > shown else None


def narrowed(axis: str, key: str, pages: int, words: Words) -> Link | None:
    """Where the releases of this page can be narrowed further, when they fill more than one page."""
    return Link(words["narrow_further"], f"siaran-pers/?{axis}={key}") if pages > 1 else None
