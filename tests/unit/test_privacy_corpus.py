"""Many ways of writing personal data, none of which may pass; many numbers of other kinds, all of which may."""

import pytest

from lintas.privacy import masked, scan_text
from lintas.privacy.masking import mask
from lintas.privacy.numbers import hits, suspicious

NIK = "3275014507900001"  # made up, as are all numbers and addresses here
DIGITS = str.maketrans("0123456789", "０１２３４５６７８９")
ZWSP, SHY, NBSP, NNBSP, BOM = "\u200b", "\u00ad", "\u00a0", "\u202f", "\ufeff"


def wide(text: str) -> str:
    return text.translate(DIGITS)


NUMBERS = [
    NIK,
    f"({NIK})",
    f"“{NIK}”",
    f"'{NIK}",
    f'="{NIK}"',
    f"{NIK}.0",
    f"{NIK},00",
    "3.275014507900001E+15",
    "3.275014507900001e15",
    "32 75 01 45 07 90 00 01",
    "3275 0145 0790 0001",
    "3275-0145-0790-0001",
    "3275_0145_0790_0001",
    "3275/0145/0790/0001",
    "3275:0145:0790:0001",
    "3275 - 0145 - 0790 - 0001",
    "327501 450790 0001",
    "327501-450790-0001",
    "32.75.01.450790.0001",
    "32750145 07900001",
    "3 2 7 5 0 1 4 5 0 7 9 0 0 0 0 1",
    "3-2-7-5-0-1-4-5-0-7-9-0-0-0-0-1",
    "3275  0145  0790  0001",
    "3275\u20130145\u20130790\u20130001",
    "3275\u20110145\u20110790\u20110001",
    f"3275{NBSP}0145{NBSP}0790{NBSP}0001",
    f"3275{NNBSP}0145{NNBSP}0790{NNBSP}0001",
    ZWSP.join(NIK),
    SHY.join(NIK),
    f"3275{BOM}014507900001",
    "3275\u2060014507900001",
    f"\u202e{NIK}\u202c",
    "".join(f"{d}\u0336" for d in NIK),
    wide(NIK),
    wide("3275 0145 0790 0001"),
    "٣٢٧٥٠١٤٥٠٧٩٠٠٠٠١",
    "३२७५०१४५०७९००००१",
    "𝟑𝟐𝟕𝟓𝟎𝟏𝟒𝟓𝟎𝟕𝟗𝟎𝟎𝟎𝟎𝟏",
    "³²⁷⁵⁰¹⁴⁵⁰⁷⁹⁰⁰⁰⁰¹",
    "3275·0145·0790·0001",
    "3275&nbsp;0145&nbsp;0790&nbsp;0001",
    "3275&#8203;014507900001",
    "&#51;275014507900001",
    "&#x33;275014507900001",
    "3275&thinsp;0145&thinsp;0790&thinsp;0001",
    "3275&shy;014507900001",
    "3275%200145%200790%200001",
    "%33275014507900001",
    r"\u0033275014507900001",
    r"\x33275014507900001",
    "3275**0145**07900001",
    "**3275**014507900001",
    "3275`0145`07900001",
    "3275<b>0145</b>07900001",
    "3275<!-- -->014507900001",
    "3275<wbr>0145<wbr>0790<wbr>0001",
    "<tspan>3275</tspan><tspan>0145</tspan><tspan>07900001</tspan>",
    "3275 0145\n0790 0001",
    "> 3275 0145\n> 0790 0001",
    r"3275\.0145\.0790\.0001",
    f"[kartu](https://contoh.go.id/cari?nik={NIK})",
    f"![KTP {NIK}](kartu.png)",
    f"<!-- {NIK} -->",
    f'<img src="a.png" alt="{NIK}">',
    f'<p data-nik="{NIK}" title="x">',
    f"scan_{NIK}.pdf",
    f"ID{NIK}",
    f"KODE{NIK}a".rstrip("a"),
    f"{NIK}/3275014507900002",
    f"judul: {NIK}",
    f'{{"nik": {NIK}}}',
    f"{NIK}000000",
    "NIK: 32750 14507 90000 1",
    "NIK 3.275.014.507.900.001",
    "NIK | 3 | 2 | 7 | 5 | 0 | 1 | 4 | 5 | 0 | 7 | 9 | 0 | 0 | 0 | 0 | 1 |",
    "No. KK 3275,0145,0790,0001",
    "KTP\n3275014\n507900001",
    "nomor_kk=3275994507900001",
    "e-KTP 3275994507900001",
]


