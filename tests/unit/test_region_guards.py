"""Region codes in time and in the other system: history, BPS codes, series over the division of Papua."""

import pytest

from lintas.model import Field, Resource
from lintas.tables.region_systems import bps_verdict, divided_series, mistaken_system
from lintas.tables.regions import Guard
from lintas.wilayah import born, bps_code, describe, find, region_of, regions
from lintas.wilayah.history import names_of
from lintas.wilayah.register import bps_pairs, former_codes, listed


def test_the_lists_of_ten_years_are_whole():
    for year, count in ((2015, 34 + 514), (2017, 548), (2019, 548), (2021, 548), (2025, 38 + 514)):
        assert sum(1 for row in listed() if row.first <= year <= row.last) == count
    assert {row.code for row in listed() if row.last == 2025} == {region.code for region in regions()}
    assert {old.code for old in former_codes()} == {row.code for row in listed() if row.last < 2025} - {
        row.code for row in listed() if row.last == 2025
    }


def test_bps_pairs_cover_every_regency_and_164_mean_another_one():
    assert sorted(code for _, code in bps_pairs()) == [r.code for r in regions() if r.level == "kabkota"]
    dotted = [(f"{bps[:2]}.{bps[2:]}", code) for bps, code in bps_pairs()]
    assert sum(1 for same, code in dotted if same != code and find(same)) == 164


@pytest.mark.parametrize(
    ("code", "until", "expected"),
    [
        ("93.01", 2019, "91.01"),
        ("93.01", 2022, None),
        ("93.01", 0, None),
        ("93", 2015, "91"),
        ("96.71", 2021, "92.71"),
        ("96.71.01", 2021, "92.71"),
        ("32.75", 2015, None),
    ],
)
def test_codes_that_did_not_exist_yet(code, until, expected):
    verdict = describe(code, until=until)
    assert (verdict and verdict[1]["proposed"]) == expected
    assert (verdict and verdict[0]) in (None, "WIL113")


def test_names_of_their_time_are_accepted():
    assert "KAB. MAMUJU UTARA" in names_of("76.01")
    assert describe("76.01", "Kab. Mamuju Utara", year=2016) is None
    assert describe("91.01", "Kab. Merauke", year=2019) is None
    assert born("93.01").former == "91.01"


def test_bps_columns():
    assert bps_verdict("1101", "Kabupaten Simeulue") is None
    assert bps_verdict("1101010", "Teupah Selatan") is None
    assert bps_verdict("9471", "Kota Jayapura") is None  # the list is from before the division
    assert bps_verdict("11.09", "")[0] == "WIL116"
    assert bps_verdict("11.09", "")[1]["hint"] == bps_code("11.09") == "1101"
    assert bps_verdict("1101", "Kabupaten Aceh Selatan")[0] == "WIL118"
    assert bps_verdict("3299", "")[0] == "WIL117"
    assert region_of("1101").name == "Kabupaten Simeulue"


def keys(*pairs: tuple[str, str], years: tuple[int, int] = (0, 0)) -> list[tuple[str, str, int, int]]:
    return [(code, name, *years) for code, name in pairs]


def test_bps_codes_by_mistake_shown_by_names():
    whole = [(f"{bps[:2]}.{bps[2:]}", find(code).name) for bps, code in bps_pairs()]
    assert mistaken_system(keys(*whole))[0] == "WIL114"
    assert mistaken_system(keys(*((code.replace(".", ""), name) for code, name in whole)))[0] == "WIL114"
    right = [(region.code, region.name) for region in regions() if region.level == "kabkota"]
    assert mistaken_system(keys(*right)) is None
    slips = [*right[:20], ("11.01", "Kabupaten Simeulue"), ("11.02", "Kabupaten Aceh Singkil")]
    assert mistaken_system(keys(*slips)) is None


def test_bps_codes_by_mistake_guessed_from_all_codes():
    whole = [(f"{bps[:2]}.{bps[2:]}", "") for bps, _ in bps_pairs()]
    assert mistaken_system(keys(*whole))[0] == "WIL115"
    assert mistaken_system(keys(("1101", ""), ("1102", ""), ("1103", "")))[0] == "WIL115"
    assert mistaken_system(keys(*((region.code, "") for region in regions()))) is None
    assert mistaken_system(keys(("32.01", ""), ("32.75", ""), ("32.99", ""))) is None


def test_series_over_the_division_of_papua():
    rows = [("91.01", "", 2020, 2020), ("93.01", "", 2024, 2024), ("32.75", "", 2020, 2020)]
    args = dict(divided_series(rows))
    assert args["p93"] == "91.01→93.01"
    assert (args["count"], args["first"], args["last"]) == ("1", "2020", "2024")
    assert divided_series([("91.01", "", 2020, 2020), ("91.02", "", 2021, 2021)]) == ()
    assert divided_series([("32.75", "", 2020, 2020), ("32.75", "", 2024, 2024)]) == ()
    whole = [(old.code, "", year, year) for old in former_codes() for year in (2020, 2024)]
    assert dict(divided_series(whole))["count"] == "26"
    assert len(dict(divided_series([("91", "", 2015, 2024)]))) > 0


def guard(role: dict, table: list[tuple], names: tuple[str, ...], years: tuple[int, int] = (0, 0)) -> list[str]:
    fields = [{"name": name, "type": "string"} for name in names]
    fields[0]["x-kode-wilayah"] = {"sistem": "kemendagri", **role}
    resource = Resource("t", "t.csv", "T", tabular=True, fields=tuple(Field(n, n, "string") for n in names))
    made = Guard(resource, {"fields": fields}, *years)
    for number, row in enumerate(table, 2):
        made.add(number, row, [("",)] * len(names))
    found = [code for tally in made.tallies() for code, _ in tally.findings()]
    return found + [code for code, *_ in made.wholes()]


def test_dates_of_the_data_of_the_declaration_and_of_the_row():
    names = ("kode", "nama", "periode_data")
    old, new = ("91.01", "Kabupaten Merauke", "31/12/2019"), ("93.01", "Kabupaten Merauke", "31/12/2019")
    assert guard({}, [old], names) == ["WIL106"]
    assert guard({"tanggal": "2019-06-30"}, [old], names) == []
    assert guard({"tanggal": "2019"}, [new], names) == ["WIL113"]
    assert guard({"kolom_tanggal": "periode_data"}, [old], names) == []
    assert guard({"kolom_tanggal": "periode_data"}, [new], names) == ["WIL113"]
    assert guard({"kolom_tanggal": "periode_data", "berlaku": "kini"}, [new], names) == []
    assert guard({}, [old], names, (2019, 2020)) == []
    assert guard({}, [new], names, (2019, 2020)) == ["WIL113"]
    assert guard({}, [old, new], names, (2019, 2024)) == ["WIL119"]
    assert guard({"berlaku": "kini"}, [new], names, (2019, 2024)) == []
