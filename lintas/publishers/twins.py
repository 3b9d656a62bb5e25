"""Beside each release its Markdown and its JSON; of a withdrawn one what its tombstone says."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from lintas.model import SiaranPers
from lintas.outputs import Output, Publisher, Tools
from lintas.packing import digest_of
from lintas.presenting import corrections, figures, pictures, twins
from lintas.relate import Site, identity, release_address

NAME = "twins"


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    return [output for release in (*site.releases, *site.withdrawn) for output in _both(site, release)]


def _both(site: Site, release: SiaranPers) -> Iterator[Output]:
    """A twin says less than the page: nothing of its neighbours, and of a dataset only the name."""
    links, became = site.targets.get(release.path), corrections.ingredients(site, release)
    digest = digest_of(site.base, *identity((release,)), links, became, figures.ingredients(site, release.path))
    if release.photos:
        digest = digest_of(digest, *pictures.of_photos(site, release))
    for form in ("md", "json"):
        yield Output(f"{release_address(release)}index.{form}", NAME, f"{form} {release.path}", digest)


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    form, _, path = output.subject.partition(" ")
    if path in site.positions:
        release = site.releases[site.positions[path]]
        if form == "md":
            source = tools.reading.source(release.path, release.digest).decode("utf-8", "replace")
            return twins.markdown(site, release, source.lstrip("\ufeff").replace("\r\n", "\n")).encode()
        return _json(twins.record(site, release, figures.prose(site, release, tools)))
    release = next(release for release in site.withdrawn if release.path == path)
    if form == "json":
        return _json(twins.tombstone(site, release))
    words = tools.renderer.strings
    date = words.form.long_date(release.withdrawal.date)
    return twins.markdown_tombstone(site, release, words["tombstone_lead"].format(date=date)).encode()


def _json(value: object) -> bytes:
    """In one line: with line breaks the standard library encodes ten times as slowly."""
    return (json.dumps(value, ensure_ascii=False) + "\n").encode("utf-8", "replace")


PUBLISHER = Publisher(NAME, _plan, _render)
