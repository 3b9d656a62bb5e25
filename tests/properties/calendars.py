"""Calendars of the example portal, each an edit: entries come, change, are cancelled, and name what others edit."""

from __future__ import annotations

from collections.abc import Callable

from tests.portals import Portal, dumped
from tests.properties.changes import changed, put

PATH = "content/jadwal.yaml"
RELEASE = {
    "slug": "siaran-april", "judul": "Siaran pers April", "jenis": "siaran", "mulai": "2025-04-01", "status": "pasti",
    "diumumkan": "2025-03-01", "siaran": "rutin-1", "instansi": "kota", "wilayah": ["32.75"],
}  # fmt: skip
MEETING = {
    "slug": "forum", "judul": "Forum data", "jenis": "rapat", "mulai": "2026-02-03 09.00 WITA", "status": "tentatif",
    "diumumkan": "2025-12-01", "tempat": "Ruang rapat",
}  # fmt: skip
DATA = {
    "slug": "data-penduduk", "judul": "Data penduduk", "jenis": "data", "mulai": "2026-03-01", "status": "pasti",
    "diumumkan": "2025-12-01", "dataset": "penduduk",
}  # fmt: skip
CANCELLED = {**MEETING, "status": "batal", "alasan": "Ruang tidak tersedia."}
MOVED = {
    **DATA, "mulai": "2026-04-01",
    "perubahan": [{"tanggal": "2025-12-20", "semula": "2026-03-01", "alasan": "Menunggu pemadanan kode."}],
}  # fmt: skip


def calendar(*entries: dict[str, object]) -> Callable[[Portal], Portal]:
    return lambda portal: put(portal, PATH, dumped(list(entries)))


CALENDARS: dict[str, Callable[[Portal], Portal]] = {
    "calendar_added": calendar(RELEASE, MEETING, DATA),
    "calendar_of_one": calendar(DATA),
    "calendar_title": calendar(RELEASE, {**MEETING, "judul": "Forum data wilayah"}, DATA),
    "calendar_cancelled": calendar(RELEASE, CANCELLED, DATA),
    "calendar_moved": calendar(RELEASE, MEETING, MOVED),
    "calendar_of_a_renamed_release": lambda portal: changed(
        calendar(RELEASE)(portal), "content/siaran-pers/2025/rutin-1.md", "Rutin 1", "Giat 1"
    ),
    "calendar_of_a_renamed_institution": lambda portal: changed(
        calendar(RELEASE)(portal), "content/instansi/kota.yaml", "Kota Uji", "Kota Baru"
    ),
    "release_of_another_class": lambda portal: changed(
        portal, "content/siaran-pers/2025/rutin-2.md", "judul:", "klasifikasi: serta-merta\njudul:"
    ),
}
