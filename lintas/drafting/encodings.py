"""Which encoding a text file has, told from its bytes (effect: reads the file, in blocks)."""

from __future__ import annotations

import codecs
from pathlib import Path

_BLOCK = 1 << 20
_HEAD = 4000
UTF8, WINDOWS = "utf-8-sig", "cp1252"


def encoding_of(path: Path) -> str:
    """Codec name: utf-8-sig (also without mark), utf-16, utf-16-le, utf-16-be, or cp1252 for what is not UTF-8."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
        if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return "utf-16"
        even, odd = head[::2].count(0), head[1::2].count(0)
        if max(even, odd) > len(head) // 5:
            return "utf-16-le" if odd > even else "utf-16-be"
        file.seek(0)
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            while block := file.read(_BLOCK):
                decoder.decode(block)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return WINDOWS
    return UTF8
