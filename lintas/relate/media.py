"""Which files of `content/media/` are published: all but those that only releases under embargo speak of."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from lintas.model import Catalogue, Halaman, SiaranPers, Source

FOLDER = "content/media/"


def shown_media(catalogue: Catalogue, releases: Iterable[SiaranPers]) -> tuple[Source, ...]:
    """A picture of a release that waits for its time, or of a draft, waits with it. `releases` are those in sight."""
    texts: tuple[SiaranPers | Halaman, ...] = (*releases, *catalogue.pages)
    shown = {path for text in texts for path in _used(text)}
    hidden = {path for release in catalogue.releases for path in _used(release)} - shown
    return tuple(source for source in catalogue.media if source.path not in hidden)


def _used(text: SiaranPers | Halaman) -> Iterator[str]:
    """Paths of the media that a text shows or links to."""
    if isinstance(text, SiaranPers):
        yield from (FOLDER + photo.file.text for photo in text.photos)
    for link in text.links:
        target = unquote(link.text.partition("#")[0])
        yield posixpath.normpath(posixpath.join(posixpath.dirname(text.path), target))
