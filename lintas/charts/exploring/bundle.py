"""Vega for the browser, as the chart library carries it, in one file (reads the licences beside it).

The library knows its parts by `vegaEmbed` alone, which can be told to interpret expressions (the content security
policy forbids `eval`) and to bring no style elements (it forbids those too).
"""

from __future__ import annotations

import functools
import hashlib
from importlib import util
from pathlib import Path

from lintas.charts.vega import VERSION

_LICENCES = Path(__file__).with_name("LICENCES.txt")
_SNIPPET = "globalThis.lintasGrafik = vegaEmbed;"


@functools.lru_cache(maxsize=1)
def fingerprint() -> str:
    """A name of the bundle's content, told without making it or loading the library."""
    found = util.find_spec("vl_convert")
    beside = Path(found.origin or "").parents[1] if found else Path()
    release = sorted(folder.name for folder in beside.glob("vl_convert_python-*.dist-info"))
    told = " ".join((*release, VERSION, _SNIPPET)).encode() + _LICENCES.read_bytes()
    return hashlib.sha256(told).hexdigest()


def bundle() -> bytes:
    """The file, licences first. It takes the library a second and a half, and always has the same bytes."""
    import vl_convert

    made: str = vl_convert.javascript_bundle(_SNIPPET, vl_version=VERSION)
    return f"/*!\n{_LICENCES.read_text('utf-8')}*/\n{made}\n".encode()
