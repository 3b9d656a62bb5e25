"""The files of a dataset that are worth harvesting: its own, those made from its tables, and the whole as ZIP."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lintas.cataloguing.authorities import FileType, file_type
from lintas.model import DatasetVersion, ExportFacts, Resource
from lintas.packages import file_name
from lintas.relate import Himpunan

_MADE = {  # of one table, and what each is good for; other exports serve the portal itself
    "xlsx": "Tabel yang sama sebagai buku kerja Excel; kode wilayah tetap teks.",
    "excel": "Tabel yang sama bagi lembar kerja berbahasa Indonesia: titik koma sebagai pemisah, koma desimal.",
    "json": "Tabel yang sama sebagai JSON: satu objek untuk satu baris.",
    "parquet": "Tabel yang sama sebagai Parquet, dengan jenis setiap kolom.",
}
_WHOLE = "Seluruh himpunan data sebagai Data Package: deskriptor, semua berkas, dan naskah lisensi yang menyertainya."


@dataclass(frozen=True, slots=True)
class DataFile:
    """One file for download. `resource` is None for the package as a whole."""

    name: str
    title: str
    type: FileType
    bytes: int
    sha256: str
    resource: Resource | None = None
    kind: str = ""  # of the export; "" = the dataset's own file
    description: str = ""

    @property
    def own(self) -> bool:
        return not self.kind

    @property
    def table(self) -> bool:
        return self.resource is not None and self.resource.tabular


def files(item: Himpunan) -> tuple[DataFile, ...]:
    return tuple(_files(item))


def _files(item: Himpunan) -> Iterator[DataFile]:
    counted = {table.resource: table for table in item.facts.tables}
    for resource in item.dataset.resources:
        facts, name = counted[resource.name], file_name(resource)
        own = DataFile(name, resource.title, file_type(name), facts.bytes, facts.sha256, resource)
        yield replace(own, description=resource.description)
        for export in item.facts.exports:
            if export.resource == resource.name and export.kind in _MADE:
                yield _made(export, resource.title, resource, _MADE[export.kind])
    for export in item.facts.exports:
        if export.kind == "zip":
            yield _made(export, item.dataset.title, None, _WHOLE)


def _made(export: ExportFacts, title: str, resource: Resource | None, description: str) -> DataFile:
    kind = file_type(export.path)
    return DataFile(export.path, title, kind, export.bytes, export.sha256, resource, export.kind, description)


def frozen_files(version: DatasetVersion) -> tuple[DataFile, ...]:
    """The files of a frozen version; which table each holds is told by its descriptor alone."""
    return tuple(
        DataFile(file.name, file.name, file_type(file.name), file.bytes, file.sha256) for file in version.files
    )
