"""Where the typefaces lie. All are under the SIL Open Font License 1.1 (OFL.txt beside them)."""

from __future__ import annotations

from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent
FAMILY: Final = "Instrument Sans"  # that of the portal's pages
FALLBACK: Final = ("Source Sans 3", "Noto Naskh Arabic", "Noto Sans Javanese")  # for signs that it lacks
REGULAR: Final = FOLDER / "InstrumentSans-Regular.ttf"
BOLD: Final = FOLDER / "InstrumentSans-SemiBold.ttf"
CONDENSED: Final = FOLDER / "InstrumentSansCondensed-SemiBold.ttf"  # numbers of releases, codes


def files() -> tuple[Path, ...]:
    return tuple(sorted(FOLDER.glob("*.ttf")))
