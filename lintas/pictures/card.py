"""A card of 1200 × 630 pixels for social media: a title that fits, the agency above, number and date below.

One font of the theme is used for all. A title with signs that it does not have is left out rather than drawn as boxes;
the page's `og:image:alt` has it in any case.
"""

from __future__ import annotations

import functools
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

WIDTH, HEIGHT = 1200, 630  # pixels, as the Open Graph protocol's readers expect
_EDGE, _TOP, _BOTTOM = 80, 76, 84  # margins; some readers cut a little off
_SIZES = (84, 76, 68, 60, 54, 48, 43, 38)  # of the title, the largest that fits is taken
_SMALL, _LEADING = 32, 1.14
_TITLE_BOX = (168, 470)  # between these heights the title stands
_STEPS = 8  # from the ground to each ink, for smooth edges
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Ink:
    """Colours as "#rrggbb"."""

    ground: str
    title: str
    soft: str
    accent: str


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on a card. `above` is the kind and the agency, `below` number and date."""

    title: str
    above: tuple[str, str]
    below: tuple[str, str]


def draw_card(card: Card, font: bytes, ink: Ink) -> bytes:
    """The card as PNG. The same card, font and Pillow give the same bytes."""
    from PIL import Image as Images
    from PIL import ImageDraw as Drawing

    image = Images.new("RGB", (WIDTH, HEIGHT), ink.ground)
    draw = Drawing.Draw(image)
    small, strong = _font(font, _SMALL, 500), _font(font, _SMALL, 700)
    draw.rectangle((_EDGE, _TOP - 26, _EDGE + 96, _TOP - 20), fill=ink.accent)
    kind, agency = (_legible(text, small) for text in card.above)
    _line(draw, _TOP, (kind, strong, ink.title), (_cut(agency, small, _room(kind, strong)), small, ink.soft))
    lines, size = _fitted(_legible(card.title, small), font)
    top = _TITLE_BOX[0] + (_TITLE_BOX[1] - _TITLE_BOX[0] - len(lines) * size * _LEADING) / 2
    for number, line in enumerate(lines):
        draw.text((_EDGE, top + number * size * _LEADING), line, ink.title, _font(font, size, 700))
    number_, date = (_legible(text, small) for text in card.below)
    _line(draw, HEIGHT - _BOTTOM - _SMALL, (_cut(number_, strong, _room(date, small)), strong, ink.accent),
          (date, small, ink.soft))  # fmt: skip
    return _written(image, ink)


def _written(image: Image, ink: Ink) -> bytes:
    """As PNG with a palette of the inks and the steps between each of them and the ground."""
    from PIL import Image as Images
    from PIL.Image import Dither

    palette = Images.new("P", (1, 1))
    ground, inks = _rgb(ink.ground), map(_rgb, (ink.title, ink.soft, ink.accent))
    steps = [*ground, *(_between(g, i, step) for rgb in inks for step in range(1, _STEPS + 1)
                        for g, i in zip(ground, rgb, strict=True))]  # fmt: skip
    palette.putpalette(steps)
    target = io.BytesIO()
    image.quantize(palette=palette, dither=Dither.NONE).save(target, "PNG", compress_level=6)
    return target.getvalue()


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _between(one: int, other: int, step: int) -> int:
    return round(one + (other - one) * step / _STEPS)


def _line(draw: ImageDraw, top: int, *parts: tuple[str, FreeTypeFont, str]) -> None:
    """Texts side by side, each with its font and ink."""
    left = float(_EDGE)
    for text, font, ink in parts:
        if text:
            draw.text((left, top), text, ink, font)
            left += font.getlength(text) + _SMALL


def _room(text: str, font: FreeTypeFont) -> float:
    """What is left of a line beside this text."""
    return WIDTH - 2 * _EDGE - (font.getlength(text) + _SMALL if text else 0)


def _fitted(title: str, font: bytes) -> tuple[list[str], int]:
    """The lines of the title and their size; a title too long for the smallest size is cut between words."""
    height, width = _TITLE_BOX[1] - _TITLE_BOX[0], WIDTH - 2 * _EDGE
    lines: list[str] = []
    for size in _SIZES:
        face = _font(font, size, 700)
        lines = _wrapped(title, face, width)
        if len(lines) * size * _LEADING <= height:
            return _balanced(title, face, len(lines)), size
    most = int(height / (_SIZES[-1] * _LEADING))
    last = _cut(" ".join(lines[most - 1 :]), _font(font, _SIZES[-1], 700), width)
    return [*lines[: most - 1], last], _SIZES[-1]


def _wrapped(text: str, font: FreeTypeFont, width: float) -> list[str]:
    """Lines of whole words; a word wider than a line is broken."""
    lines, line = [], ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if font.getlength(longer) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        line = word
        while len(line) > 1 and font.getlength(line) > width:
            end = next(n for n in range(len(line) - 1, 0, -1) if n == 1 or font.getlength(line[:n]) <= width)
            lines.append(line[:end])
            line = line[end:]
    return [*lines, line] if line else lines


def _balanced(text: str, font: FreeTypeFont, count: int) -> list[str]:
    """As many lines, as narrow as that allows, so that no single word is left over."""
    least, most = 0, WIDTH - 2 * _EDGE
    while most - least > 8:
        middle = (least + most) // 2
        least, most = (least, middle) if len(_wrapped(text, font, middle)) <= count else (middle, most)
    return _wrapped(text, font, most)


def _cut(text: str, font: FreeTypeFont, width: float) -> str:
    """As many words as fit, with an ellipsis where some were left out."""
    if font.getlength(text) <= width:
        return text
    words = text.split()
    while words and font.getlength(" ".join(words) + _ELLIPSIS) > width:
        words.pop()
    return " ".join(words).rstrip(" ,.;:–-") + _ELLIPSIS if words else ""


def _legible(text: str, font: FreeTypeFont) -> str:
    """The text in one line, or nothing where the font lacks one of its signs."""
    flat = " ".join(text.split())
    return flat if all(sign.isascii() or _has(font, sign) for sign in set(flat)) else ""


@functools.lru_cache(maxsize=4096)
def _has(font: FreeTypeFont, sign: str) -> bool:
    """Whether the font draws this sign as something else than its sign for missing ones."""
    shown, missing = font.getmask(sign), font.getmask("\U0010ffff")
    return sign.isspace() or shown.size != missing.size or bytes(shown) != bytes(missing)


@functools.lru_cache(maxsize=32)
def _font(data: bytes, size: int, weight: int) -> FreeTypeFont:
    from PIL import ImageFont

    font = ImageFont.truetype(io.BytesIO(data), size)
    try:
        axes = {bytes(axis["name"]): axis for axis in font.get_variation_axes()}
        wanted = [float(weight if name == b"Weight" else axis["default"] or 0) for name, axis in axes.items()]
        font.set_variation_by_axes(wanted)
    except OSError:  # a font that does not vary
        return font
    return font
