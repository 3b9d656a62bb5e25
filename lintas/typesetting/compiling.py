"""`Letter` → PDF by Typst, which is loaded here only. One compiler per process; texts reach it as JSON."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from lintas import typefaces
from lintas.typesetting.code import code
from lintas.typesetting.content import Content
from lintas.typesetting.document import Entry, Letter
from lintas.typesetting.signs import Signs

if TYPE_CHECKING:
    from typst import Compiler

_TEMPLATE = Path(__file__).with_name("surat.typ")
_STANDARDS = ["ua-1"]
_KEPT_TOGETHER = 1000  # characters


class Refused(Exception):
    """Typst could not set the letter."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A PDF, and the signs that no typeface holds."""

    data: bytes
    missing: tuple[str, ...]


@functools.cache
def _compiler() -> Compiler:
    """No fonts of the system, no packages: nothing but what lies in the repository."""
    from typst import Compiler, Fonts

    fonts = Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[typefaces.FOLDER])
    nowhere = typefaces.FOLDER / "no-packages"
    return Compiler(
        root=typefaces.FOLDER,
        font_paths=fonts,
        ignore_system_fonts=True,
        package_path=nowhere,
        package_cache_path=nowhere,
    )


def typeset(letter: Letter, pictures: Mapping[str, tuple[str, bytes]]) -> Paper:
    """The PDF of a letter. `pictures`: content path → (suffix, bytes). Raises `Refused`."""
    signs = Signs()
    files = {path: f"gambar-{number}.{kind}" for number, (path, (kind, _)) in enumerate(sorted(pictures.items()))}
    data = _data(letter, signs, files)
    with _folder({files[path]: picture for path, (_, picture) in pictures.items()}) as folder:
        return Paper(_compiled(data, letter.published, folder), tuple(signs.missing))


@contextmanager
def _folder(files: Mapping[str, bytes]) -> Iterator[Path]:
    """Where the compiler finds the pictures; without any, a folder that is there already."""
    if not files:
        yield typefaces.FOLDER
        return
    with TemporaryDirectory(prefix="lintas-pdf-") as name:
        for file, data in files.items():
            Path(name, file).write_bytes(data)
        yield Path(name)


def _compiled(data: Mapping[str, Any], published: str, folder: Path) -> bytes:
    try:
        made = _compiler().compile(
            input=_TEMPLATE.read_bytes(),
            root=folder,
            format="pdf",
            sys_inputs={"surat": json.dumps(data, ensure_ascii=False, sort_keys=True)},
            pdf_standards=_STANDARDS,  # type: ignore[arg-type]
            timestamp=datetime(*_day(published), tzinfo=UTC),
        )
    except RuntimeError as error:  # of the compiler's own, and of its bridge to Python
        raise Refused(" ".join(str(getattr(error, "message", error)).split())) from error
    return bytes(made)  # type: ignore[arg-type]


def _day(iso: str) -> tuple[int, int, int]:
    year, month, day = iso[:10].split("-")
    return int(year), int(month), int(day)


def _data(letter: Letter, signs: Signs, files: Mapping[str, str]) -> dict[str, Any]:
    """Everything that the template reads."""
    plain = signs.shown
    content = Content(letter, signs)
    body = content.body()
    photos = _photos(letter, content, signs)
    regulations = [_entry(entry, signs) | {"mark": content.mark(entry.url, entry.name)} for entry in letter.regulations]
    data: dict[str, Any] = {
        "title": plain(letter.title).strip() or "–",
        "language": letter.language,
        "date": _day(letter.published),
        "fonts": [typefaces.FAMILY, *typefaces.FALLBACK],
        "files": dict(files),
        "address": letter.address,
        "shown_address": plain(letter.address),
        "code": code(letter.address),
        "head": {
            "name": plain(letter.head.name),
            "unit": plain(letter.head.unit),
            "lines": [plain(line) for line in letter.head.lines],
            "logo": letter.head.logo if letter.head.logo in files else "",
        },
        "mark": letter.mark,
        "numbers": [plain(number) for number in letter.numbers],
        "dateline": plain(letter.dateline),
        "summary": plain(letter.summary),
        "notices": [_entry(entry, signs) for entry in letter.notices],
        "body": body,
        "closing": letter.closing,
        "photos": photos,
        "regulations": regulations,
        "contacts": [[plain(line) for line in lines] for lines in letter.contacts],
        "changes": [{key: plain(value) for key, value in asdict(change).items()} for change in letter.changes],
        "addresses": [{"url": url, "shown": plain(url.removeprefix("mailto:"))} for url in content.addresses],
        "words": dict(letter.words),
    }
    return data | {"lacking": bool(signs.missing), "together": _short(body[-1:])}


def _short(last: list[Any]) -> bool:
    """Whether what comes last is a paragraph that can be kept on one page with the mark of the end."""
    return bool(last) and last[0]["k"] == "p" and len(json.dumps(last)) < _KEPT_TOGETHER


def _entry(entry: Entry, signs: Signs) -> dict[str, Any]:
    return {"name": signs.shown(entry.name), "text": signs.shown(entry.text), "url": entry.url}


def _photos(letter: Letter, content: Content, signs: Signs) -> list[Any]:
    made = []
    for photo in letter.photos:
        caption = [signs.shown(text) for text in (photo.caption, photo.credit) if text]
        joined = [" ".join([*caption[:1], *(f"({each})" for each in caption[1:])])] if caption else []
        for node in content.picture({"src": photo.target, "alt": photo.alt}):
            if node["k"] == "img":
                made.append(node | {"caption": joined})
    return made
