"""Colours of charts, from the theme (theme/css/10-tokens.css): each light tone with the one for the dark.

A chart is drawn once, in the light tones. In the dark a small style inside the SVG exchanges them, so that the file
works in `<img>`, which sees no style sheet of the page.
"""

from __future__ import annotations

from typing import Final

PAGE: Final = "#ffffff"
TEXT: Final = "#0a2729"
SOFT: Final = "#52605d"
LINE: Final = "#dce2e1"
SEA: Final = "#eff5f4"
AROUND: Final = "#d9e3e2"
EMPTY: Final = "#c9cfce"  # a region without a value
SERIES: Final = ("#0f666b", "#6b8f8d", "#c4321a", "#a8761f", "#5b6fa8", "#7d4a78")
STEPS: Final = ("#cfe3e2", "#9dc8c8", "#62a4a6", "#2b7b7f", "#0c474b")  # little → much

DARK: Final = {
    PAGE: "#061a1c",
    TEXT: "#edf1f0",
    SOFT: "#a5b7b5",
    LINE: "#1d3b3e",
    SEA: "#0a2729",
    AROUND: "#133538",
    EMPTY: "#3a4a4c",
    "#0f666b": "#8ccbcc",
    "#6b8f8d": "#4f8588",
    "#c4321a": "#ff8465",
    "#a8761f": "#dfae58",
    "#5b6fa8": "#9db0e6",
    "#7d4a78": "#cf9bc9",
    "#cfe3e2": "#1d4c50",
    "#9dc8c8": "#2f6d71",
    "#62a4a6": "#4b9094",
    "#2b7b7f": "#7fbfc1",
    "#0c474b": "#d3eeed",
}


def style() -> str:
    """CSS for the inside of an SVG file."""
    rules = "".join(f'[fill="{a}"]{{fill:{b}}}[stroke="{a}"]{{stroke:{b}}}' for a, b in DARK.items())
    return f"<style>@media(prefers-color-scheme:dark){{{rules}}}</style>"
