"""The icon of the portal in the sizes that devices ask for, from its SVG drawn once and large."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

_SAFE = 0.8  # a mask may cut off all outside this circle (W3C, Web App Manifest: maskable icons)
_TABS = (16, 32, 48)  # pixels of the icons in one ICO file


def resized(drawn: bytes, size: int) -> bytes:
    """PNG of `size` × `size` pixels."""
    return _png(_square(drawn, size))


def masked(drawn: bytes, size: int) -> bytes:
    """PNG without transparency, the picture within the part that no mask cuts off."""
    from PIL import Image as Images

    inner = _square(drawn, round(size * _SAFE))
    ground = _ground(inner)
    image = Images.new("RGBA", (size, size), ground)
    edge = (size - inner.width) // 2
    image.alpha_composite(inner, (edge, edge))
    return _png(image)


def tabs(drawn: bytes) -> bytes:
    """ICO for the tabs of browsers that know no SVG."""
    target = io.BytesIO()
    sizes = [(size, size) for size in _TABS]
    _square(drawn, _TABS[-1]).save(target, "ICO", sizes=sizes)
    return target.getvalue()


def _square(drawn: bytes, size: int) -> Image:
    from PIL import Image as Images

    image = Images.open(io.BytesIO(drawn)).convert("RGBA")
    side = max(image.size)
    canvas = Images.new("RGBA", (side, side), (0, 0, 0, 0))
    canvas.alpha_composite(image, ((side - image.width) // 2, (side - image.height) // 2))
    return canvas.resize((size, size), Images.Resampling.LANCZOS)


def _ground(image: Image) -> tuple[int, int, int, int]:
    """The colour of the corner; white where it is transparent."""
    red, green, blue, alpha = image.getpixel((0, 0))  # type: ignore[misc]
    return (red, green, blue, 255) if alpha == 255 else (255, 255, 255, 255)


def _png(image: Image) -> bytes:
    target = io.BytesIO()
    image.save(target, "PNG", optimize=True)
    return target.getvalue()
