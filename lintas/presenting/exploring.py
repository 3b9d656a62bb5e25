"""Where the browser finds what it needs to let a reader explore a chart."""

from __future__ import annotations

from lintas.model import ChartFacts
from lintas.views.insight import Exploring


def libraries() -> str:
    """Address of the file that all charts share; its name tells its content."""
    from lintas.charts.exploring import fingerprint

    return f"aset/grafik.{fingerprint()[:10]}.js"


def of(chart: ChartFacts, folder: str) -> Exploring:
    """`folder` is where the chart's files are."""
    names = {file.name for file in chart.files}
    whole, narrow = f"{chart.view.name}.json", f"{chart.view.name}-sempit.json"
    return Exploring(folder + whole, folder + (narrow if narrow in names else whole), libraries())
