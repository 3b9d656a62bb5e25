"""Citations as files: of each dataset and of its versions, and of the portal as `CITATION.cff`.

Those of a release stand on its page alone: three more files for each of ten thousand releases would serve nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lintas.outputs import Output, Publisher, Tools
from lintas.packing import digest_of
from lintas.presenting import citations, citing
from lintas.presenting.citations import FORMS, Reference, portal
from lintas.relate import Site

NAME = "citations"


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    planned = [Output(portal.PATH, NAME, "portal", digest_of(site.base, portal.newest(site)))]
    for slug, item in site.datasets.items():
        planned += _files(citing.folder(slug), citations.of_dataset(site, item.dataset), slug)
        for version in item.facts.versions:
            reference = citations.of_version(site, item.dataset, version)
            planned += _files(citing.folder(slug, version.version), reference, f"{slug} {version.version}")
    return planned


def _files(folder: str, reference: Reference, subject: str) -> Iterator[Output]:
    for form in FORMS:
        yield Output(f"{folder}{reference.key}.{form}", NAME, f"{form} {subject}", digest_of(reference))


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    form, *rest = output.subject.split(" ")
    if form == "portal":
        return portal.written(site, tools.renderer.strings).encode()
    item = site.datasets[rest[0]]
    frozen = next((version for version in item.facts.versions if [version.version] == rest[1:]), None)
    data = item.dataset
    reference = citations.of_version(site, data, frozen) if frozen else citations.of_dataset(site, data)
    return citations.written(reference, form).encode("utf-8", "replace")


PUBLISHER = Publisher(NAME, _plan, _render)
