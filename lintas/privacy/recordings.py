"""What is said about a sound or film in its file: tags of MP3 (ID3v2), boxes of MP4 (ISO/IEC 14496-12). Pure.

What is heard or seen in it cannot be looked through.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintas.privacy.parts import Part

SUFFIXES = (".mp3", ".mp4", ".m4a", ".mov", ".wav", ".ogg", ".webm")
_PLACE = re.compile(rb"\xa9xyz|com\.apple\.quicktime\.location|loci|[+-][0-9]{1,2}\.[0-9]{2,}[+-][0-9]{1,3}\.[0-9]{2,}")
_SEEN = re.compile(rb"[\x20-\x7e]{7,}")
_END = 128  # bytes of an ID3v1 tag


def parts(path: str, data: bytes) -> Iterator[Part]:
    """One part for the tags: the readable texts in them, and whether a position is among them."""
    tags = _id3(data) if path.lower().endswith(".mp3") else b"".join(_boxes(data, (b"udta", b"meta")))
    texts = _SEEN.findall(tags.replace(b"\0", b""))
    yield Part("metadata", b"\n".join(texts).decode("ascii"), located=_PLACE.search(tags) is not None)


def _id3(data: bytes) -> bytes:
    size = 0
    if data[:3] == b"ID3" and len(data) >= 10:
        size = 10 + sum((byte & 0x7F) << shift for byte, shift in zip(data[6:10], (21, 14, 7, 0), strict=True))
    return data[:size] + b"\n" + data[-_END:]


def _boxes(data: bytes, wanted: tuple[bytes, ...]) -> Iterator[bytes]:
    """Contents of the wanted boxes within the film's header."""
    position = 0
    while position + 8 <= len(data):
        size, name, head = int.from_bytes(data[position : position + 4], "big"), data[position + 4 : position + 8], 8
        if size == 1:
            size, head = int.from_bytes(data[position + 8 : position + 16], "big"), 16
        size = len(data) - position if size == 0 else size
        if size < head:
            return
        content = data[position + head : position + size]
        if name in wanted:
            yield content
        elif name in (b"moov", b"trak"):
            yield from _boxes(content, wanted)
        position += size
