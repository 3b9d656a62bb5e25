"""Personal data that must not be published by accident: found in texts, tables, documents and pictures, never echoed.

The patterns follow UU 27/2022 and the build of the NIK (Permendagri on population numbers: six digits of the kecamatan,
day, month and year of birth with 40 added to a woman's day, four digits in sequence). A finding carries at most the
first four digits of a number. Libraries for documents and pictures are imported inside the functions that need them.
"""

from lintas.privacy.files import scan_cells, scan_dataset, scan_media
from lintas.privacy.masking import masked
from lintas.privacy.pictures import published
from lintas.privacy.texts import Allowed, scan_text
from lintas.privacy.waivers import CODES, apply

__all__ = ["CODES", "Allowed", "apply", "masked", "published", "scan_cells", "scan_dataset", "scan_media", "scan_text"]
