"""Write metadata-statistik.schema.json from the forms in the engine. After a change: python docs/metadata_schema.py"""

from __future__ import annotations

import json
import sys
from pathlib import Path

DOCS = Path(__file__).resolve().parent
sys.path.insert(0, str(DOCS.parent))

TARGET = DOCS / "metadata-statistik.schema.json"


def written() -> str:
    from lintas.satudata import schema

    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    TARGET.write_text(written(), encoding="utf-8", newline="\n")
