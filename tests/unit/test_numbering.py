"""Numbers of releases: what the schemes of issuers say, slips, unknown schemes, the next number."""

from __future__ import annotations

from datetime import date

import pytest

from lintas.numbering import PROFILES, Parts, find, key, next_number, parse, profile

DAY = date(2026, 11, 24)
PUBLISHED = (
    ("156/SP/HM.01.02/POLKAM/7/2025", "kemenko-polkam", Parts(156, 7, 2025, "POLKAM", "HM.01.02")),
    ("SP. 090/HUMAS/PP/HMS.3/02/2018", "kemenhut", Parts(90, 2, 2018, "PP")),
    ("SP.214/HUMAS/PPIP/HMS.3/04/2018", "kemenhut", Parts(214, 4, 2018, "PPIP")),
    ("SR.145/HUMAS/KLH-BPLH/7/2026", "klh", Parts(145, 7, 2026, "KLH-BPLH")),
    ("SP.03 /T.28/TU/KSA/10/2024", "ksda", Parts(3, 10, 2024, "T.28")),
    ("125.Pers/04/SJI/2022", "esdm", Parts(125, 0, 2022, "SJI")),
    ("SP 80/DHMS/OJK/XI/2018", "ojk", Parts(80, 11, 2018, "DHMS")),
    ("SP-12/GKPB/OJK/IV/2026", "ojk", Parts(12, 4, 2026, "GKPB")),
    ("737/sipers/A6/XI/2025", "kemendikdasmen", Parts(737, 11, 2025, "A6")),
    ("01/HM/KOMINFO/01/2024", "kominfo", Parts(1, 1, 2024, "KOMINFO", "HM")),
    ("22/PIH/KOMINFO/2/2010", "kominfo", Parts(22, 2, 2010, "KOMINFO", "PIH")),
    ("HM.4.6/178/SET.M.EKON.3/3/2022", "kemenko-perekonomian", Parts(178, 3, 2022, "SET.M.EKON.3", "HM.4.6")),
    ("93/SP/IV/BKIP/2026", "kemenhub", Parts(93, 4, 2026, "BKIP")),
    ("28/181/DKom", "bank-indonesia", Parts(181, 0, 2026, "DKom")),
    ("16/6/DKom", "bank-indonesia", Parts(6, 0, 2014, "DKom")),
    ("SP-08/2026", "djp", Parts(8, 0, 2026)),
    ("1633/SP-HMS/09/2020", "pemprov-dki", Parts(1633, 9, 2020, "SP-HMS")),
)


@pytest.mark.parametrize(("text", "issuer", "parts"), PUBLISHED)
def test_the_schemes_of_issuers(text: str, issuer: str, parts: Parts) -> None:
    number = parse(text)
    assert number is not None
    assert (number.profile, number.parts, number.exact) == (issuer, parts, True)
    assert (number.text, number.normal) == (text, text.replace(" ", ""))


def test_every_scheme_is_shown() -> None:
    assert {issuer for _, issuer, _ in PUBLISHED} == {each.key for each in PROFILES}


@pytest.mark.parametrize(
    ("text", "proposed"),
    [
        ("737/siper/A6/XI/2025", "737/sipers/A6/XI/2025"),
        ("737/SIPERS/A6/Xl/2025", "737/sipers/A6/XI/2025"),
        ("156 / SP / HM.01.02 / POLKM / 7 / 2025", "156/SP/HM.01.02/POLKAM/7/2025"),
        ("156/SP/HM.01.02/POLKAM/7.2025", "156/SP/HM.01.02/POLKAM/7/2025"),
        ("93/SP/iv/BKIP/2026", "93/SP/IV/BKIP/2026"),
        ("SP - 08/2026", ""),
    ],
)
def test_slips_are_understood_and_the_right_form_proposed(text: str, proposed: str) -> None:
    number = parse(text)
    assert number is not None
    assert number.proposed == proposed
    assert number.profile


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("12/SP/HM.01/BGR/3/2026", Parts(12, 3, 2026, "BGR", "HM.01")),
        ("400.14.1/123/DISKOMINFO/VII/2025", Parts(123, 7, 2025, "DISKOMINFO", "400.14.1")),
        ("SP-12/KLI/2026", Parts(12, 0, 2026, "KLI")),
        ("SP.123/SJ.5/VI/2025", Parts(123, 6, 2025, "", "SJ.5")),
        ("73/11/Th. XXVIII", Parts(73, 11)),
    ],
)
def test_schemes_that_nobody_told_us(text: str, parts: Parts) -> None:
    number = parse(text)
    assert number is not None
    assert (number.profile, number.parts) == ("", parts)


@pytest.mark.parametrize("text", ["", "K/L", "1/2", "4/7/2025", "2025/2026", "SIARAN PERS", "a" * 500, "9/9/9/9/9"])
def test_what_is_no_number(text: str) -> None:
    assert parse(text) is None


def test_a_month_that_does_not_exist_is_kept_for_the_register_to_report() -> None:
    number = parse("156/SP/HM.01.02/POLKAM/13/2025")
    assert number is not None
    assert number.parts.month == 13
    number = parse("93/SP/XIV/BKIP/2026")
    assert number is not None
    assert number.parts.month == 99


def test_two_numbers_of_a_joint_release_are_found_in_one_line() -> None:
    line = "SIARAN PERS BERSAMA Nomor: 12/SP/HM.01.02/POLKAM/7/2025 dan SP. 090/HUMAS/PP/HMS.3/02/2018, Jakarta"
    assert [line[start:end] for start, end, _ in find(line)] == [
        "12/SP/HM.01.02/POLKAM/7/2025", "SP. 090/HUMAS/PP/HMS.3/02/2018"
    ]  # fmt: skip
    assert find("Jumat (4/7/2025) rapat K/L dan kementerian/lembaga") == []


def test_the_next_number_begins_anew_each_year_and_keeps_the_manner() -> None:
    polkam = profile("kemenko-polkam")
    assert polkam is not None
    assert next_number(polkam, [], DAY) == "1/SP/HM.01.02/POLKAM/11/2026"
    taken = ["156/SP/HM.01.02/POLKAM/7/2025", "9/SP/HM.02.00/POLKAM/8/2026", "3/SP/HM.01.02/POLKAM/1/2026", "ngawur"]
    assert next_number(polkam, taken, DAY) == "10/SP/HM.02.00/POLKAM/11/2026"
    bank = profile("bank-indonesia")
    assert bank is not None
    assert next_number(bank, ["28/181/DKom", "27/300/DKom"], DAY) == "28/182/DKom"


def test_an_agency_may_write_its_own_scheme() -> None:
    own = profile("{urut:3}/SP/DISKOMINFO/{bulan:R}/{tahun}")
    assert own is not None
    assert next_number(own, ["007/SP/DISKOMINFO/I/2026"], DAY) == "008/SP/DISKOMINFO/XI/2026"
    number = parse("007/SP/DISKOMINFO/I/2026", own)
    assert number is not None
    assert (number.profile, number.parts) == (own.key, Parts(7, 1, 2026))
    assert profile("{nomor}/{tahun}") is None
    assert profile("{urut}/{bulat}") is None
    assert profile("tidak-ada") is None


def test_the_key_tells_issuers_and_years_apart() -> None:
    numbers = [parse(text) for text in ("SP-08/2026", "SP-08/2025", "8/SP/HM.01/A/1/2026", "8/SP/HM.01/B/1/2026")]
    assert len({key(number) for number in numbers if number}) == 4
