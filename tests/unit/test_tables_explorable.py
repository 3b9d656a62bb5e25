"""The files of columns give every cell back, sort as a reader would, and stay small."""

import gzip
import json
from decimal import Decimal

import pytest

from lintas import tables
from tests.portals import code_field, field
from tests.unit.data_packages import ABOUT, KODE, load, table

BIG = "99999999999999999999"


def decoded(column):
    """What theme/js/kolom.mjs makes of a column: its cells by row, numbers as (steps)."""
    for name in ("angka", "isi"):
        if f"{name}_beda" in column:
            total, made = 0, []
            for step in column[f"{name}_beda"]:
                total += step
                made.append(total)
            column[name] = made
    if "angka" in column:
        return column["angka"]
    if "sama" in column:
        texts, last = [], ""
        for shared, end in zip(column["sama"], column["akhir"], strict=True):
            last = last.encode("utf-16-le")[: 2 * shared].decode("utf-16-le") + end
            texts.append(last)
        column["kamus"] = texts
    return [None if code < 0 else column["kamus"][code] for code in column["isi"]]


def explorable(folder, fields, text, **more):
    dataset = load(folder, {**ABOUT, "resources": [table(fields, **more)]}, {"data/tabel.csv": text}).value
    assert dataset is not None
    index, *files = (json.loads(part) for part in tables.explorable((folder, dataset), "tabel"))
    return index, [files[head["berkas"] - 1][head["letak"]] for head in index["kolom"]]


def one(folder, kind, cells, **more):
    text = "kode,x\n" + "".join(f"{place},{cell}\n" for place, cell in enumerate(cells))
    index, columns = explorable(folder, ({"name": "kode", "type": "string"}, field("x", kind, **more)), text)
    return index["kolom"][1], columns[1]


def test_whole_numbers_and_equal_decimals_are_steps(tmp_path):
    head, column = one(tmp_path, "number", ("1.50", "-0.25", "", "9007199254740.99"))
    assert (head["jenis"], head["skala"], head["desimal"]) == ("bilangan", 2, 2)
    assert decoded(column) == [150, -25, None, 900719925474099]


@pytest.mark.parametrize(
    "cells", [("9007199254740993", "2", BIG), ("1.0", "2.25", "10"), ("0.1000000000000000055511", "3", "")]
)
def test_what_steps_cannot_give_back_keeps_its_digits(tmp_path, cells):
    head, column = one(tmp_path, "number", cells)
    assert head["jenis"] == "bilangan"
    assert decoded(column) == [cell or None for cell in cells]
    assert column["kamus"] == sorted(filter(None, cells), key=Decimal)


def test_a_number_that_cannot_be_added_still_has_its_place(tmp_path):
    head, column = one(tmp_path, "number", ("NaN", "2", "-INF", "INF", "1"))
    assert head["jenis"] == "bilangan"
    assert column["kamus"] == ["-Infinity", "1", "2", "Infinity", "NaN"]


def test_a_number_too_far_to_be_written_out_is_a_text(tmp_path):
    assert one(tmp_path, "number", ("1e300", "2"))[0]["jenis"] == "teks"


def test_signs_around_numbers_are_left_out(tmp_path):
    money = {"bareNumber": False, "decimalChar": ",", "groupChar": "."}
    head, column = one(tmp_path, "number", ('"Rp 1.250,5"', '"Rp 2.000,0"'), **money)
    assert (head["skala"], decoded(column)) == (1, [12505, 20000])


def test_texts_are_sorted_without_case_and_accents_and_by_the_value_of_digits(tmp_path):
    _, column = one(tmp_path, "string", ("Zebra", "ápel", "apel 10", "Apel 9", "beras"))
    assert column["kamus"] == ["ápel", "Apel 9", "apel 10", "beras", "Zebra"]


def test_codes_are_sorted_as_texts_and_stay_texts(tmp_path):
    index, columns = explorable(tmp_path, (code_field("kecamatan"), field("n")), "kode,n\n11.10,a\n11.1,b\n")
    assert (index["kolom"][0]["jenis"], columns[0]["kamus"]) == ("kode", ["11.1", "11.10"])


def test_dates_and_truth_values_are_written_one_way(tmp_path):
    fields = (field("hari", "date", format="%d/%m/%Y"), field("ya", "boolean", trueValues=["Y"], falseValues=["T"]))
    index, columns = explorable(tmp_path, fields, "hari,ya\n31/12/2023,Y\n01/02/2024,T\n,\n")
    assert [decoded(column) for column in columns] == [["2023-12-31", "2024-02-01", None], ["true", "false", None]]
    assert index["awal"] == [["2023-12-31", "true"], ["2024-02-01", "false"], [None, None]]


def test_hostile_texts_come_back_as_they_are(tmp_path):
    texts = ["</script><script>alert(1)</script>", "\u202ekebalik\u2069", "=cmd|'/c calc'!A1", "𝔘𝔫𝔦"]
    _, column = one(tmp_path, "string", [f'"{text}"' for text in texts])
    assert decoded(column) == texts


def test_many_distinct_texts_are_small_and_come_back(tmp_path):
    texts = [f"𝔘{place // 50:04}.{place % 50:02}" for place in range(4000)]
    _, column = one(tmp_path, "string", texts)
    assert len(gzip.compress(json.dumps(column).encode())) < 3_000
    assert decoded(column) == texts


def test_a_table_of_a_thousand_columns_has_few_files(tmp_path):
    names = [f"k{place}" for place in range(1000)]
    text = ",".join(names) + "\n" + ",".join(map(str, range(1000))) + "\n"
    index, columns = explorable(tmp_path, tuple(field(name, "integer") for name in names), text)
    assert len(index["kolom"]) == 1000
    assert index["tampil"] == len(index["awal"][0]) == 12
    assert max(head["berkas"] for head in index["kolom"]) == 1
    assert decoded(columns[999]) == [999]


def test_an_empty_table_has_no_rows(tmp_path):
    index, columns = explorable(tmp_path, (KODE, field("n", "integer")), "kode,n\n")
    assert (index["baris"], index["awal"], [decoded(column) for column in columns]) == (0, [], [[], []])
