"""What the search index knows of one page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

FIRST: Final = "id"  # the language whose words are stemmed and joined here


@dataclass(frozen=True, slots=True)
class Record:
    """One page. `fields` are searched and handed to the list of results: title, ringkasan, nomor, kode, lain, …

    A match in a field may weigh more than one in `content`, the text from which passages are quoted. `filters` are
    (name, keys); `order` sorts the newest first.
    """

    address: str  # site path, e.g. "data/penduduk-2024/"
    content: str
    fields: tuple[tuple[str, str], ...]
    filters: tuple[tuple[str, tuple[str, ...]], ...] = ()
    order: str = ""  # ISO date of the page, "" = unknown
    language: str = FIRST

    @property
    def title(self) -> str:
        return dict(self.fields).get("title", "")

    @property
    def text(self) -> str:
        """Everything that is searched."""
        return "\n".join((self.content, *(value for _, value in self.fields)))
