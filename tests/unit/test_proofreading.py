"""Every rule of docs/ejaan.md: what is wrong is found and, where safe, mended; what is right is left alone."""

import re
from pathlib import Path

import pytest

from lintas.proofreading import Terms, mend, proofread
from lintas.reporters import severity

GUIDE = Path(__file__).parents[2] / "docs" / "ejaan.md"
ROW = re.compile(r"^\| (EJA\d{3}) \| (galat|peringatan|saran)( ✓)? \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
ROWS = [match.groups() for match in ROW.finditer(GUIDE.read_text(encoding="utf-8"))]
LEVELS = {"galat": "error", "peringatan": "warning", "saran": "advice"}
TERMS = Terms(avoided=(("dinas terkait", "nama dinasnya"),))


def release(body, **keys):
    """A release of Friday, 4 July 2025."""
    given = {"judul": "Rapat Koordinasi di Bekasi", "tanggal": "2025-07-04", **keys}
    head = "".join(f"{key}: {value}\n" for key, value in given.items())
    people = "orang:\n  - nama: Kartika Adi Putranta\nperaturan:\n  - singkat: Perpres 12/2025\n"
    return f"---\n{head}{people}---\n\n{body}\n"


def text(example):
    return release("Isi.", judul=example.removeprefix("judul: ")) if example.startswith("judul: ") else release(example)


def codes(source, terms=TERMS):
    return [each.diagnostic.code for each in proofread(source, "naskah.md", terms)]


def test_the_guide_has_a_row_for_every_code():
    from lintas.reporters.catalogue import MESSAGES

    known = re.findall(r"^(EJA\d{3}):", (MESSAGES / "EJA.yaml").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted({*(f"EJA90{number}" for number in range(1, 7)), *(row[0] for row in ROWS)}) == sorted(known)


@pytest.mark.parametrize(("code", "level", "safe", "rule", "wrong", "right"), ROWS, ids=[row[0] for row in ROWS])
def test_a_rule_of_the_guide(code, level, safe, rule, wrong, right):
    assert severity(code) == LEVELS[level]
    assert code in codes(text(wrong))
    assert [found for found in codes(text(right)) if severity(found) != "advice" or found == code] == []
    mended = mend(text(wrong), "naskah.md", TERMS)
    if safe:
        assert mended.text == text(right)
    else:
        assert code in codes(mended.text)


NUMBERS = (
    "156/SP/HM.01.02/POLKAM/7/2025", "SP. 090/HUMAS/PP/HMS.3/02/2018", "SP.03 /T.28/TU/KSA/10/2024",
    "125.Pers/04/SJI/2022",
    "SP 80/DHMS/OJK/XI/2018", "737/sipers/A6/XI/2025",
    "HM.4.6/178/SET.M.EKON.3/3/2022", "28/181/DKom", "SP-08/2026",
    "1633/SP-HMS/09/2020", "300.2.2-2138", "050-145 Tahun 2022", "34/PERMEN-KP/2017", "137/PUU-XIII/2015",
)  # fmt: skip


@pytest.mark.parametrize("number", NUMBERS)
def test_numbers_of_releases_and_regulations_are_never_touched(number):
    for body in (f"Siaran pers Nomor {number} terbit hari ini.", f"SIARAN PERS NO. {number}", number):
        assert codes(release(body)) == []
        assert mend(release(body), "naskah.md").text == release(body)


LAWFUL = (
    "Kantor itu di Jl. Jend. Sudirman Kav. 52-53, RT 01/RW 02, Jakarta 12190.",
    "Hubungi (021) 345-6789 atau surel humas@polkam.go.id; lihat www.polkam.go.id.",
    "Berkas bertanggal 2025-07-04 itu memuat skor 2-1 dan rasio 1:10.",
    "H. M. Nur, S.Ag., M.Pd.I. dan dr. Ina Lestari, Sp.A. hadir pukul 13.00 s.d. 15.00 WIB.",
    "Nabi Muhammad saw. dan Allah Swt. disebut dalam doa.",
    "Menteri Koordinator Bidang Politik dan Keamanan (Menko Polkam) meninjau kapal Sultan Hasanuddin-366.",
    "Kini ke 3 desa itu bantuan dikirim, dan ke dua desa lain besok.",
    "Kerja sama antar-ASEAN, tim non-ASN, dan pemulihan pasca-Covid-19 dibahas.",
    "Ia mengantar anak; antar jemput gratis. Ikan tuna segar diekspor.",
    "Anak-anak berlari-lari, lama-lama mereka terbiasa; kupu-kupu beterbangan di mana-mana.",
    "Di samping itu, di antaranya ada Kota Baubau, Fakfak, dan Toli-Toli.",
    "Presiden ke-7 RI dan peserta HUT ke-80 bertemu pada tahun 2000-an.",
    "Gubernur, bupati, dan wali kota hadir; para gubernur Jawa pulang.",
    "Seorang bupati berkata, “Pukul empat subuh sudah bangun, lalu lari pagi.”",
    "Pameran “Kerjasama Antar Daerah” bertajuk “Pasca Bencana” dibuka.",
    "“Ing ngarsa sung tuladha, ing madya mangun karsa, tut wuri handayani,” katanya.",
    '"We are committed to open data and the rule of law," said the chairperson of the board.',
    "Kode `kongkrit 2025-2029` dan <https://contoh.go.id/kongkrit> tidak dibaca.",
    "Bidang R&amp;D dan tanda &lt;b&gt; ditulis sebagai entitas.",
    "Penduduknya [2.513.669 jiwa](angka:penduduk-2024) pada 2024.",
)  # fmt: skip


@pytest.mark.parametrize("sentence", LAWFUL)
def test_what_is_lawful_raises_no_error(sentence):
    source = release(sentence)
    assert [code for code in codes(source) if severity(code) == "error"] == []
    assert mend(source, "naskah.md").text == source


def test_speech_over_several_paragraphs_is_closed_in_its_last_one():
    assert "EJA206" not in codes(release("“Kami siap membantu.\n\n“Kami tidak akan lelah,” ujarnya."))


def test_a_text_in_english_is_not_read():
    assert codes(release("Langkah kongkrit  itu.", bahasa="en")) == []


def test_the_agency_permits_a_form():
    body = "Kepala Biro Kerjasama Luar Negeri hadir."
    assert "EJA110" in codes(release(body))
    assert codes(release(body), Terms(permitted=("Biro Kerjasama Luar Negeri",))) == []


def test_captions_alternatives_and_summary_are_read_where_they_stand():
    head = "---\njudul: Rapat\ntanggal: 2025-07-04\nringkasan: >-\n  Baris satu\n  itu kongkrit.\nfoto:\n"
    photo = '  - berkas: a.jpg\n    teks_alternatif: "Seorang \\"pejabat\\" yang yang berdiri"\n'
    photo += "    takarir: Rapat kongkrit.\n"
    found = proofread(head + photo + "---\n\nIsi.\n", "naskah.md")
    places = [(each.diagnostic.code, each.diagnostic.span.line, each.diagnostic.span.column) for each in found]
    assert places == [("EJA103", 6, 7), ("EJA101", 9, 43), ("EJA103", 10, 20)]
    assert 'Seorang \\"pejabat\\" yang berdiri' in mend(head + photo + "---\n\nIsi.\n", "naskah.md").text


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Kepala Balai TNXW hadir.", True),
        ("Kebakaran di Taman Nasional Xenon dan Widuri padam. Kepala Balai TNXW hadir.", False),
        ("Rapat itu di Taman. Nasional Xenon Widuri. Kepala Balai TNXW hadir.", True),
        ("Taman nasional Xenon Widuri ditutup. Kepala Balai TNXW hadir.", True),
    ],
)
def test_a_name_in_full_explains_its_abbreviation(body, found):
    assert ("EJA411" in codes(release(body))) is found
