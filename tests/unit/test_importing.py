"""Texts as agencies send them: what is understood, what is dropped, what is left to a person."""

from __future__ import annotations

import time

import pytest

from lintas.diagnostics import Outcome
from lintas.importing import Draft, Known, draft, today
from lintas.importing.anatomy import dissect
from lintas.importing.composing import short_slug
from lintas.importing.litter import is_litter
from lintas.importing.opening import manuscript
from lintas.importing.plain import text_blocks
from lintas.model import Instansi, Topik
from lintas.siaran import load_release

KNOWN = Known(
    (Instansi("", "pemkot-x", "Pemerintah Kota Bogor", short_name="Pemkot Bogor"), Instansi("", "bps", "BPS")),
    (Topik("pelayanan-publik", "Pelayanan Publik"), Topik("kependudukan", "Kependudukan")),
)
BODY = (
    "Wali kota menerima laporan tentang "
    + "mutu layanan publik yang makin baik di seluruh kecamatan dan " * 4
    + "kota."
)
SENT = f"""Berita

SIARAN PERS
Nomor: 12/SP/HM.01/BGR/3/2026

Kota Bogor Mempercepat Layanan Kependudukan bagi Warga

Foto: Wali Kota saat meninjau loket, Selasa (3/3/26). (Dok. Humas Pemkot Bogor)

kabarkota.id, BOGOR – {BODY}

Layanan itu berdasar pada Peraturan Pemerintah Nomor 96 Tahun 2012 tentang Pelayanan Publik. Harga *khusus* [tidak] ada.

• satu
• dua

“Antrean harus makin pendek,” ujar Kepala Dinas Kependudukan dan Pencatatan Sipil, Ratna Komala.

Acara digelar pada Rabu (3/3/26) di Kabupaten Bogor bersama Pemkot Bogor.***

Baca juga: Berita lain
Tinggalkan Balasan
Nama
"""


def read(text: str | bytes, name: str = "naskah.txt") -> Outcome[Draft | None]:
    opened = manuscript(text.encode() if isinstance(text, str) else text, name)
    if opened.value is None:
        return Outcome(None, opened.diagnostics)
    return draft(opened.value, KNOWN, "2026-11-24", name)


def made(text: str | bytes, name: str = "naskah.txt") -> Draft:
    outcome = read(text, name)
    assert outcome.value is not None, outcome.diagnostics
    return outcome.value


def codes(text: str | bytes, name: str = "naskah.txt") -> list[str]:
    return [found.code for found in read(text, name).diagnostics]


def body(text: str | bytes, name: str = "naskah.txt") -> str:
    return made(text, name).text.split("---\n", 2)[2]


def test_a_sent_text_becomes_a_release_that_passes_the_check() -> None:
    sent = made(SENT)
    outcome = load_release(sent.text.encode(), sent.path, "")
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    release, html = outcome.value
    assert sent.path == "content/siaran-pers/2026/kota-bogor-mempercepat-layanan-kependudukan-bagi-warga.md"
    assert release.title == "Kota Bogor Mempercepat Layanan Kependudukan bagi Warga"
    assert [number.text for number in release.numbers] == ["12/SP/HM.01/BGR/3/2026"]
    assert (release.published, release.event_start, release.place) == ("2026-03-03", "2026-03-03", "Bogor")
    assert [region.text for region in release.regions] == ["32.01", "32.71"]
    assert [institution.text for institution in release.institutions] == ["pemkot-x"]
    assert [topic.text for topic in release.topics] == ["pelayanan-publik"]
    assert [regulation.short for regulation in release.regulations] == ["PP 96/2012"]
    assert [(person.name, person.role) for person in release.people] == [
        ("Ratna Komala", "Kepala Dinas Kependudukan dan Pencatatan Sipil")
    ]
    assert release.status == "draf"
    assert "Harga *khusus* [tidak] ada." in html


def test_words_of_the_body_are_unchanged_and_litter_is_gone() -> None:
    assert body(SENT).startswith(f"\n{BODY}\n")
    assert "- satu\n- dua" in body(SENT)
    assert body(SENT).endswith("bersama Pemkot Bogor.\n")


