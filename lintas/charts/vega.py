"""Vega-Lite to SVG and PNG: the only module that knows vl-convert. Its bytes depend on the specification alone.

The library measures text with the Liberation Sans that it carries, which is as wide as Arial: a reader whose system has
either sees the layout that was computed. Loading it costs a third of a second, so it is loaded when there is work.
"""

from __future__ import annotations

import re
from html import escape
from typing import Any

from lintas.charts.palette import style
from lintas.formatting import english, indonesian

FONT = "Liberation Sans"
STACK = "Liberation Sans, Arial, Helvetica, sans-serif"
VERSION = "6.4"
_NUMBERS = {
    "id": {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["Rp", ""], "minus": "\u2212"},
    "en": {"decimal": ".", "thousands": ",", "grouping": [3], "currency": ["Rp", ""], "minus": "\u2212"},
}


def _times(weekdays: tuple[str, ...], months: tuple[str, ...], whole: str) -> dict[str, Any]:
    days = [weekdays[-1], *weekdays[:-1]]
    return {
        "dateTime": whole, "date": "%d/%m/%Y", "time": "%H.%M.%S", "periods": ["", ""],
        "days": days, "shortDays": [day[:3] for day in days],
        "months": list(months), "shortMonths": [month[:3] for month in months],
    }  # fmt: skip


_TIMES = {
    "id": _times(indonesian.WEEKDAYS, indonesian.MONTHS, "%A, %e %B %Y pukul %H.%M.%S"),
    "en": _times(english.WEEKDAYS, english.MONTHS, "%A, %e %B %Y, %H:%M:%S"),
}
_DROPPED = re.compile(
    r' (?:class|role|aria-\w+|pointer-events|xmlns:xlink|version|stroke-miterlimit|opacity)="[^"]*"'
    r'|<path[^>]*(?: display="none"| d="M0,0h0v0h0Z")[^>]*/>'
)
_LONG = re.compile(r"-?\d+\.\d{3,}(?:e-\d+)?")
_TAG = re.compile(r"<[^>]+>")  # numbers between tags are what readers read
_SIZE = re.compile(r'width="(\d+(?:\.\d+)?)" height="(\d+(?:\.\d+)?)"')
_ROOT = re.compile(r"<svg[^>]*>")


def svg(specification: dict[str, Any], language: str = "id") -> tuple[str, int, int]:
    """The inside of an SVG, and its width and height in px."""
    import vl_convert

    drawn: str = vl_convert.vegalite_to_svg(
        specification,
        vl_version=VERSION,
        allowed_base_urls=[],
        format_locale=_NUMBERS[language],
        time_format_locale=_TIMES[language],
    )
    size = _SIZE.search(drawn)
    width, height = (round(float(part)) for part in size.groups()) if size else (0, 0)
    drawn = _ROOT.sub("", drawn, count=1).removesuffix("</svg>")
    drawn = _TAG.sub(lambda tag: _LONG.sub(_rounded, tag[0]), _DROPPED.sub("", drawn))
    return drawn.replace(f'font-family="{FONT}"', f'font-family="{STACK}"'), width, height


def _rounded(match: re.Match[str]) -> str:
    """Two digits are a hundredth of a pixel; what lies beyond differs from machine to machine."""
    text = f"{float(match[0]):.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def document(inside: str, size: tuple[int, int], title: str) -> str:
    """A whole SVG file with its title, for light and dark."""
    width, height = size
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" aria-labelledby="t"><title id="t">{escape(title, quote=False)}</title>{style()}{inside}</svg>\n'
    )


def png(drawn: str, scale: float = 2) -> bytes:
    """The SVG at twice its size in pixels, or at another scale, in its light tones."""
    import vl_convert

    made: bytes = vl_convert.svg_to_png(drawn, scale=scale)
    return made
