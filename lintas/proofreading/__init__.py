"""The Indonesian proof-reader: decoded text → findings with exact places, and replacements where they are safe.

Rules follow EYD V (Keputusan Kepala Badan Bahasa 0424/I/BS.00.01/2022) and KBBI; their lists are in `lists/`. Pure but
for reading those lists once. `proofread` judges, `mend` applies the safe replacements, `load_terms` reads an agency's
own lists.
"""

from lintas.proofreading.mending import Mended, mend
from lintas.proofreading.proof import Judged, proofread
from lintas.proofreading.terms import NO_TERMS, Terms, load_terms

__all__ = ["NO_TERMS", "Judged", "Mended", "Terms", "load_terms", "mend", "proofread"]
