"""Office documents are ZIP archives from strangers: what is taken out of one, and how much at most. Pure, on bytes."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass

ENTRIES = 4_000
XML_LIMIT = 3_000_000  # bytes of one XML part; a hundred pages take about one million
PART_LIMIT = 40_000_000  # bytes of one picture
TOTAL_LIMIT = 120_000_000
_HEAD = 2_000_000  # bytes in which a DOCTYPE is looked for
_DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Refused(Exception):
    """Why an archive is not opened: code and arguments of a finding."""

    code: str
    args: tuple[tuple[str, str], ...] = ()


def names(data: bytes) -> tuple[str, ...]:
    """Names of all entries. Raises Refused where this is no whole archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found = archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, UnicodeDecodeError) as error:
        raise Refused("NAS111", (("sebab", "arsip di dalamnya tidak utuh"),)) from error
    if len(found) > ENTRIES:
        raise Refused("NAS116", (("sebab", f"{len(found)} berkas di dalamnya"),))
    return tuple(found)


def parts(data: bytes, wanted: Callable[[str], bool]) -> dict[str, bytes]:
    """The wanted entries with their bytes, never more of them than the limits say. Raises Refused."""
    names(data)
    found: dict[str, bytes] = {}
    total = 0
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for entry in archive.infolist():
                if entry.is_dir() or not wanted(entry.filename):
                    continue
                if entry.flag_bits & 0x1:
                    raise Refused("NAS110")
                limit = XML_LIMIT if entry.filename.endswith((".xml", ".rels")) else PART_LIMIT
                content = _read(archive, entry, limit)
                total += len(content)
                if total > TOTAL_LIMIT:
                    raise Refused("NAS116", (("sebab", f"lebih dari {TOTAL_LIMIT // 1_000_000} MB setelah dibuka"),))
                found[entry.filename] = content
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise Refused("NAS111", (("sebab", "sebagian isinya rusak"),)) from error
    return found


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, limit: int) -> bytes:
    """One entry; the size that the archive states is not believed."""
    with archive.open(entry) as stream:
        content = stream.read(limit + 1)
        if len(content) > limit:
            raise Refused("NAS116", (("sebab", f"{entry.filename} melebihi {limit // 1_000_000} MB setelah dibuka"),))
        if stream.read(1):
            raise Refused("NAS116", (("sebab", f"ukuran {entry.filename} tidak benar"),))
    if entry.filename.endswith((".xml", ".rels")) and _DOCTYPE.search(content[:_HEAD].replace(b"\0", b"")):
        raise Refused("NAS117")
    return content
