"""Pictures in pages: `<picture>` in several forms and widths, with room kept free for them, in texts and as photos."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape

from lintas.model import Foto, PictureFacts, SiaranPers
from lintas.relate import Site
from lintas.rendering import fill_slots
from lintas.views.parts import Photo, PictureSource

MEDIA, CONTENT = "media/", "content/media/"
TYPES: Mapping[str, str] = {"avif": "image/avif", "webp": "image/webp", "jpeg": "image/jpeg", "png": "image/png"}
_MODERN = ("avif", "webp")
SIZES = "(min-width: 82rem) 53rem, (min-width: 60rem) calc(100vw - 29rem), calc(100vw - 2rem)"  # the column of a text

_IMAGE = re.compile(r'<img(?: [\w-]+="[^"]*")* src="slot:(\d+)"(?: [\w-]+="[^"]*")*>')
_SIZED = re.compile(r' (?:width|height)="[^"]*"')


def shown(site: Site, path: str) -> list[str]:
    """Digests of the pictures in the text at `path`; they go into the digest of its page."""
    targets = site.targets.get(path, ())
    return [found.digest for target in targets if (found := _facts(site, target))]


def body(site: Site, html: str, path: str, root: str) -> str:
    """The prose of the text at `path` with its links filled in and its pictures in all their sizes."""
    targets = site.targets.get(path, ())
    if any(target.startswith(MEDIA) for target in targets):
        html = _IMAGE.sub(lambda found: _marked(site, found, targets, root), html)
    return fill_slots(html, targets, root)


def _marked(site: Site, found: re.Match[str], targets: tuple[str, ...], root: str) -> str:
    number = int(found[1])
    facts = _facts(site, targets[number]) if number < len(targets) else None
    if facts is None:
        return found[0]
    source = fallback(facts)
    image = _SIZED.sub("", found[0])
    image = image.replace(f' src="slot:{number}"', f' src="{escape(root + source.path)}"', 1)
    image = f'{image[:-1]} width="{facts.width}" height="{facts.height}">'
    sources = "".join(
        f'<source type="{each.type}" srcset="{escape(srcset(each.files, root))}" sizes="{SIZES}">'
        for each in source.sources
    )
    return f"<picture>{sources}{image}</picture>" if sources else image


def srcset(files: Iterable[tuple[str, str]], root: str) -> str:
    return ", ".join(f"{root}{path} {width}w" for path, width in files)


def fallback(facts: PictureFacts, alt: str = "", caption: str = "", credit: str = "") -> Photo:
    """The picture as a view: the file for every browser, and before it the better ones for those that know them."""
    last = [file for file in facts.files if file.form not in _MODERN]
    path = last[-1].path if last else MEDIA + facts.path.removeprefix(CONTENT)
    return Photo(
        path, alt, str(facts.width), str(facts.height), caption, credit,
        tuple(_sources(facts)), SIZES if facts.files else "",
    )  # fmt: skip


def _sources(facts: PictureFacts) -> Iterator[PictureSource]:
    for form in dict.fromkeys(file.form for file in facts.files):
        files = tuple((file.path, str(file.width)) for file in facts.files if file.form == form)
        if form in _MODERN or len(files) > 1:
            yield PictureSource(TYPES[form], files)


def _facts(site: Site, target: str) -> PictureFacts | None:
    """The picture that an address of this site leads to."""
    return site.pictures.get(CONTENT + target.removeprefix(MEDIA)) if target.startswith(MEDIA) else None


def facts_of(site: Site, photo: Foto) -> PictureFacts | None:
    return site.pictures.get(CONTENT + photo.file.text)


def of_photos(site: Site, release: SiaranPers) -> list[str]:
    """Digests of the photos of a release."""
    return [found.digest for each in release.photos if (found := facts_of(site, each))]


def photo(site: Site, given: Foto) -> Photo:
    """A photo of the front matter as a view; one whose size is unknown is shown as it is."""
    facts = facts_of(site, given)
    if facts is None:
        return Photo(MEDIA + given.file.text, given.alt, "", "", given.caption, given.credit)
    return fallback(facts, given.alt, given.caption, given.credit)
