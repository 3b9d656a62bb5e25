"""How a table is built, as the library reads it: dialect, header and fields, taken from its own open resource."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from frictionless import Field, Resource

_DELIMITERS = (",", ";", "\t", "|")
_ENCODINGS = ("utf-8", "utf-8-sig")


class Doubt(Exception):
    """The table is not proved clean; the text says why, for those who measure the prover."""


@dataclass(frozen=True, slots=True)
class Structure:
    """`fields` are the library's, in the order of the file; `delimiter` and `header` (a flag) as it found them."""

    path: Path
    fields: tuple[Field, ...]
    labels: tuple[str, ...]
    header: bool
    delimiter: str
    csv: Any  # arguments for csv.reader
    tabs: bool  # read as the format "tsv", for which the library translates line ends
    primary_key: tuple[str, ...]
    foreign_keys: tuple[dict[str, Any], ...]

    def index(self, name: str) -> int:
        for index, field in enumerate(self.fields):
            if field.name == name:
                return index
        raise Doubt(f"no field {name}")


def read_structure(resource: Any) -> Structure:
    """Raises `Doubt`, or what the library raises. Effect: opens the (table) resource, and empties its foreign keys."""
    from frictionless.formats import CsvControl

    _local_csv(resource)
    resource.to_descriptor(validate=True)
    keys = tuple(resource.schema.foreign_keys)
    resource.schema.foreign_keys = []  # opening would read every table they name
    if not resource.schema.fields:
        raise Doubt("no schema")
    if resource.schema.fields_match != "exact":
        raise Doubt("fieldsMatch")
    with resource:
        dialect = resource.dialect
        _plain_dialect(dialect)
        csv = CsvControl.from_dialect(dialect).to_python()
        _plain_csv(csv)
        if resource.encoding not in _ENCODINGS:
            raise Doubt("encoding")
        header = resource.header
        if header.errors or (dialect.header and not resource.labels):
            raise Doubt("header")
        return Structure(
            path=Path(str(resource.normpath)),
            fields=tuple(header.get_expected_fields()),
            labels=tuple(str(label) for label in resource.labels),
            header=bool(dialect.header),
            delimiter=str(csv.delimiter),
            csv=csv,
            tabs=resource.format == "tsv",
            primary_key=tuple(resource.schema.primary_key),
            foreign_keys=keys,
        )


def _local_csv(resource: Resource) -> None:
    if not resource.tabular or resource.format not in ("csv", "tsv") or resource.scheme != "file":
        raise Doubt("no local CSV")
    if resource.data is not None or not resource.path:
        raise Doubt("data in the descriptor")
    if resource.compression or resource.extrapaths or resource.innerpath or resource.remote:
        raise Doubt("compressed or in parts")


def _plain_dialect(dialect: Any) -> None:
    if dialect.comment_char or dialect.comment_rows or dialect.skip_blank_rows:
        raise Doubt("comments or blank rows are skipped")
    if dialect.header and list(dialect.header_rows) != [1]:
        raise Doubt("header elsewhere")
    if not dialect.header_case or {control.type for control in dialect.controls} - {"csv"}:
        raise Doubt("unusual dialect")


def _plain_csv(csv: Any) -> None:
    if csv.delimiter not in _DELIMITERS or csv.quotechar != '"' or csv.escapechar or csv.skipinitialspace:
        raise Doubt("unusual CSV")
    if not csv.doublequote or csv.quoting != 0:
        raise Doubt("unusual quotation")
