"""The page of the portal's offline edition."""

from __future__ import annotations

from dataclasses import dataclass

from lintas.views.parts import FileItem


@dataclass(frozen=True, slots=True)
class Luring:
    """`contents` such as "2.140 berkas"; `left` names what was left out because the archive would be too large.

    Without `file` even its pages would be too large.
    """

    file: FileItem | None
    contents: str
    start: str  # name of the file to open
    left: tuple[str, ...] = ()
