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
        "verified": "Situs utuh: {files} berkas ({megabytes} MB), {pages} halaman, {links} tautan, "
        "{anchors} di antaranya ke bagian halaman, {images} gambar. Alamatnya: {base_url}",
        "verified_sums": "Sidik SHA-256 cocok: {sums} berkas.",
        "verified_no_sums": "Tanpa laporan/SHA256SUMS, sehingga isi berkas tidak dapat dibandingkan.",
        "verified_limit": "Naskah yang masih ditahan hanya dapat dicari waktu membangun, bukan dari situs yang jadi.",
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
        "verified": "The site holds together: {files} files ({megabytes} MB), {pages} pages, {links} links, "
        "{anchors} of them to sections, {images} images. Its address: {base_url}",
        "verified_sums": "SHA-256 checksums agree: {sums} files.",
        "verified_no_sums": "There is no laporan/SHA256SUMS, so that contents cannot be compared.",
        "verified_limit": "Texts that are still held back can be looked for in a build only, not in the finished site.",
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
