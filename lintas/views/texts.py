"""Texts of `theme/i18n/` that the engine itself puts into views, and the gaps that it fills in them.

Texts that only templates use need no mention. Held equal to the code and to the built-in theme by a test.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from lintas.views import (
    agenda_texts,
    amendment_texts,
    comparison_texts,
    explorer_texts,
    finding_texts,
    genuine_texts,
    harvest_texts,
    insight_texts,
    language_texts,
    machine_texts,
    offline_texts,
    paper_texts,
    press_texts,
    report_texts,
    search_texts,
)

_WHOLE = """
catalogue_csv catalogue_lead certainty change_description change_file change_gone change_new class_berkala
class_berkala_note class_serta_merta class_serta_merta_note class_setiap_saat class_setiap_saat_note column
column_luas column_luas_unit column_penduduk column_penduduk_unit columns_moved contributors counted_whole created
data_changes dataset datasets density density_note description_changed difference feed_data feed_releases
file_descriptor file_zip footer_about footer_content footer_machines format home indonesia institutions
institutions_lead kawasan kawasan_at_most kawasan_lead kawasan_note kawasan_one kawasan_partial_note keywords
kind_kementerian kind_lainnya kind_lembaga kind_pemerintah_kabupaten kind_pemerintah_kota kind_pemerintah_provinsi
kind_unit legal_basis level_province level_regency missing msind mskeg msvar name nav_data nav_instansi nav_kawasan
nav_siaran_pers nav_topik nav_wilayah no_datasets no_releases not_found not_found_text number paging_next
paging_previous partial property region region_code regions
regions_lead release releases releases_lead remark sdi_fact_definisi sdi_fact_keterangan sdi_fact_klasifikasi
sdi_fact_konsep sdi_fact_kunci sdi_fact_msind sdi_fact_mskeg sdi_fact_msvar sdi_fact_rujukan sdi_fact_satuan
sdi_fact_skema sdi_fact_tautan sdi_fact_terbuka sdi_fact_ukuran sdi_fact_versi sdi_fact_wilayah sdi_interoperabilitas
sdi_interoperabilitas_text sdi_kode_referensi sdi_kode_referensi_text sdi_metadata sdi_metadata_text sdi_standar
sdi_standar_text sources topics topics_lead total type unit unit_density unit_people updated value_new value_old
value_structured
version version_first way_baris_utuh way_berkas
"""
_WITH_GAPS = """
catalogue_of name
change_of table changes
change_words n
children_caption n name
column_added name
column_removed name
download_as title format
download_package title
download_sums title
foreign_key columns target
kawasan_one_lead name n
lowest_certainty level
members_caption name
n_added n
n_changed n
n_children n
n_columns n
n_counted_whole n
n_datasets n
n_files n
n_institutions n
n_kawasan n
n_members n
n_regions provinces regencies
n_releases n
n_removed n
n_rows n
n_rows_tables rows n
n_structure n
n_topics n
page_n_of n total
preview_caption title
preview_of n total
primary_key columns
property_added name
property_changed name old new
property_removed name
quoted_rows title
rank_of n total level
region_lead name code
releases_of_year year
rows_added table
rows_changed table
rows_removed table
sdi_missing names
sdi_score met of
siblings name
version_title title version
way_kunci_utama columns
"""

_MODULES = (
    agenda_texts, amendment_texts, comparison_texts, explorer_texts, finding_texts, genuine_texts, harvest_texts,
    insight_texts, language_texts, machine_texts,
    offline_texts, paper_texts, press_texts, report_texts, search_texts,
)  # fmt: skip
_LINES = "\n".join((_WITH_GAPS, *(module.WITH_GAPS for module in _MODULES))).split("\n")
_NAMES = " ".join((_WHOLE, *(module.WHOLE for module in _MODULES))).split()

TEXTS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        **dict.fromkeys(_NAMES, ()),
        **{line.split()[0]: tuple(line.split()[1:]) for line in _LINES if line},
    }
)
