"""Vega and Vega-Lite for the browser, as the chart library carries them, in one file (reads two files beside it).

The library's own bundle is asked for without vega-embed, which would add a third and bring style elements that the
content security policy refuses. Expressions are interpreted and not compiled, because the policy forbids `eval`; the
interpreter is a package of its own, so its published module lies beside this one and is joined.
"""

from __future__ import annotations

import functools
import hashlib
from importlib import util
from pathlib import Path

from lintas.charts.vega import VERSION

_FOLDER = Path(__file__).parent
_PARTS = ("LICENCES.txt", "interpreter.mjs")


@functools.lru_cache(maxsize=1)
def fingerprint() -> str:
    """A name of the bundle's content, told without making it or loading the library."""
    found = util.find_spec("vl_convert")
    beside = Path(found.origin or "").parents[1] if found else Path()
    release = sorted(folder.name for folder in beside.glob("vl_convert_python-*.dist-info"))
    digest = hashlib.sha256(f"{' '.join(release)} {VERSION}".encode())
    for name in _PARTS:
        digest.update((_FOLDER / name).read_bytes())
    return digest.hexdigest()


def bundle() -> bytes:
    """The file, licences first. It takes the library a second and a half, and always has the same bytes."""
    import vl_convert

    licences, interpreter = ((_FOLDER / name).read_text("utf-8") for name in _PARTS)
    made: str = vl_convert.javascript_bundle(interpreter, vl_version=VERSION)
    return f"/*!\n{licences}*/\n{made}\n".encode()
