"""The nouns of the portal: frozen dataclasses only, no behaviour, no I/O.

Two worlds. *Authored* values (what `Catalogue` holds) keep references as `Ref`, text with its place. *Related* values
(what `Site` holds, see `relate`) are reached by key. Dates are ISO 8601 text (`2025-07-04` or
`2025-07-04T13:00:00+07:00`) so that values hash and compare as they were written.
"""

from lintas.model.catalogue import Catalogue
from lintas.model.data import (
    ColumnFacts,
    Contributor,
    Dataset,
    ExportFacts,
    Field,
    ForeignKey,
    Link,
    PackageFacts,
    Resource,
    TableFacts,
)
from lintas.model.places import Anggota, RincianKawasan, Wilayah
from lintas.model.settings import Contact, Features, Settings
from lintas.model.sources import Ref, Source
from lintas.model.texts import Foto, Halaman, Heading, Instansi, Orang, Peraturan, Prose, SiaranPers, Topik

__all__ = [
    "Anggota",
    "Catalogue",
    "ColumnFacts",
    "Contact",
    "Contributor",
    "Dataset",
    "ExportFacts",
    "Features",
    "Field",
    "ForeignKey",
    "Foto",
    "Halaman",
    "Heading",
    "Instansi",
    "Link",
    "Orang",
    "PackageFacts",
    "Peraturan",
    "Prose",
    "Ref",
    "Resource",
    "RincianKawasan",
    "Settings",
    "SiaranPers",
    "Source",
    "TableFacts",
    "Topik",
    "Wilayah",
]
