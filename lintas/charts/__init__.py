"""Charts and maps of tables: what a descriptor declares in, static SVG, PNG, specification and one sentence out."""

from lintas.charts.choropleth import Ground
from lintas.charts.points import Row, number
from lintas.charts.request import Drawing, Request, draw, judge
from lintas.charts.vega import png as raster

__all__ = ["Drawing", "Ground", "Request", "Row", "draw", "judge", "number", "raster"]
