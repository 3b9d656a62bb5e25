"""Statistical metadata after Peraturan BPS 5/2020, as a descriptor gives them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MetadataBlock:
    """One block. `kind` is mskeg (activity), msvar (variable) or msind (indicator); rows in the order of the form."""

    kind: str
    rows: tuple[tuple[str, str], ...]  # (key, "bagian.butir" for mskeg; text)


@dataclass(frozen=True, slots=True)
class Reference:
    """A column refers to a column of another dataset (`x-rujukan`): every value of it stands there."""

    dataset: str
    table: str
    column: str
    line: int = 0
    place: int = 0  # column in the descriptor
