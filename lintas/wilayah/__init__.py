"""Indonesian region codes (Kemendagri) as text: the register, names, repairs and verdicts.

The register is Kepmendagri 300.2.2-2138/2025 as amended by 300.2.2-2430/2025; see `lintas/register/README.md` for its
source and licence. Codes are always text: "32.10" is not the number 32.1.
"""

from lintas.wilayah.bps import bps_code, is_bps_shaped, known_to_bps, region_of
from lintas.wilayah.calling import Call, calls, spoken
from lintas.wilayah.history import SPLIT, born, moves
from lintas.wilayah.names import ABBREVIATIONS, named
from lintas.wilayah.register import children, find, moved, regions
from lintas.wilayah.repair import repair
from lintas.wilayah.verdict import LEVELS, describe, level_of

__all__ = [
    "ABBREVIATIONS",
    "LEVELS",
    "SPLIT",
    "Call",
    "born",
    "bps_code",
    "calls",
    "children",
    "describe",
    "find",
    "is_bps_shaped",
    "known_to_bps",
    "level_of",
    "moved",
    "moves",
    "named",
    "region_of",
    "regions",
    "repair",
    "spoken",
]
