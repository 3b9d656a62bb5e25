"""Authored files → releases, pages, institutions and topics."""

import pytest

from lintas import siaran
from lintas.model import Contact, Foto, Orang, Peraturan, Ref

PATH = "content/siaran-pers/2025/rapat-bekasi.md"
FULL = """---
judul: "Rapat Bekasi"
nomor: 156/SP/HM.01.02/POLKAM/7/2025
tanggal: 2025-07-04T13:00:00+07:00
tempat: Bekasi
tanggal_peristiwa: {mulai: 2025-07-03, selesai: 2025-07-04}
ringkasan: Ringkas.
instansi: [kemenko-polkam, pemkot-bekasi]
wilayah: [32.75, "32.10"]
topik: [penataan-wilayah]
peraturan:
  - {singkat: Perpres 12/2025, judul: Peraturan Presiden, tautan: "https://peraturan.go.id/x"}
  - UU 14/2008
orang: [{nama: Kartika, jabatan: Asisten Deputi, instansi: kemenko-polkam}]
foto: [{berkas: 2025/rapat.jpg, teks_alternatif: Peserta rapat, takarir: T, kredit: K}]
dataset: [penduduk-2024]
narahubung: [{unit: Biro Humas, surel: humas@contoh.go.id, telepon: (021) 1234567 ext. 12}]
klasifikasi: serta-merta
bahasa: id
status: draf
---
Isi [a](data:penduduk-2024).

## Bagian
"""


def release(text, path=PATH):
    return siaran.load_release(text.encode(), path, "digest")


def codes(outcome):
    return [(each.code, each.span.line) for each in outcome.diagnostics]


def minimal(*lines, body="Isi.\n"):
    return "\n".join(["---", "judul: A", "tanggal: 2025-07-04", *lines, "---", body])


def test_a_full_release():
    outcome = release(FULL)
    assert outcome.diagnostics == ()
    value, html = outcome.value
    assert html == '<p>Isi <a href="slot:0">a</a>.</p>\n<h2 id="bagian">Bagian</h2>\n'
    assert (value.slug, value.year, value.title) == ("rapat-bekasi", "2025", "Rapat Bekasi")
    assert value.published == "2025-07-04T13:00:00+07:00"
    assert (value.event_start, value.event_end) == ("2025-07-03", "2025-07-04")
    assert value.numbers == (Ref("156/SP/HM.01.02/POLKAM/7/2025", 3, 8),)
    assert [ref.text for ref in value.regions] == ["32.75", "32.10"]
    assert value.regulations == (
        Peraturan("Perpres 12/2025", "Peraturan Presiden", "https://peraturan.go.id/x"),
        Peraturan("UU 14/2008"),
    )
    assert value.people == (Orang("Kartika", "Asisten Deputi", "kemenko-polkam"),)
    assert value.photos == (Foto(Ref("2025/rapat.jpg", 15, 17), "Peserta rapat", "T", "K"),)
    assert value.contacts == (Contact("humas@contoh.go.id", "(021) 1234567 ext. 12", unit="Biro Humas"),)
    assert (value.classification, value.status, value.language) == ("serta-merta", "draf", "id")
    assert value.links == (Ref("data:penduduk-2024", 22, 9),)
    assert value.excerpt == "Isi a."


def test_what_is_not_given_has_its_default():
    value, _ = release(minimal()).value
    assert (value.classification, value.status, value.language) == ("berkala", "terbit", "id")
    assert value.numbers == value.people == value.regions == ()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("judull: B", [("KFG132", 4)]),
        ("klasifikasi: rahasia", [("KFG140", 4)]),
        ("bahasa: en", []),
        ("status: tayang", [("KFG140", 4)]),
        ("nomor: menyusul", [("SIA112", 4)]),
        ("nomor: [156/SP/2025, SP-08/2025]", []),
        ("wilayah: [32.75, 32.75]", [("KFG146", 4)]),
        ("tanggal_peristiwa: 2025-07-09", [("SIA109", 4)]),
        ("tanggal_peristiwa: {mulai: 2025-07-03, selesai: 2025-07-01}", [("SIA110", 4)]),
        ("tanggal_peristiwa: 2025-02-30", [("KFG142", 4)]),
        ("orang: [{jabatan: Menteri}]", [("KFG130", 4)]),
        ("foto: [{berkas: a.jpg}]", [("KFG130", 4)]),
        ("foto: [{berkas: /a.jpg, teks_alternatif: Peserta}]", [("SIA117", 4)]),
        ("foto: [{berkas: ../a.jpg, teks_alternatif: Peserta}]", [("SIA117", 4)]),
        ("foto: [{berkas: content/media/a.jpg, teks_alternatif: Peserta}]", [("SIA117", 4)]),
        ("foto: [{berkas: a.jpg, teks_alternatif: Foto}]", [("SIA118", 4)]),
        ("foto: [{berkas: a.jpg, teks_alternatif: IMG_01.jpg}]", [("SIA118", 4)]),
        ("narahubung: [{surel: a@b.id}]", [("SIA116", 4)]),
        ("narahubung: [{unit: Humas, surel: humas}]", [("SIA113", 4)]),
        ("narahubung: [{unit: Humas, telepon: menyusul}]", [("SIA114", 4)]),
        ("narahubung: [{nama: A, telepon: 0812 3456 7890}]", [("SIA115", 4)]),
        ("narahubung: [{nama: A, telepon: +62 21 3456789}]", []),
        ("peraturan: [{judul: Tanpa nama pendek}]", [("KFG130", 4)]),
        ("peraturan: [{singkat: A, tautan: peraturan.go.id}]", [("KFG147", 4)]),
    ],
)
def test_faults_of_front_matter(line, expected):
    assert codes(release(minimal(line))) == expected