def test_what_a_person_must_decide() -> None:
    assert codes(SENT) == ["NAS202", "NAS204", "NAS220", "NAS207", "NAS208", "NAS211"]
    assert codes(f"Bogor – {BODY}") == ["NAS201", "NAS203", "NAS206", "NAS208"]
    sent = f"Judul yang cukup panjang ini\n\nNo. 1/SP/2024\n\nKota Bogor, Rabu (3/3/26) – {BODY}"
    assert codes(sent) == ["NAS202", "NAS204", "NAS210", "NAS208"]
    assert "NAS205" in codes(sent.replace("3/3/26", "3/3"))


def test_what_was_understood_is_told_with_confidence() -> None:
    told = {each.field: each for each in made(SENT).understood}
    assert (told["judul"].confidence, told["tanggal"].confidence) == ("tinggi", "rendah")
    assert "urut 12, bulan 3, tahun 2026, unit BGR, klasifikasi HM.01" in told["nomor"].note
    assert told["kutipan"].value == "“Antrean harus makin pendek,” – Ratna Komala"
    assert told["takarir"].note == "kredit: Humas Pemkot Bogor"
    assert told["narahubung"].value == "–"


def test_decisions_point_at_the_key_in_the_new_file() -> None:
    outcome = read(SENT)
    assert outcome.value is not None
    lines = outcome.value.text.splitlines()
    places = {found.code: lines[found.span.line - 1] for found in outcome.diagnostics}
    assert places["NAS202"].startswith("tanggal:")
    assert places["NAS204"].startswith("tanggal_peristiwa:")
    assert places["NAS207"].startswith("# foto:")


def test_markdown_keeps_its_marks_and_lines() -> None:
    text = f"# Judul Naskah Ini\n\n{BODY}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nAkhir **tebal**\n"
    assert 'judul: "Judul Naskah Ini"' in made(text, "a.md").text
    assert "| a | b |\n|---|---|\n| 1 | 2 |" in body(text, "a.md")
    assert body(text, "a.md").endswith("Akhir **tebal**\n")


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("SIARAN PERS NO. 156/SP/HM.01.02/POLKAM/7/2025", ["156/SP/HM.01.02/POLKAM/7/2025"]),
        ("Nomor : SP. 090/HUMAS/PP/HMS.3/02/2018", ["SP. 090/HUMAS/PP/HMS.3/02/2018"]),
        ("SP.03 /T.28/TU/KSA/10/2024", ["SP.03 /T.28/TU/KSA/10/2024"]),
        ("NO: 125.Pers/04/SJI/2022", ["125.Pers/04/SJI/2022"]),
        ("No.28/142/DKom", ["28/142/DKom"]),
        ("Nomor: 12/SP/A/1/2026 dan SP-08/2026", ["12/SP/A/1/2026", "SP-08/2026"]),
        ("Rapat K/L dan pemda 2025 membahas hal ini", []),
        ("4/7/2025", []),
    ],
)
def test_numbers_are_kept_as_they_are_written(line: str, numbers: list[str]) -> None:
    blocks = text_blocks(f"{line}\n\nJudul dengan Beberapa Kata Saja\n\nJakarta – {BODY}")
    assert [number.text for number in dissect(blocks, "2026-01-01").numbers] == numbers


def test_a_dateline_alone_on_its_line_belongs_to_the_body_below_it() -> None:
    found = made(f"Judul dengan Beberapa Kata\n\nJakarta, 4 Juli 2025\n\n{BODY}")
    assert 'tempat: "Jakarta"' in found.text
    assert "tanggal: 2025-07-04" in found.text
    assert f"---\n\n{BODY}\n" in found.text


def test_the_foot_of_a_release() -> None:
    text = f"Judul dengan Beberapa Kata\n\n{BODY}\n\nJakarta, Kemenhub, 29 Agustus 2025\n\nBiro Komunikasi Publik\n\n"
    found = made(text + "Narahubung: Biro Humas, surel humas@contoh.go.id, HP 0812-3456-7890\n\n#Tagar")
    assert "tanggal: 2025-08-29" in found.text
    assert 'unit: "Biro Humas"\n    surel: "humas@contoh.go.id"' in found.text
    assert "0812" not in found.text
    assert "NAS221" in [decision.code for decision in found.decisions]
    assert found.text.endswith(f"{BODY}\n")


