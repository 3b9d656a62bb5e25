"""The icon of the portal as PNG and ICO, and the web manifest that names it."""

from __future__ import annotations

import functools
import json
from collections.abc import Sequence

from lintas.outputs import Output, Publisher, Reading, Tools
from lintas.packing import digest_of
from lintas.presenting import colours, icons
from lintas.relate import Site

NAME = "icons"
_SIZE = 512
_UNSIZED = 100  # pixels that a picture without a size of its own is drawn in


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    source = icons.source(site.theme)
    tokens = colours.tokens_of(site.theme)
    told = (site.settings.title, site.settings.tagline, bool(source), tokens.digest if tokens else "")
    planned = [Output(icons.MANIFEST, NAME, "manifest", digest_of(*told))]
    if source:
        planned += [Output(path, NAME, path, source.digest) for path in (*icons.PICTURES, icons.TAB)]
    return planned


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    if output.subject == "manifest":
        return (json.dumps(_manifest(site, tools), ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")
    from lintas.pictures import icon

    source = icons.source(site.theme)
    drawn = _drawn(tools.reading.source(source.path, source.digest).decode("utf-8", "replace")) if source else b""
    if output.path == icons.TAB:
        return icon.tabs(drawn)
    size, whole = icons.PICTURES[output.path]
    return icon.resized(drawn, size) if whole else icon.masked(drawn, size)


@functools.lru_cache(maxsize=2)
def _drawn(svg: str) -> bytes:
    from lintas.charts import raster
    from lintas.pictures.vector import vector_size

    return raster(svg, _SIZE / (max(vector_size(svg)) or _UNSIZED))


def _manifest(site: Site, tools: Tools) -> dict[str, object]:
    """Addresses are relative to the manifest, so that it holds below any path."""
    settings = site.settings
    ground = _ground(site, tools.reading)
    listed = [
        {"src": path, "sizes": f"{size}x{size}", "type": "image/png", "purpose": "any" if whole else "maskable"}
        for path, (size, whole) in icons.PICTURES.items()
        if path != icons.TOUCH and icons.source(site.theme)
    ]
    made = {"name": settings.title, "short_name": settings.title, "description": settings.tagline, "lang": "id"}
    made |= {"dir": "ltr", "start_url": "./", "scope": "./", "display": "minimal-ui"}
    return {**made, **({"background_color": ground, "theme_color": ground} if ground else {}), "icons": listed}


def _ground(site: Site, reading: Reading) -> str:
    source = colours.tokens_of(site.theme)
    return colours.page(reading.source(source.path, source.digest).decode("utf-8", "replace"))[0] if source else ""


PUBLISHER = Publisher(NAME, _plan, _render)
