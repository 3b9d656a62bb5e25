"""The static JSON API `/api/v1/` (docs/api.md). Releases are listed here; each one is its twin beside its page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lintas.outputs import Output, Publisher, Tools
from lintas.packing import digest_of
from lintas.presenting.api import regions
from lintas.presenting.api.shared import ROOT, encoded
from lintas.relate import Site

NAME = "api"


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    return list(_regions(site))


def _regions(site: Site) -> Iterator[Output]:
    if not site.regions:
        return
    own = {code: digest_of(site.base, *regions.ingredients(site, code)) for code in site.regions}
    yield Output(f"{ROOT}wilayah.json", NAME, "wilayah", digest_of(*own.values()))
    for code, digest in own.items():
        yield Output(regions.path(code), NAME, f"wilayah {code}", digest)


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    kind, _, rest = output.subject.partition(" ")
    return encoded(regions.record(site, rest) if rest else regions.listed(site))


PUBLISHER = Publisher(NAME, _plan, _render)
