"""A small portal with releases in every state, for the page that checks texts."""

from __future__ import annotations

from lintas.authenticity import fingerprint
from tests.portals import Portal, dumped, release

TITLE = "Layanan Air Bersih di Sepuluh Kelurahan Mulai Diperbaiki"
BODY = """Pemerintah kota mulai memperbaiki layanan air bersih di sepuluh kelurahan. Pekerjaan berlangsung dari 4 Juli hingga 30 September 2025 dan menelan biaya Rp1.250.000.000.

“Kami ingin setiap rumah mendapat air yang layak,” kata kepala dinas. Menurut dia, 12,5 persen pelanggan masih mengeluhkan tekanan air yang rendah.

## Tahap pekerjaan

Tahap pertama mencakup penggantian pipa sepanjang 18 kilometer – seluruhnya di wilayah utara. Tahap kedua mencakup:

- pemasangan 3.400 meteran baru;
- perbaikan dua instalasi pengolahan; dan
- pelatihan petugas lapangan.

Warga dapat memantau kemajuan pekerjaan melalui portal ini setiap pekan."""  # noqa: E501
PLAIN = BODY.replace("## ", "").replace("- ", "").replace("\n\n", "\n")

OLD_TITLE = "Jadwal Vaksinasi Hewan Ternak Diumumkan"
OLD_BODY = (
    "Vaksinasi hewan ternak dimulai pada 10 Maret 2025, di lima kecamatan. "
    "Petugas akan mendatangi 2.300 peternak, kata dinas."
)
NEW_BODY = OLD_BODY.replace("lima kecamatan", "enam kecamatan")
GONE_TITLE, GONE_BODY = (
    "Lomba Cipta Lagu Dibuka",
    "Lomba cipta lagu dibuka untuk umum mulai 1 Mei 2025, tanpa biaya pendaftaran.",
)
PAST_TITLE, PAST_BODY = (
    "Aturan Parkir Sementara",
    "Aturan parkir sementara berlaku sejak 2 Juni 2025, di sepanjang jalan utama kota.",
)
HIDDEN = "Naskah Yang Masih Ditahan Sampai Waktunya"

WHATSAPP = (
    "*"
    + TITLE
    + "*\n\n"
    + PLAIN.replace("“", '"')
    .replace("”", '"')
    .replace(" – ", " - ")
    .replace("mulai memperbaiki", "mulai\nmemperbaiki")
    .replace("Tahap pekerjaan", "*Tahap pekerjaan*")
    .replace("pemasangan", "• pemasangan")
    .replace("perbaikan dua", "- perbaikan dua")
    .replace("Rp1.250.000.000", "_Rp1.250.000.000_")
    .replace(" 12,5", "\u00a012,5")
    .replace("setiap rumah", "\u200esetiap rumah")
)


def portal(*, demonstration: bool = True) -> Portal:
    settings = {
        "judul": "Portal Uji", "base_url": "https://uji.go.id/portal/", "demonstrasi": demonstration,
        "fitur": {"wilayah": "tidak", "data_siaran": False, "kartu": "tidak", "pdf": "semua"},
    }  # fmt: skip
    corrected = {
        "tanggal": "2025-03-06", "semula": "di lima kecamatan", "menjadi": "di enam kecamatan",
        "alasan": "Satu kecamatan terlewat dalam naskah pertama.", "bobot": "sedang",
        "sidik_semula": fingerprint(OLD_TITLE, OLD_BODY).text,
    }  # fmt: skip
    withdrawal = {
        "tanggal": "2025-04-20", "alasan": "Lomba dibatalkan oleh penyelenggara.",
        "sidik_semula": fingerprint(GONE_TITLE, GONE_BODY).text,
    }  # fmt: skip
    folder = "content/siaran-pers/2025"
    return {
        "content/situs.yaml": dumped(settings),
        f"{folder}/air-bersih.md": release(TITLE, "2025-07-04", BODY, nomor="12/SP/7/2025"),
        f"{folder}/vaksinasi.md": release(OLD_TITLE, "2025-03-05", NEW_BODY, status="ralat", koreksi=[corrected]),
        f"{folder}/lomba.md": release(GONE_TITLE, "2025-04-18", "", status="dicabut", pencabutan=withdrawal),
        f"{folder}/parkir.md": release(PAST_TITLE, "2025-06-01", PAST_BODY, status="diganti", pengganti="air-bersih"),
        f"{folder}/ditahan.md": release(HIDDEN, "2025-08-01", "Isi naskah yang masih ditahan.", embargo="2031-01-01"),
    }
