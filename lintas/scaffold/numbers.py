"""The next free number of the agency, from the front matter of its releases (effect: reads them)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lintas.numbering import Profile, next_number, parse_as, profile
from lintas.reader import Map, read_yaml

_HEAD = 65_536  # bytes in which front matter is looked for
_FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)^---[ \t]*\r?$", re.DOTALL | re.MULTILINE)
_KEY = re.compile(r"^(?:nomor|instansi)[ \t]*:.*(?:\n(?:[ \t-].*|[ \t]*))*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Free:
    """`number` is "" where no scheme is set. `last` is the highest number of the year, "" where it is the first."""

    number: str = ""
    last: str = ""


def next_free(root: Path, settings: Map, institution: Map, day: str) -> Free:
    """The number after the highest of the year of `day`. Drafts and releases that wait count: their numbers are taken.

    The scheme is that of the agency's file in content/instansi, else that of the settings.
    """
    scheme = profile(institution.text("profil_nomor") or settings.text("profil_nomor"))
    if scheme is None:
        return Free()
    agency, today = settings.text("instansi"), date.fromisoformat(day)
    for folder in _years(root, today.year):
        taken = [text for text in _numbers(folder, agency, scheme) if text]
        if taken:
            return Free(next_number(scheme, taken, today), _highest(scheme, taken, today.year))
    return Free(next_number(scheme, (), today))


def _years(root: Path, newest: int) -> list[Path]:
    """Folders of years, newest first: where this year has no number yet, unit and classification are those before."""
    folders = (root / "content/siaran-pers").glob("[0-9][0-9][0-9][0-9]")
    return sorted((folder for folder in folders if int(folder.name) <= newest), reverse=True)


def _numbers(folder: Path, agency: str, scheme: Profile) -> Iterator[str]:
    """Numbers of the scheme; those that fit but for a slip only in releases of the agency itself."""
    for file in sorted(folder.rglob("*.md")):
        front = _front(file)
        institutions = front.texts("instansi")
        own = not institutions or agency in institutions
        for text in front.texts("nomor"):
            number = parse_as(scheme, text)
            if number and (number.exact or own):
                yield text


def _front(file: Path) -> Map:
    """The two keys that are needed; the rest of the front matter is not read, and faults are left to `check`."""
    try:
        with file.open("rb") as opened:
            text = opened.read(_HEAD).decode("utf-8", "replace").replace("\r\n", "\n")
    except OSError:
        text = ""
    match = _FRONT.match(text)
    keys = "\n".join(found[0] for found in _KEY.finditer(match[1])) if match else ""
    return Map(read_yaml(keys, file.name).value, file.name, [])


def _highest(scheme: Profile, taken: list[str], year: int) -> str:
    numbers = [number for text in taken if (number := parse_as(scheme, text)) and number.parts.year in (year, 0)]
    return max(numbers, key=lambda number: number.parts.sequence).normal if numbers else ""
