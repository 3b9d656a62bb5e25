"""Texts of what the press is handed, which the engine puts into views, and their gaps; see `texts`."""

from __future__ import annotations

from typing import Final

WHOLE: Final = """
llms_lead release_number twin_json twin_markdown whatsapp_more
"""
WITH_GAPS: Final = """
card_alt title agency
card_alt_data title agency
"""
