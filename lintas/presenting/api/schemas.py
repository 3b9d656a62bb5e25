"""The records of the API as JSON Schema 2020-12, written as one line for each field.

A line is `name type meaning`; `!` after the name marks what is always there. Types: teks, bulat, bilangan, ya (true or
false), alamat (a whole address), tanggal, waktu (a date, or a time with zone), kode (of a region), sha256, sel (number,
text or nothing), a|b|c for a choice, the name of another record, and any of these in brackets for a list.
"""

from __future__ import annotations

from typing import Any

from lintas.model.shards import FORM

Schema = dict[str, Any]

PLAIN: dict[str, Schema] = {
    "bentuk": {"const": FORM},
    "teks": {"type": "string", "minLength": 1},
    "bulat": {"type": "integer", "minimum": 0},
    "bilangan": {"type": ["number", "string"]},
    "ya": {"type": "boolean"},
    "alamat": {"type": "string", "format": "uri"},
    "tanggal": {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}\S*)?)?)?$"},
    "waktu": {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2}))?$"},
    "kode": {"type": "string", "pattern": r"^(ID|\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?)$"},
    "provinsi": {"type": "string", "pattern": r"^(\d{2}|tanpa-kode)$"},
    "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
    "sel": {"type": ["number", "string", "null"]},
    "objek": {"type": "object"},
}

RECORDS = """
Pintu  Pintu masuk: apa yang ada dan di mana.
bentuk! bentuk
versi! teks Versi uraian API (semver)
judul! teks Nama portal
semboyan teks
penerbit teks Kunci instansi yang menerbitkan portal
lisensi! teks Pengenal SPDX lisensi isi portal
alamat! alamat
penjelasan! alamat Halaman dengan contoh siap salin
openapi! alamat
daftar! DaftarIsi
jumlah! Jumlah
lainnya! Lainnya

DaftarIsi  Alamat setiap daftar.
siaran_pers! alamat
data! alamat
wilayah! alamat
instansi! alamat
topik! alamat
kawasan! alamat

Jumlah  Berapa banyak isi setiap daftar.
siaran_pers! bulat Tanpa yang dicabut
data! bulat
wilayah! bulat
instansi! bulat
topik! bulat
kawasan! bulat

Lainnya  Berkas JSON portal di luar api/v1/.
koreksi! alamat
jadwal alamat

TahunSiaran  Tahun-tahun siaran pers, yang terbaru di depan.
bentuk! bentuk
jumlah! bulat Termasuk yang dicabut
tahun! [SatuTahun]

SatuTahun  Satu tahun dengan alamat halaman daftarnya.
tahun! teks
jumlah! bulat
halaman! [alamat]

HalamanSiaran  Paling banyak seratus siaran setahun, yang terbaru di depan; yang dicabut di belakang.
bentuk! bentuk
tahun! teks
halaman! bulat
dari! bulat Banyaknya halaman
sebelumnya alamat
berikutnya alamat
siaran_pers! [RingkasanSiaran]

RingkasanSiaran  Satu siaran dalam daftar. Siaran yang dicabut tinggal judul, nomor, tanggal, dan pencabutannya.
judul! teks
nomor [teks]
tanggal! waktu
tanggal_ubah waktu
status! terbit|ralat|diganti|dicabut
bahasa! id|en
ringkasan teks
tempat teks
klasifikasi berkala|serta-merta|setiap-saat
instansi [teks] Kunci, penerbit di depan
topik [teks] Kunci
wilayah [kode]
dataset [teks] Kunci
pencabutan Pencabutan
pdf alamat
json! alamat Seluruh siaran sebagai JSON
alamat! alamat Halamannya

Pencabutan  Kapan dan mengapa sebuah siaran dicabut.
tanggal waktu
alasan teks

DaftarData  Semua himpunan data.
bentuk! bentuk
data! [RingkasanData]

RingkasanData  Satu himpunan data dalam daftar.
kunci! teks
judul! teks
uraian teks Kalimat pertama uraiannya
versi teks
diperbarui tanggal
periode Periode
frekuensi teks
instansi [teks] Kunci
topik [teks] Kunci
lisensi [teks]
format [teks]
baris! bulat
alamat! alamat
api! alamat

Data  Satu himpunan data.
bentuk! bentuk
kunci! teks
judul! teks
uraian teks
versi teks
dibuat tanggal
diperbarui tanggal
periode Periode
frekuensi teks
klasifikasi berkala|serta-merta|setiap-saat
kata_kunci [teks]
catatan [teks] Yang perlu diketahui sebelum memakai datanya
instansi [Rujukan]
kontributor [Kontributor]
lisensi [Tautan]
sumber [Tautan]
topik [Rujukan]
cakupan [RujukanWilayah]
mutu! Mutu
tabel! [Tabel]
berkas! [Berkas] Berkas seluruh himpunan
versi_beku! [VersiBeku] Yang terbaru di depan
siaran_pers! Sebutan
alamat! alamat

Tabel  Satu tabel; berkas lain seperti GeoJSON tidak mempunyai kolom dan baris.
nama! teks
judul! teks
uraian teks
kunci_utama [teks]
baris bulat
kolom! [Kolom]
berkas! [Berkas]
pecahan alamat Daftar bagian per provinsi, untuk tabel besar
alamat! alamat

Kolom  Satu kolom.
nama! teks
judul! teks
tipe! teks Tipe Table Schema
uraian teks
konsep teks
satuan teks
indikator teks
kode_wilayah kemendagri|bps Kolom kode wilayah: baca sebagai teks

Berkas  Satu berkas untuk diunduh.
format! teks
tipe_media! teks
alamat! alamat
bita! bulat Ukuran dalam bita
sha256! sha256
untuk excel CSV dengan pemisah titik koma bagi aplikasi lembar kerja

Kontributor  Siapa yang menghasilkan atau menjaga data.
nama! teks
peran teks
instansi teks Kunci
tautan alamat

Tautan  Nama dengan tautannya.
nama! teks
tautan alamat

Periode  Waktu yang dicakup data.
mulai tanggal
selesai tanggal

Mutu  Syarat mutu yang terpenuhi.
terpenuhi! bulat
dari! bulat
kesegaran! tepat|terlambat|insidental|tanpa-janji
jatuh_tempo tanggal
syarat! [Syarat]

Syarat  Satu syarat mutu.
kunci! teks
terpenuhi! ya
jumlah bulat
dari bulat

VersiBeku  Satu versi yang tidak berubah lagi.
versi! teks
tanggal! tanggal
catatan teks
alamat! alamat

DaftarPecahan  Bagian-bagian sebuah tabel besar menurut provinsi.
bentuk! bentuk
dataset! teks
tabel! teks
judul! teks
jumlah! bulat
kolom! [Kolom]
pecahan! [RujukanPecahan]

RujukanPecahan  Satu bagian.
provinsi! provinsi
jumlah! bulat
sha256! sha256
alamat! alamat

Pecahan  Baris-baris satu provinsi.
bentuk! bentuk
dataset! teks
tabel! teks
provinsi! provinsi
jumlah! bulat
kolom! [teks]
baris! [[sel]] Sel menurut urutan kolom; null bila kosong

"""
