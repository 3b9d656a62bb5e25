"""The dataset "siaran-pers": the releases themselves as a table with a Data Package descriptor (pure).

It goes through the same checks and conversions as every other dataset.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from datetime import date

from lintas.model import Settings, SiaranPers

SLUG = "siaran-pers"

_FIELDS: tuple[tuple[str, str, str, str, bool], ...] = (
    ("alamat", "string", "Alamat halaman", "Alamat halaman di portal ini, relatif terhadap akar portal.", True),
    ("judul", "string", "Judul", "Judul siaran pers.", True),
    ("nomor", "string", "Nomor", "Nomor sebagaimana tertulis; beberapa nomor dipisahkan titik koma.", False),
    ("penerbit_nomor", "string", "Penerbit nomor", "Instansi yang memberi nomor, sejauh pola nomornya dikenal.", False),
    ("nomor_urut", "string", "Nomor urut", "Urutan dalam nomor yang polanya dikenal; dipisahkan titik koma.", False),
    ("tahun_nomor", "string", "Tahun nomor", "Tahun dalam nomor yang polanya dikenal; dipisahkan titik koma.", False),
    ("tanggal_terbit", "date", "Tanggal terbit", "Tanggal siaran pers diterbitkan.", True),
    ("tempat", "string", "Tempat", "Tempat yang disebut pada pembuka naskah.", False),
    ("tanggal_peristiwa", "date", "Tanggal peristiwa", "Hari pertama peristiwa yang diberitakan.", False),
    ("ringkasan", "string", "Ringkasan", "Ringkasan isi.", False),
    ("instansi", "string", "Instansi", "Kunci instansi yang terkait; beberapa kunci dipisahkan titik koma.", False),
    ("wilayah", "string", "Wilayah", "Kode wilayah Kemendagri; beberapa kode dipisahkan titik koma.", False),
    ("topik", "string", "Topik", "Kunci topik; beberapa kunci dipisahkan titik koma.", False),
    ("peraturan", "string", "Peraturan", "Peraturan yang dirujuk, dalam bentuk pendek.", False),
    ("klasifikasi", "string", "Klasifikasi", "Kelas informasi publik menurut UU 14/2008.", True),
    ("bahasa", "string", "Bahasa", "Tanda bahasa BCP 47.", True),
    ("status", "string", "Status", "terbit, ralat (isinya dikoreksi), atau diganti (tidak berlaku lagi).", True),
    ("dikoreksi", "date", "Dikoreksi", "Tanggal koreksi terakhir.", False),
)  # fmt: skip


_ENGLISH = {
    "title": "List of press releases",
    "description": "All press releases published on this portal: one row for each, with its number, date, place, "
    "institutions, regions and topics. The table is made anew whenever the portal is built.",
    "keywords": ["press releases", "public relations", "public information"],
    "resources": {SLUG: {"title": "Press releases", "description": "One row for each press release, newest first."}},
    "fields": {
        "alamat": {"title": "Page address", "description": "Address of the page on this portal, relative to its root."},
        "judul": {"title": "Title", "description": "Title of the press release."},
        "nomor": {"title": "Number", "description": "Number as written; several numbers are separated by semicolons."},
        "penerbit_nomor": {
            "title": "Issuer of the number",
            "description": "Institution that gave the number, as far as its scheme is known.",
        },
        "nomor_urut": {
            "title": "Sequence",
            "description": "Sequence within a number of a known scheme; separated by semicolons.",
        },
        "tahun_nomor": {
            "title": "Year of the number",
            "description": "Year within a number of a known scheme; separated by semicolons.",
        },
        "tanggal_terbit": {"title": "Date of publication", "description": "Date on which it was published."},
        "tempat": {"title": "Place", "description": "Place named at the beginning of the text."},
        "tanggal_peristiwa": {"title": "Date of the event", "description": "First day of the event reported."},
        "ringkasan": {"title": "Summary", "description": "Summary of the content."},
        "instansi": {
            "title": "Institutions",
            "description": "Keys of the institutions concerned; several are separated by semicolons.",
        },
        "wilayah": {
            "title": "Regions",
            "description": "Region codes of the Ministry of Home Affairs; several are separated by semicolons.",
        },
        "topik": {"title": "Topics", "description": "Keys of topics; several are separated by semicolons."},
        "peraturan": {"title": "Regulations", "description": "Regulations referred to, in their short form."},
        "klasifikasi": {
            "title": "Classification",
            "description": "Class of public information according to Law 14/2008.",
        },
        "bahasa": {"title": "Language", "description": "BCP 47 language tag."},
        "status": {
            "title": "Status",
            "description": "terbit (published), ralat (its content was corrected) or diganti (no longer in force).",
        },
        "dikoreksi": {"title": "Corrected", "description": "Date of the last correction."},
    },
}

Parts = Mapping[str, tuple[str, str, str]]  # path → issuers, sequences and years of the numbers
_UNKNOWN = ("", "", "")


def table(releases: Iterable[SiaranPers], parts: Parts) -> bytes:
    """The releases as RFC 4180 CSV (UTF-8, comma, LF), in the order given."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([name for name, *_ in _FIELDS])
    writer.writerows(_row(release, parts.get(release.path, _UNKNOWN)) for release in releases)
    return text.getvalue().encode()


