"""What the program says besides findings, in both languages."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, dict[str, str]]] = {
    "id": {
        "built": "Situs siap di {output}: {files} berkas, {drawn} di antaranya dibuat baru; "
        "{releases} siaran pers, {datasets} himpunan data.",
        "clean": "Pemeriksaan selesai: {releases} siaran pers dan {datasets} himpunan data tanpa galat.",
        "kept": "Situs tidak dibangun; yang sudah terbit tidak diubah.",
        "working": "Memeriksa dan membangun…",
        "no_root": "Folder portal tidak ditemukan: {path}",
        "no_path": "Tidak ada di folder portal: {path}",
        "no_code": "Kode tidak dikenal: {code}",
        "kamus_where": "--kamus memerlukan PATH: naskah atau folder yang diperiksa dengan kamus.",
        "made": "Berkas baru: {path}",
        "understood": "Keterangan|Yang terbaca|Keyakinan|Catatan",
        "mended": "{place} {code}: “{found}” → “{better}”",
        "mended_all": "Diperbaiki: {count} tempat dalam {files} berkas.",
        "due_next": "Berikutnya berubah dengan sendirinya: {moment}",
        "due_never": "Tidak ada yang menunggu waktu.",
        "next_mend": "Berikutnya: perbaiki {code} di {path}, lalu periksa lagi.",
        "next_write": "Berikutnya: lengkapi yang disebut {code}, lalu periksa lagi.",
        "next_release": "Berikutnya: bekukan versinya dengan python build.py release-dataset {slug}",
        "next_build": "Berikutnya: bangun situs dengan python build.py",
    },
    "en": {
        "built": "Site ready in {output}: {files} files, {drawn} of them made anew; "
        "{releases} releases, {datasets} datasets.",
        "clean": "Check finished: {releases} releases and {datasets} datasets without errors.",
        "kept": "The site was not built; what is published was not changed.",
        "working": "Checking and building…",
        "no_root": "No such portal folder: {path}",
        "no_path": "Not in the portal folder: {path}",
        "no_code": "Unknown code: {code}",
        "kamus_where": "--kamus needs a PATH: the text or folder to look up in the dictionary.",
        "made": "New file: {path}",
        "understood": "Field|What was read|Confidence|Note",
        "mended": "{place} {code}: “{found}” → “{better}”",
        "mended_all": "Mended: {count} places in {files} files.",
        "due_next": "Next to change by itself: {moment}",
        "due_never": "Nothing waits for its time.",
        "next_mend": "Next: mend {code} in {path}, then check again.",
        "next_write": "Next: complete what {code} names, then check again.",
        "next_release": "Next: freeze the version with python build.py release-dataset {slug}",
        "next_build": "Next: build the site with python build.py",
    },
}
