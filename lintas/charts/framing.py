"""A chart for taking away: title, unit and date above it, source below, so that a copy still says what it is."""

from __future__ import annotations

from html import escape

from lintas.charts.palette import PAGE, SOFT, TEXT
from lintas.charts.vega import STACK

_EDGE = 24  # px
_TITLE, _SMALL = 18, 12  # px of letters
_WIDTH = 0.56  # usual width of a letter, in sizes


def framed(inside: tuple[str, int, int], about: tuple[str, str, str]) -> tuple[str, int, int]:
    """`inside` is a drawing with its width and height; `about` its title, subtitle and source."""
    body, width, height = inside
    title, subtitle, source = about
    y, texts = _EDGE, []
    for line in lines(title, width, _TITLE):
        y += _TITLE + 4
        texts.append(_text(y, line, _TITLE, TEXT))
    for line in lines(subtitle, width, _SMALL):
        y += _SMALL + 6
        texts.append(_text(y, line, _SMALL, SOFT))
    y += 14
    drawn = f'<g transform="translate({_EDGE},{y})">{body}</g>'
    y += height + 6
    for line in lines(source, width, _SMALL):
        y += _SMALL + 5
        texts.append(_text(y, line, _SMALL, SOFT))
    whole = (width + 2 * _EDGE, y + _EDGE)
    return f'<rect width="{whole[0]}" height="{whole[1]}" fill="{PAGE}"/>{drawn}{"".join(texts)}', *whole


def lines(text: str, width: int, size: int) -> list[str]:
    """The text in lines that fit, broken between words; the widths of letters are estimated."""
    made: list[str] = []
    room = int(width / (size * _WIDTH))
    for word in text.split():
        if made and len(made[-1]) + 1 + len(word) <= room:
            made[-1] += f" {word}"
        else:
            made.append(word)
    return made


def _text(y: int, text: str, size: int, colour: str) -> str:
    weight = ' font-weight="bold"' if size == _TITLE else ""
    place = f'x="{_EDGE}" y="{y}"'
    return f'<text {place} font-family="{STACK}" font-size="{size}px"{weight} fill="{colour}">{escape(text)}</text>'
