"""More records of the API; see `schemas` for how they are written."""

from __future__ import annotations

RECORDS = """
DaftarWilayah  Wilayah yang mempunyai halaman, menurut kode.
bentuk! bentuk
wilayah! [RingkasanWilayah]

RingkasanWilayah  Satu wilayah dalam daftar.
kode! kode
nama! teks
tingkat! provinsi|kabkota
jenis! provinsi|kabupaten|kota
induk kode
jumlah_angka! bulat
jumlah_siaran! bulat
alamat! alamat
api! alamat

Wilayah  Satu wilayah dengan angkanya dalam setiap tabel.
bentuk! bentuk
kode! kode Kode Kemendagri sebagai teks
nama! teks
tingkat! provinsi|kabkota
jenis! provinsi|kabupaten|kota
induk! [RujukanWilayah]
anak! [RujukanWilayah] Kabupaten dan kota, atau kecamatan
angka! [Angka]
dataset! [SumberAngka] Himpunan data yang dikutip angka
kawasan! [KeanggotaanKawasan]
instansi! [Rujukan] Instansi yang berkedudukan di sana
siaran_pers! Sebutan
umpan Umpan Ada bila ada yang dikabarkan
alamat! alamat

Angka  Satu angka satu wilayah.
indikator! teks
nama! teks
nilai! bilangan Bilangan; teks bila selnya bukan bilangan
satuan teks
dataset teks Kunci; tidak ada pada angka yang dihitung portal
tabel teks
kolom teks
versi teks
periode Periode
sumber alamat Tabelnya
peringkat Peringkat
dihitung_dari [teks] Indikator yang menjadi dasar hitungan
tanggal tanggal Akhir periode

Peringkat  Di antara wilayah setingkat, 1 untuk nilai terbesar.
ke! bulat
dari! bulat

SumberAngka  Himpunan data yang memuat angka.
kunci! teks
nama! teks
versi teks
diperbarui tanggal
lisensi [teks]
alamat! alamat
api! alamat

KeanggotaanKawasan  Kawasan yang memuat wilayah itu.
kunci! teks
nama! teks
sebagian! ya Hanya sebagian wilayahnya termasuk
alamat! alamat

RujukanWilayah  Wilayah lain; alamat dan api ada bila wilayah itu mempunyai halaman.
kode! kode
nama teks
alamat alamat
api alamat

Rujukan  Instansi, topik, atau himpunan data lain.
kunci! teks
nama! teks
alamat! alamat
api alamat

Sebutan  Siaran pers tentang hal ini.
jumlah! bulat
terbaru! [SiaranSebutan] Paling banyak dua puluh

SiaranSebutan  Satu siaran yang menyebutnya.
judul! teks
tanggal! waktu
alamat! alamat
json! alamat

Umpan  Umpan untuk dilanggan.
atom! alamat
json! alamat

DaftarInstansi  Semua instansi.
bentuk! bentuk
instansi! [Instansi]

Instansi  Satu instansi.
kunci! teks
nama! teks
singkatan teks
alias [teks]
jenis teks
induk teks Kunci
wilayah [RujukanWilayah]
situs alamat
uraian teks
jumlah_siaran! bulat
jumlah_data! bulat
umpan Umpan Ada bila ada yang dikabarkan
alamat! alamat

DaftarTopik  Semua topik.
bentuk! bentuk
topik! [Topik]

Topik  Satu topik.
kunci! teks
nama! teks
uraian teks
jumlah_siaran! bulat
jumlah_data! bulat
umpan Umpan Ada bila ada yang dikabarkan
alamat! alamat

DaftarKawasan  Semua kawasan metropolitan.
bentuk! bentuk
kawasan! [Kawasan]

Kawasan  Satu kawasan dengan anggotanya.
kunci! teks
nama! teks
jenis teks
dasar teks Dasar hukum
keyakinan teks
uraian teks
anggota! [AnggotaKawasan]
alamat! alamat

AnggotaKawasan  Satu kabupaten atau kota anggota.
kode! kode
nama teks
sebagian! ya
keterangan teks
alamat alamat
api alamat

DaftarKoreksi  Register koreksi, yang terbaru di depan.
koreksi! [Koreksi]

Koreksi  Satu koreksi, penggantian, atau pencabutan.
jenis! koreksi|pencabutan|penggantian
tanggal! waktu
siaran! SiaranTerkoreksi
bobot kecil|sedang|besar
semula teks
menjadi teks
alasan teks
pengganti SiaranPengganti

SiaranTerkoreksi  Siaran yang dikoreksi.
judul! teks
nomor! [teks]
tanggal! waktu
alamat! alamat

SiaranPengganti  Siaran yang menggantikan.
judul! teks
alamat! alamat

DaftarJadwal  Agenda dan janji terbit.
jadwal! [Jadwal]

Jadwal  Satu agenda.
slug! teks
judul! teks
jenis! siaran|data|rapat|lain
status! teks
mulai! teks
selesai teks
diumumkan! tanggal
diperbarui! teks
tempat teks
instansi teks
wilayah [kode]
uraian teks
alasan teks
perubahan [PerubahanJadwal]
penilaian teks
terbit teks
hasil alamat
tentang alamat
alamat! alamat

PerubahanJadwal  Satu perubahan agenda.
tanggal! teks
semula! teks Kosong bila waktunya tetap
alasan! teks
"""
