"""Texts about waivers and rules that the engine puts into views, and their gaps; see `texts`."""

from __future__ import annotations

from typing import Final

WHOLE: Final = """
report report_lead no_waivers waived_number waived_contact waived_attachment waived_column waived_cells waived_name
waived_double
rule_jumlah_kolom rule_jumlah_wilayah rule_jumlah_baris rule_persen rule_sama
"""
WITH_GAPS: Final = """
n_waivers n
rule_tolerance n
waiver_column name
waiver_file name
"""
