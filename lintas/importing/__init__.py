"""A release as it was sent (.txt or .md) → the draft of a release file. Reads; writing is left to `scaffold`."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path, PurePath

from lintas.diagnostics import Diagnostic, Outcome, Span, fault
from lintas.importing.cleaning import clean
from lintas.importing.composing import Draft, compose
from lintas.model import Instansi
from lintas.reader import decode
from lintas.siaran import load_institution

__all__ = ["Draft", "read", "today"]

FORMATS = (".txt", ".md")
LIMIT = 1_000_000  # bytes


def read(root: Path, path: Path, now: str) -> Outcome[Draft | None]:
    """Understand one text. `now` is a UTC instant. The diagnostics of a draft are what a person must decide."""
    name = path.name
    if path.suffix.lower() not in FORMATS:
        return _refused("NAS106", name, jenis=path.suffix or name)
    try:
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
    except OSError as error:
        return _refused("NAS105", name, berkas=path, sebab=error.strerror or error)
    if len(data) > LIMIT:
        return _refused("NAS109", name)
    return understand(data, name, _institutions(root), today(now))


def understand(data: bytes, name: str, known: tuple[Instansi, ...], day: str) -> Outcome[Draft | None]:
    """The draft of the bytes of a file called `name`; pure."""
    decoded = decode(data, name)
    if any(found.code for found in decoded.diagnostics):
        return Outcome(None, decoded.diagnostics)
    if decoded.value.lstrip().startswith("---\n"):
        return _refused("NAS107", name)
    markdown = PurePath(name).suffix.lower() == ".md"
    text = clean(decoded.value, markdown=markdown)
    if not text.paragraphs:
        return _refused("NAS108", name)
    draft = compose(text, known, day, markdown=markdown)
    return Outcome(draft, draft.decisions)


def today(now: str) -> str:
    """The day of a UTC instant in western Indonesia (UTC+7), ISO."""
    return (datetime.fromisoformat(now.replace("Z", "+00:00")) + timedelta(hours=7)).date().isoformat()


def _refused(code: str, name: str, **args: object) -> Outcome[Draft | None]:
    finding: Diagnostic = fault(code, Span(name), related=(), **args)
    return Outcome(None, (finding,))


def _institutions(root: Path) -> tuple[Instansi, ...]:
    """The institutions that the portal knows; what is wrong with their files is for `check` to say."""
    found = []
    for file in sorted((root / "content" / "instansi").glob("*.yaml")):
        path = file.relative_to(root).as_posix()
        loaded = load_institution(file.read_bytes(), path, "").value
        if loaded is not None:
            found.append(loaded)
    return tuple(found)
