"""The cells of a checked table as text, column by column, for profiles, charts and the preview that can be searched."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lintas.model import Dataset
from lintas.tables import descriptors
from lintas.tables.facts import missing_values
from lintas.tables.opened import opened

if TYPE_CHECKING:
    from pandas import DataFrame


@dataclass(frozen=True, slots=True)
class Cells:
    """The columns by name in the order of the file: texts as written, None where a value is missing."""

    names: tuple[str, ...]
    columns: tuple[tuple[str | None, ...], ...]
    marks: tuple[tuple[str, str], ...]  # decimal and group character of each column

    def plain(self, index: int, cell: str) -> str:
        """A number's text with a decimal point and without groups."""
        point, group = self.marks[index]
        return (cell.replace(group, "") if group else cell).replace(point, ".").strip()


def cells(place: tuple[Path, Dataset], name: str, rows: int = -1) -> Cells:
    """The table `name` with `rows` rows (-1: not known). pandas reads it where that is sure to read the same."""
    root, dataset = place
    _, resources = descriptors.read(root, dataset)
    descriptor = next(item for item in resources if item["name"] == name)
    schema = descriptors.schema_of(root, dataset.path.rpartition("/")[0], descriptor)
    resource = next(item for item in dataset.resources if item.name == name)
    names = tuple(field.name for field in resource.fields)
    frame = _quickly(root / resource.path, descriptor, names)
    if frame is None or rows not in (-1, len(frame)):
        with opened(place, name, ()) as table:
            read = list(table.rows)
            columns = [tuple(row[index] for row in read) for index in range(len(table.names))]
            return Cells(table.names, tuple(columns), ((".", ""),) * len(table.names))
    gaps = missing_values(schema, names)
    return Cells(names, tuple(_column(frame, index, gaps[index]) for index in range(len(names))), _marks(schema, names))


def _quickly(path: Path, descriptor: dict[str, Any], names: tuple[str, ...]) -> DataFrame | None:
    """The file as texts, when it is a plain CSV whose header is the schema's; None where that is not certain."""
    import pandas

    encoding = str(descriptor.get("encoding", "utf-8")).lower()
    plain = descriptors.is_plain_text(descriptor) and path.suffix.lower() == ".csv" and encoding in ("utf-8", "utf8")
    if not plain or "dialect" in descriptor or "layout" in descriptor:
        return None
    try:
        frame = pandas.read_csv(path, dtype=str, na_filter=False, encoding="utf-8-sig", engine="c")
    except (ValueError, pandas.errors.ParserError):
        return None
    return frame if tuple(frame.columns) == names and isinstance(frame.index, pandas.RangeIndex) else None


def _column(frame: DataFrame, index: int, gaps: tuple[str, ...]) -> tuple[str | None, ...]:
    return tuple(None if cell in gaps else cell for cell in frame.iloc[:, index].tolist())


def _marks(schema: dict[str, Any], names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    fields = {field.get("name"): field for field in schema.get("fields") or () if isinstance(field, dict)}
    return tuple(
        (str(field.get("decimalChar") or "."), str(field.get("groupChar") or ""))
        for field in (fields.get(name, {}) for name in names)
    )
