"""The few sources that a look at single datasets needs (effect: reads their descriptors)."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from pathlib import Path

from lintas.model import Source

_INSIDE = re.compile(r"datasets/([^/]+)(?:/.*)?")
_MAP, _BOUNDARIES = '"peta"', '"batas-wilayah"'
_BESIDE = ("settings", "instansi", "topik")  # what a descriptor may name by key


def slugs(paths: Sequence[str]) -> tuple[str, ...]:
    """The datasets that `paths` lie in; () when there is none or a path lies elsewhere."""
    matches = [_INSIDE.fullmatch(path.rstrip("/")) for path in paths]
    return tuple(sorted({match[1] for match in matches if match})) if all(matches) else ()


def around(root: Path, sources: Sequence[Source], only: Collection[str]) -> tuple[Source, ...]:
    """Sources of these datasets, of the datasets that their descriptors name, and of what else they may refer to."""
    every = {source.path.split("/")[1] for source in sources if source.kind == "dataset"}
    texts = {slug: _text(root / "datasets" / slug / "datapackage.json") for slug in sorted(every)}
    own = [texts.get(slug, "") for slug in only]
    wanted = {slug for slug in every if slug in only or any(f'"{slug}"' in text for text in own)}
    if any(_MAP in text for text in own):  # maps are drawn from the boundaries, whichever dataset has them
        wanted |= {slug for slug, text in texts.items() if _BOUNDARIES in text}
    return tuple(s for s in sources if s.kind in _BESIDE or (s.kind == "dataset" and s.path.split("/")[1] in wanted))


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace")
    except OSError:
        return ""
