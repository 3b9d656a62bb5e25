"""Pages for reading from a disk: links to folders lead to their file, links to what is not there to the portal. Pure.

A browser that opens `file://` lists a folder instead of showing its page, loads no modules and knows no search. So
scripts go, and the policy names the scheme besides 'self', which not every browser takes to mean a disk.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection
from dataclasses import dataclass, field
from html import escape, unescape
from urllib.parse import unquote

_ADDRESS = re.compile(r' (href|src|srcset|action)="([^"]*)"')
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|#|$")
_SCRIPT = re.compile(r'<script type="module"[^>]*></script>\n?')
_FETCHED = re.compile(r'<link rel="(?:preload|modulepreload|manifest)"[^>]*>\n?')
_POLICY = re.compile(r'(http-equiv="Content-Security-Policy" content=)"[^"]*"')
_REFRESH = re.compile(r'(http-equiv="refresh" content="\d+; url=)([^"]*)"')
_STRICT = "default-src 'none'; style-src 'self' file:; img-src 'self' file:; font-src 'self' file:; base-uri 'none'"
INDEX = "index.html"


@dataclass(slots=True)
class Relinking:
    """`there` are the paths in the archive. State: what was found for addresses that many pages share."""

    there: Collection[str]
    base_url: str
    _known: dict[str, str] = field(default_factory=dict)

    def page(self, html: str, path: str) -> str:
        root = "../" * path.count("/")

        def changed(found: re.Match[str]) -> str:
            name, value = found[1], found[2]
            if name == "srcset":
                parts = (part.strip().partition(" ") for part in value.split(","))
                value = ", ".join(self._address(one, path, root) + space + size for one, space, size in parts)
                return f' srcset="{value}"'
            return f' {name}="{self._address(value, path, root)}"'

        html = _POLICY.sub(rf'\1"{_STRICT}"', _FETCHED.sub("", _SCRIPT.sub("", html)), count=1)
        html = _REFRESH.sub(lambda m: f'{m[1]}{self._address(m[2], path, root)}"', html)
        return _ADDRESS.sub(changed, html)

    def _address(self, value: str, path: str, root: str) -> str:
        """The address for a page at `path`, whose way to the root is `root`."""
        if _ELSEWHERE.match(value):
            return value
        if value.startswith(root) and not value.startswith("../", len(root)):
            below = value[len(root) :].removeprefix("./")
        else:
            place = re.split(r"[?#]", value, maxsplit=1)[0]
            whole = posixpath.normpath(posixpath.join(posixpath.dirname(path), place))
            below = f"{whole}/" * place.endswith("/") or whole
            below += value[len(place) :]
        known = self._known.get(below)
        if known is None:
            known = self._known[below] = self._below(below)
        return known if known.startswith(self.base_url) else root + known

    def _below(self, value: str) -> str:
        """An address from the root: with the file of a folder, or at the portal when it is not in the archive."""
        whole = unescape(value)
        cut = re.search(r"[?#]", whole)
        place, rest = (whole[: cut.start()], whole[cut.start() :]) if cut else (whole, "")
        target = unquote(place)
        if not target or target.endswith("/"):
            target, place = target + INDEX, place + INDEX
        elif target not in self.there and f"{target}/{INDEX}" in self.there:
            target, place = f"{target}/{INDEX}", f"{place}/{INDEX}"
        if target in self.there:
            return escape(place + rest)
        return escape(self.base_url + whole)
