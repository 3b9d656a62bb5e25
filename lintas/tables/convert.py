"""A table as XLSX, JSON, Parquet or CSV for spreadsheets, typed by its schema; the same table, the same bytes."""

from __future__ import annotations

from pathlib import Path

from lintas.model import Dataset
from lintas.tables.excel_csv import write_excel_csv
from lintas.tables.json_writer import write_json
from lintas.tables.parquet_writer import write_parquet
from lintas.tables.xlsx_writer import write_xlsx

_WRITERS = {
    "excel": write_excel_csv,
    "json": write_json,
    "parquet": write_parquet,
    "xlsx": write_xlsx,
}
KINDS = tuple(_WRITERS)


def convert(root: Path, dataset: Dataset, resource: str, kind: str) -> bytes:
    """The table `resource` as `kind`, a key of `KINDS`. The dataset must have passed `check`."""
    return _WRITERS[kind]((root, dataset), resource)
