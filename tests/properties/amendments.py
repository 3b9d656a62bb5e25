"""What may become of a routine release: each an edit of the example portal."""

from __future__ import annotations

from collections.abc import Callable

from tests.portals import Portal, release, release_path
from tests.properties.changes import changed, put
from tests.properties.seals import SEALS

AMENDMENTS: dict[str, Callable[[Portal], Portal]] = {}


def _amended(slug: str, **keys: object) -> Callable[[Portal], Portal]:
    """A routine release with keys that say what became of it."""
    number = slug.removeprefix("rutin-")
    common = {"topik": ["penduduk"], "instansi": ["kota"], "wilayah": ["32.75"]}
    made = release(f"Rutin {number}", f"2025-04-0{number}", **{**common, **keys})
    return lambda portal: put(portal, release_path("2025", slug), made)


_ENTRY = {"tanggal": "2025-04-09", "semula": "Isi berita", "menjadi": "Isi siaran", "alasan": "Kata keliru dipilih."}
for _name, _slug, _keys in (
    ("release_corrected", "rutin-2", {"status": "ralat", "koreksi": [{**_ENTRY, "bobot": "besar"}]}),
    ("release_corrected_a_little", "rutin-2", {"koreksi": [{**_ENTRY, "bobot": "kecil"}]}),
    ("release_replaced", "rutin-1", {"status": "diganti", "pengganti": "rutin-4"}),
    ("release_replaced_by_another", "rutin-1", {"status": "diganti", "pengganti": "tiga"}),
    ("release_withdrawn", "rutin-3", {"status": "dicabut", "pencabutan": {
        "tanggal": "2025-04-09", "alasan": "Terbit dua kali."}}),
    ("release_under_embargo", "rutin-4", {"embargo": "2026-02-03T10:00:00+07:00"}),
    ("release_with_an_old_address", "rutin-5", {"alamat_lama": ["2025/rutin-purba"]}),
):  # fmt: skip
    AMENDMENTS[_name] = _amended(_slug, **_keys)


def _successor_renamed(portal: Portal) -> Portal:
    """The page of a replaced release names its successor."""
    replaced = AMENDMENTS["release_replaced"](portal)
    return changed(replaced, release_path("2025", "rutin-4"), "Rutin 4", "Giat 4")


AMENDMENTS["successor_renamed"] = _successor_renamed
AMENDMENTS |= SEALS
