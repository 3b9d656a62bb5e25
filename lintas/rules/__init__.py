"""Rules of agreement between figures: parts and wholes, regions and the region above, shares, the same in two tables.

All arithmetic is exact (`decimal`): what a table says is compared as it stands there, never as a rounded float.
"""

from lintas.rules.judging import check_across, check_within
from lintas.rules.references import check_references

__all__ = ["check_across", "check_references", "check_within"]
