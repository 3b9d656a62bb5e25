"""Image files taken apart into what is seen and what is said about it (EXIF, XMP, IPTC, comments). Pure, on bytes.

Sources: JPEG ITU-T T.81 annex B with JFIF/EXIF markers, PNG (W3C, third edition), WebP (RFC 9649), GIF89a. A file that
does not follow its format is returned as it is.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass

_MOST_TEXT = 4_000_000  # bytes of a compressed text of a PNG that are looked at
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_SAID = frozenset((b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"))
_GIF_LOOP = (b"NETSCAPE2.0", b"ANIMEXTS1.0")  # how often an animation runs is no metadata


@dataclass(frozen=True, slots=True)
class Taken:
    """The file without metadata, and what was taken out of it."""

    data: bytes
    said: tuple[bytes, ...] = ()


def take_apart(data: bytes) -> Taken:
    """By the first bytes of the file, not by its name."""
    try:
        if data.startswith(b"\xff\xd8"):
            return _jpeg(data)
        if data.startswith(_PNG):
            return _png(data)
        if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
            return _webp(data)
        if data.startswith((b"GIF87a", b"GIF89a")):
            return _gif(data)
    except (IndexError, ValueError):
        return Taken(data)
    return Taken(data)


def _jpeg(data: bytes) -> Taken:
    """Keeps what a decoder needs: JFIF, ICC profile, Adobe transform; drops other segments and what follows the end."""
    kept, said = [data[:2]], []
    position = 2
    while True:
        if data[position] != 0xFF:
            raise ValueError
        marker = data[position + 1]
        if marker == 0xFF:  # fill byte
            position += 1
            continue
        if marker == 0xD9:
            kept.append(b"\xff\xd9")
            said.append(data[position + 2 :])
            break
        size = int.from_bytes(data[position + 2 : position + 4], "big")
        if size < 2 or position + 2 + size > len(data):
            raise ValueError
        segment = data[position : position + 2 + size]
        position += 2 + size
        if _jpeg_needs(marker, segment[4:]):
            kept.append(segment)
        else:
            said.append(segment[4:])
        if marker == 0xDA:
            position = _entropy(data, position, kept)
    return Taken(b"".join(kept), tuple(text for text in said if text))


def _jpeg_needs(marker: int, payload: bytes) -> bool:
    if marker == 0xFE:
        return False
    if not 0xE0 <= marker <= 0xEF:
        return True
    names = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
    return marker in names and payload.startswith(names[marker])


def _entropy(data: bytes, position: int, kept: list[bytes]) -> int:
    """Copies coded data up to the next marker; stuffed zeros and restart markers belong to it."""
    start = position
    while True:
        position = data.index(b"\xff", position)
        if data[position + 1] == 0 or 0xD0 <= data[position + 1] <= 0xD7:
            position += 2
            continue
        kept.append(data[start:position])
        return position


def _png(data: bytes) -> Taken:
    kept, said = [_PNG], []
    position = len(_PNG)
    while position < len(data):
        size = int.from_bytes(data[position : position + 4], "big")
        end = position + 12 + size
        name = data[position + 4 : position + 8]
        if end > len(data):
            raise ValueError
        if name in _PNG_SAID:
            said.append(_png_text(name, data[position + 8 : end - 4]))
        else:
            kept.append(data[position:end])
        position = end
        if name == b"IEND":
            break
    return Taken(b"".join(kept), tuple(text for text in (*said, data[position:]) if text))


def _png_text(name: bytes, payload: bytes) -> bytes:
    """The text of a chunk, unpacked where it is compressed."""
    keyword, _, rest = payload.partition(b"\0")
    packed = rest[1:] if name == b"zTXt" else b""
    if name == b"iTXt" and rest[:1] == b"\1":
        packed = rest[2:].split(b"\0", 2)[-1]
    if not packed:
        return payload
    try:
        return keyword + b" " + zlib.decompressobj().decompress(packed, _MOST_TEXT)
    except zlib.error:
        return payload


def _webp(data: bytes) -> Taken:
    kept, said = [], []
    position, end = 12, 8 + int.from_bytes(data[4:8], "little")
    if end > len(data):
        raise ValueError
    while position + 8 <= end:
        name = data[position : position + 4]
        size = int.from_bytes(data[position + 4 : position + 8], "little")
        chunk = data[position : position + 8 + size + size % 2]
        if len(chunk) < 8 + size:
            raise ValueError
        position += len(chunk)
        if name in (b"EXIF", b"XMP "):
            said.append(chunk[8:])
        elif name == b"VP8X":
            kept.append(chunk[:8] + bytes([chunk[8] & ~0x0C]) + chunk[9:])  # neither EXIF nor XMP any more
        else:
            kept.append(chunk)
    body = b"WEBP" + b"".join(kept)
    trailing = data[end + end % 2 :]
    return Taken(b"RIFF" + len(body).to_bytes(4, "little") + body, tuple(text for text in (*said, trailing) if text))


def _gif(data: bytes) -> Taken:
    kept, said = bytearray(data[:13]), []
    position = 13
    if data[10] & 0x80:
        table = 3 << ((data[10] & 7) + 1)
        kept += data[position : position + table]
        position += table
    while data[position] != 0x3B:
        start = position
        if data[position] == 0x21:
            label = data[position + 1]
            position = _gif_blocks(data, position + 2)
            block = data[start:position]
            if label == 0xFE or (label == 0xFF and block[3:14] not in _GIF_LOOP):
                said.append(block[2:])
                continue
        elif data[position] == 0x2C:
            flags = data[position + 9]
            position = _gif_blocks(data, position + 11 + (3 << ((flags & 7) + 1) if flags & 0x80 else 0))
        else:
            raise ValueError
        kept += data[start:position]
    return Taken(bytes(kept) + b";", tuple(text for text in (*said, data[position + 1 :]) if text))


def _gif_blocks(data: bytes, position: int) -> int:
    while data[position]:
        position += 1 + data[position]
    return position + 1
