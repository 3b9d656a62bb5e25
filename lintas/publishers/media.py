"""Pictures and documents of `content/media/`: documents as they were committed, pictures without their metadata."""

from __future__ import annotations

from collections.abc import Sequence

from lintas.outputs import Output, Publisher, Tools
from lintas.privacy import published
from lintas.relate import Site

_FOLDER = "content/media/"


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    return [
        Output("media/" + path.removeprefix(_FOLDER), "media", path, source.digest)
        for path, source in site.media.items()
    ]


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    return published(output.subject, tools.reading.source(output.subject, output.digest))


PUBLISHER = Publisher("media", _plan, _render)
