"""Texts of releases on paper, which the engine puts into them, and their gaps; see `texts`."""

from __future__ import annotations

from typing import Final

WHOLE: Final = """
becomes contacts correction_history paper pdf_addresses pdf_lacking pdf_mark pdf_origin pdf_sample pdf_sample_note
pdf_scan reason regulations release was
"""
WITH_GAPS: Final = """
pdf_code address
pdf_logo name
pdf_page page pages
"""