@pytest.mark.parametrize("text", NUMBERS)
@pytest.mark.parametrize("around", ["{}", "Pemohon {} hadir.", "a,{},b"])
def test_a_number_of_a_person_does_not_pass(text, around):
    text = around.format(text)
    found = list(hits(text))
    assert "nik" in {hit.kind for hit in found}
    assert suspicious(text.encode())
    assert all(text[hit.start : hit.end] == hit.text for hit in found)
    shown = masked(text)
    assert len(shown) == len(text)
    assert not list(hits(shown)), shown
    assert scan_text(text.encode(), "a.md")
    assert all("90000" not in dict(d.args).get("value", "") for d in scan_text(text.encode(), "a.md"))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("01.234.567.8-901.000", "npwp"),
        ("01 234 567 8 901 000", "npwp"),
        ("01-234-567-8-901-000", "npwp"),
        ("NPWP 012345678901000", "npwp"),
        ("NPWP: 0012345678901000", "npwp"),
        ("NPWP16 0012 3456 7890 1000", "npwp"),
        ("Nomor Pokok Wajib Pajak adalah 012345678901000", "npwp"),
        (wide("01.234.567.8-901.000"), "npwp"),
        ("081234567890", "hp"),
        ("+6281234567890", "hp"),
        ("6281234567890", "hp"),
        ("006281234567890", "hp"),
        ("0812 3456 7890", "hp"),
        ("0812-3456-7890", "hp"),
        ("0812.3456.7890", "hp"),
        ("(0812) 3456-7890", "hp"),
        ("0812/3456/7890", "hp"),
        ("0812 - 3456 - 7890", "hp"),
        ("+62 (0)812 3456 7890", "hp"),
        ("+62 (812) 3456 7890", "hp"),
        ("https://wa.me/6281234567890", "hp"),
        ("https://api.whatsapp.com/send?phone=6281234567890", "hp"),
        ("tel:+6281234567890", "hp"),
        ("HP081234567890", "hp"),
        ("WA:081234567890", "hp"),
        ("foto_081234567890.jpg", "hp"),
        (wide("081234567890"), "hp"),
        (ZWSP.join("081234567890"), "hp"),
        (f"0812{NBSP}3456{NBSP}7890", "hp"),
        ("0812&nbsp;3456&nbsp;7890", "hp"),
        ("0812\u20133456\u20137890", "hp"),
        ("**0812**34567890", "hp"),
        ("a.b@gmail.com", "surel"),
        ("A.B@GMAIL.COM", "surel"),
        ("mailto:a.b@yahoo.co.id", "surel"),
        ("a.b＠gmail．com", "surel"),
        ("a.b [at] gmail [dot] com", "surel"),
        ("a.b(at)gmail.com", "surel"),
        ("a.b @ gmail.com", "surel"),
        ("a.b&#64;gmail.com", "surel"),
        ("a.b&commat;gmail.com", "surel"),
        ("mailto:a.b%40gmail.com", "surel"),
        (f"a.b@{ZWSP}gmail.com", "surel"),
        ("a.b@gmail.con", "surel"),
        ("a.b@yahoo.com.sg", "surel"),
        ("a.b@outlook.co.id", "surel"),
        (r"a.b\u0040gmail.com", "surel"),
        ("a_b@proton.me", "surel"),
    ],
)
def test_nor_do_numbers_and_addresses_of_other_kinds(text, kind):
    found = list(hits(f"Hubungi {text}, terima kasih."))
    assert [hit.kind for hit in found] == [kind]
    assert suspicious(text.encode())
    assert "3456" not in mask(found[0])
    assert "a.b" not in mask(found[0])


