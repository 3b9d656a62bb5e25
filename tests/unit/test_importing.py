"""Texts as agencies send them: what is understood, what is dropped, what is left to a person."""

from __future__ import annotations

import time

import pytest

from lintas.importing import Draft, today, understand
from lintas.importing.cleaning import clean
from lintas.importing.composing import short_slug
from lintas.importing.dates import dates
from lintas.importing.finding import head, regulations
from lintas.model import Instansi
from lintas.siaran import load_release

KNOWN = (Instansi("", "pemkot-x", "Pemerintah Kota Bogor", short_name="Pemkot Bogor"), Instansi("", "bps", "BPS"))
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

Acara digelar pada Rabu (3/3/26) di Kabupaten Bogor bersama Pemkot Bogor.***

Baca juga: Berita lain
Tinggalkan Balasan
Nama
"""


def draft(text: str, name: str = "naskah.txt") -> Draft:
    outcome = understand(text.encode(), name, KNOWN, "2026-11-24")
    assert outcome.value is not None
    return outcome.value


def codes(text: str, name: str = "naskah.txt") -> list[str]:
    return [found.code for found in understand(text.encode(), name, KNOWN, "2026-11-24").diagnostics]


def test_a_sent_text_becomes_a_release_that_passes_the_check() -> None:
    made = draft(SENT)
    outcome = load_release(made.text.encode(), made.path, "")
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    release, html = outcome.value
    assert made.path == "content/siaran-pers/2026/kota-bogor-mempercepat-layanan-kependudukan-bagi-warga.md"
    assert release.title == "Kota Bogor Mempercepat Layanan Kependudukan bagi Warga"
    assert [number.text for number in release.numbers] == ["12/SP/HM.01/BGR/3/2026"]
    assert (release.published, release.event_start, release.place) == ("2026-03-03", "2026-03-03", "Bogor")
    assert [region.text for region in release.regions] == ["32.71", "32.01"]
    assert [institution.text for institution in release.institutions] == ["pemkot-x"]
    assert [regulation.short for regulation in release.regulations] == ["PP 96/2012"]
    assert release.status == "draf"
    assert "Harga *khusus* [tidak] ada." in html


def test_words_of_the_body_are_unchanged_and_litter_is_gone() -> None:
    body = draft(SENT).text.split("---\n", 2)[2]
    assert body.startswith(f"\n{BODY}\n")
    assert "- satu\n- dua" in body
    assert body.endswith("bersama Pemkot Bogor.\n")


def test_what_a_person_must_decide() -> None:
    assert codes(SENT) == ["NAS202", "NAS204", "NAS207", "NAS208", "NAS211"]
    assert codes(f"Bogor – {BODY}") == ["NAS201", "NAS203", "NAS206", "NAS208"]
    sent = f"Judul yang cukup panjang ini\n\nNo. 1/SP/2024\n\nKota Bogor, Rabu (3/3/26) – {BODY}"
    assert codes(sent) == ["NAS202", "NAS204", "NAS208", "NAS210"]
    assert "NAS205" in codes(sent.replace("3/3/26", "3/3"))


def test_decisions_point_at_the_key_in_the_new_file() -> None:
    outcome = understand(SENT.encode(), "naskah.txt", KNOWN, "2026-11-24")
    assert outcome.value is not None
    lines = outcome.value.text.splitlines()
    places = {found.code: lines[found.span.line - 1] for found in outcome.diagnostics}
    assert places["NAS202"].startswith("tanggal:")
    assert places["NAS204"].startswith("tanggal_peristiwa:")
    assert places["NAS207"].startswith("# foto:")


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"---\njudul: x\n---\n", "a.md", "NAS107"),
        (b"", "a.txt", "NAS108"),
        (b"\n \nTinggalkan Balasan\nNama", "a.txt", "NAS108"),
    ],
)
def test_what_cannot_be_imported(data: bytes, name: str, code: str) -> None:
    outcome = understand(data, name, (), "2026-11-24")
    assert outcome.value is None
    assert [found.code for found in outcome.diagnostics] == [code]


def test_a_wrong_encoding_is_named() -> None:
    outcome = understand("Siaran pers “penting”".encode("cp1252"), "a.txt", (), "2026-11-24")
    assert outcome.value is None
    assert len(outcome.diagnostics) == 1


def test_markdown_keeps_its_marks_and_lines() -> None:
    made = draft(f"# Judul Naskah Ini\n\n{BODY}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nAkhir **tebal**\n", "a.md")
    assert 'judul: "Judul Naskah Ini"' in made.text
    assert "| a | b |\n|---|---|\n| 1 | 2 |" in made.text
    assert made.text.endswith("Akhir **tebal**\n")


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("SIARAN PERS NO. 156/SP/HM.01.02/POLKAM/7/2025", ("156/SP/HM.01.02/POLKAM/7/2025",)),
        ("Nomor : SP. 090/HUMAS/PP/HMS.3/02/2018", ("SP. 090/HUMAS/PP/HMS.3/02/2018",)),
        ("SP.03 /T.28/TU/KSA/10/2024", ("SP.03 /T.28/TU/KSA/10/2024",)),
        ("NO: 125.Pers/04/SJI/2022", ("125.Pers/04/SJI/2022",)),
        ("Rapat K/L dan pemda 2025 membahas hal ini", ()),
        ("4/7/2025", ()),
    ],
)
def test_numbers_are_kept_as_they_are_written(line: str, numbers: tuple[str, ...]) -> None:
    assert head([line, "Judul dengan beberapa kata", f"Jakarta – {BODY}"]).numbers == numbers


@pytest.mark.parametrize(
    ("start", "place"),
    [
        ("Bekasi, Jumat (4/7/25) – ", "Bekasi"),
        ("Cakrawala.news, Bekasi – ", "Bekasi"),
        ("JAKARTA - ", "Jakarta"),
        ("Aceh Besar, 20 Oktober 2021 - ", "Aceh Besar"),
        ("", ""),
    ],
)
def test_datelines(start: str, place: str) -> None:
    found = head(["Judul dengan beberapa kata", start + BODY])
    assert (found.place, found.body) == (place, (BODY,))


@pytest.mark.parametrize(
    ("text", "iso", "weekday", "guessed"),
    [
        ("Jumat, (4/7/25)", "2025-07-04", "", False),
        ("Kamis (4/7/2025)", "2025-07-04", "Jumat", False),
        ("Selasa (28/2)", "2023-02-28", "", True),
        ("pada 17 Nopember 2024", "2024-11-17", "", False),
        ("Jum’at, 4 Juli 2025", "2025-07-04", "", False),
    ],
)
def test_dates(text: str, iso: str, weekday: str, guessed: bool) -> None:
    (found,) = dates(text, 2023)
    assert (found.iso, found.weekday, found.guessed_year) == (iso, weekday, guessed)


@pytest.mark.parametrize("text", ["30/2/2025", "nilai 3/4 bagian", "31 Juni 2024", "Selasa depan"])
def test_what_is_no_date(text: str) -> None:
    assert dates(text, 2023) == []


def test_regulations_come_once_with_their_fullest_text() -> None:
    text = "UU No. 23 Tahun 2014. UU 23/2014 dan Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah."
    assert regulations(text) == [
        ("UU 23/2014", "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah")
    ]  # fmt: skip
    assert regulations("Peraturan Menteri Dalam Negeri Nomor 22 Tahun 2020")[0][0] == (
        "Peraturan Menteri Dalam Negeri 22/2020"
    )


def test_hard_wrapped_lines_are_joined_and_lone_lines_are_paragraphs() -> None:
    assert clean("satu\ndua\n\ntiga\n- a\n- b").paragraphs == ("satu dua", "tiga\n- a\n- b")
    assert clean("satu\ndua").paragraphs == ("satu", "dua")
    assert clean("a\u00a0 b\u200bc").paragraphs == ("a bc",)


def test_a_slug_ends_with_a_word() -> None:
    assert short_slug("Pengembangan Inovasi Layanan", 15) == "pengembangan"
    assert short_slug("x" * 70) == "x" * 60


def test_the_day_is_that_of_western_indonesia() -> None:
    assert today("2026-11-24T20:00:00Z") == "2026-11-25"


@pytest.mark.parametrize("piece", ["1/", "Kota A ", "Foto: ", "(4/7/", "Peraturan Menteri a ", "**", "A. "])
def test_strange_texts_take_no_time(piece: str) -> None:
    started = time.process_time()
    understand((piece * (200_000 // len(piece))).encode(), "a.txt", KNOWN, "2026-11-24")
    assert time.process_time() - started < 2