def test_an_embargo_is_kept_with_its_hour() -> None:
    text = f"EMBARGO sampai 5 Juli 2025 pukul 10.00 WITA\n\nJudul dengan Beberapa Kata\n\nJakarta, 4 Juli 2025 – {BODY}"
    assert "embargo: 2025-07-05T10:00:00+08:00" in made(text).text


@pytest.mark.parametrize(
    ("before", "other"),
    [
        ("[04/07/25 10.12] Ani: ", "[04/07/25 10.15] Budi: Siap"),
        ("04/07/25 10.12 - Ani: ", "04/07/25 10.15 - Budi: Siap"),
        ("[10.12, 4/7/2025] Ani: ", "[10.15, 4/7/2025] Budi: Siap"),
        ("[7/14/25, 10:12:01 AM] Ani: ", "[7/14/25, 10:12:09 AM] Budi: Siap"),
        ("[99/99/25 10.12] Ani: ", "[99/99/25 10.15] Budi: Siap"),
    ],
)
def test_stamps_of_messengers(before: str, other: str) -> None:
    text = f"{before}Judul Naskah yang Dikirim\n\nBOGOR - {BODY}\n{other}"
    assert "NAS212" in codes(text)
    assert body(text) == f"\n{BODY}\n"


def test_a_chat_gives_its_longest_message() -> None:
    text = (
        f"[04/07/25 10.10] Ani: Halo\n[04/07/25 10.12] Ani: *JUDUL NASKAH YANG DIKIRIM*\n\nBOGOR - "
        f"{BODY}\n[04/07/25 10.15] Budi: Siap"
    )
    assert codes(text) == ["NAS212", "NAS224", "NAS225", "NAS206", "NAS208"]
    assert body(text) == f"\n{BODY}\n"
    assert 'judul: "JUDUL NASKAH YANG DIKIRIM"' in made(text).text


@pytest.mark.parametrize(
    "line",
    ["Dibaca 1.203 kali", "Facebook Twitter WhatsApp", "Post Views: 89", "Beranda > Berita", "Tags: a, b", "#Satu",
     "Bagikan:", "Editor: Asep", "Baca juga: Lain", "3 menit baca", "0 Komentar"],
)  # fmt: skip
def test_litter(line: str) -> None:
    assert is_litter(line)


def test_hard_wrapped_lines_are_joined_and_lone_lines_are_paragraphs() -> None:
    wrapped = "\n".join([("kata yang membentuk baris panjang " * 2).strip() + " lagi dan lagi"] * 6)
    assert len(text_blocks(wrapped)) == 1
    assert [block.text for block in text_blocks("satu\ndua\n- a\n- b")] == ["satu", "dua", "- a\n- b"]
    assert [block.text for block in text_blocks("a\u00a0 b\u200bc\u00ad")] == ["a bc"]


def test_several_titles_are_asked() -> None:
    text = (
        f"Judul Pertama yang Cukup Panjang\n\nJudul Kedua yang Sama Panjang\n\nJudul Ketiga Sama Pula\n\nBogor – {BODY}"
    )
    assert "NAS213" in codes(text)


def test_english_is_told() -> None:
    text = (
        "New Roads Open in the Province\n\nJakarta, 4 July 2025 – "
        + "The minister said that the roads of the province will be open to all. " * 4
    )
    assert "NAS214" in codes(text)
    assert "bahasa: en" in made(text).text


def test_a_slug_ends_with_a_word() -> None:
    assert short_slug("Pengembangan Inovasi Layanan", 15) == "pengembangan"
    assert short_slug("x" * 70) == "x" * 60


def test_the_day_is_that_of_western_indonesia() -> None:
    assert today("2026-11-24T20:00:00Z") == "2026-11-25"


@pytest.mark.parametrize(
    "piece",
    ["1/", "Kota A ", "Foto: ", "(4/7/", "Peraturan Menteri a ", "**", "A. ", "Menteri ", "Aa Bb ", "“a” kata ", "08-",
     "UU Nomor 1 ", "Aa", "Kepala Biro Aa, ", "x\n", "No. ", "<p>", "*a* ", "a@b."],
)  # fmt: skip
def test_strange_texts_take_no_time(piece: str) -> None:
    started = time.process_time()
    read("Judul Naskah Ini\n\n" + piece * (60_000 // len(piece)))
    assert time.process_time() - started < 5
