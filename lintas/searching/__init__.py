"""The search index: records with their synonyms and word forms, and Pagefind, which makes the index of them.

Knows nothing of sites: who makes the records is `presenting.finding_records`.
"""

from lintas.searching.enriching import ALSO, CALLED, enriched
from lintas.searching.pagefind import Indexing, PagefindFailed, program, version
from lintas.searching.record import FIRST, Record
from lintas.searching.synonyms import PATH, Group, load_synonyms, standard

__all__ = [
    "ALSO",
    "CALLED",
    "FIRST",
    "PATH",
    "Group",
    "Indexing",
    "PagefindFailed",
    "Record",
    "enriched",
    "load_synonyms",
    "program",
    "standard",
    "version",
]
