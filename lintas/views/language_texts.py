"""Texts about the languages of a portal that the engine puts into views, and their gaps; see `texts`."""

from __future__ import annotations

from typing import Final

WHOLE: Final = """
untranslated untranslated_lead untranslated_datasets untranslated_pages untranslated_topics untranslated_institutions
untranslated_releases not_found_other island_1 island_3 island_5 island_6 island_7 island_8 island_9
"""
WITH_GAPS: Final = """
untranslated_of n total
untranslated_more n
"""
