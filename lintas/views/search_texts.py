"""Texts of the search that the engine puts into views; see `texts`."""

from __future__ import annotations

from typing import Final

WHOLE: Final = """
search search_lead search_year search_kind search_everything kind_of_siaran kind_of_data kind_of_wilayah
kind_of_kawasan kind_of_instansi kind_of_topik kind_of_halaman label_ralat label_diganti
"""
WITH_GAPS: Final = ""
