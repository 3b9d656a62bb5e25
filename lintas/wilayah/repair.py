"""Proposals for region codes that a spreadsheet or a person has damaged."""

from __future__ import annotations

import re

from lintas.wilayah.names import named
from lintas.wilayah.register import find, moved

_SHAPE = re.compile(r"[0-9]{2}(\.[0-9]{2}(\.[0-9]{2}(\.[0-9]{4})?)?)?")
_WIDTHS = (2, 2, 2, 4)  # digits of province, kabupaten/kota, kecamatan, desa


def is_shaped(text: str) -> bool:
    """Whether the text has the form of a code: 32, 32.75, 32.75.01 or 32.75.01.1001 (ASCII digits only)."""
    return _SHAPE.fullmatch(text) is not None


def exists(code: str) -> bool:
    """Whether the register knows the code; a desa counts when its kecamatan does (desa are not in the register)."""
    return find(code.rpartition(".")[0] if code.count(".") == 3 else code) is not None


def repair(text: str, name: str = "") -> str:
    """The code that was probably meant, or "" when there is none or nothing is wrong with the text.

    A name that stands beside the code decides between candidates: `11.1` is 11.10 after a lost zero at the end, but
    11.01 where the name says so. Without a name the zero at the end is taken, since that is the one numbers lose.
    """
    if is_shaped(text) and exists(text):
        return ""
    candidates = [code for code in _candidates(text) if exists(code)]
    by_name = [region.code for region in named(name)] if name else []
    for code in candidates:
        if code in by_name:
            return code
    if len(by_name) == 1:
        return by_name[0]
    if candidates:
        return candidates[0]
    former = moved(text)
    return former.successor if former else ""


def _candidates(text: str) -> list[str]:
    """Well-formed codes the text may stand for, the likeliest first; they need not exist."""
    flat = text.strip().strip("'\"` ").replace("\u00a0", "")
    parts = re.split(r"[.,\-/_ ]+", flat.strip(".,-/_ "))
    if not all(part.isascii() and part.isdigit() for part in parts):
        return []
    found: list[str] = []
    if len(parts) > 1 and parts[-1].strip("0") == "" and len(parts[-1]) == 1:
        found += _candidates(".".join(parts[:-1])) or _undotted(parts[0])
    if len(parts) == 1:
        found += _undotted(parts[0])
    found += _padded(parts)
    return list(dict.fromkeys(code for code in found if is_shaped(code)))


def _undotted(digits: str) -> list[str]:
    """3275 → 32.75, 327501 → 32.75.01, 3275011001 → 32.75.01.1001; 32 stays."""
    cuts = {2: (2,), 4: (2, 4), 6: (2, 4, 6), 10: (2, 4, 6, 10)}.get(len(digits), ())
    return [".".join(digits[start:end] for start, end in zip((0, *cuts), cuts, strict=False))] if cuts else []


def _padded(parts: list[str]) -> list[str]:
    """The parts joined with dots, a short last or inner part filled with a zero behind it, then before it."""
    if not 1 <= len(parts) <= len(_WIDTHS) or any(
        len(part) > width for part, width in zip(parts, _WIDTHS, strict=False)
    ):
        return []
    behind = ".".join(part.ljust(width, "0") for part, width in zip(parts, _WIDTHS, strict=False))
    before = ".".join(part.rjust(width, "0") for part, width in zip(parts, _WIDTHS, strict=False))
    return [behind, before]
