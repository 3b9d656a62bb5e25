"""Each dataset for machines: DCAT-AP as JSON-LD and Turtle, Croissant, and CSVW beside each CSV."""

from __future__ import annotations

from collections.abc import Sequence

from lintas.cataloguing import catalogue, croissant, csvw, descriptors, graph_json, shared, turtle
from lintas.outputs import Output, Publisher, Tools
from lintas.packages import file_name
from lintas.packing import digest_of
from lintas.presenting import atlas, citations, machines
from lintas.relate import Site

NAME = "dataset_metadata"


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    planned: list[Output] = []
    everything = shared.ingredients(site)
    for slug, item in site.datasets.items():
        digest = digest_of(everything, shared.own(item))
        tables = (file_name(table) + machines.CSVW for table in machines.described(item))
        for name in ("dcat.jsonld", "dcat.ttl", "croissant.json", *tables):
            planned.append(Output(f"data/{slug}/{name}", NAME, f"{slug} {name}", digest))
    return planned


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    slug, _, name = output.subject.partition(" ")
    item = site.datasets[slug]
    if name.endswith(machines.CSVW):
        package = descriptors.published(item, tools.reading)
        return graph_json.spelled(csvw.metadata(item, package, name.removesuffix(machines.CSVW)))
    if name == "croissant.json":
        citation = citations.written(citations.of_dataset(site, item.dataset), "bib")
        return graph_json.spelled(croissant.metadata(site, item, descriptors.published(item, tools.reading), citation))
    graph = catalogue.single(site, item, atlas.boxes(site, tools))
    return turtle.write(graph) if name.endswith(".ttl") else graph_json.write(graph)


PUBLISHER = Publisher(NAME, _plan, _render)
