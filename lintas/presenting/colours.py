"""Colours of the theme, as its tokens give them, for what no style sheet reaches: cards, the frame of a browser."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from typing import Final

from lintas.model import Source

TOKENS: Final = "theme/css/10-tokens.css"
_TOKEN = re.compile(r"--([\w-]+):\s*(#[0-9a-f]{3,6}|var\(--([\w-]+)\))", re.IGNORECASE)
_DARK = re.compile(r"prefers-color-scheme:\s*dark")


def tokens_of(theme: Iterable[Source]) -> Source | None:
    return next((source for source in theme if source.path == TOKENS), None)


@functools.lru_cache(maxsize=8)
def light(css: str) -> Mapping[str, str]:
    """Token → colour or the name of another token; the first that stands there is for light pages."""
    return _read(css)


@functools.lru_cache(maxsize=8)
def dark(css: str) -> Mapping[str, str]:
    """The same for dark pages."""
    there = _DARK.search(css)
    return {**_read(css), **(_read(css[there.end() :]) if there else {})}


def _read(css: str) -> dict[str, str]:
    tokens: dict[str, str] = {}
    for name, value, other in _TOKEN.findall(css):
        tokens.setdefault(name, other or value)
    return tokens


def resolved(tokens: Mapping[str, str], name: str) -> str:
    """The colour as "#rrggbb"; "" where there is none."""
    for _ in range(8):
        value = tokens.get(name, "")
        if value.startswith("#"):
            return value if len(value) == 7 else "#" + "".join(sign * 2 for sign in value[1:4])
        name = value
    return ""


def page(css: str) -> tuple[str, str]:
    """The ground of light pages and of dark ones; ("", "") when the theme does not say."""
    found = resolved(light(css), "page"), resolved(dark(css), "page")
    return found if all(found) else ("", "")
