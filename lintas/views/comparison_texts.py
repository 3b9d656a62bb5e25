"""Texts of the page that compares regions: those of its script, and those that the engine puts into views."""

from __future__ import annotations

from typing import Final

SCRIPT: Final = tuple(
    "compare_" + key
    for key in """
caption column_figure copied density difference failed missing more_than_five nothing one_only points
remove status times twice unknown dates_differ
""".split()
)
WHOLE: Final = " ".join((*SCRIPT, "compare", "compare_all", "compare_lead"))
WITH_GAPS: Final = ""
