"""The page on which regions stand side by side."""

from __future__ import annotations

from dataclasses import dataclass

from lintas.views.parts import DataTable


@dataclass(frozen=True, slots=True)
class RegionOption:
    """A region that can be chosen, by a text that names it alone: "Kota Bekasi (32.75)"."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Banding:
    """`table` are regions with their best known figures, which stand there without a choice; `data` is for the script."""

    options: tuple[RegionOption, ...]
    table: DataTable
    data: str
