"""The size of an SVG picture, as its root element gives it (pure)."""

from __future__ import annotations

import re
from decimal import Decimal

_ROOT = re.compile(r"<(?:[\w.-]+:)?svg\b((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"(?<![\w:.-])(width|height|viewBox)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_LENGTH = re.compile(r"\s*([0-9]{1,6}(?:\.[0-9]{1,6})?)\s*(px|pt|pc|mm|cm|in)?\s*\Z", re.IGNORECASE)
_PIXELS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_HEAD = 64_000  # characters in which the root element must stand


def vector_size(text: str) -> tuple[int, int]:
    """Width and height in CSS pixels; (0, 0) where the root element tells neither sizes nor a view box."""
    root = _ROOT.search(text[:_HEAD])
    given = {name.lower(): one or two for name, one, two in _ATTRIBUTE.findall(root[1])} if root else {}
    width, height = _length(given.get("width", "")), _length(given.get("height", ""))
    if width and height:
        return width, height
    box = [Decimal(part) for part in re.findall(r"-?[0-9]{1,9}(?:\.[0-9]{1,9})?", given.get("viewbox", ""))]
    if len(box) != 4 or box[2] <= 0 or box[3] <= 0:
        return 0, 0
    if width or height:
        return (width, max(1, round(width * box[3] / box[2]))) if width else (
            max(1, round(height * box[2] / box[3])), height
        )  # fmt: skip
    return max(1, round(box[2])), max(1, round(box[3]))


def _length(text: str) -> int:
    found = _LENGTH.match(text)
    return max(1, round(float(found[1]) * _PIXELS[(found[2] or "").lower()])) if found and float(found[1]) else 0
