"""A table as XLSX, JSON or Parquet, typed by its Table Schema; the same table gives the same bytes."""

from __future__ import annotations

from pathlib import Path

from lintas.model import Dataset
from lintas.tables.json_writer import write_json
from lintas.tables.parquet_writer import write_parquet
from lintas.tables.xlsx_writer import write_xlsx

_WRITERS = {"json": write_json, "parquet": write_parquet, "xlsx": write_xlsx}


def convert(root: Path, dataset: Dataset, resource: str, kind: str) -> bytes:
    """The table `resource` as `kind` (xlsx, json or parquet). The dataset must have passed `check`."""
    return _WRITERS[kind]((root, dataset), resource)
