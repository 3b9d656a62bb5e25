"""What is wrong with a picture, and its size when held upright. Memory stays bounded whatever the file claims."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from lintas.diagnostics import Diagnostic, Outcome, Span, fault
from lintas.model import PictureFacts
from lintas.pictures.limits import FORMS, LEAST_SIDE, MEGAPIXEL, MOST_PIXELS_ELSE, MOST_VECTOR, WIDTHS, most_pixels
from lintas.pictures.vector import vector_size

if TYPE_CHECKING:
    from PIL.Image import Image

_ORIENTATION = 0x0112  # EXIF 2.32
_SIDEWAYS = (5, 6, 7, 8)  # orientations in which width and height change places
_PIXELS = re.compile(r"[0-9]+")
_NAMES = {"JPEG": "JPEG", "PNG": "PNG", "WEBP": "WebP", "GIF": "GIF", "AVIF": "AVIF", "MPO": "JPEG"}


class Unreadable(Exception):
    """No picture (FOT101), a broken one (FOT102), or one that claims to be far too large (FOT103)."""

    def __init__(self, code: str, pixels: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.pixels = pixels


def inspect(data: bytes, path: str, digest: str) -> Outcome[PictureFacts | None]:
    """The size of the picture at `path` and what is wrong with it; None for one that cannot be shown.

    FOT101 no picture, FOT102 cut off or damaged, FOT103 too many pixels, FOT104 another format than its name says,
    FOT105 animated, FOT106 too large a drawing, FOT107 too small to be seen, FOT108 a drawing without a size.
    """
    span = Span(path)
    if path.lower().endswith(".svg"):
        return _vector(data, span, digest)
    try:
        with opened(data) as image:
            form = _form(image)
            expected = FORMS.get(PurePosixPath(path).suffix.lower(), form)
            if form != expected:
                return Outcome(None, (fault("FOT104", span, found=_NAMES[form], expected=_NAMES[expected]),))
            limit = most_pixels(form, progressive="progressive" in image.info)
            if image.width * image.height > limit:
                size = f"{image.width} × {image.height}"
                return Outcome(None, (fault("FOT103", span, size=size, limit=limit // MEGAPIXEL),))
            width, height = upright_size(image)
            found = tuple(_advice(span, image))
            decode(image, WIDTHS[-1])
    except Unreadable as error:
        if error.code == "FOT103":
            return Outcome(None, (fault("FOT103", span, size=error.pixels, limit=MOST_PIXELS_ELSE // MEGAPIXEL),))
        return Outcome(None, (fault(error.code, span),))
    return Outcome(PictureFacts(path, digest, width, height), found)


def _vector(data: bytes, span: Span, digest: str) -> Outcome[PictureFacts | None]:
    if len(data) > MOST_VECTOR:
        size, limit = f"{len(data) / MEGAPIXEL:.1f}".replace(".", ","), f"{MOST_VECTOR // MEGAPIXEL}"
        return Outcome(None, (fault("FOT106", span, size=size, limit=limit),))
    width, height = vector_size(data.decode("utf-8", "replace"))
    if not width:
        return Outcome(None, (fault("FOT108", span),))
    return Outcome(PictureFacts(span.path, digest, width, height))


def _advice(span: Span, image: Image) -> Iterator[Diagnostic]:
    if getattr(image, "is_animated", False) and image.format != "MPO":
        yield fault("FOT105", span)
    if min(image.size) < LEAST_SIDE:
        yield fault("FOT107", span, size=f"{image.width} × {image.height}")


@contextmanager
def opened(data: bytes) -> Iterator[Image]:
    """The picture with its head read. Raises `Unreadable`; nothing is decoded before the size is known."""
    import warnings

    from PIL import Image

    code = "FOT101"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # on sizes that are judged here, and on broken metadata
            with Image.open(io.BytesIO(data), formats=(*sorted(set(FORMS.values())), "MPO")) as image:
                code = "FOT102"
                yield image
    except Image.DecompressionBombError as error:
        pixels = _PIXELS.search(str(error))
        raise Unreadable("FOT103", pixels[0] if pixels else "") from error
    except Exception as error:  # a broken picture: Pillow raises whatever its plugin meets
        raise Unreadable(code) from error


def decode(image: Image, width: int) -> None:
    """Decode; a JPEG at the smallest fraction that is still twice as wide as `width`. Raises what Pillow raises."""
    if image.format in ("JPEG", "MPO"):
        image.draft("RGB" if image.mode != "L" else "L", (2 * width, 2 * width))
    image.load()


def upright_size(image: Image) -> tuple[int, int]:
    return image.size[::-1] if image.getexif().get(_ORIENTATION, 1) in _SIDEWAYS else image.size


def _form(image: Image) -> str:
    return "JPEG" if image.format == "MPO" else image.format or ""
