"""Region codes: the register, names, repairs and verdicts."""

import pytest

from lintas import wilayah


def test_the_register_is_whole():
    levels = [region.level for region in wilayah.regions()]
    assert (levels.count("provinsi"), levels.count("kabkota")) == (38, 514)
    assert [region.code for region in wilayah.regions()] == sorted(region.code for region in wilayah.regions())
    assert sum(len(wilayah.children(region.code)) for region in wilayah.regions()) == 514 + 7285


def test_a_region_knows_its_parent_and_children():
    assert wilayah.find("32.75").name == "Kota Bekasi"
    assert wilayah.find("32.75").parent == "32"
    assert {child.parent for child in wilayah.children("32.75")} == {"32.75"}
    assert wilayah.find("32.75.01").level == "kecamatan"
    assert wilayah.find("99") is None


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Bekasi", ["32.16", "32.75"]),
        ("Kota Bekasi", ["32.75"]),
        ("KAB. BEKASI", ["32.16"]),
        ("Kab  Bekasi", ["32.16"]),
        ("Kota Adm. Jakarta Pusat", ["31.71"]),
        ("Jakarta Pusat", ["31.71"]),
        ("Kab. Adm. Kep. Seribu", ["31.01"]),
        ("Provinsi Aceh", ["11"]),
        ("Prov. Jawa Barat", ["32"]),
        ("DKI Jakarta", ["31"]),
        ("Kabupaten Toba Samosir", ["12.12"]),
        ("Negeri Dongeng", []),
    ],
)
def test_names_as_people_write_them(name, codes):
    assert [region.code for region in wilayah.named(name)] == codes


@pytest.mark.parametrize(
    ("text", "name", "proposed"),
    [
        ("11.1", "", "11.10"),
        ("11.1", "Kabupaten Aceh Singkil", "11.10"),
        ("11.1", "Kabupaten Aceh Selatan", "11.01"),
        ("12.2", "", "12.20"),
        ("31.0", "", "31"),
        ("3275", "", "32.75"),
        ("3275.0", "", "32.75"),
        ("327501", "", "32.75.01"),
        ("1101", "Kabupaten Simeulue", "11.09"),
        ("32,75", "", "32.75"),
        ("32-75", "", "32.75"),
        ("'32.75", "", "32.75"),
        (" 32.75 ", "", "32.75"),
        ("32.75.1", "", "32.75.10"),
        ("92.71", "", "96.71"),
        ("32.75", "", ""),
        ("32.75", "Kabupaten Bekasi", ""),
        ("99.01", "", ""),
        ("", "", ""),
        ("abc", "", ""),
        ("٣٢", "", ""),
    ],
)
def test_repairs(text, name, proposed):
    assert wilayah.repair(text, name) == proposed


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("11.1", "", "WIL101"),
        ("31.0", "", "WIL101"),
        ("3275", "", "WIL102"),
        ("Bekasi", "", "WIL103"),
        ("٣٢.٧٥", "", "WIL103"),
        ("99.01", "", "WIL104"),
        ("32.99", "Kota Bekasi", "WIL105"),
        ("92.71", "", "WIL106"),
        ("91.01.01", "", "WIL106"),
        ("32.75", "Kab. Bekasi", "WIL107"),
        ("34.04", "Kota Sleman", "WIL108"),
        ("11.01", "Kabupaten Simeulue", "WIL109"),
        ("11", "Jambi", "WIL109"),
    ],
)
def test_what_is_wrong_with_a_code(text, name, code):
    assert wilayah.describe(text, name)[0] == code


@pytest.mark.parametrize("text", ["32", "32.75", "32.75.01", "32.75.01.1001"])
def test_every_level_is_accepted(text):
    assert wilayah.describe(text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [("32.75", "Bekasi"), ("31", "DKI Jakarta"), ("12.12", "KAB. TOBA SAMOSIR"), ("32.75", "Kota Patriot")],
)
def test_names_that_agree_or_say_nothing(text, name):
    assert wilayah.describe(text, name) is None


def test_an_old_code_names_its_successor():
    code, args = wilayah.describe("92.71")
    assert (code, args["proposed"], args["region"], args["year"]) == ("WIL106", "96.71", "Kota Sorong", "2022")


@pytest.mark.parametrize(("text", "year"), [("91.01", 2019), ("91.01", 2022), ("92.71", 2024), ("92.71.01", 2020)])
def test_old_codes_hold_in_their_time(text, year):
    assert wilayah.describe(text, year=year) is None
    assert wilayah.describe(text, year=2025)[0] == "WIL106"


def test_levels_can_be_demanded():
    assert wilayah.describe("32", levels=("kabkota",))[0] == "WIL110"
    assert wilayah.describe("32.75", levels=("provinsi", "kabkota")) is None


def test_every_former_code_leads_to_one_in_force():
    codes = [f"{province}.{number:02}" for province in (91, 92) for number in range(1, 80)]
    successors = [moved.successor for code in codes if (moved := wilayah.moved(code))]
    assert len(successors) == 26
    assert all(wilayah.find(code) for code in successors)
