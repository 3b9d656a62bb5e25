"""The files of each dataset: its own as committed, those made from them, and the list of checksums."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lintas.outputs import Output, Publisher, Tools
from lintas.packages import file_name
from lintas.packing import digest_of
from lintas.relate import Himpunan, Site

NAME = "downloads"
CHECKSUMS = "SHA256SUMS"


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    planned: list[Output] = []
    for slug, item in site.datasets.items():
        folder = f"data/{slug}/"
        computed = {table.resource: table.sha256 for table in item.facts.tables}
        for resource in item.dataset.resources:
            path = folder + file_name(resource)
            planned.append(Output(path, NAME, f"own {resource.path}", computed[resource.name]))
        planned += [
            Output(folder + export.path, NAME, f"made {slug} {export.path}", export.sha256)
            for export in item.facts.exports
        ]
        planned.append(Output(folder + CHECKSUMS, NAME, f"sums {slug}", digest_of(*_sums(item))))
    return planned


def _sums(item: Himpunan) -> Iterator[str]:
    """Lines as `sha256sum` writes and checks them, by file name."""
    computed = {table.resource: table.sha256 for table in item.facts.tables}
    own = [(file_name(resource), computed[resource.name]) for resource in item.dataset.resources]
    made = [(export.path, export.sha256) for export in item.facts.exports]
    for name, checksum in sorted(own + made):
        yield f"{checksum}  {name}\n"


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    kind, _, rest = output.subject.partition(" ")
    if kind == "own":
        return tools.reading.source(rest, output.digest)
    if kind == "sums":
        return "".join(_sums(site.datasets[rest])).encode()
    slug, _, name = rest.partition(" ")
    export = next(export for export in site.datasets[slug].facts.exports if export.path == name)
    return tools.reading.export(export.key)


PUBLISHER = Publisher(NAME, _plan, _render)
