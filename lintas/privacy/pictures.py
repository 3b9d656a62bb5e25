"""Pictures: what their metadata say, and the same picture without them. Pillow is imported where it is needed."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from lintas.privacy.containers import Taken, take_apart

SUFFIXES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif")
_GPS, _ORIENTATION = 0x8825, 0x0112  # EXIF 2.32: pointer to the GPS directory, and how to hold the picture
_QUALITY = 92
_MOST_PIXELS = 120_000_000


def is_picture(path: str) -> bool:
    return path.lower().endswith(SUFFIXES)


def said(data: bytes) -> Iterator[str]:
    """Texts of the metadata. Zero bytes are dropped, so that UTF-16 (as Windows writes it) is read as well."""
    taken = take_apart(data)
    parts = taken.said if taken.data != data else _boxes(data)
    for part in parts:
        yield part.replace(b"\0", b"").decode("latin-1")


def _boxes(data: bytes) -> tuple[bytes, ...]:
    """Metadata of a picture that is not taken apart here (AVIF): as Pillow finds them."""
    found = _info(data)
    return tuple(value for name in ("exif", "xmp", "comment") if isinstance(value := found.get(name), bytes))


def _info(data: bytes) -> dict[Any, Any]:
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data)) as image:
            return dict(image.info)
    except Exception:  # a broken picture: Pillow raises whatever its plugin meets
        return {}


def has_place(data: bytes) -> bool:
    """Whether the metadata tell where the picture was taken."""
    return any("GPSLatitude" in text for text in said(data)) or bool(_exif(data)[1])


def _exif(data: bytes) -> tuple[int, bool]:
    """Orientation (1 to 8) and whether there is a position, by the EXIF directory."""
    if b"Exif" not in data and b"EXIF" not in data and b"eXIf" not in data and b"avif" not in data[:32]:
        return 1, False
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data)) as image:
            exif = image.getexif()
            position = exif.get_ifd(_GPS)
            turned = exif.get(_ORIENTATION, 1)
            located = any(key in position for key in (2, 4))  # latitude, longitude
            return (turned if isinstance(turned, int) and 1 <= turned <= 8 else 1), located
    except Exception:  # as above
        return 1, False


def published(path: str, data: bytes) -> bytes:
    """The picture as it may be published: no EXIF, GPS, XMP, IPTC or comments. The pixels stay as they are, unless the
    metadata said that they are to be turned: then they are turned and written anew. Same bytes in, same bytes out."""
    if not is_picture(path):
        return data
    turned, _ = _exif(data)
    if turned != 1 or b"avif" in data[:32]:
        return _redrawn(data) or take_apart(data).data
    return take_apart(data).data


def _redrawn(data: bytes) -> bytes:
    """Decoded, turned upright and encoded in its own format; empty where that cannot be done."""
    from PIL import Image, ImageOps

    try:
        with Image.open(io.BytesIO(data)) as image:
            if image.width * image.height > _MOST_PIXELS or getattr(image, "n_frames", 1) > 1:
                return b""
            form, profile = image.format or "", image.info.get("icc_profile")
            upright = ImageOps.exif_transpose(image)
            upright.info.clear()
            target = io.BytesIO()
            options = {"quality": _QUALITY} if form in ("JPEG", "WEBP", "AVIF") else {}
            upright.save(target, form, **options, **({"icc_profile": profile} if profile else {}))
            return take_apart(target.getvalue()).data
    except Exception:  # as above; the metadata are then cut out without turning
        return b""


__all__ = ["Taken", "has_place", "is_picture", "published", "said"]
