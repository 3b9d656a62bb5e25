"""Texts about charts, profiles and quality that the engine puts into views, and their gaps; see `texts`."""

from __future__ import annotations

from typing import Final

WHOLE: Final = """
chart_svg chart_png chart_json profile_unique file_excel quality_portal quality_lead none_late no_owner
embed_full embed_full_map
fresh_insidental fresh_tanpa_janji mark_met mark_unmet mark_schema mark_schema_no mark_filled mark_described
mark_units mark_keys mark_linked mark_licence mark_licence_no mark_sources mark_sources_no mark_makers mark_makers_yes
mark_makers_no mark_owner mark_owner_yes mark_owner_no mark_period mark_period_yes mark_period_no mark_coverage
mark_coverage_yes mark_coverage_no mark_version mark_version_no mark_promise mark_promise_no mark_fresh
"""
WITH_GAPS: Final = """
chart_table n
chart_table_of title
embed_of title
profile_bars low high steps step n total
n_late n
due_on date
n_of_total n total
score_of n total
fresh_tepat date
fresh_terlambat date
mark_schema_yes n
mark_filled_yes n total
mark_filled_no n total
mark_described_yes n total
mark_described_no n total
mark_units_yes n total
mark_units_no n total
mark_keys_yes n total
mark_keys_no n total
mark_linked_yes n total
mark_linked_no n total
mark_licence_yes text
mark_sources_yes n
mark_version_yes text
mark_promise_yes text
mark_fresh_yes text
mark_fresh_no text
"""
