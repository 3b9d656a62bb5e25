"""Texts about feeds, the API and citations that the engine puts into views, and their gaps; see `texts`."""

from __future__ import annotations

from typing import Final

WHOLE: Final = """
cite_dataset cite_message cite_undated feed_of_page
"""
WITH_GAPS: Final = """
cite_file title format
cite_part table row
"""
