"""Where addresses of a tree lead: from what stands in a page to a file of the tree (pure)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import quote, unquote, urljoin, urlsplit

_UNKNOWN = "https://tanpa-alamat.invalid/"  # a tree whose own address nobody told
_SCHEME = re.compile(r"\s*([a-zA-Z][a-zA-Z0-9+.-]*):")


class Place(NamedTuple):
    """`kind`: inside (a file of the tree), foreign (another host), beyond (above the tree), other (mailto:, data:)."""

    kind: str
    path: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Ground:
    """The public address of the tree; "" when it is not known, then absolute addresses are all taken for foreign."""

    base_url: str = ""

    @property
    def home(self) -> str:
        return self.base_url or _UNKNOWN

    def url(self, path: str) -> str:
        """The address under which a file of the tree is found."""
        return self.home + quote(folder(path))

    def locate(self, page: str, raw: str) -> Place:
        """Where the address `raw` on the page at the path `page` leads."""
        given = raw.strip(" \t\n\r\f")
        scheme = _SCHEME.match(given)
        if scheme and scheme[1].lower() not in ("http", "https"):
            return Place("other", scheme[1].lower())
        try:
            whole = urljoin(self.url(page), given)
            parts = urlsplit(whole)
        except ValueError:  # such as a bracket without its pair where a host should be
            return Place("beyond", given)
        home = urlsplit(self.home)
        if parts.netloc.lower() != home.netloc.lower():
            return Place("foreign", parts.netloc.lower())
        if not self.base_url and given.startswith("/"):
            return Place("other", given)  # where the tree begins is not known
        if not (parts.path + "/").startswith(home.path) or not _climbs(page, given, home.path):
            return Place("foreign" if scheme else "beyond", parts.path)
        return Place("inside", file_of(unquote(parts.path[len(home.path) :])), unquote(parts.fragment))


def _climbs(page: str, given: str, home: str) -> bool:
    """False for a way up that leaves the tree; `urljoin` lets it end at the root of the host."""
    if _SCHEME.match(given) or given.startswith("/"):
        return True
    depth = (home + page).count("/") - 1
    for part in re.split(r"[?#]", given)[0].split("/")[:-1]:
        depth += -1 if part == ".." else 0 if part in ("", ".") else 1
        if depth < 0:
            return False
    return True


def folder(path: str) -> str:
    """The address of a file: that of its folder for an index."""
    return path[: -len("index.html")] if path == "index.html" or path.endswith("/index.html") else path


def file_of(address: str) -> str:
    """The file that an address shows."""
    return f"{address}index.html" if not address or address.endswith("/") else address
