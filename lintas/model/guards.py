"""What people put on record about their data: exceptions from the guards, and rules that the figures keep."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pengecualian:
    """A waiver of one kind of finding (`code`), in a column or a file where it names one, by whom and why."""

    code: str
    reason: str
    role: str  # the office of the person who answers for it, never a name
    date: str  # ISO
    column: str = ""
    file: str = ""  # path or the end of one
    line: int = 0


@dataclass(frozen=True, slots=True)
class Aturan:
    """A rule of agreement (`x-aturan`). Numbers are text as written; they are compared as exact decimals.

    kind: jumlah-kolom (columns add up to `total` in each row), jumlah-wilayah (rows of `resource` add up to the row of
    the region above them in `other_resource`), jumlah-baris (all rows add up to `values`), persen (columns of a row, or
    one column over the rows of a group, add up to 100), sama (equal to a column of another table).
    """

    kind: str
    resource: str
    columns: tuple[str, ...]
    label: str = ""
    total: str = ""
    code: str = ""  # column of region codes
    values: tuple[str, ...] = ()
    group: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    other_dataset: str = ""  # "" = this one
    other_resource: str = ""
    other_columns: tuple[str, ...] = ()
    other_keys: tuple[str, ...] = ()
    tolerance: str = "0"
    line: int = 0
    column: int = 0
