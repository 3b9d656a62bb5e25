"""What a new file says: the keys that are needed, and every other key as a comment to be uncommented. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lintas.importing.composing import quoted


@dataclass(frozen=True, slots=True)
class Known:
    """Keys that the portal has already, so that hints name real ones."""

    agency: str = ""
    institutions: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    datasets: tuple[str, ...] = ()


_RELEASE = """---
judul: {title}
tanggal: {day}
# Selama "draf", naskah ini tidak terbit. Ganti menjadi "terbit" bila sudah disetujui.
status: draf
# embargo: {day}T10:00:00+07:00    # tidak tampil sebelum waktu ini; repositori terbuka tetap dapat dibaca orang
{agency}

# Hapus tanda # di depan kunci yang diperlukan; kunci lain boleh dibiarkan atau dihapus.
# nomor: "001/SP/…"
# tempat: Bekasi
# tanggal_peristiwa: {day}
# ringkasan: >-
#   Satu atau dua kalimat: siapa melakukan apa, di mana, kapan, dan apa artinya bagi masyarakat.
# Instansi yang ada: {institutions}
# Kode Kemendagri selalu di dalam tanda kutip.
# wilayah:
#   - "32.75"
# Topik yang ada: {topics}
# topik:
#   - {topic}
# peraturan:
#   - singkat: Perpres 12/2025
#     judul: Peraturan Presiden Nomor 12 Tahun 2025 tentang …
#     tautan: https://…
# orang:
#   - nama: Nama lengkap
#     jabatan: Jabatan
#     instansi: {person_agency}
# Foto disimpan di content/media. Teks alternatif menceritakan isi foto bagi yang tidak melihatnya.
# foto:
#   - berkas: nama-foto.jpg
#     teks_alternatif: Apa yang terlihat di foto
#     takarir: Siapa melakukan apa, di mana, dan kapan
#     kredit: Humas …
# Himpunan data yang ada: {datasets}
# dataset:
#   - {dataset}
# narahubung:
#   - unit: Bagian Hubungan Masyarakat
#     surel: humas@contoh.go.id
# klasifikasi: berkala    # berkala, serta-merta, atau setiap-saat (UU 14/2008)
# bahasa: id
---

Tulis paragraf pertama di sini: siapa, melakukan apa, di mana, kapan, mengapa, dan bagaimana.

## Subjudul

Lanjutkan dengan penjelasan, yang terpenting lebih dahulu.
"""


def release(title: str, day: str, known: Known) -> str:
    """content/siaran-pers/<year>/<slug>.md"""
    return _RELEASE.format(
        title=quoted(title),
        day=day,
        agency=f"instansi:\n  - {known.agency}" if known.agency else "# instansi:\n#   - kunci-instansi",
        institutions=_keys(known.institutions),
        topics=_keys(known.topics),
        topic=(*known.topics, "kunci-topik")[0],
        person_agency=known.agency or "kunci-instansi",
        datasets=_keys(known.datasets),
        dataset=(*known.datasets, "kunci-dataset")[0],
    )


def page(title: str, day: str, _known: Known) -> str:
    """content/halaman/<slug>.md"""
    return f"""---
judul: {quoted(title)}
diperbarui: {day}
# ringkasan: Satu kalimat tentang isi halaman ini.
---

Tulis isi halaman di sini.
"""


def institution(title: str, _day: str, known: Known) -> str:
    """content/instansi/<slug>.yaml"""
    return f"""nama: {quoted(title)}
# singkatan: Kemenko …
# jenis: lembaga    # kementerian, lembaga, pemerintah-provinsi, pemerintah-kabupaten, pemerintah-kota, unit, lainnya
# Instansi yang ada: {_keys(known.institutions)}
# induk: {known.agency or "kunci-instansi"}
# wilayah: "32.75"
# situs: https://contoh.go.id/
# uraian: Satu kalimat tentang tugas instansi ini.
# alias:
#   - nama lain yang lazim
"""


def _keys(keys: Sequence[str]) -> str:
    return ", ".join(keys) if keys else "belum ada"
