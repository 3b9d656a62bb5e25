"""Texts of `theme/i18n/` that the engine itself puts into views, and the gaps that it fills in them.

Texts that only templates use need no mention. Held equal to the code and to the built-in theme by a test.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_WHOLE = """
catalogue_csv catalogue_lead certainty class_berkala class_berkala_note class_serta_merta class_serta_merta_note
class_setiap_saat class_setiap_saat_note column_luas column_luas_unit column_penduduk column_penduduk_unit
contributors counted_whole created dataset datasets density density_note feed_releases file_descriptor file_zip
footer_about footer_content footer_machines format home indonesia institutions institutions_lead kawasan
kawasan_at_most kawasan_lead kawasan_note kawasan_one kawasan_partial_note keywords kind_kementerian kind_lainnya
kind_lembaga kind_pemerintah_kabupaten kind_pemerintah_kota kind_pemerintah_provinsi kind_unit legal_basis
level_province level_regency name nav_data nav_instansi nav_kawasan nav_siaran_pers nav_topik nav_wilayah
no_datasets no_releases not_found not_found_text number paging_next paging_previous partial q_described q_filled
q_keys q_units q_valid q_valid_value region region_code regions regions_lead release releases releases_lead remark
sources topics topics_lead total type unit unit_density unit_people updated version
"""
_WITH_GAPS = """
catalogue_of name
children_caption n name
download_as title format
download_package title
download_sums title
foreign_key columns target
kawasan_one_lead name n
lowest_certainty level
members_caption name
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
n_rows n
n_rows_tables rows n
n_topics n
page_n_of n total
preview_caption title
preview_of n total
primary_key columns
q_filled_note missing cells
q_valid_note n
rank_of n total level
region_lead name code
releases_of_year year
siblings name
"""

TEXTS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        **dict.fromkeys(_WHOLE.split(), ()),
        **{line.split()[0]: tuple(line.split()[1:]) for line in _WITH_GAPS.strip().splitlines()},
    }
)
