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
    number: str = ""  # the next free number, "" where no scheme is set
    last: str = ""  # the highest number of this year


_RELEASE = """---
judul: {title}
# Tanggal terbit; boleh dengan jam dan zona waktu: {day}T13:00:00+07:00
tanggal: {day}
# Selama "draf", naskah ini tidak terbit. Ganti menjadi "terbit" bila sudah disetujui.
status: draf
{number}
# Instansi penerbit ditulis paling atas. Yang ada: {institutions}
{agency}

# Hapus tanda # di depan kunci yang diperlukan; kunci lain boleh dibiarkan atau dihapus.
# Tempat pada pembuka naskah.
# tempat: Bekasi
# Hari peristiwa yang diberitakan; untuk beberapa hari tulis mulai dan selesai.
# tanggal_peristiwa: {day}
# Ringkasan tampil pada daftar, umpan, dan hasil pencarian.
# ringkasan: >-
#   Satu atau dua kalimat: siapa melakukan apa, di mana, kapan, dan apa artinya bagi masyarakat.
# Naskah ditahan sampai waktu ini, lalu terbit sendiri.
# embargo: {day}T13:00:00+07:00
# Kode Kemendagri selalu di dalam tanda kutip.
# wilayah:
#   - "32.75"
# Topik yang ada: {topics}
# topik:
#   - {topic}
# Peraturan yang menjadi dasar; bentuk pendek selalu, judul dan tautan bila ada.
# peraturan:
#   - singkat: Perpres 12/2025
#     judul: Peraturan Presiden Nomor 12 Tahun 2025 tentang …
#     tautan: https://…
# Orang yang disebut atau dikutip, dengan jabatan resminya.
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
# Data yang menjadi sumber angka. Himpunan data yang ada: {datasets}
# dataset:
#   - {dataset}
# Surel atau telepon kantor, bukan nomor pribadi.
# narahubung:
#   - unit: Bagian Hubungan Masyarakat
#     surel: humas@contoh.go.id
# Kelas informasi publik menurut UU 14/2008: berkala, serta-merta, atau setiap-saat.
# klasifikasi: berkala
# Bahasa naskah: id atau en.
# bahasa: id
---

Tulis paragraf pertama di sini: siapa, melakukan apa, di mana, kapan, mengapa, dan bagaimana.

## Subjudul

Lanjutkan dengan penjelasan, yang terpenting lebih dahulu.
"""
_NUMBERED = "# Nomor bebas berikutnya menurut register {last}; periksa dengan buku nomor.\nnomor: {number}"
_UNNUMBERED = """\
# Isi nomor menurut buku nomor. Dengan "profil_nomor" di content/situs.yaml, nomor berikutnya diisikan sendiri.
# nomor: "001/SP/…\""""


def release(title: str, day: str, known: Known) -> str:
    """content/siaran-pers/<year>/<slug>.md"""
    return _RELEASE.format(
        title=quoted(title),
        day=day,
        number=_number(known),
        agency=f"instansi:\n  - {known.agency}" if known.agency else "# instansi:\n#   - kunci-instansi",
        institutions=_keys(known.institutions),
        topics=_keys(known.topics),
        topic=(*known.topics, "kunci-topik")[0],
        person_agency=known.agency or "kunci-instansi",
        datasets=_keys(known.datasets),
        dataset=(*known.datasets, "kunci-dataset")[0],
    )


def _number(known: Known) -> str:
    last = f"(terakhir {known.last})" if known.last else "(yang pertama tahun ini)"
    return _NUMBERED.format(last=last, number=quoted(known.number)) if known.number else _UNNUMBERED


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
