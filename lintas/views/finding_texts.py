"""Texts of finding that the engine puts into views, and their gaps; see `texts`."""

from __future__ import annotations

from typing import Final

WHOLE: Final = """
institution facet_year freshness status facet_tepat facet_terlambat facet_insidental facet_tanpa_janji facet_terbit
facet_ralat facet_diganti filters filters_releases classification topic map_of_provinces no_figures
narrow_further
"""
WITH_GAPS: Final = """
all_of_datasets n
all_values n
map_of_parts name
catalogue_by name
n_values n
"""
