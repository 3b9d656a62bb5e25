"""Where the icon of the portal stands, in which sizes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from lintas.model import Source

SOURCE: Final = "theme/assets/ikon.svg"
MANIFEST: Final = "manifest.webmanifest"
TAB: Final = "favicon.ico"  # the name that browsers try at the top of a host
TOUCH: Final = "aset/ikon-180.png"
PICTURES: Final[Mapping[str, tuple[int, bool]]] = MappingProxyType(  # path → pixels, whether the picture fills it
    {
        TOUCH: (180, False),
        "aset/ikon-192.png": (192, True),
        "aset/ikon-512.png": (512, True),
        "aset/ikon-maskable-192.png": (192, False),
        "aset/ikon-maskable-512.png": (512, False),
    }
)


def source(theme: Iterable[Source]) -> Source | None:
    return next((each for each in theme if each.path == SOURCE), None)
