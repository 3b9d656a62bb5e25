"""Addresses as IRIs that every reader accepts: ASCII, percent-encoded, absolute."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit, urlunsplit

_KEPT = "/:@!$&'()*+,;=-._~%"
_BARE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_SCHEMES = ("http", "https")


def web(address: str) -> str:
    """A web address as an IRI, "" for what is none. What is encoded already stays as it is."""
    try:
        parts = urlsplit(address.strip())
        host = _host(parts.netloc)
    except (UnicodeError, ValueError):
        return ""
    if parts.scheme.lower() not in _SCHEMES or not host:
        return ""
    return urlunsplit(
        (parts.scheme.lower(), host, _quoted(parts.path), _quoted(parts.query, "?"), _quoted(parts.fragment, "?"))
    )


def _host(netloc: str) -> str:
    """The authority in ASCII; names in other scripts as IDNA."""
    if netloc.isascii():
        return netloc if re.fullmatch(r"[A-Za-z0-9.:@\[\]_~!$&'()*+,;=%-]+", netloc) else ""
    return netloc.encode("idna").decode()


def _quoted(text: str, more: str = "") -> str:
    return quote(_BARE_PERCENT.sub("%25", text), safe=_KEPT + more, errors="replace")


def mail(address: str) -> str:
    return "mailto:" + quote(address, safe="@._+-!$&'*=~") if address else ""


def telephone(number: str) -> str:
    """`tel:` with the digits of an international number."""
    return "tel:" + re.sub(r"[^0-9+]", "", number) if number else ""


def part(text: str) -> str:
    """A name as one segment of a path or a fragment."""
    return quote(text, safe="-._~", errors="replace")
