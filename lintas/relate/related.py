"""Which releases belong together: those that share topics, regions, institutions and data, near in time.

Only the nearest releases under each key are looked at, so that the work grows with the number of releases and not with
its square, and so that a new release changes the pages of its neighbours alone and not those of ten years.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from lintas.model import SiaranPers
from lintas.relate.site import Site

NEAR = 6  # releases looked at under each key, on each side in time
MOST = 4


def sharing(releases: Sequence[SiaranPers], agency: str) -> Mapping[str, tuple[int, ...]]:
    """Positions of the releases under each key that two can share. The portal's own agency stands on nearly all."""
    found: dict[str, list[int]] = defaultdict(list)
    for position, release in enumerate(releases):
        for key in _keys(release, agency):
            found[key].append(position)
    return {key: tuple(positions) for key, positions in found.items() if len(positions) > 1}


def _keys(release: SiaranPers, agency: str) -> Iterator[str]:
    for ref in release.topics:
        yield "t" + ref.text
    for ref in release.regions:
        yield "w" + ref.text
    for ref in release.institutions:
        if ref.text != agency:
            yield "i" + ref.text
    for ref in release.datasets:
        yield "d" + ref.text


def related(site: Site, position: int) -> tuple[int, ...]:
    """Positions of the releases that share most with this one; of those that share as much, the newest first."""
    release, counts = site.releases[position], dict[int, int]()
    known = counts.get
    for key in _keys(release, site.settings.agency):
        positions = site.sharing.get(key, ())
        middle = bisect_left(positions, position)
        for other in positions[max(0, middle - NEAR) : middle + NEAR + 1]:
            counts[other] = known(other, 0) + 1
    counts.pop(position, None)
    size = len(site.releases)  # one number for both, because numbers are compared faster than pairs
    best = sorted([other - count * size for other, count in counts.items()])
    return tuple(rank % size for rank in best[:MOST])
