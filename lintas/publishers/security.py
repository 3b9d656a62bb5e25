"""`/.well-known/security.txt` (RFC 9116): to whom weaknesses of the portal are reported, while that holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple

from lintas import formatting
from lintas.outputs import Output, Publisher, Tools
from lintas.packing import digest_of
from lintas.relate import Site

NAME = "security"
FILE = ".well-known/security.txt"


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    if not site.secured:
        return []
    settings = site.settings
    parts = (*astuple(settings.security)[:3], settings.base_url, settings.languages)
    return [Output(FILE, NAME, "", digest_of(*parts))]


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    settings = site.settings
    given = settings.security
    lines = [f"Contact: {contact}" for contact in given.contacts]
    lines += [
        f"Expires: {formatting.rfc3339(given.expires)}",
        f"Preferred-Languages: {', '.join(settings.languages)}",
        f"Canonical: {settings.base_url}{FILE}",
    ]
    lines += [f"Policy: {given.policy}"] if given.policy else []
    return ("\n".join(lines) + "\n").encode()


PUBLISHER = Publisher(NAME, _plan, _render)
