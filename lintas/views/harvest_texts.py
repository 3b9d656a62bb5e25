"""Texts about what harvesters read that the engine puts into views, and their gaps; see `texts`."""

from __future__ import annotations

from typing import Final

WHOLE: Final = """
catalogue_dcat catalogue_pod dataset_dcat
"""
WITH_GAPS: Final = """
download_described title
"""
