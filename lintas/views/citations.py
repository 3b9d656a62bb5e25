"""How something is cited."""

from __future__ import annotations

from dataclasses import dataclass

from lintas.views.parts import FileItem


@dataclass(frozen=True, slots=True)
class CitationForm:
    """A citation for programs that keep references: "BibTeX", what it says, and the name of its file."""

    name: str
    text: str
    file: str


@dataclass(frozen=True, slots=True)
class Citation:
    """`forms` stand on the page, `files` beside it; `rows` show for each table how one of its rows is cited."""

    text: str
    forms: tuple[CitationForm, ...] = ()
    files: tuple[FileItem, ...] = ()
    rows: tuple[str, ...] = ()
