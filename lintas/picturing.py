"""Pictures of `content/media/` as cached steps: looked through when they change, drawn in sizes when they are shown."""

from __future__ import annotations

from dataclasses import replace

from lintas import packing
from lintas.diagnostics import Outcome
from lintas.execute import Means, Step, run
from lintas.model import Catalogue, PictureFacts, Source
from lintas.packing import digest_of
from lintas.pictures import drawable
from lintas.privacy.pictures import is_picture
from lintas.sources import read


def _inspect_key(source: Source) -> str:
    return digest_of("picture", source.path, source.digest)


def _inspect(root: str, source: Source) -> tuple[Outcome[PictureFacts | None], bytes | None]:
    from lintas.pictures import inspect

    return inspect(read(root, source), source.path, source.digest), None


def _draw_key(facts: PictureFacts) -> str:
    return digest_of("photo", facts.path, facts.digest)


def _draw(root: str, facts: PictureFacts) -> tuple[Outcome[PictureFacts | None], bytes | None]:
    from lintas.pictures import draw

    drawn, files = draw(read(root, Source(facts.path, "media", facts.digest, 0)), facts, _draw_key(facts))
    return Outcome(drawn), packing.seal(files)


INSPECT = Step("gambar-ukuran", PictureFacts, _inspect, _inspect_key, 0.06)
DRAW = Step("foto", PictureFacts, _draw, _draw_key, 0.6)


def picture(catalogue: Catalogue, means: Means, *, drawn: bool) -> Outcome[Catalogue]:
    """The catalogue with its pictures; in all sizes if `drawn` and the portal wants them."""
    sources = [s for s in catalogue.media if is_picture(s.path) or s.path.lower().endswith(".svg")]
    facts, found = run(INSPECT, sources, means)
    if drawn and catalogue.settings.features.photos and facts:
        made, _ = run(DRAW, [each for each in facts if drawable(each)], means)
        by_path = {each.path: each for each in made}
        facts = [by_path.get(each.path, each) for each in facts]
    return Outcome(replace(catalogue, pictures=tuple(facts)), tuple(found))