def _row(release: SiaranPers, parts: tuple[str, str, str]) -> tuple[str, ...]:
    return (
        f"siaran-pers/{release.year}/{release.slug}/",
        release.title,
        "; ".join(number.text for number in release.numbers),
        *parts,
        release.published[:10],
        release.place,
        release.event_start[:10],
        release.summary,
        "; ".join(ref.text for ref in release.institutions),
        "; ".join(ref.text for ref in release.regions),
        "; ".join(ref.text for ref in release.topics),
        "; ".join(regulation.short for regulation in release.regulations),
        release.classification,
        release.language,
        release.status,
        _corrected(release),
    )


def _corrected(release: SiaranPers) -> str:
    """The day of the last correction, or ""."""
    return max((entry.date[:10] for entry in release.corrections), default="")


def descriptor(releases: tuple[SiaranPers, ...], settings: Settings) -> bytes:
    """`datapackage.json` for `table(releases)`; time cover and date of change come from the releases."""
    dates = sorted(release.published[:10] for release in releases)
    package: dict[str, object] = {
        "name": SLUG,
        "title": "Daftar siaran pers",
        "description": "Semua siaran pers yang terbit di portal ini: satu baris untuk satu siaran pers, lengkap dengan "
        "nomor, tanggal, tempat, instansi, wilayah, dan topiknya. Tabel ini dibuat ulang setiap kali portal dibangun.",
        "licenses": [{"name": settings.licence, "title": settings.licence}],
        "sources": [{"title": settings.title, "path": settings.base_url}],
        "contributors": [{"title": settings.title, "role": "produsen-data"}],
        "keywords": ["siaran pers", "hubungan masyarakat", "informasi publik"],
        "x-frekuensi": "insidental",
        "x-klasifikasi": "berkala",
        "x-terjemahan": {"en": _ENGLISH},
        "resources": [_resource()],
    }
    if settings.agency:
        package["x-instansi"] = settings.agency
    changes = sorted(filter(None, map(_corrected, releases)))
    if dates:
        newest = date.fromisoformat(max([dates[-1], *changes]))
        package["version"] = f"{newest.year}.{newest.month}.{newest.day}"  # SemVer: whatever is new, a new version
        package["created"] = f"{newest}T00:00:00+07:00"
        package |= {
            "x-cakupan-waktu": {"mulai": dates[0], "selesai": dates[-1]},
            "x-diperbarui": max([dates[-1], *changes]),
        }
    return (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode()


def _resource() -> dict[str, object]:
    fields: list[dict[str, object]] = []
    for name, kind, title, meaning, required in _FIELDS:
        field: dict[str, object] = {"name": name, "type": kind, "title": title, "description": meaning}
        fields.append(field | ({"constraints": {"required": True}} if required else {}))
    return {
        "name": SLUG,
        "path": f"data/{SLUG}.csv",
        "title": "Siaran pers",
        "description": "Satu baris untuk satu siaran pers, yang terbaru lebih dahulu.",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "profile": "tabular-data-resource",
        "schema": {"fields": fields, "primaryKey": ["alamat"], "missingValues": [""]},
    }
