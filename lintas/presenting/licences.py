"""Licences by their SPDX identifiers: how they are called, and where they can be read."""

from __future__ import annotations

from lintas.views.parts import ExternalLink

LICENCE_URLS = {
    "CC-BY-4.0": ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/deed.id"),
    "CC-BY-SA-4.0": ("CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/deed.id"),
    "CC0-1.0": ("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/deed.id"),
    "MIT": ("MIT", "https://opensource.org/license/mit"),
    "ODC-By-1.0": ("ODC-By 1.0", "https://opendatacommons.org/licenses/by/1-0/"),
    "ODbL-1.0": ("ODbL 1.0", "https://opendatacommons.org/licenses/odbl/1-0/"),
    "PDDL-1.0": ("PDDL 1.0", "https://opendatacommons.org/licenses/pddl/1-0/"),
}


def licence(identifier: str, language: str = "id") -> ExternalLink:
    """The licence of the content; an SPDX identifier that is not listed is shown as it is."""
    name, url = LICENCE_URLS.get(identifier, (identifier, ""))
    return ExternalLink(name, url.replace("/deed.id", f"/deed.{language}"))