INNOCENT = [
    "1234567890123456",
    "4111111111111111",
    "4111 1111 1111 1111",
    "5500-0055-5555-5559",
    "9788026206217",
    "978-602-06-2178-4",
    "ISBN 978-979-064-123-4",
    "ISSN 2086-1234",
    "10.1016/j.spc.2020.12.0012345678",
    "doi:10.5281/zenodo.1234567890123",
    "https://doi.org/10.1000/182.0812345678",
    "550e8400-e29b-41d4-a716-446655440000",
    "3f2504e0-4f89-11d3-9a0c-0305e82c3301",
    "d41d8cd98f00b204e9800998ecf8427e",
    "sha256:327501450790000132750145079000013275014507900001ab3275014507900001",
    "Rp3.275.014.507.900.001",
    "Rp 1.234.567.890.123,00",
    "284.973.643 dan 143.863.392",
    "1 234 567 890 123 456",
    "2019 2020 2021 2022",
    "1961 1971 1980 1990",
    "1971 1980 1990 2000",
    "| 2019 | 2020 | 2021 | 2022 |",
    "1101 1102 1103 1104",
    "3275 3276 3201 3216",
    "3275, 3276, 3201, 3216",
    "11.01 11.02 11.03 11.04",
    "32.75.01.1001",
    "32.75.01.1001 32.75.01.1002",
    "1101011001 1101011002",
    "91.01 dan 93.01",
    "3275011001, 3275011002, 3275011003",
    "156/SP/HM.01.02/POLKAM/7/2025",
    "100.3.3.2-2138 Tahun 2025",
    "300.2.2-2430/2025",
    "B-1234/M/08/12/2025",
    "2025-07-04T13:00:00+07:00",
    "2025-07-04 13:00:00.123456",
    "20250704130000123",
    "20250704-0001-0002",
    "(021) 3506055",
    "021-84972800",
    "+62 21 3506055",
    "+62-21-8897-1234",
    "(0274) 512-345",
    "0800 123 4567",
    "1500-171",
    "14045",
    "08.12.01.2025",
    "A081234567890",
    "A-0812345678",
    "106.8272457890123456",
    "-6.2088123456789012",
    "106.3275014507900001",
    "[106.827245, -6.208812], [106.827246, -6.208813]",
    "8123456789",
    "NIP 198507042010011001",
    "19850704 201001 1 001",
    "NPSN 20219271",
    "NIB 9120001234567",
    "NOP 32.75.010.001.001-0001.0",
    "D.0001.0812.3456",
    "rekening 0201 01 000123 30 5",
    "humas@bekasikota.go.id",
    "ppid@kemendagri.go.id",
    "info@mail.bekasikota.go.id",
    "gmail.com",
    "nama@ui.ac.id",
    "kontak@live.go.id",
    "outlook.com/kalender",
    "@kemendagri",
    "https://medium.com/@nama/12345678",
    "v1.2.3@2025",
    "teknik@polkam.go.id",
    "M123456 654321 L123457 654322",
    "#327501450790",
    "U+0032 U+0037",
    "1e15",
    "3.2750E+10",
    "1.000.000.000.000.000",
    "760601050790.0123",
    "94010105079.12345",
    "9007199254740993",
    "18446744073709551615",
    "0001112223334444",
    "NIK wajib 16 digit",
    "NIK (nomor induk kependudukan)",
    "kk: 12.345 KK, 23.456 jiwa, 1.234 RT",
    "Jumlah KK 2021: 12.345; 2022: 12.456; 2023: 12.567",
    "No. KK | 2019 | 2020 | 2021 |",
]


@pytest.mark.parametrize("text", INNOCENT)
def test_other_numbers_pass(text):
    for around in ("{}", "Lihat {} dan seterusnya.", "a;{};b"):
        assert [(hit.kind, hit.text) for hit in hits(around.format(text))] == []
