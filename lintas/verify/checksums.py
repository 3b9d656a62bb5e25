"""The list of checksums in the tree, in the form of `sha256sum -c`, and the files that it names (effect: reads it)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from lintas.diagnostics import Diagnostic, Span, fault

LIST: Final = "laporan/SHA256SUMS"
BUILDER: Final = "laporan/mesin.json"  # which machine built the tree: another one makes all else the same
UNLISTED: Final = frozenset({LIST, BUILDER})
_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")


def listing(digests: Mapping[str, str]) -> bytes:
    """The list for files of these paths and SHA-256 digests, to be checked from the top of the tree."""
    lines = (f"{digest}  {path}\n" for path, digest in sorted(digests.items()) if path not in UNLISTED)
    return "".join(lines).encode()


def read(folder: Path, found: list[Diagnostic]) -> dict[str, str]:
    """Path → digest, as listed."""
    sums: dict[str, str] = {}
    try:
        text = (folder / LIST).read_text("utf-8", "replace")
    except OSError as error:
        found.append(fault("LUA235", Span(LIST), reason=error.strerror or error))
        return sums
    for number, line in enumerate(text.split("\n"), start=1):
        entry = _LINE.fullmatch(line)
        if entry:
            sums[entry[2]] = entry[1]
        elif line:
            found.append(fault("LUA264", Span(LIST, number)))
    return sums


def compare(sums: Mapping[str, str], there: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Files that are not as listed, that are gone, or that the list does not know."""
    for path, digest in sums.items():
        if path not in there:
            yield fault("LUA262", Span(LIST), target=path)
        elif there[path] and there[path] != digest:
            yield fault("LUA261", Span(path))
    for path in there:
        if path not in sums and path not in UNLISTED:
            yield fault("LUA263", Span(path))
