"""Pictures of `content/media/` as they are shown: their size, and the files that are drawn from them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PictureFile:
    """One drawn file. `path` is a site path; `form` is avif, webp, jpeg or png."""

    path: str
    form: str
    width: int  # CSS pixels, as is the height
    height: int


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """One picture, held upright. Under `key` the store has the drawn files; both are empty for one shown as it is."""

    path: str  # content path
    digest: str
    width: int
    height: int
    key: str = ""
    files: tuple[PictureFile, ...] = ()  # of each form the smallest first
