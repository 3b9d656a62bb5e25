"""Vocabulary of the made-up corpus: Indonesian words of regional governance. No person is named anywhere."""

from __future__ import annotations


def _list(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.strip().split("\n"))


# Real codes of the Kemendagri register, so that region pages and code checks do real work.
REGIONS = (
    ("11.71", "Kota Banda Aceh"),
    ("12.71", "Kota Medan"),
    ("13.71", "Kota Padang"),
    ("14.71", "Kota Pekanbaru"),
    ("15.71", "Kota Jambi"),
    ("16.71", "Kota Palembang"),
    ("17.71", "Kota Bengkulu"),
    ("18.71", "Kota Bandar Lampung"),
    ("31.71", "Kota Administrasi Jakarta Pusat"),
    ("32.01", "Kabupaten Bogor"),
    ("32.16", "Kabupaten Bekasi"),
    ("32.73", "Kota Bandung"),
    ("32.75", "Kota Bekasi"),
    ("32.76", "Kota Depok"),
    ("33.74", "Kota Semarang"),
    ("34.71", "Kota Yogyakarta"),
    ("35.78", "Kota Surabaya"),
    ("36.71", "Kota Tangerang"),
    ("51.71", "Kota Denpasar"),
    ("52.71", "Kota Mataram"),
    ("53.71", "Kota Kupang"),
    ("61.71", "Kota Pontianak"),
    ("62.71", "Kota Palangkaraya"),
    ("63.71", "Kota Banjarmasin"),
    ("64.72", "Kota Samarinda"),
    ("71.71", "Kota Manado"),
    ("72.71", "Kota Palu"),
    ("73.71", "Kota Makassar"),
    ("74.71", "Kota Kendari"),
    ("75.71", "Kota Gorontalo"),
    ("81.71", "Kota Ambon"),
    ("91.71", "Kota Jayapura"),
)

TOPICS = _list("""
penataan wilayah
kawasan metropolitan
pelayanan publik
kerja sama daerah
kependudukan
batas wilayah
data terbuka
keuangan daerah
perizinan
penanggulangan bencana
pemilihan umum
ketahanan pangan
kota cerdas
transportasi publik
pengelolaan sampah
air bersih
kesehatan masyarakat
pendidikan dasar
perumahan
aparatur negara
perbatasan
desa
pesisir
pengaduan masyarakat
keterbukaan informasi
""")

INSTITUTIONS = (
    ("kemenko-contoh", "Kementerian Koordinator Contoh", "kementerian"),
    ("kementerian-contoh", "Kementerian Contoh Urusan Daerah", "kementerian"),
    ("badan-contoh-statistik", "Badan Contoh Statistik", "lembaga"),
    ("badan-contoh-geospasial", "Badan Contoh Geospasial", "lembaga"),
    ("pemprov-contoh", "Pemerintah Provinsi Contoh", "pemerintah-provinsi"),
    ("pemkab-contoh", "Pemerintah Kabupaten Contoh", "pemerintah-kabupaten"),
    ("pemkot-contoh", "Pemerintah Kota Contoh", "pemerintah-kota"),
    ("unit-contoh", "Unit Contoh Hubungan Masyarakat", "unit"),
)

ROLES = _list("""
kepala biro hubungan masyarakat
asisten deputi yang membidangi administrasi wilayah
kepala dinas komunikasi dan informatika
kepala badan perencanaan pembangunan daerah
sekretaris daerah
kepala bagian kerja sama
""")

SUBJECTS = _list("""
pemerintah daerah
tim koordinasi lintas sektor
kementerian dan lembaga terkait
forum perangkat daerah
dewan perwakilan rakyat daerah
satuan tugas gabungan
petugas pendataan
pengelola kawasan
unit layanan terpadu
perguruan tinggi setempat
kelompok kerja data
pemerintah kecamatan
aparat desa
badan usaha milik daerah
lembaga pengawas
organisasi masyarakat sipil
""")

VERBS = _list("""
menyusun
membahas
mempercepat
mengevaluasi
menyelaraskan
memetakan
memperbarui
menetapkan
mengoordinasikan
menindaklanjuti
memantau
menyederhanakan
menerbitkan
memverifikasi
memperkuat
mendukung
""")

OBJECTS = _list("""
rencana tata ruang kawasan
perjanjian kerja sama antardaerah
standar pelayanan minimal
jaringan angkutan umum terpadu
pemutakhiran data kependudukan
penegasan batas wilayah
sistem pengaduan terpadu
anggaran pembangunan kawasan
pengelolaan sampah regional
penyediaan air baku lintas kabupaten
penanganan banjir di daerah aliran sungai
perizinan berusaha berbasis risiko
katalog data daerah
peta dasar skala besar
layanan administrasi di tingkat kecamatan
program kota berkelanjutan
pencegahan alih fungsi lahan
ruang terbuka hijau perkotaan
""")

CIRCUMSTANCES = _list("""
secara bertahap hingga akhir tahun anggaran
melalui rapat koordinasi tingkat nasional
dengan melibatkan masyarakat setempat
sesuai dengan rencana pembangunan jangka menengah
berdasarkan hasil pemantauan lapangan
di seluruh kabupaten dan kota yang berbatasan
dalam satu portal yang dapat diakses publik
tanpa menambah beban administrasi warga
mulai dari kecamatan yang paling padat
bersama mitra pembangunan daerah
dengan memperhatikan daya dukung lingkungan
sebagaimana disepakati pada pertemuan sebelumnya
""")

OPENERS = _list("""
Selain itu,
Sementara itu,
Pada kesempatan yang sama,
Lebih lanjut,
Sebagai tindak lanjut,
Untuk itu,
Sejalan dengan hal tersebut,
Pada tahap berikutnya,
""")

MONTHS = tuple("Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split())
DAYS = tuple("Senin Selasa Rabu Kamis Jumat Sabtu Minggu".split())
