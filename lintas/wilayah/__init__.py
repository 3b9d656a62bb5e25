"""Indonesian region codes (Kemendagri) as text: the register, names, repairs and verdicts.

The register is Kepmendagri 300.2.2-2138/2025 as amended by 300.2.2-2430/2025; see `lintas/register/README.md` for its
source and licence. Codes are always text: "32.10" is not the number 32.1.
"""

from lintas.wilayah.names import named
from lintas.wilayah.register import children, find, moved, regions
from lintas.wilayah.repair import repair
from lintas.wilayah.verdict import LEVELS, describe, level_of

__all__ = ["LEVELS", "children", "describe", "find", "level_of", "moved", "named", "regions", "repair"]
