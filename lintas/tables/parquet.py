"""Values of Parquet files, for guards that look at values alone. Effect: reads the file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

_MOST_CELLS = 30_000_000


def parquet_cells(path: Path) -> Iterator[tuple[str, object]]:
    """(column, value), each value once for each batch of rows; the texts that stand beside the columns first.
    Raises what pyarrow raises for a broken file, and `ValueError` for one that is too large."""
    import pyarrow.parquet

    with pyarrow.parquet.ParquetFile(path) as file:
        if file.metadata.num_rows * max(file.metadata.num_columns, 1) > _MOST_CELLS:
            raise ValueError
        for key, value in sorted((file.metadata.metadata or {}).items()):
            if key != b"ARROW:schema":
                yield key.decode("utf-8", "replace"), value.decode("utf-8", "replace")
        for batch in file.iter_batches():
            for name, column in zip(batch.schema.names, batch.columns, strict=True):
                yield from ((name, value) for value in column.unique().to_pylist() if value is not None)
