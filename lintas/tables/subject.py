"""What is being checked: one resource of one dataset, with its description and what its bytes have shown."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lintas.model import Dataset, Resource
from lintas.tables.files import FileFacts

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Table:
    """Everything that stays the same while one resource is checked."""

    root: Path
    dataset: Dataset
    resource: Resource
    descriptor: Json
    schema: Json
    file: FileFacts

    @property
    def path(self) -> str:
        return self.resource.path or self.dataset.path

    def plain(self, note: str) -> str:
        """A note of the library without the path of the portal on this machine."""
        return note.replace(f"{self.root}/", "")
