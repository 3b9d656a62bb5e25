"""Words people try first: English, abbreviations, the terms of other systems."""

from collections.abc import Mapping
from types import MappingProxyType

TRIED: Mapping[str, str] = MappingProxyType(
    {
        "alt": "teks_alternatif",
        "author": "narahubung",
        "caption": "takarir",
        "category": "topik",
        "date": "tanggal",
        "deskripsi": "uraian",
        "description": "ringkasan",
        "email": "surel",
        "file": "berkas",
        "foto_utama": "foto",
        "gambar": "foto",
        "hp": "telepon",
        "image": "foto",
        "kategori": "topik",
        "keterangan": "takarir",
        "kontak_media": "narahubung",
        "lang": "bahasa",
        "license": "lisensi",
        "link": "tautan",
        "lokasi": "tempat",
        "name": "nama",
        "no": "nomor",
        "number": "nomor",
        "phone": "telepon",
        "site": "situs",
        "tag": "topik",
        "tags": "topik",
        "telp": "telepon",
        "tgl": "tanggal",
        "url": "base_url",
        "website": "situs",
    }
)
