"""A table as compact JSON by columns, for the preview that sorts, filters and pages in the reader's browser.

{"kolom": [{"nama", "judul", "jenis": "teks" | "bilangan" | "kode", "satuan"}], "isi": [[cell texts of one column], …]}
"""

from __future__ import annotations

import json
from pathlib import Path

from lintas.formatting import unit_name
from lintas.model import Dataset
from lintas.tables.reading import cells


def write_columns(place: tuple[Path, Dataset], resource: str) -> bytes:
    """Cells as in the file, numbers with a decimal point; null where a value is missing."""
    read = cells(place, resource)
    fields = {f.name: f for f in next(item for item in place[1].resources if item.name == resource).fields}
    described, columns = [], []
    for index, name in enumerate(read.names):
        field = fields[name]
        numeric = field.type in ("integer", "number")
        kind = "bilangan" if numeric else "kode" if field.region_system else "teks"
        head = {"nama": name, "judul": field.title or name, "jenis": kind}
        described.append(head | ({"satuan": unit_name(field.unit)} if field.unit else {}))
        column = read.columns[index]
        columns.append([c if c is None or not numeric else read.plain(index, c) for c in column])
    made = {"kolom": described, "isi": columns}
    return (json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n").encode("utf-8", "replace")
