"""One picture → the files in which it is shown: several widths in AVIF, WebP and JPEG, upright, sRGB, no metadata.

The same bytes in, the same bytes out for one version of Pillow, which the key of the store covers.
"""

from __future__ import annotations

import io
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from lintas.model import PictureFacts, PictureFile
from lintas.pictures.inspection import Unreadable, decode, opened
from lintas.pictures.limits import CLOSE, LEAST_DRAWN, WIDTHS

if TYPE_CHECKING:
    from PIL.Image import Image

FOLDER = "foto/"
_MEDIA = "content/media/"
_OPTIONS: dict[str, dict[str, Any]] = {
    "avif": {"quality": 55, "speed": 8, "max_threads": 1},  # several threads would cut the picture differently
    "webp": {"quality": 76, "method": 4},
    "jpeg": {"quality": 80, "optimize": True, "progressive": True},
    "png": {"optimize": True},
}
_SUFFIXES = {"avif": "avif", "webp": "webp", "jpeg": "jpg", "png": "png"}
_WIDE = ("I", "F", "I;16", "I;16B", "I;16L", "I;16N")  # more than eight bits in a single channel


def widths(width: int) -> tuple[int, ...]:
    """The widths to draw, smallest first; never wider than the picture is."""
    if width <= LEAST_DRAWN:
        return ()
    steps = [step for step in WIDTHS if step <= width]
    if width < WIDTHS[-1] and (not steps or width >= CLOSE * steps[-1]):
        steps.append(width)
    return tuple(steps)


def drawable(facts: PictureFacts) -> bool:
    """Whether other sizes are drawn; a drawing in SVG and a very small picture are shown as they are."""
    return not facts.path.lower().endswith(".svg") and bool(widths(facts.width))


def _files(facts: PictureFacts, sizes: tuple[int, ...], last: str) -> tuple[PictureFile, ...]:
    """The name carries the digest: browsers may keep the file, and two pictures that differ in suffix do not meet."""
    stem = PurePosixPath(facts.path.removeprefix(_MEDIA)).with_suffix("").as_posix()
    return tuple(
        PictureFile(
            f"{FOLDER}{stem}.{facts.digest[:8]}.{width}.{_SUFFIXES[form]}",
            form,
            width,
            max(1, round(facts.height * width / facts.width)),
        )
        for form in ("avif", "webp", last)
        for width in sizes
    )


def draw(data: bytes, facts: PictureFacts, key: str) -> tuple[PictureFacts, dict[str, bytes]]:
    """The facts with all files, and their bytes by path. A picture with transparency ends in PNG instead of JPEG.

    Raises `Unreadable`, which cannot happen on a picture that was inspected.
    """
    sizes = widths(facts.width)
    with opened(data) as image:
        decode(image, sizes[-1])
        whole = plain(image, sizes[-1])
    see_through = whole.mode == "RGBA"
    files = _files(facts, sizes, "png" if see_through else "jpeg")
    made: dict[str, bytes] = {}
    for width in sizes:
        mine = [file for file in files if file.width == width]
        scaled = _scaled(whole, (width, mine[0].height))
        for file in mine:
            target = io.BytesIO()
            scaled.save(target, file.form.upper(), **_OPTIONS[file.form])
            made[file.path] = target.getvalue()
    return PictureFacts(facts.path, facts.digest, facts.width, facts.height, key, files), made


def plain(image: Image, width: int) -> Image:
    """The first frame, upright, in sRGB with eight bits, without anything but pixels; opaque unless it truly is not."""
    from PIL import ImageOps

    profile = image.info.get("icc_profile")
    upright = ImageOps.exif_transpose(image)
    upright = _scaled(upright, (width, max(1, round(upright.height * width / upright.width))), shrink=True)
    upright = _eight_bits(upright)
    clear = "A" in upright.getbands() or "transparency" in upright.info
    coloured = _to_srgb(upright, profile) if profile and upright.mode in ("RGB", "RGBA", "CMYK", "L") else upright
    plain = coloured.convert("RGBA" if clear else "RGB")
    plain.info.clear()
    if clear and plain.getchannel("A").getextrema()[0] == 255:
        return plain.convert("RGB")
    return plain


def _eight_bits(image: Image) -> Image:
    """A grey picture of sixteen bits; Pillow would clip it to white instead of scaling."""
    if image.mode not in _WIDE:
        return image
    return image.convert("I").point(lambda value: value / 256).convert("L")


def _to_srgb(image: Image, profile: bytes) -> Image:
    from PIL import ImageCms

    alpha = image.getchannel("A") if image.mode == "RGBA" else None
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        plain = image.convert("RGB") if alpha else image
        turned = ImageCms.profileToProfile(plain, source, target, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):  # a profile for another kind of picture, or a broken one
        return image
    if turned is None:
        return image
    if alpha:
        turned.putalpha(alpha)
    return turned


def _scaled(image: Image, size: tuple[int, int], *, shrink: bool = False) -> Image:
    """In this size. `shrink`: only if that is smaller, and only where the mode can be resampled."""
    from PIL.Image import Resampling

    if image.size == size or (shrink and (image.width <= size[0] or image.mode in ("P", "1", *_WIDE))):
        return image
    return image.resize(size, Resampling.LANCZOS, reducing_gap=3.0)


__all__ = ["FOLDER", "Unreadable", "draw", "drawable", "plain", "widths"]
