"""Terms that others keep: the EU authority tables, IANA media types, licences as they and CKAN know them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

EU: Final = "http://publications.europa.eu/resource/authority/"
IANA: Final = "https://www.iana.org/assignments/media-types/"
PUBLIC: Final = f"{EU}access-right/PUBLIC"
STABLE: Final = f"{EU}planned-availability/STABLE"
INDONESIA: Final = f"{EU}country/IDN"
LANGUAGES: Final = {"id": (f"{EU}language/IND", "Indonesia", "Indonesian"),
                    "en": (f"{EU}language/ENG", "Inggris", "English")}  # fmt: skip

# As written in a descriptor → entry of the EU table, names, and the repeating interval of ISO 8601.
FREQUENCIES: Final = {
    "harian": ("DAILY", "harian", "daily", "R/P1D"),
    "mingguan": ("WEEKLY", "mingguan", "weekly", "R/P1W"),
    "bulanan": ("MONTHLY", "bulanan", "monthly", "R/P1M"),
    "triwulanan": ("QUARTERLY", "triwulanan", "quarterly", "R/P3M"),
    "semesteran": ("ANNUAL_2", "dua kali setahun", "semiannual", "R/P6M"),
    "tahunan": ("ANNUAL", "tahunan", "annual", "R/P1Y"),
    "insidental": ("IRREG", "tidak teratur", "irregular", "irregular"),
}

THEMES: Final = {
    "AGRI": ("Pertanian, perikanan, kehutanan, dan pangan", "Agriculture, fisheries, forestry and food"),
    "ECON": ("Ekonomi dan keuangan", "Economy and finance"),
    "EDUC": ("Pendidikan, kebudayaan, dan olahraga", "Education, culture and sport"),
    "ENER": ("Energi", "Energy"),
    "ENVI": ("Lingkungan hidup", "Environment"),
    "GOVE": ("Pemerintahan dan sektor publik", "Government and public sector"),
    "HEAL": ("Kesehatan", "Health"),
    "INTR": ("Hubungan internasional", "International issues"),
    "JUST": ("Hukum, keadilan, dan keamanan publik", "Justice, legal system and public safety"),
    "OP_DATPRO": ("Data sementara", "Provisional data"),
    "REGI": ("Wilayah dan kota", "Regions and cities"),
    "SOCI": ("Penduduk dan masyarakat", "Population and society"),
    "TECH": ("Ilmu pengetahuan dan teknologi", "Science and technology"),
    "TRAN": ("Transportasi", "Transport"),
}
DEFAULT_THEME: Final = "GOVE"  # of a dataset none of whose topics names one: the portal is of a government

PUBLISHERS: Final = {
    "kementerian": ("NationalAuthority", "Otoritas nasional", "National authority"),
    "lembaga": ("NationalAuthority", "Otoritas nasional", "National authority"),
    "pemerintah-provinsi": ("RegionalAuthority", "Otoritas provinsi", "Regional authority"),
    "pemerintah-kabupaten": ("LocalAuthority", "Otoritas daerah", "Local authority"),
    "pemerintah-kota": ("LocalAuthority", "Otoritas daerah", "Local authority"),
}


@dataclass(frozen=True, slots=True)
class FileType:
    name: str  # as people say it: "CSV"
    media: str
    code: str = ""  # entry of the EU table; "" = it has none


_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_TYPES: Final = {
    "csv": FileType("CSV", "text/csv", "CSV"),
    "tsv": FileType("TSV", "text/tab-separated-values", "TSV"),
    "json": FileType("JSON", "application/json", "JSON"),
    "geojson": FileType("GeoJSON", "application/geo+json", "GEOJSON"),
    "xlsx": FileType("XLSX", _XLSX, "XLSX"),
    "xls": FileType("XLS", "application/vnd.ms-excel", "XLS"),
    "ods": FileType("ODS", "application/vnd.oasis.opendocument.spreadsheet", "ODS"),
    "parquet": FileType("Parquet", "application/vnd.apache.parquet"),
    "zip": FileType("ZIP", "application/zip", "ZIP"),
    "gz": FileType("GZIP", "application/gzip", "GZIP"),
    "pdf": FileType("PDF", "application/pdf", "PDF"),
    "txt": FileType("TXT", "text/plain", "TXT"),
    "xml": FileType("XML", "application/xml", "XML"),
    "html": FileType("HTML", "text/html", "HTML"),
    "kml": FileType("KML", "application/vnd.google-earth.kml+xml", "KML"),
    "md": FileType("Markdown", "text/markdown"),
    "yaml": FileType("YAML", "application/yaml"),
}
_PACKED: Final = ("gz",)  # of which the inner ending tells the type


def file_type(name: str) -> FileType:
    """By the endings of a file name; of a packed file what is inside."""
    endings = name.lower().split(".")[1:] or [""]
    ending = endings[-2] if endings[-1] in _PACKED and len(endings) > 1 else endings[-1]
    return _TYPES.get(ending, FileType(ending.upper() or "Biner", "application/octet-stream"))


def packing(name: str) -> str:
    """The media type of what a file is packed with, "" for none."""
    return "application/gzip" if name.lower().endswith(".gz") else ""


@dataclass(frozen=True, slots=True)
class Licence:
    iri: str
    title: str  # as in CKAN's register, where it knows the licence
    code: str = ""  # entry of the EU table
    kind: str = ""  # of the ADMS table


LICENCES: Final = {
    "CC-BY-4.0": Licence("https://creativecommons.org/licenses/by/4.0/", "Creative Commons Attribution",
                         "CC_BY_4_0", "Attribution"),
    "CC-BY-SA-4.0": Licence("https://creativecommons.org/licenses/by-sa/4.0/",
                            "Creative Commons Attribution Share-Alike", "CC_BYSA_4_0", "ViralEffect-ShareAlike"),
    "CC0-1.0": Licence("https://creativecommons.org/publicdomain/zero/1.0/", "Creative Commons CCZero",
                       "CC0", "PublicDomain"),
    "ODC-By-1.0": Licence("https://opendatacommons.org/licenses/by/1-0/", "Open Data Commons Attribution License",
                          "ODC_BY", "Attribution"),
    "ODbL-1.0": Licence("https://opendatacommons.org/licenses/odbl/1-0/",
                        "Open Data Commons Open Database License (ODbL)", "ODC_BL", "ViralEffect-ShareAlike"),
    "PDDL-1.0": Licence("https://opendatacommons.org/licenses/pddl/1-0/",
                        "Open Data Commons Public Domain Dedication and License (PDDL)", "ODC_PDDL", "PublicDomain"),
    "MIT": Licence("https://opensource.org/license/mit", "MIT License", "", "Attribution"),
}  # fmt: skip
