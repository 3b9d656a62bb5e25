"""`build.py new` and `build.py import`: begin a file of content. Effects: writes one new file, never over another."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from lintas import drafting, formatting, importing
from lintas.diagnostics import Diagnostic, Outcome, Span, fault
from lintas.importing.composing import short_slug
from lintas.reader import Map, decode, read_yaml
from lintas.runs import Made
from lintas.scaffold import templates
from lintas.scaffold.numbers import next_free
from lintas.scaffold.templates import Known
from lintas.scaffold.together import write_together

__all__ = ["Made", "import_bytes", "import_draft", "new", "new_dataset"]


@dataclass(frozen=True, slots=True)
class _Kind:
    folder: str  # with {year}
    ending: str
    write: Callable[[str, str, Known], str]
    title: str  # used where none is given; "" = a title is needed


_KINDS = {
    "siaran": _Kind("content/siaran-pers/{year}", ".md", templates.release, "Judul siaran pers"),
    "halaman": _Kind("content/halaman", ".md", templates.page, ""),
    "instansi": _Kind("content/instansi", ".yaml", templates.institution, ""),
}


def new(root: Path, kind: str, title: str, now: str) -> Outcome[Made | None]:
    """Begin a release, page or institution. `now` is a UTC instant; its day in UTC+7 counts."""
    shape, day, title = _KINDS[kind], importing.today(now), " ".join(title.split())
    if not title and not shape.title:
        return Outcome(None, (fault("NAS103", Span(""), jenis=kind),))
    name = short_slug(title) if title else f"siaran-pers-{day}"
    if not name:
        return Outcome(None, (fault("NAS102", Span(""), judul=title),))
    path = f"{shape.folder.format(year=day[:4])}/{name}{shape.ending}"
    known = _numbered(root, day) if kind == "siaran" else _known(root)
    refused = _write(root, path, shape.write(title or shape.title, day, known))
    return Outcome(None, refused) if refused else Outcome(Made(path, _told(kind, known, day)))


def _numbered(root: Path, day: str) -> Known:
    """The hints for a release, with the next free number."""
    known = _known(root)
    institution = _yaml(root, f"content/instansi/{known.agency or '-'}.yaml")
    free = next_free(root, _yaml(root, "content/situs.yaml"), institution, day)
    return replace(known, number=free.number, last=free.last)


def _told(kind: str, known: Known, day: str) -> tuple[tuple[str, str], ...]:
    """What a release was given, for the one who began it."""
    if kind != "siaran":
        return ()
    before = f"terakhir {known.last}" if known.last else "yang pertama tahun ini"
    number = f"{known.number} ({before})" if known.number else "belum diisi: profil_nomor belum ditetapkan"
    return (("Nomor", number), ("Tanggal", formatting.weekday_date(day)), ("Status", "draf"))


def import_draft(root: Path, file: Path, now: str, *, force: bool = False) -> Outcome[Made | None]:
    """Turn a text as it was sent into a release file. Diagnostics beside a value are decisions left to a person."""
    return _drafted(root, importing.read(root, file, now), force)


def import_bytes(root: Path, data: bytes, now: str, *, force: bool = False) -> Outcome[Made | None]:
    """The same for what came by standard input."""
    return _drafted(root, importing.read_bytes(root, data, "-", now), force)


def _drafted(root: Path, read: Outcome[importing.Draft | None], force: bool) -> Outcome[Made | None]:
    draft = read.value
    if draft is None:
        return Outcome(None, read.diagnostics)
    wanted = ((draft.path, draft.text.encode("utf-8")), *draft.pictures)
    refused = write_together(root, wanted, force=force)
    if refused:
        return Outcome(None, refused)
    also = tuple(path for path, _ in draft.pictures)
    return Outcome(Made(draft.path, (), draft.understood, also), read.diagnostics)


def new_dataset(root: Path, file: Path, sheet: str, now: str) -> Outcome[Made | None]:
    """Draft a dataset from a CSV or XLSX; `sheet` is "" for the first sheet with cells."""
    return drafting.new(root, drafting.Wish(file, sheet, _known(root).agency, importing.today(now)))


def _write(root: Path, path: str, text: str) -> tuple[Diagnostic, ...]:
    """Write a file that is not there yet; what is wrong otherwise."""
    place = root / path
    if os.path.lexists(place):
        return (fault("NAS101", Span(path)),)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        return (fault("NAS104", Span(path), sebab=error.strerror or error),)
    return ()


def _known(root: Path) -> Known:
    """Keys for the hints; files that cannot be read simply give none, as `check` will say why."""
    topics = _yaml(root, "content/topik.yaml")
    slugs = [Map(node, "", []).text("slug") for node in topics.node.items if node.kind == "map"]
    return Known(
        agency=_yaml(root, "content/situs.yaml").text("instansi"),
        institutions=tuple(sorted(file.stem for file in (root / "content/instansi").glob("*.yaml"))),
        topics=tuple(filter(None, slugs)),
        datasets=tuple(sorted(file.parent.name for file in (root / "datasets").glob("*/datapackage.json"))),
    )


def _yaml(root: Path, path: str) -> Map:
    try:
        data = (root / path).read_bytes()
    except OSError:
        data = b""
    return Map(read_yaml(decode(data, path).value, path).value, path, [])
