"""What a browser needs to combine facets: every item of a list with its values, as compact JSON by columns.

It is fetched when a reader chooses a second value, never with the page. Beyond `SUMMARISED` items their summaries stay
at home: a list of ten thousand titles is what a slow line can carry.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lintas.foreign import FIRST, bare
from lintas.model import SiaranPers
from lintas.outputs import Tools
from lintas.packing import digest_of
from lintas.presenting import facets, items
from lintas.presenting.facets import Axis
from lintas.relate import Site, release_address
from lintas.wording import Words

SUMMARISED = 1000
Values = Mapping[str, tuple[str, ...]]  # axis → values of one item
Columns = dict[str, list[Any]]


def of_catalogue(site: Site, tools: Tools) -> bytes:
    """All datasets in the order of the catalogue."""
    words = tools.renderer.strings
    listed = facets.catalogue(site)
    shown = [items.dataset_item(site, item, words) for item in listed]
    columns: Columns = {
        "judul": [item.title for item in shown],
        "alamat": _there(tools, [item.path for item in shown]),
        "tanggal": [item.updated.iso[:10] if item.updated else "" for item in shown],
        "uraian": [item.description for item in shown],
        "format": [_few(item.formats) for item in shown],
        "baris": [item.rows for item in shown],
        "periode": [item.period for item in shown],
        "instansi": [item.institution for item in shown],
        "bahasa": [FIRST if item.title != bare(item.title) else "" for item in shown],
    }
    return _written((site, words), facets.CATALOGUE, [facets.of_dataset(site, item) for item in listed], columns)


def of_releases(site: Site, tools: Tools) -> bytes:
    """All releases, newest first."""
    words, shown = tools.renderer.strings, site.releases
    columns: Columns = {
        "judul": [release.title for release in shown],
        "alamat": _there(tools, [release_address(release) for release in shown]),
        "tanggal": [release.published[:10] for release in shown],
        "instansi": [items.publisher_of(site, release) for release in shown],
        "label": [items.label(release, words) for release in shown],
        "bahasa": [release.language if release.language != words.lang else "" for release in shown],
    }
    if len(shown) <= SUMMARISED:
        columns["uraian"] = [release.summary or release.excerpt for release in shown]
        columns["nomor"] = [_few([number.text for number in release.numbers]) for release in shown]
    return _written((site, words), facets.RELEASES, [_of_release(site, release) for release in shown], columns)


def told_of_releases(site: Site) -> str:
    """Digest of all that the file says of releases, which is less than they say: most edits do not touch it."""
    whole = len(site.releases) <= SUMMARISED
    return digest_of(*(part for release in site.releases for part in _told(release, whole=whole)))


def _told(release: SiaranPers, *, whole: bool) -> Iterator[object]:
    yield from (release.path, release.title, release.published[:10], release.status, release.language)
    yield release.classification
    for refs in (release.topics, release.institutions, release.regions):
        yield " ".join([ref.text for ref in refs])
    if whole:
        yield from (release.summary or release.excerpt, [number.text for number in release.numbers])


def _of_release(site: Site, release: SiaranPers) -> dict[str, tuple[str, ...]]:
    """Axis → values of a release, each once."""
    codes = [ref.text.split(".")[:2] for ref in release.regions]
    regions = [".".join(code[:depth]) for code in codes for depth in (1, 2)]  # a region and what it lies in
    return {
        "topik": tuple(dict.fromkeys(ref.text for ref in release.topics if ref.text in site.topics)),
        "instansi": tuple(dict.fromkeys(ref.text for ref in release.institutions if ref.text in site.institutions)),
        "wilayah": tuple(dict.fromkeys(code for code in regions if code in site.regions)),
        "tahun": (release.year,),
        "status": (release.status if release.status in facets.STATUSES else facets.STATUSES[0],),
        "klasifikasi": (release.classification,),
    }


def _written(told: tuple[Site, Words], axes: Sequence[Axis], values: Sequence[Values], columns: Columns) -> bytes:
    """Addresses lose what they all begin with; columns that say nothing are left out."""
    prefix = posixpath.commonprefix(columns["alamat"]).rpartition("/")[0]
    columns["alamat"] = [address.removeprefix(prefix).strip("/") for address in columns["alamat"]]
    value = {
        "awalan": f"{prefix}/" if prefix else "",
        "segi": [made for axis in axes if (made := _axis(*told, axis, values))],
        "kolom": {name: column for name, column in columns.items() if any(column)},
    }
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
    return bare(text).encode("utf-8", "replace")


def _there(tools: Tools, addresses: Sequence[str]) -> list[str]:
    """Where pages stand in the language of the list, without the last stroke; in the first where they have no other."""
    tongues, language = tools.renderer.tongues, tools.renderer.strings.lang
    known = tongues.known.get(language, frozenset())
    return [(tongues.folder(language) if each in known else "") + each.rstrip("/") for each in addresses]


def _axis(site: Site, words: Words, axis: Axis, values: Sequence[Values]) -> dict[str, object] | None:
    counts: dict[str, int] = {}
    for own in values:
        for key in own[axis.key]:
            counts[key] = counts.get(key, 0) + 1
    known = facets.ordered(axis, counts)
    places = {key: place for place, key in enumerate(known)}
    return {
        "kunci": axis.key,
        "judul": words[axis.word],
        "tetap": int(axis.fixed is not None),
        "nilai": [[key, axis.text(site, key, words)] for key in known],
        "butir": [_few(tuple(places[key] for key in own[axis.key] if key in places)) for own in values],
    } if known else None  # fmt: skip


def _few(values: Sequence[Any]) -> Any:
    """One value as itself, several as a list, none as an empty list: most items have one."""
    return values[0] if len(values) == 1 else list(values)
