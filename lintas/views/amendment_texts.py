"""Texts about corrections that the engine puts into views, and their gaps; see `texts`."""

from __future__ import annotations

from typing import Final

WHOLE: Final = """
amendment_dicabut amendment_diganti amendment_ralat corrections corrections_lead feed_corrections label_dicabut
label_diganti label_ralat moved moved_text no_corrections notice_history notice_replaced notice_replaces tombstone
tombstone_text weight_besar weight_besar_note weight_kecil weight_kecil_note weight_sedang weight_sedang_note
"""
WITH_GAPS: Final = """
correction_sentence old new
n_corrections n
notice_corrected date
notice_corrected_much date
tombstone_lead date
"""
