"""Pictures in several widths and forms, drawn by a step and written here."""

from __future__ import annotations

from collections.abc import Sequence

from lintas import packing
from lintas.outputs import Output, Publisher, Tools
from lintas.packing import digest_of
from lintas.relate import Site

NAME = "photos"


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    return [
        Output(file.path, NAME, path, digest_of(facts.key, file.path))
        for path, facts in site.pictures.items()
        for file in facts.files
    ]


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    files: dict[str, bytes] = packing.unseal(tools.reading.export(site.pictures[output.subject].key)) or {}
    return files[output.path]


PUBLISHER = Publisher(NAME, _plan, _render)
