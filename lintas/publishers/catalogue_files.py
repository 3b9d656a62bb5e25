"""The whole catalogue for machines: DCAT-AP as JSON-LD and Turtle, Project Open Data, a Data Package of all tables."""

from __future__ import annotations

from collections.abc import Sequence

from lintas.cataloguing import catalogue, graph_json, open_data, overview, shared, turtle
from lintas.outputs import Output, Publisher, Tools
from lintas.packing import digest_of
from lintas.presenting import atlas
from lintas.relate import Site

NAME = "catalogue_files"
DCAT, OPEN_DATA, PACKAGE = ("katalog.jsonld", "katalog.ttl"), "data.json", "datapackage.json"


def _plan(site: Site, _: Sequence[Output]) -> list[Output]:
    digest = digest_of(shared.ingredients(site), *(shared.own(item) for item in site.datasets.values()))
    planned = [Output(path, NAME, path, digest) for path in (*DCAT, OPEN_DATA)]
    if overview.tables(site):
        planned.append(Output(PACKAGE, NAME, PACKAGE, digest))
    return planned


def _render(output: Output, site: Site, tools: Tools) -> bytes:
    if output.path == OPEN_DATA:
        return graph_json.spelled_by_line(open_data.catalogue(site), "dataset")
    if output.path == PACKAGE:
        return graph_json.spelled_by_line(overview.package(site, tools.reading), "resources")
    graph = catalogue.whole(site, atlas.boxes(site, tools))
    return turtle.write(graph) if output.path.endswith(".ttl") else graph_json.write(graph, by_line=True)


PUBLISHER = Publisher(NAME, _plan, _render)
