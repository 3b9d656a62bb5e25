"""Bounds on what one body may cost, counted in steps and not in seconds, so that the verdict is the same everywhere.

A step is roughly what the converter does with one character in a Python loop (about 50 ns). An ordinary release of
350 words needs some ten thousand; the budget allows for the largest document that anybody has written by hand.
"""

from __future__ import annotations

MAX_CHARACTERS = 500_000
MAX_BLOCK = 100_000  # characters between two blank lines
MAX_DEPTH = 24  # quotes, lists, links or brackets inside one another
MAX_ELEMENTS_DEPTH = 64  # HTML elements inside one another
STEPS = 10_000_000
MAX_FINDINGS = 100  # diagnostics of one body; a body with more is broken as a whole


class TooComplex(Exception):
    """Raised inside `prose` only, and always caught there; `text` is the passage at which the bound was met."""

    def __init__(self, reason: str, text: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.text = text


class Budget:
    """Counts steps of one conversion."""

    __slots__ = ("left",)

    def __init__(self) -> None:
        self.left = STEPS

    def spend(self, steps: int, text: str = "") -> None:
        self.left -= steps
        if self.left < 0:
            raise TooComplex("steps", text[:80])
