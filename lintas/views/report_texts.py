"""Texts about waivers and rules that the engine puts into views, and their gaps; see `texts`."""

from __future__ import annotations

from typing import Final

WHOLE: Final = """
checked_anchors checked_figures checked_files checked_images checked_links checked_pages checked_releases checked_rows
checked_rules checked_sources checked_tables checked_warnings commit_unknown file_machine file_report file_sums
proof_address proof_commit proof_lock proof_state proof_valid proof_version repeat_note sources_clean sources_touched
report report_lead no_waivers waived_number waived_contact waived_attachment waived_column waived_cells waived_name
waived_double
rule_jumlah_kolom rule_jumlah_wilayah rule_jumlah_baris rule_persen rule_sama
"""
WITH_GAPS: Final = """
n_waivers n
valid_since since
rule_tolerance n
waiver_column name
waiver_file name
"""
