"""A compressed table, looked at as its reader will see it: how large it is unpacked, its encoding, its members.

The library unpacks without a limit and takes the first member of an archive, whatever it is called. Effect: reads the
file once, in blocks, so that memory stays small whatever it unpacks to.
"""

from __future__ import annotations

import bz2
import gzip
import lzma
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import IO, Any

from lintas.diagnostics import Diagnostic, Span, fault
from lintas.tables.files import FileFacts, Scan, read

MAX_UNPACKED = 50_000_000  # bytes; a larger table is read faster, and proved, when it is not packed
KINDS = ("zip", "gz", "bz2", "xz")
_BLOCK = 1 << 18
_OPENERS: dict[str, Any] = {"gz": gzip.open, "bz2": bz2.open, "xz": lzma.open}
_DAMAGE = (
    OSError, EOFError, ValueError, LookupError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, NotImplementedError,
    RuntimeError,
)  # fmt: skip


class _TooLarge(Exception):
    """More comes out of the file than is read of any."""


def look(root: Path, facts: FileFacts, path: str, packing: tuple[str, str, str]) -> FileFacts:
    """`facts` of the packed file with what its content adds. `packing`: kind, member of an archive, encoding."""
    kind, member, encoding = packing
    scan = Scan(lambda: _unpacked(root / path, kind, member), path, encoding or "utf-8")
    found: tuple[Diagnostic, ...]
    try:
        found = _archive(root / path, path, member) if kind == "zip" else ()
        if not found:
            read(scan, encoding, is_text=True)
            found = tuple(scan.found)
    except _TooLarge:
        found = (fault("TAB516", Span(path), limit=MAX_UNPACKED // 1_000_000),)
    except _DAMAGE as error:
        found = (fault("TAB106", Span(path), resource=PurePosixPath(path).name, note=type(error).__name__),)
    return replace(facts, readable=not found, diagnostics=(*facts.diagnostics, *found))


def _archive(file: Path, path: str, member: str) -> tuple[Diagnostic, ...]:
    """One table and nothing else: a second one is never read, and a name with .. is meant to harm who unpacks it."""
    with zipfile.ZipFile(file) as archive:
        names = archive.namelist()
        if len(names) != 1 or names[0] != (member or names[0]):
            return (fault("TAB517", Span(path), count=len(names), names=", ".join(names)),)
        outside = names[0].startswith(("/", "\\")) or ".." in PurePosixPath(names[0].replace("\\", "/")).parts
        return (fault("TAB517", Span(path), count=1, names=names[0]),) if outside else ()


@contextmanager
def _opened(file: Path, kind: str, member: str) -> Iterator[IO[bytes]]:
    if kind == "zip":
        with zipfile.ZipFile(file) as archive, archive.open(member or archive.namelist()[0]) as content:
            yield content
        return
    with _OPENERS[kind](file, "rb") as content:
        yield content


def _unpacked(file: Path, kind: str, member: str) -> Iterator[bytes]:
    size = 0
    with _opened(file, kind, member) as content:
        while block := content.read(_BLOCK):
            size += len(block)
            if size > MAX_UNPACKED:
                raise _TooLarge
            yield block
    if kind == "zip":
        with zipfile.ZipFile(file) as archive:
            if archive.infolist()[0].file_size != size:
                raise zipfile.BadZipFile
