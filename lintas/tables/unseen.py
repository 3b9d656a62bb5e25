"""Characters of a table that nobody sees: control characters, and marks that turn the order of what is read (UAX 9)."""

from __future__ import annotations

import re

_CONTROLS = bytes((*range(1, 9), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F))  # NUL is told by its own code
_CONTROL = re.compile(rb"[\x01-\x08\x0b\x0c\x0e-\x1f\x7f]")
_BIDI = re.compile(rb"\xe2\x80[\xaa-\xae]|\xe2\x81[\xa6-\xa9]")  # U+202A–U+202E, U+2066–U+2069 in UTF-8


def first(block: bytes) -> tuple[int, str] | None:
    """Place and name ("U+202E") of the first such character in UTF-8 or ASCII bytes. Clean bytes are let by quickly."""
    found = []
    if len(block.translate(None, _CONTROLS)) != len(block) and (control := _CONTROL.search(block)):
        found.append((control.start(), f"U+{block[control.start()]:04X}"))
    if not block.isascii() and (turn := _BIDI.search(block)):
        found.append((turn.start(), f"U+{ord(turn[0].decode()):04X}"))
    return min(found, default=None)
