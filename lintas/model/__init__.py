"""The nouns of the portal: frozen dataclasses only, no behaviour, no I/O.

Two worlds. *Authored* values (what `Catalogue` holds) keep references as `Ref`, text with its place. *Related* values
(what `Site` holds, see `relate`) are reached by key. Dates are ISO 8601 text (`2025-07-04` or
`2025-07-04T13:00:00+07:00`) so that values hash and compare as they were written.
"""

from lintas.model.agenda import Agenda, Perubahan
from lintas.model.authenticity import UNKNOWN, UNSIGNED, Sidik, Tertanda
from lintas.model.catalogue import Catalogue
from lintas.model.data import (
    ColumnFacts,
    ColumnFiles,
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
from lintas.model.figures import Binding, Bound, Cell
from lintas.model.guards import Aturan, Pengecualian
from lintas.model.insight import ChartFacts, ChartFile, ColumnProfile, Divisor, TableProfile, View
from lintas.model.papers import PaperFacts
from lintas.model.pictures import PictureFacts, PictureFile
from lintas.model.places import Anggota, RincianKawasan, Wilayah
from lintas.model.proof import UNPROVED, Proof
from lintas.model.settings import Contact, Features, Security, Settings
from lintas.model.shards import Shard, Shards
from lintas.model.sources import NOWHERE, Ref, Source
from lintas.model.statistics import MetadataBlock, Reference
from lintas.model.texts import (
    STANDING,
    Foto,
    Halaman,
    Heading,
    Instansi,
    Koreksi,
    Orang,
    Pencabutan,
    Peraturan,
    Prose,
    SiaranPers,
    Topik,
)
from lintas.model.translations import Terjemahan
from lintas.model.versions import DatasetVersion, FrozenFile, TableChange

__all__ = [
    "NOWHERE",
    "STANDING",
    "UNKNOWN",
    "UNPROVED",
    "UNSIGNED",
    "Agenda",
    "Anggota",
    "Aturan",
    "Binding",
    "Bound",
    "Catalogue",
    "Cell",
    "ChartFacts",
    "ChartFile",
    "ColumnFacts",
    "ColumnFiles",
    "ColumnProfile",
    "Contact",
    "Contributor",
    "Dataset",
    "DatasetVersion",
    "Divisor",
    "ExportFacts",
    "Features",
    "Field",
    "ForeignKey",
    "Foto",
    "FrozenFile",
    "Halaman",
    "Heading",
    "Instansi",
    "Koreksi",
    "Link",
    "MetadataBlock",
    "Orang",
    "PackageFacts",
    "PaperFacts",
    "Pencabutan",
    "Pengecualian",
    "Peraturan",
    "Perubahan",
    "PictureFacts",
    "PictureFile",
    "Proof",
    "Prose",
    "Ref",
    "Reference",
    "Resource",
    "RincianKawasan",
    "Security",
    "Settings",
    "Shard",
    "Shards",
    "SiaranPers",
    "Sidik",
    "Source",
    "TableChange",
    "TableFacts",
    "TableProfile",
    "Terjemahan",
    "Tertanda",
    "Topik",
    "View",
    "Wilayah",
]
