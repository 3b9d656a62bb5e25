"""What a rule gives: where in the plain text, which code, which facts, and the replacement where one is safe."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """`start` and `end` count in `Document.text`. `mend` is the exact replacement of that stretch, None = by hand."""

    code: str
    start: int
    end: int
    found: str = ""
    better: str = ""
    mend: str | None = None
    extra: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replace `source[start:end]` of a file's decoded text by `text`."""

    start: int
    end: int
    text: str


def swap(code: str, place: tuple[int, int], found: str, better: str) -> Finding:
    """A finding whose stretch is simply to be replaced by `better`."""
    return Finding(code, place[0], place[1], found, better, better)


def like(model: str, word: str) -> str:
    """`word` in the case of `model`: KERJASAMA → KERJA SAMA, Kerjasama → Kerja sama."""
    if len(model) > 1 and model.isupper():
        return word.upper()
    if model[:1].isupper():
        return word[:1].upper() + word[1:]
    return word
