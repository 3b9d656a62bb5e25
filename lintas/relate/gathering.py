"""Releases under the keys by which lists show them."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from lintas.model import Ref, SiaranPers


def in_lists(releases: tuple[SiaranPers, ...], gone: tuple[SiaranPers, ...] = ()) -> dict[str, Any]:
    """Releases under the keys by which lists show them, as fields of `Site`."""
    return {
        "by_year": _years(releases, gone),
        "by_topic": gather(releases, lambda r: _texts(r.topics)),
        "by_institution": gather(releases, lambda r: _texts(r.institutions)),
        "by_region": gather(releases, region_keys),
        "by_dataset": gather(releases, lambda r: _texts(r.datasets)),
    }


def _texts(refs: Iterable[Ref]) -> Iterator[str]:
    return (ref.text for ref in refs)


def region_keys(release: SiaranPers) -> Iterator[str]:
    """The regions of a release and the regions that contain them, down to kabupaten/kota level."""
    for ref in release.regions:
        yield from _within(ref.text)


@functools.cache
def _within(code: str) -> tuple[str, ...]:
    """A code's province and kabupaten/kota: "32.75.01" → ("32", "32.75")."""
    parts = code.split(".")
    return tuple(".".join(parts[:depth]) for depth in range(1, min(len(parts), 2) + 1))


def gather(
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
    shown = gather(releases, lambda r: (r.year,))
    return {year: shown.get(year, ()) for year in sorted({*shown, *(release.year for release in gone)})}
