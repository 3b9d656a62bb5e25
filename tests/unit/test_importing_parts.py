"""What single words of a text mean: datelines, dates, regulations, people, regions."""

from __future__ import annotations

import pytest

from lintas.importing.datelines import dateline
from lintas.importing.dates import dates
from lintas.importing.people import people
from lintas.importing.regions import regions
from lintas.importing.regulations import regulations
from lintas.importing.understanding import anchor

BODY = "Wali kota menerima laporan tentang mutu layanan publik yang makin baik di seluruh kecamatan dan kelurahan."


@pytest.mark.parametrize(
    ("start", "place"),
    [
        ("Bekasi, Jumat (4/7/25) – ", "Bekasi"),
        ("Cakrawala.news, Bekasi – ", "Bekasi"),
        ("JAKARTA - ", "Jakarta"),
        ("JAKARTA, KABAR.com - ", "Jakarta"),
        ("Aceh Besar, 20 Oktober 2021 - ", "Aceh Besar"),
        ("Kota Bandung, 30 Mei 2025. ", "Kota Bandung"),
        ("Samarinda (Humas Pemprov Kaltim) - ", "Samarinda"),
        ("Jakarta, Kementerian Kehutanan (Kemenhut), Rabu, 21 Februari 2018. ", "Jakarta"),
        ("Kupang Tim News Room NTT. ", "Kupang"),
        ("Gondokusuman – ", "Gondokusuman"),
        ("Jakarta. ", "Jakarta"),
        ("Kabar.com – ", ""),
        ("Diskominfo Kab. Bandung, Soreang – ", "Soreang"),
        ("Jakarta, 4/7 (InfoPublik) - ", "Jakarta"),
        ("[Jakarta, 4 Juli 2025] ", "Jakarta"),
        ("PALANGKA RAYA – MMC Kalteng - ", "Palangka Raya"),
    ],
)
def test_datelines(start: str, place: str) -> None:
    found = dateline(start + BODY, "2026-01-01")
    assert found is not None
    assert (found.place, (start + BODY)[found.end :]) == (place, BODY)


@pytest.mark.parametrize("start", ["", "Rapat koordinasi – ", "Menteri Dalam Negeri – ", "Di Jakarta, 4 Juli 2025, "])
def test_what_is_no_dateline(start: str) -> None:
    assert dateline(start + BODY, "2026-01-01") is None


@pytest.mark.parametrize(
    ("text", "iso", "weekday", "guessed"),
    [
        ("Jumat, (4/7/25)", "2025-07-04", "", False),
        ("Kamis (4/7/2025)", "2025-07-04", "Jumat", False),
        ("Selasa (28/2)", "2023-02-28", "", True),
        ("pada 17 Nopember 2024", "2024-11-17", "", False),
        ("Jum’at, 4 Juli 2025", "2025-07-04", "", False),
        ("Kamis (29/12)", "2022-12-29", "", True),
        ("July 4, 2025", "2025-07-04", "", False),
    ],
)
def test_dates(text: str, iso: str, weekday: str, guessed: bool) -> None:
    (found,) = dates(text, "2023-01-10")
    assert (found.iso, found.weekday, found.guessed_year) == (iso, weekday, guessed)


def test_several_days_are_one_event() -> None:
    spans = [
        ("1–3 Juli 2025", "2025-07-01"),
        ("30 Juni s.d. 2 Juli 2025", "2025-06-30"),
        ("(1-3/7/2025)", "2025-07-01"),
    ]
    for text, start in spans:
        (found,) = dates(text, "2025-07-01")
        assert (found.iso, found.until[:8]) == (start, "2025-07-")


@pytest.mark.parametrize("text", ["30/2/2025", "nilai 3/4 bagian", "31 Juni 2024", "Selasa depan", "Nomor 4/7/2025"])
def test_what_is_no_date(text: str) -> None:
    assert dates(text, "2023-01-10") == []


def test_a_deadline_is_not_the_event() -> None:
    (found,) = dates("paling lambat 31 Desember 2025", "2025-07-01")
    assert found.apart


