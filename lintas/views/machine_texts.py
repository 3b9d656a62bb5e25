"""Texts about feeds, the API and citations that the engine puts into views, and their gaps; see `texts`."""

from __future__ import annotations

from typing import Final

WHOLE: Final = """
api api_lead api_of_daftardata api_of_data api_of_daftarinstansi api_of_daftarjadwal api_of_daftarkawasan
api_of_daftarkoreksi api_of_daftarpecahan api_of_daftartopik api_of_daftarwilayah api_of_halamansiaran api_of_pecahan
api_of_pintu api_of_siaranpers api_of_tahunsiaran api_of_wilayah api_openapi cite_dataset cite_message cite_undated
feed_of_page
"""
WITH_GAPS: Final = """
cite_file title format
cite_part table row
"""
