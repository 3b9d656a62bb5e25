"""Texts about the calendar and the list of public information that the engine puts into views; see `texts`."""

from __future__ import annotations

from typing import Final

WHOLE: Final = """
agenda agenda_batal agenda_data agenda_lain agenda_lead agenda_pasti agenda_rapat agenda_selesai agenda_siaran
agenda_tentatif column_form column_information column_time column_unit_in_charge datasets feed_agenda form_release
information information_lead no_agenda no_information verdict_lewat
"""
WITH_GAPS: Final = """
agenda_changed date
agenda_moved date
information_ask_text unit
information_of kind name
information_year name year
n_agenda n
n_information n
n_promises_cancelled n
n_promises_late n
n_promises_missed n
promises_kept kept all
verdict_ditepati date
verdict_terlambat date
"""
