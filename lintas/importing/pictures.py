"""Pictures that came inside of a document: which can be published, without what is said about them. Pure, on bytes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lintas.diagnostics import Diagnostic, Span, fault
from lintas.importing.manuscript import Block, Picture
from lintas.privacy import pictures

SMALLEST = 1_500  # bytes; below are lines and bullets
MOST = 30
_SUFFIXES = (
    (b"\xff\xd8\xff", ".jpg"), (b"\x89PNG\r\n\x1a\n", ".png"), (b"GIF87a", ".gif"), (b"GIF89a", ".gif"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Taken:
    """`places`: number in the document → number among the pictures that are kept, -1 = not kept."""

    pictures: tuple[Picture, ...]
    places: tuple[int, ...]
    remarks: tuple[Diagnostic, ...]


def take(found: Sequence[tuple[bytes, str]], name: str) -> Taken:
    """By the first bytes of each, not by what the document says it is. The same picture comes once."""
    kept: list[Picture] = []
    places: list[int] = []
    seen: dict[bytes, int] = {}
    lost = 0
    for data, _ in found:
        suffix = next(
            (suffix for mark, suffix in _SUFFIXES if data.startswith(mark)), ".webp" if data[8:12] == b"WEBP" else ""
        )
        if data in seen:
            places.append(seen[data])
        elif suffix and len(data) >= SMALLEST and len(kept) < MOST:
            seen[data] = len(kept)
            places.append(len(kept))
            kept.append(Picture(pictures.published("foto" + suffix, data), suffix))
        else:
            places.append(-1)
            lost += not (suffix and len(data) < SMALLEST)
    remarks = (fault("NAS228", Span(name), jumlah=lost),) if lost else ()
    return Taken(tuple(kept), tuple(places), remarks)


def renumbered(blocks: Sequence[Block], places: Sequence[int]) -> list[Block]:
    """Blocks of pictures with their new numbers, without those that were not kept."""
    made = [
        replace(b, picture=places[b.picture]) if b.kind == "picture" and b.picture < len(places) else b for b in blocks
    ]
    return [block for block in made if block.kind != "picture" or block.picture >= 0]
