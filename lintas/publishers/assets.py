"""The theme's style sheet, scripts, fonts and icons, and the two files that hosts look for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from lintas.outputs import Output, Publisher, Tools
from lintas.packing import digest_of
from lintas.presenting.chrome import script_folder, scripts, styles, stylesheet
from lintas.relate import Site

_MARK = b"lintas\n"  # `.nojekyll` need not be empty; these bytes tell our own trees from foreign folders


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    css = styles(site.theme)
    planned = [
        Output(".nojekyll", "assets", "mark", digest_of(_MARK)),
        Output(stylesheet(site.theme), "assets", "css", digest_of(*(s.digest for s in css))),
    ]
    folder = script_folder(site.theme)
    planned += [_copy(folder + PurePosixPath(s.path).name, s.path, s.digest) for s in scripts(site.theme)]
    prefix = "theme/assets/"
    planned += [
        _copy("aset/" + s.path.removeprefix(prefix), s.path, s.digest) for s in site.theme if s.path.startswith(prefix)
    ]
    return planned


def _copy(path: str, source: str, digest: str) -> Output:
    return Output(path, "assets", source, digest)


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    if output.subject == "mark":
        return _MARK
    if output.subject == "css":
        return b"\n".join(tools.reading.source(style.path, style.digest) for style in styles(site.theme))
    return tools.reading.source(output.subject, output.digest)


PUBLISHER = Publisher("assets", _plan, _render)
