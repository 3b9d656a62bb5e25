"""The page on which regions stand side by side."""

from __future__ import annotations

from dataclasses import dataclass

from lintas.views.finding import Finder
from lintas.views.parts import DataTable


@dataclass(frozen=True, slots=True)
class Banding:
    """`table` are regions with figures, which stand there without a choice; `data` is for the script."""

    table: DataTable
    data: str
    finder: Finder | None = None
