"""The page of one figure alone, made to stand in a frame on somebody else's page."""

from __future__ import annotations

from dataclasses import dataclass

from lintas.views.insight import Chart
from lintas.views.parts import DataTable, ExternalLink, Link, Map


@dataclass(frozen=True, slots=True)
class Sematan:
    """One of chart, map and table. `origin` is the page that says everything; what is shown of it is told in `note`."""

    title: str
    origin: Link
    portal: str
    chart: Chart | None = None
    map: Map | None = None
    table: DataTable | None = None
    note: str = ""
    source: str = ""
    licences: tuple[ExternalLink, ...] = ()