def test_long_titles_and_summaries():
    text = minimal("ringkasan: " + "r" * 501).replace("judul: A", "judul: " + "j" * 201)
    assert codes(release(text)) == [("SIA105", 2), ("SIA106", 4)]


def test_an_empty_body_is_a_fault():
    assert codes(release(minimal(body=" \n"))) == [("SIA104", 5)]
    assert codes(release(minimal(body="<!-- nanti -->\n"))) == [("SIA104", 5)]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("content/siaran-pers/2024/rapat.md", "SIA102"),
        ("content/siaran-pers/rapat.md", "SIA101"),
        ("content/siaran-pers/2025/lain/rapat.md", "SIA101"),
        ("content/siaran-pers/2025/Rapat Bekasi.md", "SIA103"),
    ],
)
def test_the_place_of_the_file_counts(path, expected):
    assert [each.code for each in release(minimal(), path).diagnostics] == [expected]


def test_everything_is_reported_at_once():
    outcome = release("---\ntitel: x\nklasifikasi: y\n---\n# A\n\n[b](javascript:c)\n")
    assert [each.code for each in outcome.diagnostics] == ["KFG132", "KFG130", "SIA203", "SIA208", "KFG130", "KFG140"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"halo",
        b"---\n",
        b"---\na: [\n---\nx",
        b"---\n- a\n---\nx",
        b"\xff\xfea\x00",
        b"---\njudul: \xe9\n---\nx",
        b"\x00",
    ],
)
def test_any_bytes_are_read(data):
    for load, path in (
        (siaran.load_release, PATH),
        (siaran.load_page, "content/halaman/a.md"),
        (siaran.load_institution, "content/instansi/a.yaml"),
        (siaran.load_topics, "content/topik.yaml"),
    ):
        assert load(data, path, "d").diagnostics


def test_a_page():
    outcome = siaran.load_page(
        b"---\njudul: Tentang\ndiperbarui: 2026-11-01\n---\nIsi.\n", "content/halaman/tentang.md", "d"
    )
    value, html = outcome.value
    assert outcome.diagnostics == ()
    assert (value.slug, value.title, value.updated, html) == ("tentang", "Tentang", "2026-11-01", "<p>Isi.</p>\n")


def test_an_institution():
    data = b"nama: Badan\nsingkatan: B\njenis: lembaga\ninduk: a\nwilayah: 32.75\nsitus: https://b.go.id\nalias: [C]\n"
    value = siaran.load_institution(data, "content/instansi/badan.yaml", "d").value
    assert (value.slug, value.name, value.kind, value.aliases) == ("badan", "Badan", "lembaga", ("C",))
    assert value.parent == Ref("a", 4, 8)
    assert value.region == Ref("32.75", 5, 10)


def test_an_institution_is_not_its_own_parent():
    outcome = siaran.load_institution(b"nama: A\ninduk: a\n", "content/instansi/a.yaml", "d")
    assert codes(outcome) == [("SIA301", 2)]


def test_topics():
    data = b"- {slug: b-c, nama: B, uraian: U}\n- slug: a\n  nama: A\n"
    outcome = siaran.load_topics(data, "content/topik.yaml", "d")
    assert [(topic.slug, topic.name, topic.line) for topic in outcome.value] == [("b-c", "B", 1), ("a", "A", 2)]
    assert outcome.diagnostics == ()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("nama: A\n", [("SIA401", 1)]),
        ("- {slug: a, nama: A}\n- {slug: a, nama: B}\n", [("SIA402", 2)]),
        ("- {slug: A b, nama: A}\n", [("SIA103", 1)]),
        ("- {slug: a}\n", [("KFG130", 1)]),
        ("- {slug: a, nama: A, warna: b}\n", [("KFG132", 1)]),
    ],
)
def test_faults_of_topics(data, expected):
    assert codes(siaran.load_topics(data.encode(), "content/topik.yaml", "d")) == expected
