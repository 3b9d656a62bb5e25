"""Bounds of pictures. A JPEG is decoded at a fraction of its size, so that it may be larger than others.

A progressive one may not: its decoder holds the whole, once for each scan.
"""

from __future__ import annotations

MEGAPIXEL = 1_000_000
MOST_PIXELS_JPEG = 120 * MEGAPIXEL
MOST_PIXELS_ELSE = 40 * MEGAPIXEL  # 160 MB of memory when decoded
MOST_VECTOR = 1_000_000  # bytes of an SVG picture: a map of a province simplified for the screen has a tenth of it
LEAST_SIDE = 5  # pixels; below this nothing can be seen

WIDTHS = (480, 960, 1600)  # CSS pixels: telephone, tablet, the column of a text on a sharp screen
LEAST_DRAWN = 240  # a picture no wider than this is shown as it is
CLOSE = 1.25  # a picture less than this much wider than the last step gets no size of its own

FORMS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP", ".gif": "GIF", ".avif": "AVIF"}


def most_pixels(form: str, *, progressive: bool = False) -> int:
    return MOST_PIXELS_JPEG if form == "JPEG" and not progressive else MOST_PIXELS_ELSE
