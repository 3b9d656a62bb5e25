"""The page on which a whole table is explored."""

from __future__ import annotations

from dataclasses import dataclass

from lintas.views.parts import DataTable, FileItem, Link


@dataclass(frozen=True, slots=True)
class JelajahTabel:
    """`table` are the first rows, which stand there without JavaScript; `data` is JSON for the explorer."""

    title: str
    dataset: Link
    table: DataTable
    data: str
    size: str  # "84.000 baris, 12 kolom"
    shown: str  # how many rows there are, and which of them stand in `table`
    description: str = ""
    files: tuple[FileItem, ...] = ()
