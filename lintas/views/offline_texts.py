"""Texts about the offline edition that the engine puts into views, and their gaps; see `texts`."""

from __future__ import annotations

from typing import Final

WHOLE: Final = """
offline offline_lead offline_left_cards offline_left_json offline_left_parquet offline_left_pdf offline_left_photos
offline_left_twins offline_left_versions offline_left_xlsx offline_left_zip
"""
WITH_GAPS: Final = """
offline_contents n
offline_take title
"""
