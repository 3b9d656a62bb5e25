"""One picture → the form in which it stands in a PDF: upright, no wider than paper can show, without metadata."""

from __future__ import annotations

import io

from lintas.pictures.inspection import Unreadable, decode, opened
from lintas.pictures.responsive import plain

WIDTH = 1600  # pixels across the width of a text: 250 to the inch
_HEAVY = 500_000  # bytes from which a drawing without loss is set as a photo instead


def printed(data: bytes, path: str) -> tuple[str, bytes]:
    """(suffix, bytes). A drawing in SVG stays one. Raises `Unreadable`."""
    if path.lower().endswith(".svg"):
        return "svg", data
    with opened(data) as image:
        photo = image.format in ("JPEG", "MPO")
        try:
            decode(image, WIDTH)
            whole = plain(image, WIDTH)
        except (OSError, ValueError, SyntaxError) as error:
            raise Unreadable("FOT102") from error
    out = io.BytesIO()
    if not photo:
        whole.save(out, "PNG", optimize=True)
        if whole.mode == "RGBA" or out.tell() < _HEAVY:
            return "png", out.getvalue()
        out = io.BytesIO()
    whole.convert("RGB").save(out, "JPEG", quality=82, optimize=True)
    return "jpg", out.getvalue()
