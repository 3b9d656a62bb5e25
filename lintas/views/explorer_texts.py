"""Texts of the page that explores a table: those of its script, and those that the engine puts into views."""

from __future__ import annotations

from typing import Final

# The script fills the gaps of its texts itself; it is given all of them as they are.
SCRIPT: Final = tuple(
    "explore_" + key
    for key in """
all apply cancel clear columns copied count_rows doubled failed fault_choice fault_range fault_text filter_column from
group group_all group_by group_no_more group_none group_note group_size group_then left_out level_1 level_2
level_3 level_4 measure measure_jumlah
measure_maks measure_min measure_rata measured missing none none_chosen not_summed of_pages remove sorted sorted_down
sorted_up status_all status_groups status_range status_some strange text to true false unweighted way way_antara
way_awal way_berisi way_kosong way_none way_pilih way_sama way_terisi way_tingkat years
""".split()
)
WHOLE: Final = " ".join(SCRIPT)
WITH_GAPS: Final = """
explore_lead title size
explore_of title
"""