def test_regulations_come_once_with_their_fullest_text() -> None:
    text = "UU No. 23 Tahun 2014. UU 23/2014 dan Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah."
    assert regulations(text) == [
        ("UU 23/2014", "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Peraturan Menteri Dalam Negeri Nomor 22 Tahun 2020", "Permendagri 22/2020"),
        ("Peraturan Pemerintah (PP) Nomor 28/2018", "PP 28/2018"),
        ("Peraturan Daerah (Perda) Kota Bekasi Nomor 5 Tahun 2019", "Perda Kota Bekasi 5/2019"),
        ("Peraturan OJK Nomor 22 Tahun 2023", "POJK 22/2023"),
        ("Kepmendagri Nomor 300.2.2-2138 Tahun 2025", "Kepmendagri 300.2.2-2138/2025"),
        ("Keputusan Menteri ESDM Nomor 149.K/EK.05/DJE/2021", "Kepmen ESDM 149.K/EK.05/DJE/2021"),
        ("amanat UUD 1945", "UUD 1945"),
    ],
)
def test_short_forms_of_regulations(text: str, short: str) -> None:
    assert [found for found, _ in regulations(text)] == [short]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Menteri Dalam Negeri Budi Santosa Putra membuka rapat.", "Budi Santosa Putra", "Menteri Dalam Negeri"),
        ("tegas Asisten Deputi Wilayah, Rina Adi saat rapat", "Rina Adi", "Asisten Deputi Wilayah"),
        ("Rina Adi, Gubernur Jawa Barat, mengatakan", "Rina Adi", "Gubernur Jawa Barat"),
        ("Retno Wulan selaku Ketua Panitia menyampaikan", "Retno Wulan", "Ketua Panitia"),
        ("Bupati Kulon Progo Agung Setia hadir di Wates", "Agung Setia", "Bupati Kulon Progo"),
        ("Kepala Dinas Kesehatan dr. Sri Utami, M.Kes. hadir", "dr. Sri Utami, M.Kes.", "Kepala Dinas Kesehatan"),
        ("Kepala BNPB Letnan Jenderal TNI Surya hadir", "Letnan Jenderal TNI Surya", "Kepala BNPB"),
        ("dihadiri Kepala Kantor Wilayah Jawa Barat, Kusnali.", "Kusnali", "Kepala Kantor Wilayah Jawa Barat"),
        ("Kapolri Jenderal Pol. Rina Adi hadir", "Jenderal Pol. Rina Adi", "Kapolri"),
        ("Menteri PPN/Kepala Bappenas Rina Adi hadir", "Rina Adi", "Menteri PPN/Kepala Bappenas"),
        ("Kepala BNPB Letjen TNI Surya mengatakan", "Letjen TNI Surya", "Kepala BNPB"),
        ("Menko Bidang Politik (Menko Polkam) Rina Adi hadir", "Rina Adi", "Menko Bidang Politik"),
        ("“Kami siap membantu warga,” ujar Siti Aminah, warga desa.", "Siti Aminah", ""),
        ("Direktur Ruang, Kota, dan Tanah Uke Hadi hadir", "Uke Hadi", "Direktur Ruang, Kota, dan Tanah"),
    ],
)  # fmt: skip
def test_people_and_their_posts(text: str, name: str, role: str) -> None:
    assert [(person.name, person.role) for person in people(text)] == [(name, role)]


@pytest.mark.parametrize(
    "text", ["Peraturan Menteri Dalam Negeri Nomor 2", "Kepala Daerah wajib", "Ketua Tim Kerja hadir"]
)
def test_posts_without_a_person(text: str) -> None:
    assert people(text) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("rapat di Bekasi; Pemkot Bekasi hadir", ["32.75"]),
        ("Kabupaten Bogor, Cianjur, dan Sukabumi", ["32.01", "32.02", "32.03"]),
        ("Pemkab Malang dan Wali Kota Malang", ["35.07", "35.73"]),
        ("warga Banyuwangi di Jabar", ["32", "35.10"]),
        ("Kota Palangka Raya", ["62.71"]),
        ("Bank Jawa Barat dan Universitas Indonesia", []),
    ],
)
def test_regions_by_context(text: str, codes: list[str]) -> None:
    assert sorted(region.code for region in regions(text).found) == codes


def test_a_bare_name_that_two_regions_bear_is_asked() -> None:
    found = regions("rapat di Bekasi")
    assert found.found == ()
    assert [(name, len(choices)) for name, choices in found.unclear] == [("Bekasi", 2)]


def test_the_year_of_a_lone_date_is_the_last_in_which_its_weekday_is_right() -> None:
    assert anchor("Lapas panen sayur, Rabu (15/10).", (), "2026-11-24") == "2025-10-15"
    assert anchor("Lapas panen sayur, Kamis (15/10).", (), "2026-11-24") == "2026-10-15"
    assert anchor("Lapas panen sayur.", (), "2026-11-24") == "2026-11-24"


@pytest.mark.parametrize("text", ["lewat Jalan Mayor Oking dan Jalan Ahmad", "ujar Jaksa Agung.", "kata Wali Kota."])
def test_streets_and_posts_are_no_people(text: str) -> None:
    assert people(text) == []
